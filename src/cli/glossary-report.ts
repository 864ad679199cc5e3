/** `glossary check` and `glossary suggest`: what is wrong with the glossary, and what it lacks. */
import { relative, resolve } from 'node:path'
import type { Command } from 'commander'
import type { RenderedTerm } from '../jobs/compare-renderings.ts'
import type { SuggestedTerm } from '../jobs/suggest-terms.ts'
import type { GlossaryFault } from '../paper/glossary-csv.ts'
import type { Settings } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import { openExisting, readScope, type ScopeOptions } from './glossary-scope.ts'

interface FileFault extends GlossaryFault {
  file: string
}

/** Exits with 3 where a file has faults; terms that briefs disagree on are told and are none of the file's. */
export async function checkCommand(context: CommandContext, command: Command): Promise<number> {
  const settings = context.settings()
  const scope = readScope(settings, command.opts<ScopeOptions>())
  const given = command.args.map(file => resolve(context.cwd, file))
  const files = given.length > 0 ? given : listFiles(settings, scope.edition)
  const { readGlossaryFile } = await import('../jobs/glossary-file.ts')
  const faults = files.flatMap(path =>
    readGlossaryFile(path).faults.map((fault): FileFault => ({ file: shorten(path, context.cwd), ...fault })),
  )
  // A glossary that has faults cannot be compared with anything.
  const disagreements =
    given.length > 0 || faults.length > 0 ? [] : await compareInLibrary(context, settings, scope)
  const lines = [
    ...faults.map(({ file, line, message, mend }) => `${file}, line ${line}: ${message}. ${mend}`),
    ...disagreements.map(describeDisagreement),
    `${files.length} files, ${faults.length} faults${given.length > 0 ? '' : `; ${disagreements.length} terms with several renderings in the library`}`,
  ]
  context.console.answer(lines.join('\n'), { files: files.length, faults, disagreements })
  return faults.length > 0 ? EXIT.faults : EXIT.done
}

function listFiles({ home, glossary, editions }: Settings, edition: string | undefined): string[] {
  const ofEditions = Object.entries(editions)
    .filter(([name]) => edition === undefined || name === edition)
    .flatMap(([, settings]) => settings.glossary)
  return [...new Set([...glossary, ...ofEditions])].map(file => resolve(home, file))
}

function shorten(path: string, cwd: string): string {
  const short = relative(cwd, path)
  return short.startsWith('..') || short === '' ? path : short
}

async function compareInLibrary(
  context: CommandContext,
  settings: Settings,
  scope: { language: string; edition?: string },
): Promise<RenderedTerm[]> {
  const library = await openExisting(context, settings)
  if (!library) return []
  try {
    const { loadGlossary } = await import('../jobs/glossary.ts')
    const { compareRenderings } = await import('../jobs/compare-renderings.ts')
    return await compareRenderings(library, await loadGlossary({ settings, library, ...scope }))
  } finally {
    await library.close()
  }
}

function describeDisagreement({ source, target, renderings }: RenderedTerm): string {
  const counts = renderings.map(({ text, briefs }) => `${text} in ${briefs}`)
  return `${source} (${target}): ${counts.join(', ')}`
}

export async function suggestCommand(context: CommandContext, command: Command): Promise<number> {
  const { min, limit, ...options } = command.opts<ScopeOptions & { min: string; limit: string }>()
  const settings = context.settings()
  const scope = readScope(settings, options)
  const request = { minPapers: readCount('--min', min), limit: readCount('--limit', limit) }
  const library = await openExisting(context, settings)
  if (!library) {
    context.console.progress.warn('there is no workspace here, so there are no papers to look through')
    context.console.answer('No terms to suggest.', { ...scope, terms: [] })
    return EXIT.done
  }
  try {
    const { loadGlossary } = await import('../jobs/glossary.ts')
    const { suggestTerms } = await import('../jobs/suggest-terms.ts')
    const glossary = await loadGlossary({ settings, library, ...scope })
    const terms = await suggestTerms({ library, glossary, ...request })
    context.console.answer(describeSuggestions(terms, request.minPapers), { ...scope, terms })
    return EXIT.done
  } finally {
    await library.close()
  }
}

function readCount(option: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new SettingsError(`${option} is not a number from 1: ${text}`, {
    code: 'usage-number',
    hint: `Write it as ${option} 5.`,
  })
}

function describeSuggestions(terms: readonly SuggestedTerm[], minPapers: number): string {
  if (terms.length === 0) return `No term without a rule stands in ${minPapers} papers or more.`
  return terms
    .map(({ source, abbreviation, papers, renderings }) => {
      const name = abbreviation === undefined ? source : `${source} (${abbreviation})`
      const seen = renderings.map(({ text, count }) => `…${text} ×${count}`)
      return `${String(papers).padStart(5)}  ${name}${seen.length > 0 ? `: ${seen.join(', ')}` : ''}`
    })
    .join('\n')
}
