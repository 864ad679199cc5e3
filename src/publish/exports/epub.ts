/** EPUB 3: a digest as a book, for e-readers; equal digests give equal bytes. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Digest } from '../../paper/edition.ts'
import type { FormBook } from '../../paper/form-book.ts'
import { drawCover } from './epub/cover.ts'
import { writeContainer, writePackage } from './epub/package.ts'
import { COVER_PICTURE, renderPages, STYLE_SHEET } from './epub/pages.tsx'
import { bookStyle } from './epub/style.ts'

const FOLDER = 'EPUB'
const PACKAGE = `${FOLDER}/package.opf`

/** https://www.w3.org/TR/epub-33; one chapter for each paper. */
export function exportEpub(digest: Digest, book?: FormBook): Uint8Array {
  const pages = renderPages(digest, book)
  const files: [string, string][] = [
    ['META-INF/container.xml', writeContainer(PACKAGE)],
    [PACKAGE, writePackage(digest, pages)],
    [`${FOLDER}/${STYLE_SHEET}`, bookStyle],
    [`${FOLDER}/${COVER_PICTURE}`, drawCover(digest, book)],
    ...pages.map(({ file, content }): [string, string] => [`${FOLDER}/${file}`, content]),
  ]
  // The zip format keeps local time: the same everywhere only when it is made of local time too.
  const mtime = new Date(2000, 0, 1)
  const zipped: Zippable = {
    // First and as it is, so that the file's type can be read from its 38th byte on (OCF, 4.2.2).
    mimetype: [strToU8('application/epub+zip'), { level: 0, mtime }],
  }
  for (const [path, content] of files) zipped[path] = [strToU8(content), { level: 9, mtime }]
  return zipSync(zipped)
}
