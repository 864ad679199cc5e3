/** What is read out of the Markdown of a digest, ours or somebody else's. */
import type { Layout } from '../paper/edition.ts'
import type { Finding } from '../paper/finding.ts'

/** One paper of a digest, as written there. */
export interface ParsedItem {
  /** Where it begins in the file, from 1. */
  line: number
  /** Absent where the item has no link to a paper. */
  id?: string
  version?: number
  /** The paper's own title, where the layout shows it. */
  title?: string
  firstAuthor?: string
  authors?: string[]
  /** Plain text by field key of the layout's form; what is not there has no key. */
  fields: Record<string, string>
  /** Faults of the item as it is written: labels, order, links, cells. */
  findings: Finding[]
  /** From here on: only where the digest is one of ours and says so. */
  language?: string
  engine?: string
  model?: string
  fallbackReason?: string
  basis?: 'full-text'
  basisReason?: string
  /** The abstract was told in other words by the source. */
  retold?: boolean
  withdrawn?: boolean
}

/** A passage that was not understood; nothing is dropped without one. */
export interface SkippedPassage {
  line: number
  reason: string
}

export interface ParsedDigest {
  layout: Layout
  /** `YYYY-MM-DD`. */
  date?: string
  edition?: string
  language?: string
  /** The table names all authors, not the first one only. */
  allAuthors?: boolean
  items: ParsedItem[]
  skipped: SkippedPassage[]
}
