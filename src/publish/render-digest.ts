/** Renders a digest in its layout. */
import type { Digest } from '../paper/edition.ts'
import { builtInBook, type FormBook, findForm } from '../paper/form-book.ts'
import { renderBilingual } from './markdown/bilingual.ts'
import { renderCustom } from './markdown/custom.ts'
import { renderSummary } from './markdown/summary.ts'
import { renderTable } from './markdown/table.ts'

export interface RenderOptions {
  /** The table names all authors of a paper, not the first one only. */
  allAuthors?: boolean
  /** Forms and labels besides the built-in ones. */
  book?: FormBook | undefined
}

/**
 * Markdown, the same bytes for the same digest.
 * @throws PublishError for the layout of a form that the book does not have
 */
export function renderDigest(
  digest: Digest,
  { allAuthors = false, book = builtInBook }: RenderOptions = {},
): string {
  const { labels } = book
  switch (digest.layout) {
    case 'bilingual':
      return renderBilingual(digest, { labels })
    case 'summary':
      return renderSummary(digest, { labels, form: findForm('summary', book) })
    case 'table':
      return renderTable(digest, { allAuthors, labels })
    default:
      return renderCustom(digest, { labels, form: findForm(digest.layout, book) })
  }
}
