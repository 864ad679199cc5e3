/** Gets a paper's full text as sections: from arXiv's HTML where it has a good one, else from the PDF. */
import { errorMessage } from '../paper/error.ts'
import type { FullText } from '../paper/full-text.ts'
import { readArxivHtml } from './arxiv-html.ts'
import { type PdfLimits, readPdf } from './pdf.ts'
import { ReadError } from './read-error.ts'

export interface ReadRequest {
  /** arXiv id without version, or another stable id. */
  id: string
  /** The version to read; without it, the one that the page says it is. */
  version?: number | undefined
  /** The page's text, or undefined where there is none (404). May throw: the PDF is tried then. */
  fetchHtml?: (() => Promise<string | undefined>) | undefined
  /** The file's bytes, or undefined where there is none. */
  fetchPdf?: (() => Promise<Uint8Array | undefined>) | undefined
  pdfLimits?: Partial<PdfLimits> | undefined
}

/**
 * The full text, with a warning that says why where it is not from HTML.
 * @throws ReadError with the PDF's reason, or the HTML's where no PDF was to be had; the message names both.
 * `retryable` where one of the two could not be fetched for now.
 */
export async function readFullText({
  id,
  version,
  fetchHtml,
  fetchPdf,
  pdfLimits,
}: ReadRequest): Promise<FullText> {
  const html = await attempt(fetchHtml, page => readArxivHtml({ html: page, id, version }))
  if (html.text) return html.text
  const pdf = await attempt(fetchPdf, bytes => readPdf({ bytes, id, version }, pdfLimits))
  if (!pdf.text) throw joinErrors({ id, html: html.error, pdf: pdf.error })
  if (html.error) pdf.text.warnings.push(`Read from the PDF: ${errorMessage(html.error)}`)
  return pdf.text
}

interface Attempt {
  text?: FullText
  /** Absent where there was nothing to read. */
  error?: unknown
}

async function attempt<Raw>(
  fetchRaw: (() => Promise<Raw | undefined>) | undefined,
  parse: (raw: Raw) => FullText | Promise<FullText>,
): Promise<Attempt> {
  try {
    const raw = await fetchRaw?.()
    return raw === undefined ? {} : { text: await parse(raw) }
  } catch (error) {
    return { error }
  }
}

function joinErrors({ id, html, pdf }: { id: string; html: unknown; pdf: unknown }): ReadError {
  if (html === undefined && pdf === undefined)
    return new ReadError(`There is neither HTML nor a PDF of ${id}.`, { code: 'read-not-available' })
  const cause = pdf ?? html
  const reasons = [
    html === undefined ? 'no HTML' : `HTML: ${errorMessage(html)}`,
    pdf === undefined ? 'no PDF' : `PDF: ${errorMessage(pdf)}`,
  ]
  const hint = cause instanceof ReadError ? cause.hint : undefined
  return new ReadError(`The full text of ${id} cannot be read (${reasons.join('; ')}).`, {
    code: cause instanceof ReadError ? cause.code : 'read-not-available',
    retryable: [html, pdf].some(isRetryable),
    cause,
    ...(hint ? { hint } : {}),
  })
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'retryable' in error && error.retryable === true
}
