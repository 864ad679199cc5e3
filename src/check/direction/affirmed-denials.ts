/** Finds what a brief says is needed or can be done where the source only ever says the contrary. */
import { findAll } from '../../paper/find-all.ts'
import { CUES, isTame } from '../english-cues.ts'
import type { SourceSentence } from '../evidence/source-words.ts'
import { type ClauseMatch, matchClause } from './match-clause.ts'
import type { Turn } from './negations.ts'
import { maskRendered, placesIn, type SentenceCase } from './sentence-case.ts'
import type { Span } from './tongue.ts'

interface Claim {
  /** In the brief; nothing in the clause may deny it. */
  told: RegExp
  /** In the source, beside what the clause tells of. */
  denial: RegExp
  /** What allows the claim after all, where nothing denies it. */
  licence: RegExp
}

const CLAIMS: readonly Claim[] = [
  {
    told: /(?<![不无毋未非])(?:需要|仍需|必须|仍须|依赖|依靠|须)/g,
    denial:
      /^(?:no|not|never|without|free|neither|nor|cannot|\w+n't|avoid\w*|eliminat\w*|obviat\w*|less|unlike|instead|rather|dispens\w*|bypass\w*)$/,
    licence:
      /^(?:needs?|needed|requir\w*|rel(?:y|ies|ied|ying|iance|iant)|depend\w*|must|necess\w*|demand\w*|us(?:e|es|ed|ing)|call|calls)$/,
  },
  {
    told: /(?<![不无未非])(?:能够|可以|足以|(?<![智性功可节动势技职才万潜效])能(?![力量耗源效]))(?![躲避绕逃免防抗抵拒阻隐规]|摆脱)/g,
    denial:
      /^(?:not|cannot|never|unable|fail(?:s|ed|ing)?|insufficien\w*|inadequa\w*|impossib\w*|infeasib\w*|intractab\w*|incapab\w*|inabil\w*|\w+n't|difficult\w*|struggl\w*|hard|hardly|lack\w*)$/,
    licence:
      /^(?:can|could|able|abil\w*|enabl\w*|allow\w*|capab\w*|capacit\w*|sufficien\w*|enough|may|might|possib\w*|permit\w*|support\w*|let|lets|success\w*|achiev\w*|help\w*)$/,
  },
]
const CONTRASTS = new Set(['instead', 'rather'])
// What is to become possible is not yet so.
const PURPOSE =
  /(?:使|让|以便|从而|旨在|为了|如何|怎样|期望|希望|是否|通常|往往|常常|一般|据此|由此|因此|因而|所以|主张|呼吁)[^，。；]{0,6}$/
// What others can do is told in many ways; what they cannot follows on such a word.
const CONTRAST = /但|然而|不过|却|可是|局限|不足|问题|缺陷/
const MIN_SHARED = 2
// So near before or behind, in words, a denial is said of the thing.
const BEFORE = 4
const AFTER = 2
const MARGIN = 4
const CHARACTERS = 16

export function findAffirmedDenials(sentenceCase: SentenceCase): Turn[] {
  const { trace, text, tongue, isSure, isWhole, isOwn } = sentenceCase
  if (trace.bridge !== 'dictionary' || isOwn || (isWhole && !isSure)) return []
  return CLAIMS.flatMap(claim =>
    findAll(text, claim.told).flatMap(({ 0: words, index }): Turn[] => {
      const quote = tongue.clauseAround(text, index)
      const before = text.slice(0, index)
      const lead = text.slice(quote.start, index)
      if (PURPOSE.test(lead) || tongue.isCondition(lead)) return []
      if (tongue.isOfOthers(before) && !CONTRAST.test(before)) return []
      const object = {
        start: index + words.length,
        end: Math.min(quote.end, index + words.length + CHARACTERS),
      }
      const near = listNear(sentenceCase, quote)
      const [first] = near
      if (!first || tongue.isNegated(maskRendered(sentenceCase, first.sentence, quote))) return []
      const isDenied = near.every(match => isContrary(sentenceCase, { match, claim, object }))
      return isDenied ? [{ kind: 'negation-dropped', quote, source: first.sentence }] : []
    }),
  )
}

function listNear(sentenceCase: SentenceCase, clause: Span): ClauseMatch[] {
  const { isWhole, source } = sentenceCase
  if (!isWhole) return matchClause(sentenceCase, clause, MIN_SHARED)
  const [main] = source
  if (!main) return []
  const at = main.words.flatMap((word, index) =>
    placesIn(sentenceCase, word).some(({ start, end }) => start >= clause.start && end <= clause.end)
      ? [index]
      : [],
  )
  return at.length < MIN_SHARED ? [] : [{ sentence: main, at }]
}

interface Contrary {
  match: ClauseMatch
  claim: Claim
  object: Span
}

/** The thing is denied wherever the stretch speaks of it, and the claim is made of nothing else in it. */
function isContrary(
  sentenceCase: SentenceCase,
  { match: { sentence, at }, claim, object }: Contrary,
): boolean {
  const things = at.filter(index => {
    const word = sentence.words[index]
    return (
      word && placesIn(sentenceCase, word).some(({ start }) => start >= object.start && start < object.end)
    )
  })
  if (things.length === 0) return false
  const from = Math.max(0, (at[0] ?? 0) - MARGIN)
  const to = (at.at(-1) ?? 0) + MARGIN
  const isDeniedAt = (index: number): boolean => isDenied(sentence, index, claim.denial)
  const isLicensed = sentence.words.some(
    ({ text }, index) => index >= from && index <= to && claim.licence.test(text) && !isDeniedAt(index),
  )
  return !isLicensed && things.some(isDeniedAt) && !isDouble(sentence, from, to)
}

function isDenied({ words }: SourceSentence, at: number, denial: RegExp): boolean {
  const own = words[at]
  return words.slice(Math.max(0, at - BEFORE), at + AFTER + 1).some(({ text, clause, part }, index) => {
    const isBefore = index < Math.min(BEFORE, at)
    const next = words[Math.max(0, at - BEFORE) + index + 1]?.text
    // "Instead, it must" denies nothing; "instead of" does.
    if (CONTRASTS.has(text) && next !== 'of' && next !== 'than') return false
    if (next !== undefined && isTame(next)) return false
    return (isBefore ? part === own?.part : clause === own?.clause && text === 'free') && denial.test(text)
  })
}

/** "Not without": two denials say that it is so. */
function isDouble({ words }: SourceSentence, from: number, to: number): boolean {
  return words.slice(from, to + 1).filter(({ cues }) => (cues & CUES.negation) !== 0).length > 1
}
