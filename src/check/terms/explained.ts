/** Whether another word of the source accounts for a Chinese word of the brief: 代理 for "proxy" rather than "agent". */

import { findTerms, type Glossary } from '../../paper/glossary.ts'
import type { Term } from '../../paper/glossary-term.ts'
import { readWords } from '../../paper/glossary-words.ts'
import { lookUp } from '../english-chinese.ts'
import { once } from '../once.ts'

export interface Explain {
  /** Another word of the source may well be rendered so. */
  whole(rendering: string, term: Term): boolean
  /** Two words may have met: 增强 and 学习 for "enhance the learning". */
  parts(rendering: string, term: Term): boolean
}

/** Asked for the few renderings that look wrong, so nothing is made before. */
export function openExplanations(source: string, glossary: Glossary): Explain {
  const read = once(() => readSourceWords(source, glossary))
  const isTranslation = (text: string, own: ReadonlySet<string>): boolean =>
    [...read().free].some(([word, isOutside]) => {
      // A word that stands outside every term (attract attention) explains its other sense; the term's own do not.
      if (own.has(word) && !isOutside) return false
      return lookUp(word)?.translations.some(translation => translation.includes(text)) ?? false
    })
  return {
    whole(rendering, term) {
      const others = [...read().used].filter(other => other !== term)
      return others.some(other => holds(other, rendering)) || isTranslation(rendering, ownWords(term))
    },
    parts(rendering, term) {
      if (rendering.length < 4) return false
      const own = ownWords(term)
      for (let cut = 2; cut <= rendering.length - 2; cut++) {
        const [head, tail] = [rendering.slice(0, cut), rendering.slice(cut)]
        // One of the two may be the term's own word (learning), unless that is the fault itself.
        const isOwn = (part: string) => !term.avoid.includes(part) && isTranslation(part, NO_WORDS)
        if (isTranslation(head, own) && isOwn(tail)) return true
        if (isOwn(head) && isTranslation(tail, own)) return true
      }
      return false
    },
  }
}

const NO_WORDS: ReadonlySet<string> = new Set()

function ownWords({ source, abbreviation, forms }: Term): Set<string> {
  return new Set(
    [source, abbreviation ?? '', ...forms].flatMap(form => readWords(form).map(({ key }) => key)),
  )
}

function holds(other: Term, rendering: string): boolean {
  return [other.target, ...other.accept].some(wanted => wanted.includes(rendering))
}

interface SourceWords {
  /** By form in the singular; whether it stands anywhere outside the terms. */
  free: ReadonlyMap<string, boolean>
  used: ReadonlySet<Term>
}

function readSourceWords(source: string, glossary: Glossary): SourceWords {
  const uses = findTerms(source, glossary)
  const free = new Map<string, boolean>()
  let next = 0
  for (const { key, start, end } of readWords(source)) {
    while (next < uses.length && (uses[next]?.end ?? 0) <= start) next++
    const use = uses[next]
    const isOutside = use === undefined || end <= use.start
    if (isOutside || !free.has(key)) free.set(key, isOutside)
  }
  return { free, used: new Set(uses.map(({ term }) => term)) }
}
