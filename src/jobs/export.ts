/** The export job: a published digest in one of the formats that other programs read. */
import type { FormBook } from '../paper/form-book.ts'
import { openChromium } from '../publish/chromium.ts'
import { exportBibtex } from '../publish/exports/bibtex.ts'
import { exportCsl } from '../publish/exports/csl.ts'
import { exportJsonl } from '../publish/exports/jsonl.ts'
import { exportOpml } from '../publish/exports/opml.ts'
import { exportRis } from '../publish/exports/ris.ts'
import { renderDigest } from '../publish/render-digest.ts'
import type { PublishedDigest } from './publish.ts'

/** One text, for standard output or a file. */
export type TextFormat = 'markdown' | 'jsonl' | 'bibtex' | 'ris' | 'csl' | 'opml'

/** One file that is no text. */
export type FileFormat = 'epub' | 'pdf'

/** @param book forms and labels besides the built-in ones */
export function renderText(digest: PublishedDigest, format: TextFormat, book?: FormBook): string {
  const render = {
    markdown: () => renderDigest(digest, { allAuthors: digest.allAuthors, book }),
    jsonl: () => exportJsonl(digest),
    bibtex: () => exportBibtex(digest),
    ris: () => exportRis(digest),
    csl: () => exportCsl(digest),
    opml: () => exportOpml(digest),
  }
  return render[format]()
}

export interface FileOptions {
  book?: FormBook | undefined
  /** Path or name of the Chromium that prints; absent: the first one that is found. */
  chromium?: string | undefined
  signal?: AbortSignal | undefined
}

/** @throws ChromiumError for a PDF where there is no Chromium, or it fails */
export async function renderFile(
  digest: PublishedDigest,
  format: FileFormat,
  { book, chromium, signal }: FileOptions,
): Promise<Uint8Array> {
  if (format === 'epub') {
    const { exportEpub } = await import('../publish/exports/epub.ts')
    return exportEpub(digest, book)
  }
  const { renderPrint } = await import('../publish/exports/print.tsx')
  const browser = await openChromium({ executable: chromium, signal })
  try {
    const page = await browser.openPage(A4_PIXELS)
    await page.show(renderPrint(digest, book))
    return await page.printPdf()
  } finally {
    await browser.close()
  }
}

// Of the window only: the sheets are what the page's style says.
const A4_PIXELS = { width: 794, height: 1123 }
