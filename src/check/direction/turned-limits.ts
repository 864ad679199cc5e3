/** Finds limits that a brief turned round: 至少 for "up to", 最多 for "at least". */
import type { SourceWord } from '../evidence/source-words.ts'
import type { Turn } from './negations.ts'
import type { SentenceCase } from './sentence-case.ts'

type Limit = 'least' | 'most'

const LEAST =
  /(?:at least|(?:no|never) (?:fewer|less) than|not less than|(?:more|greater|longer|higher|larger|later|older|farther) than|over|above|(?<!\b(?:not|never|without) )(?:exceed|surpass)\w*|beyond|minimum of)(?: an?| the)?$/
const MOST =
  /(?:up to|at most|(?:not|never|without) (?:exceed|surpass)\w*|(?:no|not|never) (?:more|longer|higher|larger|later) than|(?<!\b(?:no|not|never) )(?:less|fewer|lower|shorter|smaller|younger|earlier|closer|nearer) than|under|below|within|maximum of|as much as|as many as)(?: an?| the)?$/

/** Only where every mention of the figure in the source has the other limit. */
export function findTurnedLimits({ tongue, text, source, isWhole }: SentenceCase): Turn[] {
  return tongue.readLimits(text).flatMap((limit): Turn[] => {
    const told = (isWhole ? source.slice(0, 1) : source).flatMap(sentence =>
      sentence.words.flatMap((word, at) =>
        readFigure(word) === limit.figure ? [{ sentence, limit: readLimit(sentence.words, at) }] : [],
      ),
    )
    const opposite: Limit = limit.kind === 'least' ? 'most' : 'least'
    const [first] = told
    return first && told.every(other => other.limit === opposite)
      ? [{ kind: 'limit', quote: limit, source: first.sentence }]
      : []
  })
}

const ONES = new Set(['a', 'an', 'one'])

function readFigure({ text }: SourceWord): string {
  return ONES.has(text) ? '1' : text.replace(/[.,]$/, '').replaceAll(',', '')
}

function readLimit(words: readonly SourceWord[], at: number): Limit | undefined {
  const head = words
    .slice(Math.max(0, at - 4), at)
    .filter(({ clause }) => clause === words[at]?.clause)
    .map(({ text }) => text)
    .join(' ')
  return MOST.test(head) ? 'most' : LEAST.test(head) ? 'least' : undefined
}
