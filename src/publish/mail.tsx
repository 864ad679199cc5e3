/** A digest as the HTML of a mail: one column, styles inlined, readable in the dark. */
import { html, raw } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'
import juice from 'juice/client'
import type { MailEntry, MailView } from './mail-view.ts'
import { mailWordingFor } from './mail-wording.ts'
import { wordingFor } from './pages/wording.ts'
import { SimpleText } from './simple-text.tsx'

/** Styles as attributes: many programs drop style sheets. */
const STYLES = `
.page { max-width: 40rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; color: #1c1b19; background-color: #ffffff; font: 16px/1.6 -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif }
h1 { font-size: 1.4rem; line-height: 1.3; margin: 0 }
h2 { font-size: 1.1rem; line-height: 1.4; margin: 2rem 0 0 }
.h { color: #1c4f82; text-decoration: none }
p { margin: .5rem 0 0 }
.m { font-size: 14px; color: #5c5953 }
.w { font-size: 14px; color: #8a3b12 }
`

/** What attributes cannot say; programs that drop it turn the colours themselves. */
const DARK = `:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  body, .page { background-color: #16181b !important; color: #e6e3dd !important }
  a, .h { color: #8ebcec !important }
  .m { color: #a29e96 !important }
  .w { color: #f0a677 !important }
}`

export function renderMail(view: MailView): string {
  return juice.inlineContent(String(<Mail view={view} />), STYLES, { applyWidthAttributes: false })
}

function Mail({ view }: { view: MailView }) {
  const { title, count, language, url, entries, left, isShortened, unsubscribe } = view
  const words = mailWordingFor(language)
  const note = [...(left > 0 ? [words.more(left)] : []), ...(isShortened ? [words.shortened] : [])].join(
    ' · ',
  )
  return (
    <>
      {html`<!doctype html>`}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <title>{title}</title>
          <style>{raw(DARK)}</style>
        </head>
        <body style="margin: 0">
          <div class="page">
            <h1>
              <Link url={url}>{title}</Link>
            </h1>
            <p class="m">{count}</p>
            {entries.map((entry, index) => (
              <Entry {...entry} number={index + 1} view={view} />
            ))}
            {note && (
              <p class="m">
                <Link url={url}>{note}</Link>
              </p>
            )}
            <p class="m">
              {view.sender.name} · <a href={unsubscribe}>{words.unsubscribe}</a>
            </p>
          </div>
        </body>
      </html>
    </>
  )
}

function Entry({ entry, show, number, view }: MailEntry & { number: number; view: MailView }) {
  const { title, language, url, original, authors, notices, gist, fields } = entry
  return (
    <>
      <h2 lang={language === view.language ? undefined : language}>
        {number}.{' '}
        <Link url={url}>
          <SimpleText text={title} />
        </Link>
      </h2>
      {original && show === 'full' && (
        <p class="m" lang="en">
          <SimpleText text={original} />
        </p>
      )}
      {authors.length > 0 && show !== 'titles' && (
        <p class="m">
          {wordingFor(view.language).authors(authors)}
          {show === 'full' && <EntryLinks entry={entry} />}
        </p>
      )}
      {notices.map(notice => (
        <p class="w">
          <SimpleText text={notice} />
        </p>
      ))}
      {show === 'short' && gist && (
        <p>
          <SimpleText text={gist} />
        </p>
      )}
      {show === 'full' &&
        fields.flatMap(({ label, text }) =>
          text.split('\n\n').map((paragraph, index) => (
            <p>
              {label && index === 0 && (
                <b>
                  {label}
                  {view.colon}
                </b>
              )}
              <SimpleText text={paragraph} />
            </p>
          )),
        )}
    </>
  )
}

function EntryLinks({ entry: { source, pdf, links, url } }: Pick<MailEntry, 'entry'>) {
  const all = [
    ...(source && source !== url ? [{ name: pdf ? 'arXiv' : 'DOI', url: source }] : []),
    ...(pdf ? [{ name: 'PDF', url: pdf }] : []),
    ...links,
  ]
  return (
    <>
      {all.map(({ name, url }) => (
        <>
          {' · '}
          <a href={url}>{name}</a>
        </>
      ))}
    </>
  )
}

function Link({ url, children }: PropsWithChildren<{ url: string | undefined }>) {
  return url ? (
    <a class="h" href={url}>
      {children}
    </a>
  ) : (
    <span>{children}</span>
  )
}
