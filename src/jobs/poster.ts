/** The poster job: the best brief of a paper, its main figure, and a browser that measures. */
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import type { Brief } from '../paper/brief.ts'
import type { Layout } from '../paper/edition.ts'
import { builtInBook, type FormBook } from '../paper/form-book.ts'
import { SOURCE_LANGUAGE } from '../paper/language.ts'
import { latexToText } from '../paper/latex.ts'
import { openChromium } from '../publish/chromium.ts'
import { lookThrough } from '../publish/poster/look.ts'
import { composePosterContent, type PosterFigure } from '../publish/poster/poster-content.ts'
import { type PosterSizeName, posterSizes } from '../publish/poster/poster-size.ts'
import { makePoster } from '../publish/poster.ts'
import { loadPaper } from './load-paper.ts'

export interface PosterJobRequest {
  library: Library
  /** Of a paper that the library knows. */
  id: string
  /** Wanted; the poster speaks the language of the brief there is. */
  language: string
  size: PosterSizeName
  format: 'png' | 'pdf'
  book?: FormBook | undefined
  chromium?: string | undefined
  signal?: AbortSignal | undefined
  /** The main figure of this version; absent: none is looked for. */
  findFigure?: ((paper: StoredPaper) => Promise<PosterFigure | undefined>) | undefined
}

export interface PosterReport {
  id: string
  title: string
  language: string
  /** The form of the brief that it shows; absent where the paper has none, and its own abstract stands there. */
  form?: string
  size: PosterSizeName
  rounds: number
  /** Of the smallest words, in CSS pixels of the sheet. */
  smallestPx: number
  /** Keys of the fields that did not fit whole. */
  cut: string[]
}

/**
 * Undefined where the library has no such paper.
 * @throws ChromiumError; PublishError where the words do not fit
 */
export async function makePaperPoster(
  request: PosterJobRequest,
): Promise<{ report: PosterReport; bytes: Uint8Array } | undefined> {
  const { library, id, language, book = builtInBook } = request
  const known = await loadPaper(library, id)
  const chosen = known && chooseBrief(known, language)
  if (!chosen) return undefined
  const { paper, brief, form } = chosen
  const figure = await request.findFigure?.(paper)
  const content = composePosterContent({
    entry: { paper: { ...paper, title: latexToText(paper.title) }, brief },
    layout: layoutOf(brief, book),
    language: brief.language,
    title: chosen.title,
    book,
    figure,
    checked: chosen.checked,
  })
  const { poster, bytes } = await drawPoster(request, content)
  const { rounds, smallestPx, cut } = poster
  const about = { id: paper.id, title: content.title, language: brief.language, ...(form && { form }) }
  return { report: { ...about, size: request.size, rounds, smallestPx, cut }, bytes }
}

async function drawPoster(
  { size, format, chromium, signal }: PosterJobRequest,
  content: ReturnType<typeof composePosterContent>,
) {
  const browser = await openChromium({ executable: chromium, signal })
  try {
    const sheet = posterSizes[size]
    const page = await browser.openPage(sheet)
    const poster = await makePoster({ content, size: sheet, lookAt: lookThrough(page) })
    await page.show(poster.html)
    return { poster, bytes: format === 'png' ? await page.takePng() : await page.printPdf() }
  } finally {
    await browser.close()
  }
}

type KnownPaper = NonNullable<Awaited<ReturnType<typeof loadPaper>>>

interface Chosen {
  paper: StoredPaper
  brief: Brief
  form?: string
  /** Of a translation of the same version. */
  title?: string
  checked: boolean
}

const FORM_ORDER = ['summary', 'translation']

/** What passed its check before what did not, the wanted language first, a summary before a translation. */
function chooseBrief({ versions, briefs }: KnownPaper, language: string): Chosen | undefined {
  const newest = versions.at(-1)
  if (!newest) return undefined
  const rank = (brief: KnownPaper['briefs'][number]) =>
    (brief.outcome === 'pass' ? 0 : 100) +
    (brief.language === language ? 0 : 40) +
    (brief.version === newest.version ? 0 : 20) +
    ((FORM_ORDER.indexOf(brief.form) + FORM_ORDER.length + 1) % (FORM_ORDER.length + 1))
  const [best] = briefs.toSorted((a, b) => rank(a) - rank(b))
  const paper = versions.find(({ version }) => version === best?.version)
  if (!best || !paper) return { paper: newest, brief: quotePaper(newest), checked: false }
  const translation = briefs.find(
    ({ form, language: of, outcome }) => form === 'translation' && of === best.language && outcome === 'pass',
  )
  const title = translation?.fields.title
  return { paper, brief: best, form: best.form, checked: best.outcome === 'pass', ...(title && { title }) }
}

/** The paper's own words, where nothing was written about it. */
function quotePaper({ id, version, title, abstract }: StoredPaper): Brief {
  const fields = { title, abstract }
  return { paperId: id, version, form: 'translation', language: SOURCE_LANGUAGE, engine: 'source', fields }
}

function layoutOf({ form }: Brief, { forms }: FormBook): Layout {
  if (form === 'summary') return 'summary'
  if (form === 'translation') return 'bilingual'
  const name = [...forms].find(([, known]) => known.name === form)?.[0]
  return `form:${name ?? form}`
}
