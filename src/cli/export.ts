/** `export`: a published digest in another format, on stdout or as files. */
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { FileFormat, TextFormat } from '../jobs/export.ts'
import type { PublishedDigest } from '../jobs/publish.ts'
import type { Library } from '../library/library.ts'
import type { FormBook } from '../paper/form-book.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'
import { parseDate } from './run-options.ts'

type Format = TextFormat | FileFormat | 'obsidian'

interface ExportOptions {
  edition: string
  date?: string
  format: Format
  lang?: string
  out?: string
  chromium?: string
}

// Here again and not from the job, whose loading would slow down every other command.
const TEXT_FORMATS: readonly Format[] = ['markdown', 'jsonl', 'bibtex', 'ris', 'csl', 'opml']
const FORMATS: readonly Format[] = [...TEXT_FORMATS, 'obsidian', 'epub', 'pdf']
const DEFAULT_VAULT = 'obsidian'

export function addExportCommand({ program, act }: Registry): void {
  const command: Command = program
    .command('export')
    .description(
      'give a published digest as Markdown, JSON lines, BibTeX, RIS, CSL-JSON or OPML; or write an EPUB, a PDF, or notes for Obsidian',
    )
    .requiredOption('--edition <name>', 'edition of the digest')
    .option('--date <date>', 'date of the digest (default: the newest)', parseDate)
    .option('--lang <tag>', 'language of the digest, where it was published in several')
    .addOption(new Option('--format <name>').choices(FORMATS).default('markdown'))
    .option(
      '--out <path>',
      'file to write, for obsidian the vault’s folder (default: texts go to stdout, others into this folder)',
    )
    .option('--chromium <path>', 'the Chromium that prints a PDF (default: the first one found)')
    .addHelpText(
      'after',
      '\nExample:\n  paperbrief export --edition weekly --date 2025-07-04 --format bibtex > weekly.bib\n  paperbrief export --edition daily --format epub --out daily.epub\n  paperbrief export --edition daily --format obsidian --out ~/vault/Papers',
    )
  command.action(act(command, context => exportDigest(context, command.opts<ExportOptions>())))
}

async function exportDigest(context: CommandContext, options: ExportOptions): Promise<number> {
  const settings = context.settings()
  const { loadForms } = await import('../jobs/forms.ts')
  const { loadDigest } = await import('../jobs/publish.ts')
  const book = loadForms(settings)
  const library = await context.openLibrary(settings)
  try {
    const { edition, date, lang } = options
    const digest = await loadDigest(library, { edition, date, language: lang })
    if (!digest) throw await explainMissing(library, options)
    await giveOut(context, { digest, book, options })
    return EXIT.done
  } finally {
    await library.close()
  }
}

interface Outgoing {
  digest: PublishedDigest
  book: FormBook
  options: ExportOptions
}

async function giveOut(context: CommandContext, { digest, book, options }: Outgoing): Promise<void> {
  const { cwd, console: answers, signal } = context
  const { format, out, chromium } = options
  if (format === 'obsidian') return exportNotes(context, { digest, book, options })
  const { renderFile, renderText } = await import('../jobs/export.ts')
  const isFile = format === 'epub' || format === 'pdf'
  const content = isFile
    ? await renderFile(digest, format, { book, chromium, signal })
    : renderText(digest, format, book)
  if (typeof content === 'string' && out === undefined) {
    if (context.options.json) answers.answer('', { edition: options.edition, format, content })
    else process.stdout.write(content)
    return
  }
  const { writeOutput } = await import('../jobs/write-output.ts')
  const path = resolve(cwd, out ?? `${digest.edition}-${digest.date}.${format}`)
  await writeOutput(path, content)
  answers.answer(path, { edition: digest.edition, date: digest.date, format, files: [path] })
}

async function exportNotes(
  { cwd, console: answers }: CommandContext,
  { digest, book, options: { format, out } }: Outgoing,
): Promise<void> {
  const { exportVault } = await import('../jobs/export-vault.ts')
  const folder = resolve(cwd, out ?? DEFAULT_VAULT)
  const { files, kept } = await exportVault(digest, { folder, book })
  for (const path of kept)
    answers.progress.warn(`${path} is not a note of Paperbrief’s, or its marker line is gone: left as it is`)
  const { edition, date } = digest
  answers.answer(`${files.length} notes in ${folder}`, { edition, date, format, files, kept })
}

async function explainMissing(library: Library, { edition, date }: ExportOptions): Promise<SettingsError> {
  const known = await library.digests.list()
  const names = known.slice(0, 10).map(digest => `${digest.edition} ${digest.date}`)
  return new SettingsError(`There is no digest of "${edition}"${date ? ` of ${date}` : ''}.`, {
    code: 'export-no-digest',
    hint:
      names.length > 0
        ? `There are: ${names.join(', ')}.`
        : 'Nothing was published yet: paperbrief run makes the first one.',
  })
}
