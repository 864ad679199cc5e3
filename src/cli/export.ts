/** `export`: a published digest in another format, on stdout. */
import { type Command, Option } from 'commander'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'
import { parseDate } from './run-options.ts'

type Format = 'markdown' | 'jsonl' | 'bibtex' | 'ris' | 'csl' | 'opml'

interface ExportOptions {
  edition: string
  date?: string
  format: Format
  lang?: string
}

export function addExportCommand({ program, act }: Registry): void {
  const command: Command = program
    .command('export')
    .description('print a published digest as Markdown, JSON lines, BibTeX, RIS, CSL-JSON or OPML')
    .requiredOption('--edition <name>', 'edition of the digest')
    .option('--date <date>', 'date of the digest (default: the newest)', parseDate)
    .option('--lang <tag>', 'language of the digest, where it was published in several')
    .addOption(
      new Option('--format <name>')
        .choices(['markdown', 'jsonl', 'bibtex', 'ris', 'csl', 'opml'])
        .default('markdown'),
    )
    .addHelpText(
      'after',
      '\nExample:\n  paperbrief export --edition weekly --date 2025-07-04 --format bibtex > weekly.bib',
    )
  command.action(act(command, context => exportDigest(context, command.opts<ExportOptions>())))
}

async function exportDigest(context: CommandContext, options: ExportOptions): Promise<number> {
  const settings = context.settings()
  const { renderExport } = await import('../jobs/export.ts')
  const { loadForms } = await import('../jobs/forms.ts')
  const book = loadForms(settings)
  const library = await context.openLibrary(settings)
  try {
    const { edition, date, format, lang } = options
    const text = await renderExport({
      library,
      key: { edition, date, language: lang },
      format,
      book,
    })
    if (text === undefined) {
      const known = await library.digests.list()
      const names = known.slice(0, 10).map(digest => `${digest.edition} ${digest.date}`)
      throw new SettingsError(`There is no digest of "${edition}"${date ? ` of ${date}` : ''}.`, {
        code: 'export-no-digest',
        hint:
          names.length > 0
            ? `There are: ${names.join(', ')}.`
            : 'Nothing was published yet: paperbrief run makes the first one.',
      })
    }
    if (context.options.json) context.console.answer('', { edition, format, content: text })
    else process.stdout.write(text)
    return EXIT.done
  } finally {
    await library.close()
  }
}
