/** `show`: one paper as the library knows it. */
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import { parseArxivId } from '../paper/arxiv-id.ts'
import type { Settings } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'

export function addShowCommand({ program, act }: Registry): void {
  const command = program
    .command('show')
    .description('show a paper: its versions, listings, briefs, findings and digests')
    .argument('<id>', 'arXiv id or link, or another id of the library')
    .option('--text', 'print the full text: from arXiv’s HTML, else from the PDF')
    .addHelpText('after', '\nExample:\n  paperbrief show 2509.22622\n  paperbrief show 2509.22622 --text')
  command.action(
    act(command, context =>
      show(context, command.args[0] ?? '', command.opts<{ text?: boolean }>().text ?? false),
    ),
  )
}

async function show(context: CommandContext, given: string, wantsText: boolean): Promise<number> {
  const settings = context.settings()
  const { loadPaper } = await import('../jobs/load-paper.ts')
  const library = await context.openLibrary(settings)
  try {
    const id = parseArxivId(given)?.id ?? given.trim()
    const known = await loadPaper(library, id)
    if (!known) {
      throw new SettingsError(`The library has no paper "${id}".`, {
        code: 'show-unknown-paper',
        hint: 'Collect or import it first: paperbrief import FILE.',
      })
    }
    if (wantsText) return await showText(context, { settings, library, paper: known.versions.at(-1) })
    context.console.answer(describePaper(known), known)
    return EXIT.done
  } finally {
    await library.close()
  }
}

async function showText(
  { console, signal }: CommandContext,
  { settings, library, paper }: { settings: Settings; library: Library; paper: StoredPaper | undefined },
): Promise<number> {
  const { openFetch } = await import('../jobs/open-sources.ts')
  const { formatFullText, readPaper } = await import('../jobs/read-paper.ts')
  if (!paper) throw new Error('a paper that was found has a version')
  const fetch = openFetch({ settings, library, progress: console.progress })
  try {
    const text = await readPaper({ library, paper, fetch, baseUrl: settings.read.baseUrl, signal })
    for (const warning of text.warnings) console.progress.note(warning)
    console.answer(formatFullText(text), text)
    return EXIT.done
  } finally {
    await fetch.close()
  }
}

type KnownPaper = NonNullable<Awaited<ReturnType<typeof import('../jobs/load-paper.ts').loadPaper>>>

function describePaper({ versions, history, deleted, listings, briefs, digests }: KnownPaper): string {
  const newest = versions.at(-1)
  if (!newest) return ''
  const lines = [
    newest.title || '(no title)',
    `${newest.id}v${newest.version}${countVersions({ versions, history })}${newest.withdrawn ? ' — WITHDRAWN by its authors' : ''}${deleted ? ' — DELETED by its source' : ''}`,
    newest.authors.join(', '),
    newest.categories.join(' '),
    ...(newest.comment ? [newest.comment] : []),
    ...newest.links.map(link => `${link.kind}: ${link.url}`),
    ...(history.length > 0 ? [describeHistory(history)] : []),
    '',
    newest.abstract || '(no abstract)',
    ...(newest.abstractOrigin === 'retold' ? ['(The abstract is retold.)'] : []),
    '',
    ...listings.map(
      ({ source, date, place, votes, kind }) =>
        `listed by ${source} on ${date} (${kind}${place ? `, place ${place}` : ''}${votes === undefined ? '' : `, ${votes} votes`})`,
    ),
    ...digests.map(({ edition, date, layout, language }) => `in ${edition} ${date} (${layout}, ${language})`),
  ]
  for (const brief of briefs) {
    lines.push(
      '',
      `${brief.form} in ${brief.language} by ${brief.engine}${brief.model ? ` ${brief.model}` : ''}: ${brief.outcome ?? 'unchecked'}${brief.reason ? ` (${brief.reason})` : ''}${describeBasis(brief)}`,
    )
    for (const [key, text] of Object.entries(brief.fields)) lines.push(`  ${key}: ${text}`)
    for (const { severity, check, message, section } of brief.findings)
      lines.push(`  ${severity} (${check}): ${message}${section ? ` (section ${section})` : ''}`)
  }
  return lines.join('\n')
}

function countVersions({ versions, history }: Pick<KnownPaper, 'versions' | 'history'>): string {
  const count = Math.max(versions.length, history.length)
  return count > 1 ? ` (${count} versions)` : ''
}

function describeHistory(history: KnownPaper['history']): string {
  const all = history.map(
    ({ version, submitted, withdrawn }) =>
      `v${version} ${submitted.slice(0, 10)}${withdrawn ? ' (withdrawn)' : ''}`,
  )
  return `submitted: ${all.join(', ')}`
}

function describeBasis({ basis, basisReason }: KnownPaper['briefs'][number]): string {
  if (basisReason) return `, from the abstract alone: ${basisReason}`
  return basis === 'full-text' ? ', from the full text' : ''
}
