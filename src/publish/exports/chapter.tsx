/** One paper of a digest as a chapter: what books and printed pages show, with formulas as MathML. */
import type { Digest, DigestEntry } from '../../paper/edition.ts'
import type { FormBook } from '../../paper/form-book.ts'
import { SOURCE_LANGUAGE } from '../../paper/language.ts'
import { Paragraphs, RichText } from '../pages/rich-text.tsx'
import { wordingFor } from '../pages/wording.ts'
import { type PresentedEntry, presentEntry } from '../present-entry.ts'
import { listFields } from './list-fields.ts'

export interface ChapterProps {
  entry: DigestEntry
  digest: Pick<Digest, 'language' | 'layout'>
  book?: FormBook | undefined
  /** From 1. */
  number: number
}

export function Chapter({ entry, digest, book, number }: ChapterProps) {
  const shown = presentEntry(entry, digest, { book })
  const words = wordingFor(digest.language)
  return (
    <>
      <header>
        <h2 lang={shown.language}>
          <span class="number">{number}</span> <RichText text={shown.title} />
        </h2>
        {shown.original && (
          <p class="original" lang={SOURCE_LANGUAGE}>
            <RichText text={shown.original} />
          </p>
        )}
        {shown.authors.length > 0 && (
          <p class="authors">
            <RichText text={words.authors(shown.authors)} />
          </p>
        )}
        <ChapterLinks shown={shown} />
        {shown.notices.map(notice => (
          <p class="notice">
            <RichText text={notice} />
          </p>
        ))}
      </header>
      {listFields(entry, digest, book).map(({ kind, label, text }) => (
        <section class={`field ${kind}`}>
          {label !== undefined && <h3>{label}</h3>}
          <Paragraphs text={text} lang={entry.brief.language} />
        </section>
      ))}
    </>
  )
}

function ChapterLinks({ shown: { source, pdf, links, categories } }: { shown: PresentedEntry }) {
  const all = [
    ...(source ? [{ name: pdf ? 'arXiv' : 'DOI', url: source }] : []),
    ...(pdf ? [{ name: 'PDF', url: pdf }] : []),
    ...links,
  ]
  if (all.length + categories.length === 0) return null
  return (
    <p class="links">
      {all.map(({ name, url }) => (
        <>
          <a href={url}>{name}</a>{' '}
        </>
      ))}
      <span class="categories">
        <RichText text={categories.slice(0, 6).join(' ')} />
      </span>
    </p>
  )
}
