/** `poster`: one paper on one sheet, as a picture or a PDF. */
import { extname, resolve } from 'node:path'
import { Option } from 'commander'
import type { PosterReport } from '../jobs/poster.ts'
import type { Library } from '../library/library.ts'
import { parseArxivId } from '../paper/arxiv-id.ts'
import type { Settings } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'

interface PosterOptions {
  out?: string
  size?: PosterReport['size']
  lang?: string
  figures?: boolean
  chromium?: string
}

export function addPosterCommand({ program, act }: Registry): void {
  const command = program
    .command('poster')
    .description('make a poster of one paper: its brief on one sheet, measured so that nothing overflows')
    .argument('<id>', 'arXiv id or link, or another id of the library')
    .option('--out <file>', 'file to write, .png or .pdf (default: poster-ID.pdf in this folder)')
    .addOption(
      new Option('--size <name>', 'size of the sheet (default: a1 for a PDF, screen for a picture)').choices([
        'a0',
        'a1',
        'screen',
      ]),
    )
    .option('--lang <tag>', 'language of the brief, where there are several')
    .option('--figures', 'read the paper at arXiv and show its main figure')
    .option('--chromium <path>', 'the Chromium that measures and prints (default: the first one found)')
    .addHelpText(
      'after',
      '\nExample:\n  paperbrief poster 2509.22622\n  paperbrief poster 2509.22622 --out poster.png --size screen --figures',
    )
  command.action(
    act(command, context => poster(context, command.args[0] ?? '', command.opts<PosterOptions>())),
  )
}

async function poster(context: CommandContext, given: string, options: PosterOptions): Promise<number> {
  const settings = context.settings()
  const id = parseArxivId(given)?.id ?? given.trim()
  const path = resolve(context.cwd, options.out ?? `poster-${id.replace(/[^\w.-]+/g, '-')}.pdf`)
  const format = formatOf(path)
  const { makePaperPoster } = await import('../jobs/poster.ts')
  const { loadForms } = await import('../jobs/forms.ts')
  const { writeOutput } = await import('../jobs/write-output.ts')
  const library = await context.openLibrary(settings)
  const figures = await openFigures(context, { settings, library, fetches: options.figures ?? false })
  try {
    const made = await makePaperPoster({
      library,
      id,
      language: options.lang ?? settings.language,
      size: options.size ?? (format === 'png' ? 'screen' : 'a1'),
      format,
      book: loadForms(settings),
      chromium: options.chromium,
      signal: context.signal,
      findFigure: figures.find,
    })
    if (!made)
      throw new SettingsError(`The library has no paper "${id}".`, {
        code: 'poster-unknown-paper',
        hint: 'Collect or import it first: paperbrief import FILE.',
      })
    await writeOutput(path, made.bytes)
    describe(context, made.report, path)
    return EXIT.done
  } finally {
    await figures.close()
    await library.close()
  }
}

function describe({ console: answers }: CommandContext, report: PosterReport, path: string): void {
  if (report.form === undefined)
    answers.progress.note(`There is no brief of ${report.id}: the poster shows the paper’s own abstract.`)
  if (report.cut.length > 0)
    answers.progress.warn(
      `not all words fitted at a size that can be read; shortened: ${report.cut.join(', ')} (a larger sheet: --size a0)`,
    )
  answers.answer(path, { ...report, files: [path] })
}

function formatOf(path: string): 'png' | 'pdf' {
  const extension = extname(path).toLowerCase()
  if (extension === '.png') return 'png'
  if (extension === '.pdf') return 'pdf'
  throw new SettingsError(`A poster is a .png or a .pdf, not "${extension || path}".`, {
    code: 'poster-unknown-format',
    hint: 'Name the file with --out poster.pdf or --out poster.png.',
  })
}

type FindFigure = NonNullable<Parameters<typeof import('../jobs/poster.ts').makePaperPoster>[0]['findFigure']>

async function openFigures(
  { console: answers, signal }: CommandContext,
  { settings, library, fetches }: { settings: Settings; library: Library; fetches: boolean },
): Promise<{ find: FindFigure; close(): Promise<void> }> {
  const { findPosterFigure } = await import('../jobs/poster-figure.ts')
  const { openFetch } = await import('../jobs/open-sources.ts')
  const { progress } = answers
  const { baseUrl } = settings.read
  const fetch = fetches ? openFetch({ settings, library, progress }) : undefined
  return {
    find: paper => findPosterFigure({ library, paper, fetch, baseUrl, signal, warn: progress.warn }),
    close: async () => fetch?.close(),
  }
}
