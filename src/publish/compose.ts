/** Composes a digest and makes sure, for the last time, that its entries are what its layout shows. */
import type { Digest, DigestEntry } from '../paper/edition.ts'
import type { Form } from '../paper/form.ts'
import { builtInBook, type FormBook, findForm } from '../paper/form-book.ts'

/**
 * The entries keep their order: it is the reader's ranking.
 * @throws Error, a bug in what came before, for a paper that stands twice or has no fitting brief
 */
export function composeDigest(
  { edition, date, language, layout, entries }: Digest,
  book: FormBook = builtInBook,
): Digest {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error(`a digest of ${edition} has the date "${date}"`)
  const seen = new Set<string>()
  for (const { paper } of entries) {
    if (seen.has(paper.id)) throw new Error(`the digest of ${edition}, ${date} holds ${paper.id} twice`)
    seen.add(paper.id)
  }
  const form = findForm(layout, book)
  if (!form) throw new Error(`the digest of ${edition} has the layout ${layout}, whose form is not there`)
  for (const entry of entries) assertBrief(entry, form)
  return { edition, date, language, layout, entries: [...entries] }
}

function assertBrief({ paper, brief }: DigestEntry, form: Form): void {
  if (brief.paperId !== paper.id) throw new Error(`${paper.id} stands beside the brief of ${brief.paperId}`)
  if (brief.form !== form.name)
    throw new Error(`the brief of ${paper.id} is of the form ${brief.form}; its digest shows ${form.name}`)
  const missing = form.fields.find(({ key }) => brief.fields[key] === undefined)
  if (missing) throw new Error(`the brief of ${paper.id} has no ${missing.key}`)
}
