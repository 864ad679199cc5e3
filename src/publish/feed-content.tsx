/** What stands in an entry of a feed: the whole brief in plain HTML, without scripts, styles or pictures. */
import { findLabels, type Labels } from '../paper/labels.ts'
import { wordingFor } from './pages/wording.ts'
import type { PresentedEntry } from './present-entry.ts'
import { SimpleText } from './simple-text.tsx'

export interface ContentOptions {
  /** Of the digest. */
  language: string
  labels?: readonly Labels[] | undefined
}

/** One paper, without its title. */
export function renderEntryContent(entry: PresentedEntry, options: ContentOptions): string {
  return String(<EntryContent entry={entry} {...options} />)
}

/** A whole digest. */
export function renderDigestContent(entries: readonly PresentedEntry[], options: ContentOptions): string {
  return entries.map(entry => String(<TitledEntry entry={entry} {...options} />)).join('')
}

function TitledEntry({ entry, ...options }: ContentOptions & { entry: PresentedEntry }) {
  const title = <SimpleText text={entry.title} />
  return (
    <>
      <h2 lang={entry.language}>{entry.url ? <a href={entry.url}>{title}</a> : title}</h2>
      <EntryContent entry={entry} {...options} />
    </>
  )
}

function EntryContent({ entry, language, labels }: ContentOptions & { entry: PresentedEntry }) {
  const { colon } = findLabels(language, labels).marks
  const { original, authors, notices, fields } = entry
  return (
    <>
      {original && (
        <p lang="en">
          <em>
            <SimpleText text={original} />
          </em>
        </p>
      )}
      {authors.length > 0 && <p>{wordingFor(language).authors(authors)}</p>}
      {notices.map(notice => (
        <p>
          <strong>
            <SimpleText text={notice} />
          </strong>
        </p>
      ))}
      {fields.map(({ label, text }) =>
        text.split('\n\n').map((paragraph, index) => (
          <p lang={entry.language === language ? undefined : entry.language}>
            {label && index === 0 && (
              <strong>
                {label}
                {colon}
              </strong>
            )}
            <SimpleText text={paragraph} />
          </p>
        )),
      )}
      <EntryLinks entry={entry} />
    </>
  )
}

function EntryLinks({ entry: { source, pdf, links } }: { entry: PresentedEntry }) {
  const all = [
    ...(source ? [{ name: pdf ? 'arXiv' : 'DOI', url: source }] : []),
    ...(pdf ? [{ name: 'PDF', url: pdf }] : []),
    ...links,
  ]
  if (all.length === 0) return null
  return (
    <p>
      {all.map(({ name, url }, index) => (
        <>
          {index > 0 && ' · '}
          <a href={url}>{name}</a>
        </>
      ))}
    </p>
  )
}
