/** Takes runs of text and drawn rules out of a PDF's pages with pdf.js; draws nothing. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import {
  type FontStyle,
  isDrawingFont,
  judgeFont,
  type PdfPage,
  type PdfRule,
  type PdfRun,
} from './pdf-page.ts'
import { ReadError } from './read-error.ts'

export interface ExtractLimits {
  maxPages: number
}

export interface Extracted {
  pages: PdfPage[]
  /** How many pages the file has, read or not. */
  pageCount: number
}

// No page of a paper has more; what has is a map or an attack.
const MAX_RUNS_PER_PAGE = 12_000
const MAX_CHARACTERS = 6_000_000

type Matrix = readonly number[]

/**
 * The first `maxPages` pages. Hidden in a PDF may be any amount of work: call it in a thread that can be stopped.
 * @throws ReadError `read-encrypted`, `read-damaged`
 */
export async function extractPdf(bytes: Uint8Array, { maxPages }: ExtractLimits): Promise<Extracted> {
  const pdfjs = await loadPdfjs()
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = pdfjs.getDocument({
    data: bytes,
    verbosity: 0,
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    // Images are not looked at; decoding them would be most of the work.
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  })
  try {
    const document = await task.promise
    const pages: PdfPage[] = []
    let characters = 0
    for (
      let number = 1;
      number <= Math.min(document.numPages, maxPages) && characters < MAX_CHARACTERS;
      number++
    ) {
      const page = await extractPage(await document.getPage(number), pdfjs.OPS)
      characters += page.runs.reduce((sum, run) => sum + run.text.length, 0)
      pages.push(page)
    }
    return { pages, pageCount: document.numPages }
  } catch (error) {
    throw explainFailure(error)
  } finally {
    await task.destroy()
  }
}

/** pdf.js wants three drawing classes at start, from a native canvas; reading text never uses them. */
async function loadPdfjs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const scope: Record<string, unknown> = globalThis as never
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) scope[name] ??= class {}
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

function explainFailure(error: unknown): Error {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return new ReadError('The PDF is encrypted.', { code: 'read-encrypted', cause: error })
  return new ReadError('The PDF is damaged.', {
    code: 'read-damaged',
    hint: 'Fetching it again may help.',
    cause: error,
  })
}

async function extractPage(page: PDFPageProxy, ops: Record<string, number>): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const operators = await page.getOperatorList()
  const content = await page.getTextContent()
  const styles = new Map<string, FontStyle | undefined>()
  const styleOf = (fontName: string): FontStyle | undefined => {
    if (!styles.has(fontName)) {
      const name = nameFont(page, fontName)
      styles.set(fontName, isDrawingFont(name) ? undefined : judgeFont(name))
    }
    return styles.get(fontName)
  }
  const runs: PdfRun[] = []
  for (const item of content.items.slice(0, MAX_RUNS_PER_PAGE)) {
    if (!('str' in item) || item.str === '') continue
    const [a, b, , , x, y] = multiply(viewport.transform, item.transform)
    // Turned text is a margin mark or part of a figure.
    if (Math.abs(b) > Math.abs(a) * 0.1) continue
    const style = styleOf(item.fontName)
    const size = Math.abs(a) || item.height
    if (!style || ![x, y, item.width, size].every(Number.isFinite) || size > 500) continue
    runs.push({ text: item.str.slice(0, 5000), x, y, width: item.width, size, style })
  }
  const rules = readRules({ operators, ops, base: viewport.transform })
  page.cleanup()
  return { width: viewport.width, height: viewport.height, runs, rules }
}

function nameFont(page: PDFPageProxy, fontName: string): string {
  if (!page.commonObjs.has(fontName)) return ''
  const font: unknown = page.commonObjs.get(fontName)
  return typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string'
    ? font.name
    : ''
}

interface Operators {
  fnArray: number[]
  argsArray: unknown[]
}

/** Follows the coordinate system through the operators and keeps the paths that are flat and wide. */
function readRules({
  operators,
  ops,
  base,
}: {
  operators: Operators
  ops: Record<string, number>
  base: Matrix
}): PdfRule[] {
  const rules: PdfRule[] = []
  const saved: Matrix[] = []
  let current = base
  for (const [index, code] of operators.fnArray.entries()) {
    const args = operators.argsArray[index]
    if (code === ops.save) saved.push(current)
    else if (code === ops.restore) current = saved.pop() ?? base
    else if (code === ops.transform && isNumbers(args, 6)) current = multiply(current, args)
    else if (code === ops.constructPath && rules.length < 400) addRule(rules, { args, current })
  }
  return rules
}

function addRule(rules: PdfRule[], { args, current }: { args: unknown; current: Matrix }): void {
  const box: unknown = Array.isArray(args) ? args[2] : undefined
  if (typeof box !== 'object' || box === null) return
  const corners: unknown = Array.from({ length: 4 }, (_, index) => (box as Record<number, unknown>)[index])
  if (!isNumbers(corners, 4)) return
  const [left = 0, top = 0, right = 0, bottom = 0] = corners
  const first = multiply(current, [1, 0, 0, 1, left, top])
  const last = multiply(current, [1, 0, 0, 1, right, bottom])
  const [x0, x1] = [Math.min(first[4], last[4]), Math.max(first[4], last[4])]
  if (Math.abs(first[5] - last[5]) < 1.6 && x1 - x0 > 18) rules.push({ x0, x1, y: (first[5] + last[5]) / 2 })
}

function isNumbers(value: unknown, length: number): value is number[] {
  return Array.isArray(value) && value.length >= length && value.every(each => Number.isFinite(each))
}

type SixNumbers = [number, number, number, number, number, number]

/** PDF 32000-1, 8.3.4: the point is first transformed by `inner`, then by `outer`. */
function multiply(outer: Matrix, inner: Matrix): SixNumbers {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
