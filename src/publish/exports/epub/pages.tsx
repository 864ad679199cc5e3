/** The pages of a book: cover, contents, one chapter a paper. */
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Digest, DigestEntry } from '../../../paper/edition.ts'
import type { FormBook } from '../../../paper/form-book.ts'
import { wordingFor } from '../../pages/wording.ts'
import { nameDigest, presentEntry } from '../../present-entry.ts'
import { Chapter } from '../chapter.tsx'
import { toXhtml } from './xhtml.ts'

export interface Page {
  /** Name of the file. */
  file: string
  title: string
  content: string
  /** `mathml`, `nav`, `svg`: what the manifest must say of it. */
  properties?: string
}

export const COVER_PICTURE = 'cover.svg'
export const STYLE_SHEET = 'style.css'
const CONTENTS = 'nav.xhtml'

/** In reading order. */
export function renderPages(digest: Digest, book?: FormBook): Page[] {
  const chapters = digest.entries.map((entry, index) => renderChapter(entry, { digest, book, index }))
  const cover = renderCover(digest)
  return [cover, renderContents(digest, [cover, ...chapters]), ...chapters]
}

function renderCover(digest: Digest): Page {
  const title = nameDigest(digest)
  return {
    file: 'cover.xhtml',
    title,
    content: renderDocument(
      <Document title={title} language={digest.language} kind="cover">
        <p class="cover">
          <img src={COVER_PICTURE} alt={title} />
        </p>
      </Document>,
    ),
  }
}

/** The navigation document: the one page whose structure EPUB prescribes. */
function renderContents(digest: Digest, pages: readonly Page[]): Page {
  const title = wordingFor(digest.language).contents
  return {
    file: CONTENTS,
    title,
    properties: 'nav',
    content: renderDocument(
      <Document title={title} language={digest.language} kind="frontmatter">
        <nav epub:type="toc" role="doc-toc" id="toc">
          <h1>{title}</h1>
          <ol>
            {pages.map(page => (
              <li>
                <a href={page.file}>{page.title}</a>
              </li>
            ))}
          </ol>
        </nav>
      </Document>,
    ),
  }
}

function renderChapter(
  entry: DigestEntry,
  { digest, book, index }: { digest: Digest; book: FormBook | undefined; index: number },
): Page {
  const { title } = presentEntry(entry, digest, { book })
  const content = renderDocument(
    <Document title={title} language={digest.language} kind="chapter">
      <Chapter entry={entry} digest={digest} book={book} number={index + 1} />
    </Document>,
  )
  return {
    file: `paper-${String(index + 1).padStart(4, '0')}.xhtml`,
    title: `${index + 1}. ${title}`,
    content,
    ...(content.includes('<math ') && { properties: 'mathml' }),
  }
}

function Document({
  title,
  language,
  kind,
  children,
}: PropsWithChildren<{ title: string; language: string; kind: string }>) {
  return (
    <html
      xmlns="http://www.w3.org/1999/xhtml"
      xmlns:epub="http://www.idpf.org/2007/ops"
      lang={language}
      xml:lang={language}
    >
      <head>
        <title>{title}</title>
        <link rel="stylesheet" type="text/css" href={STYLE_SHEET} />
      </head>
      <body>
        <section epub:type={kind}>{children}</section>
      </body>
    </html>
  )
}

function renderDocument(document: Child): string {
  return toXhtml(String(document))
}
