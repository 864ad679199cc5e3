/** What a language has in the way of words that turn a sentence, and how to find what they are said of. */

export type CueKind = 'negation' | 'rise' | 'fall' | 'win' | 'loss'

export interface BriefCue {
  kind: CueKind
  /** Places in the sentence. */
  start: number
  end: number
}

export interface Span {
  start: number
  end: number
}

/** 至少50%, "up to 50%": the words from the limit to its figure. */
export interface BriefLimit extends Span {
  kind: 'least' | 'most'
  /** In digits, without thousands separators. */
  figure: string
}

export interface Tongue {
  /** In reading order; idioms that turn nothing ("not only") are left out. */
  readCues: (sentence: string) => readonly BriefCue[]
  /** Any word that a negation of the source may honestly have become. */
  isNegated: (text: string) => boolean
  /** All words that `isNegated` looks for, where they stand; those apart that never deny. */
  readHints: (text: string) => readonly Span[]
  /** How many words of a text deny anything, in whatever way. */
  countDenials: (text: string) => number
  /** Whether the text renders a word such as "unlike" or "few" in its usual way, which denies nothing. */
  isRendered: (word: string, text: string) => boolean
  /** Whether the words deny what happens, not what a thing is like: 没有提升, not 不变. `words` has one character more. */
  isVerbal: (words: string) => boolean
  /** "Needs", "relies on", "uses". */
  readNeeds: (sentence: string) => readonly Span[]
  readLimits: (sentence: string) => readonly BriefLimit[]
  /** Whether what begins at a place is denied right before it. */
  isDenied: (sentence: string, at: number) => boolean
  /** Whether the words deny a whole statement rather than make an adjective: 不需要, not 不稳定. */
  isFirm: (words: string) => boolean
  /** Advice of the brief's own, or a word on what the source does not tell: nothing that the source says. */
  isOwnWord: (sentence: string) => boolean
  /** Whether what follows is denied because of what was said: 代价过高，无法用于……, "too costly for". */
  isConsequence: (before: string) => boolean
  /** Said of earlier work. */
  isOfOthers: (sentence: string) => boolean
  /** "If": what stands before a word makes a condition of it, which affirms nothing. */
  isCondition: (before: string) => boolean
  /** The clause around a place. */
  clauseAround: (sentence: string, at: number) => Span
  /** How far behind a negation the word stands that it denies, in characters. */
  reach: number
  /** How many characters of small words may stand between. */
  slack: number
  /** Where what rises or falls may stand: a word of the source must end at the end of the span (`isTail`) or lie in it. */
  objectsOf: (sentence: string, cue: BriefCue) => readonly (Span & { isTail: boolean })[]
  /** Said of what is the better the lower it is: an improvement of it is a fall. */
  isBetterLow: (text: string) => boolean
}
