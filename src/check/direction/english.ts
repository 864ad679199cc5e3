/** English words that turn a sentence, for briefs in the language of the source. */
import { findAll } from '../../paper/find-all.ts'
import { CUES, cuesOf } from '../english-cues.ts'
import { clauseAround } from './clause.ts'
import type { BriefCue, BriefLimit, CueKind, Tongue } from './tongue.ts'

const WORD = /[a-z][a-z']*/g
const KINDS: readonly (readonly [kind: CueKind, flag: number])[] = [
  ['negation', CUES.negation],
  ['rise', CUES.rise],
  ['fall', CUES.fall],
  ['win', CUES.win],
  ['loss', CUES.loss],
]
const TAME = /^\s(?:only|just|merely|simply|solely|less|more|fewer|longer|later|until|to mention|limited)\b/
const NEEDS = /\b(?:needs?|requires?|relies|rely|uses?|with)\b/g
const OF_OTHERS =
  /\b(?:existing|current\w*|previous\w*|prior|earlier|conventional|traditional\w*|past|today|whether|how|why)\b/
const BREAKS = ',;:()!?—'
const DENIED = /\b(?:not|no|never|cannot|without|nor|fails? to|unable to|hardly|\w+n't)\s(?:\w+\s){0,2}$/
const OWN_WORD =
  /\b(?:abstract|paper|authors?|text|source)\b.{0,20}\b(?:not|no|without)\b.{0,20}\b(?:give|gives|given|state|say|report|mention|specify|provide|figures?|numbers?)|\b(?:should|practitioners?|consider|worth|recommend\w*|advis\w+)\b|\bnot (?:given|stated|reported|specified)\b/
const BETTER_LOW =
  /\b(?:errors?|latency|delay|loss|cost|overhead|perplexity|memory|energy|power|time|forgetting|hallucination|bias|variance|noise|complexity|parameters|failures?|risk|gap|uncertainty|wer|cer|fid|mae|rmse|mse|lpips|flops)\b/
const LIMITS =
  /(?<least>at least|no fewer than|no less than|more than|over|above|exceeding)\s(?:an?\s)?(?<a>\d[\d.]*)|(?<most>up to|at most|no more than|less than|fewer than|below|under)\s(?:an?\s)?(?<b>\d[\d.]*)/g
const OBJECT_BEHIND = 32
const OBJECT_AHEAD = 24

export const english: Tongue = {
  readCues(sentence) {
    const cues: BriefCue[] = []
    for (const { 0: word, index } of findAll(sentence, WORD)) {
      const flags = cuesOf(word)
      const end = index + word.length
      const isPassive = (flags & CUES.win) !== 0 && sentence.startsWith(' by ', end)
      const kind = isPassive ? 'loss' : KINDS.find(([, flag]) => (flags & flag) !== 0)?.[0]
      if (kind && !(kind === 'negation' && TAME.test(sentence.slice(end, end + 14))))
        cues.push({ kind, start: index, end })
    }
    return cues
  },
  isNegated: text => someWord(text, CUES.wideNegation),
  readHints: text =>
    findAll(text, WORD).flatMap(({ 0: word, index }) =>
      (cuesOf(word) & CUES.wideNegation) === 0 ? [] : [{ start: index, end: index + word.length }],
    ),
  countDenials: text => countWords(text, CUES.plainNegation),
  isRendered: (word, text) => text.includes(word),
  isVerbal: () => true,
  readNeeds: sentence =>
    findAll(sentence, NEEDS).map(({ 0: words, index }) => ({ start: index, end: index + words.length })),
  readLimits: sentence =>
    findAll(sentence, LIMITS).map(({ 0: text, index, groups = {} }): BriefLimit => {
      const figure = (groups.a ?? groups.b ?? '').replace(/\.$/, '')
      const kind = groups.least === undefined ? 'most' : 'least'
      return { kind, figure, start: index, end: index + text.length }
    }),
  isDenied: (sentence, at) => DENIED.test(sentence.slice(Math.max(0, at - 30), at)),
  isFirm: () => true,
  isOwnWord: sentence => OWN_WORD.test(sentence),
  isConsequence: () => false,
  isOfOthers: sentence => OF_OTHERS.test(sentence),
  isCondition: before => /\b(?:if|once|provided|assuming)\b/i.test(before),
  clauseAround: (sentence, at) => clauseAround(sentence, at, BREAKS),
  reach: 36,
  slack: 12,
  objectsOf(sentence, cue) {
    const { start, end } = clauseAround(sentence, cue.start, BREAKS)
    // "Gains more from halving the delay": what stands behind the next verb is that verb's.
    const next = english
      .readCues(sentence.slice(cue.end, end))
      .find(({ kind }) => kind === 'rise' || kind === 'fall')
    const limit = Math.min(end, cue.end + OBJECT_BEHIND, next ? cue.end + next.start : end)
    return [
      { start: Math.max(start, cue.start - OBJECT_AHEAD), end: cue.start, isTail: false },
      { start: cue.end, end: limit, isTail: false },
    ]
  },
  isBetterLow: text => BETTER_LOW.test(text),
}

function someWord(text: string, flag: number): boolean {
  return countWords(text, flag) > 0
}

function countWords(text: string, flag: number): number {
  return (text.match(WORD) ?? []).filter(word => (cuesOf(word) & flag) !== 0).length
}
