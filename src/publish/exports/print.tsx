/** A digest as one page to be printed: cover line, contents, a chapter for each paper, numbered sheets. */
import { html, raw } from 'hono/html'
import type { Digest } from '../../paper/edition.ts'
import type { FormBook } from '../../paper/form-book.ts'
import { countPapers, findLabels } from '../../paper/labels.ts'
import { RichText } from '../pages/rich-text.tsx'
import { wordingFor } from '../pages/wording.ts'
import { nameDigest, presentEntry } from '../present-entry.ts'
import { Chapter } from './chapter.tsx'
import { printStyle } from './print-style.ts'

/** Nothing in it runs, and nothing is loaded. */
export const STILL_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/** A whole document of HTML, style included, for a browser to print. */
export function renderPrint(digest: Digest, book?: FormBook): string {
  const words = wordingFor(digest.language)
  const labels = findLabels(digest.language, book?.labels)
  return String(
    <>
      {html`<!doctype html>`}
      <html lang={digest.language}>
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content={STILL_PAGE_POLICY} />
          <title>{nameDigest(digest)}</title>
          <style>{raw(printStyle)}</style>
        </head>
        <body>
          <header class="masthead">
            <h1>
              <RichText text={nameDigest({ ...digest, date: words.date(digest.date) })} />
            </h1>
            <p>{countPapers(labels, digest.entries.length)}</p>
          </header>
          {digest.entries.length > 1 && (
            <nav class="contents">
              <ol>
                {digest.entries.map((entry, index) => {
                  const { title, language } = presentEntry(entry, digest, { book })
                  return (
                    <li lang={language}>
                      <a href={`#p${index + 1}`}>
                        <RichText text={title} />
                      </a>
                    </li>
                  )
                })}
              </ol>
            </nav>
          )}
          {digest.entries.map((entry, index) => (
            <article id={`p${index + 1}`}>
              <Chapter entry={entry} digest={digest} book={book} number={index + 1} />
            </article>
          ))}
          <footer class="foot">{words.checked}</footer>
        </body>
      </html>
    </>,
  )
}
