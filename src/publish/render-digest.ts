/** Renders a digest in its layout. */
import type { Digest } from '../paper/edition.ts'
import { renderBilingual } from './markdown/bilingual.ts'
import { renderSummary, type SummaryOptions } from './markdown/summary.ts'
import { renderTable, type TableOptions } from './markdown/table.ts'

export type RenderOptions = SummaryOptions & TableOptions

/** Markdown, the same bytes for the same digest. */
export function renderDigest(digest: Digest, options: RenderOptions = {}): string {
  switch (digest.layout) {
    case 'bilingual':
      return renderBilingual(digest)
    case 'summary':
      return renderSummary(digest, options)
    case 'table':
      return renderTable(digest, options)
  }
}
