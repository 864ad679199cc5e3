/** Puts the sentences of an abstract beside those of its translation, for a reader to compare. */
import type { Brief } from '../paper/brief.ts'
import { latexToText } from '../paper/latex.ts'
import type { Paper } from '../paper/paper.ts'
import { splitSentences } from '../paper/sentences.ts'
import { alignSentences } from './align-sentences.ts'
import { compareSentences } from './compare-sentences.ts'

/** What says the same: one or more sentences of each side. */
export interface PairedSentences {
  source: string
  target: string
}

// High: for a reader, what has no counterpart is better shown beside its neighbour than alone.
const LOSS_COST = 8

/** In reading order, every sentence of both texts once; empty where they are too long to pair, or one has none. */
export function pairSentences(
  paper: Paper,
  { fields, language }: Pick<Brief, 'fields' | 'language'>,
): PairedSentences[] {
  const source = splitSentences(latexToText(paper.abstract), 'en')
  const target = splitSentences(fields.abstract ?? '', language)
  const alignment = alignSentences(compareSentences({ source, target, language, lossCost: LOSS_COST }))
  const gap = /^(?:zh|ja)/.test(language) ? '' : ' '
  return (alignment?.beads ?? []).map(bead => ({
    source: source.slice(...bead.source).join(' '),
    target: target.slice(...bead.target).join(gap),
  }))
}
