/** `show`: one paper as the library knows it. */
import { parseArxivId } from '../paper/arxiv-id.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'

export function addShowCommand({ program, act }: Registry): void {
  const command = program
    .command('show')
    .description('show a paper: its versions, listings, briefs, findings and digests')
    .argument('<id>', 'arXiv id or link, or another id of the library')
    .addHelpText('after', '\nExample:\n  paperbrief show 2509.22622')
  command.action(act(command, context => show(context, command.args[0] ?? '')))
}

async function show(context: CommandContext, given: string): Promise<number> {
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
    context.console.answer(describePaper(known), known)
    return EXIT.done
  } finally {
    await library.close()
  }
}

type KnownPaper = NonNullable<Awaited<ReturnType<typeof import('../jobs/load-paper.ts').loadPaper>>>

function describePaper({ versions, listings, briefs, digests }: KnownPaper): string {
  const newest = versions.at(-1)
  if (!newest) return ''
  const lines = [
    newest.title || '(no title)',
    `${newest.id}v${newest.version}${versions.length > 1 ? ` (${versions.length} versions)` : ''}${newest.withdrawn ? ' — WITHDRAWN' : ''}`,
    newest.authors.join(', '),
    newest.categories.join(' '),
    ...(newest.comment ? [newest.comment] : []),
    ...newest.links.map(link => `${link.kind}: ${link.url}`),
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
      `${brief.form} in ${brief.language} by ${brief.engine}${brief.model ? ` ${brief.model}` : ''}: ${brief.outcome ?? 'unchecked'}${brief.reason ? ` (${brief.reason})` : ''}`,
    )
    for (const [key, text] of Object.entries(brief.fields)) lines.push(`  ${key}: ${text}`)
    for (const { severity, check, message } of brief.findings)
      lines.push(`  ${severity} (${check}): ${message}`)
  }
  return lines.join('\n')
}
