/** `check`: lints any digest against its papers. */
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { CheckedFile, CheckReport, DigestFile } from '../jobs/check-files.ts'
import type { Library } from '../library/library.ts'
import type { FullText } from '../paper/full-text.ts'
import type { Glossary } from '../paper/glossary.ts'
import type { Paper } from '../paper/paper.ts'
import { type Settings, WORKSPACE_FOLDER } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'

interface CheckOptions {
  against: string[]
  lang?: string
}

const WORKSPACE = 'workspace'

export function addCheckCommand({ program, act }: Registry): void {
  const command = program
    .command('check')
    .description('compare digests in Markdown with their papers; exits with 3 where it finds errors')
    .argument('<file...>', 'digests in one of the three layouts, ours or not')
    .option(
      '--against <source>',
      'papers: a file (repeatable), or "workspace" (the default)',
      (text: string, before: string[]) => [...before, text],
      [],
    )
    .option('--lang <tag>', 'language of the digests, where the text does not tell')
    .addHelpText('after', '\nExample:\n  paperbrief check digest.md --against papers.jsonl')
  command.action(act(command, context => check(context, command.args, command.opts<CheckOptions>())))
}

async function check(
  context: CommandContext,
  paths: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const settings = context.settings()
  const { readDigestFile } = await import('../jobs/import.ts')
  const { checkFiles } = await import('../jobs/check-files.ts')
  const { loadForms } = await import('../jobs/forms.ts')
  const book = loadForms(settings)
  const digests = paths.map(path => {
    const digest = readDigestFile(resolve(context.cwd, path), book)
    if (!digest) throw unreadable(path, context.cwd)
    return { path, digest }
  })
  const library = await openWorkspace(context, settings, options.against)
  try {
    const { papers, fullTexts } = await findPapers(context, { library, digests, against: options.against })
    const glossaries = await loadGlossaries({ settings, library, digests, language: options.lang })
    const { report, files } = checkFiles({
      digests,
      papers,
      fullTexts,
      language: options.lang,
      book,
      glossaryOf: language => glossaries.get(language),
      progress: context.console.progress,
    })
    context.console.answer(describeCheck(report, files), report)
    return report.counts.errors > 0 ? EXIT.faults : EXIT.done
  } finally {
    await library?.close()
  }
}

/** Undefined where there is no workspace, or none is asked for: a digest can be checked anywhere. */
async function openWorkspace(
  context: CommandContext,
  settings: Settings,
  against: readonly string[],
): Promise<Library | undefined> {
  const isWanted = against.length === 0 || against.includes(WORKSPACE)
  const exists = settings.databaseUrl || existsSync(join(settings.home, WORKSPACE_FOLDER))
  return isWanted && exists ? context.openLibrary(settings) : undefined
}

async function loadGlossaries({
  settings,
  library,
  digests,
  language,
}: {
  settings: Settings
  library: Library | undefined
  digests: readonly DigestFile[]
  language: string | undefined
}): Promise<Map<string, Glossary>> {
  const { loadGlossary } = await import('../jobs/glossary.ts')
  const named = digests.flatMap(({ digest }) => [digest.language, ...digest.items.map(item => item.language)])
  const glossaries = new Map<string, Glossary>()
  // A digest that does not say its language is most often in the settings' one, or in Chinese.
  for (const each of new Set([...named, language, settings.language, 'zh-Hans']))
    if (each) glossaries.set(each, await loadGlossary({ settings, language: each, library }))
  return glossaries
}

function unreadable(path: string, cwd: string): SettingsError {
  const there = existsSync(resolve(cwd, path))
  return new SettingsError(
    there ? `${path} is not a digest in any of the three layouts.` : `There is no file ${path}.`,
    {
      code: there ? 'check-not-a-digest' : 'file-missing',
      hint: there
        ? 'docs/layouts.md shows what each layout looks like.'
        : 'Check the path; it is relative to the folder you are in.',
    },
  )
}

async function findPapers(
  context: CommandContext,
  {
    library,
    digests,
    against,
  }: { library: Library | undefined; digests: readonly DigestFile[]; against: readonly string[] },
): Promise<{ papers: Map<string, Paper>; fullTexts: Map<string, FullText> }> {
  const { findInFile } = await import('../jobs/check-files.ts')
  const ids = new Set(digests.flatMap(({ digest }) => digest.items.flatMap(item => item.id ?? [])))
  const fromFullText = new Set(
    digests.flatMap(({ digest }) => digest.items.flatMap(({ id, basis }) => (id && basis ? [id] : []))),
  )
  const papers = new Map<string, Paper>()
  const fullTexts = new Map<string, FullText>()
  for (const name of against.length > 0 ? against : [WORKSPACE]) {
    if (name !== WORKSPACE || existsSync(resolve(context.cwd, WORKSPACE))) {
      const found = await findInFile(resolve(context.cwd, name), ids, context.signal)
      for (const [id, paper] of found) papers.set(id, paper)
      continue
    }
    if (!library) {
      context.console.progress.warn(
        'there is no workspace here, so only what needs no paper is checked; name the papers with --against FILE',
      )
      continue
    }
    for (const paper of await library.papers.find([...ids])) {
      if (paper.abstractOrigin !== 'missing') papers.set(paper.id, paper)
      const fullText = fromFullText.has(paper.id) && (await library.fullTexts.find(paper.id, paper.version))
      if (fullText) fullTexts.set(paper.id, fullText)
    }
  }
  return { papers, fullTexts }
}

function describeCheck({ counts }: CheckReport, files: readonly CheckedFile[]): string {
  const lines: string[] = []
  for (const { path, items, lines: starts, skipped } of files) {
    for (const { line, reason } of skipped) lines.push(`${shorten(path)}:${line}: not read: ${reason}`)
    for (const [index, { id, title, findings }] of items.entries()) {
      if (findings.length === 0) continue
      lines.push(`${shorten(path)}:${starts[index]}: ${id ?? 'no id'} ${title ?? ''}`)
      for (const { severity, check: name, field, message, quote, expected, section } of findings) {
        const detail = [
          quote && `here: ${quote}`,
          expected && `paper: ${expected}`,
          section && `section ${section}`,
        ]
          .filter(Boolean)
          .join('; ')
        lines.push(
          `  ${severity} ${name}${field ? ` [${field}]` : ''}: ${message}${detail ? ` (${detail})` : ''}`,
        )
      }
    }
  }
  lines.push(
    `${counts.items} items, ${counts.errors} errors, ${counts.warnings} warnings, ${counts.unmatched} without a paper to compare with`,
  )
  return lines.join('\n')
}

function shorten(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : short || path
}
