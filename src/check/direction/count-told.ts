/** Counts how many denials the words of a source ask for, and how many they allow. */
import { CUES, isTame } from '../english-cues.ts'
import type { SourceWord } from '../evidence/source-words.ts'
import { isInCompound } from './negations.ts'
import type { Rendering } from './rendering.ts'
import type { BriefCue, Span } from './tongue.ts'

export interface Told {
  /** How many denials a rendering needs, of every kind. */
  least: number
  /** How many it may have. */
  most: number
  /** Those of the rendering that are not part of a word of the source, as 未见 is of "unseen". */
  denials: readonly BriefCue[]
}

export function countTold(rendering: Rendering): Told {
  const { words } = rendering.source
  const { spent, denials } = takeWords(rendering)
  const used = new Set<Span>()
  const lexical = new Set<string>()
  let [least, most] = [0, 0]
  words.forEach((word, at) => {
    const flags = word.cues
    if ((flags & MAY_DENY) === 0) return
    // "At unknown times and on unknown variables" may be denied once.
    const isNew = !lexical.has(word.text)
    if ((flags & CUES.lexicalNegation) !== 0) lexical.add(word.text)
    if (spent.has(word)) {
      // Which word took which denial is open, so that only their numbers are compared.
      if ((flags & CUES.lexicalNegation) !== 0 && isNew) least++
      return
    }
    if ((flags & CUES.negation) === 0) {
      if (!isYetTo(words, at) && isAccounted(rendering, word, used)) return
      most++
      if ((flags & CUES.lexicalNegation) !== 0 && isNew) least++
      return
    }
    if (OWN_RENDERING.test(word.text) && isAccounted(rendering, word, used)) {
      // "The lack of X and Y": the second may be denied by itself.
      most += countJoints(words, at)
      return
    }
    most += 1 + countJoints(words, at)
    if (mustBeDenied(words, at) && !isInCompound(rendering.source, at)) least++
  })
  return { least, most, denials }
}

const MAY_DENY = CUES.negation | CUES.wideNegation | CUES.tacitNegation
// 缺乏 and 失败 deny nothing themselves.
const OWN_RENDERING = /^(?:lack|fail|unable)/
// "Similar to, if not better than", "whether or not".
const CONCESSION = new Set(['if', 'or'])
const JOINTS = new Set(['or', 'nor', 'and'])
const LIST_REACH = 14
const CHANGE_REACH = 5

/** "Have yet to" denies; "yet" by itself is 但. */
function isYetTo(words: readonly SourceWord[], at: number): boolean {
  return words[at]?.text === 'yet' && words[at + 1]?.text === 'to'
}

/** Words of the source that hold a denial and are rendered by one: "unseen", 未见. */
function takeWords({ source, denials, placesOf }: Rendering): {
  spent: ReadonlySet<SourceWord>
  denials: readonly BriefCue[]
} {
  const spent = new Set<SourceWord>()
  if (denials.length === 0) return { spent, denials }
  const taken = new Set<BriefCue>()
  for (const word of source.words) {
    const flags = word.cues
    if ((flags & CUES.negation) !== 0 || (flags & MAY_DENY) === 0) continue
    for (const place of placesOf(word))
      for (const cue of denials)
        if (overlap(cue, place)) {
          taken.add(cue)
          spent.add(word)
        }
  }
  return { spent, denials: denials.filter(cue => !taken.has(cue)) }
}

/** "No X, Y or Z" may be denied thrice; "without X and without Y" counts the second by itself. */
function countJoints(words: readonly SourceWord[], at: number): number {
  const own = words[at]
  let count = 0
  let clause = own?.clause
  for (let index = at + 1; index < Math.min(words.length, at + LIST_REACH); index++) {
    const word = words[index]
    if (!word || word.part !== own?.part) continue
    const isJoint = JOINTS.has(word.text)
    const isParted = word.clause !== clause
    clause = word.clause
    if (!isJoint && !isParted) continue
    if (((words[isJoint ? index + 1 : index]?.cues ?? 0) & CUES.negation) === 0) count++
  }
  return count
}

/** Not so "not only", "with and without", "nor", and what is as well said without: "does not change", 保持固定. */
function mustBeDenied(words: readonly SourceWord[], at: number): boolean {
  const [own, next] = [words[at], words[at + 1]]
  if (!own || !next || own.text === 'nor' || isTame(next.text)) return false
  if (own.text === 'without' && words[at - 2]?.text === 'with') return false
  if (CONCESSION.has(words[at - 1]?.text ?? '')) return false
  return !words
    .slice(at + 1, at + 1 + CHANGE_REACH)
    .some(({ cues, part }) => part === own.part && (cues & CUES.change) !== 0)
}

// So near behind a denial of one character, a rendering is what is denied: 未压缩 for "uncompressed".
const NEAR = 3

/**
 * Whether the brief has the word, and not as what it denies. A place accounts for one word: one 难以 does not stand
 * for both "struggle" and "fail". An English gloss in brackets accounts for none.
 */
function isAccounted(
  { sentenceCase, denials, placesOf }: Rendering,
  word: SourceWord,
  used: Set<Span>,
): boolean {
  const { tongue, group, trace } = sentenceCase
  const isGloss = ({ start }: Span): boolean =>
    trace.bridge === 'dictionary' && group.charCodeAt(start) < HAN && isBracketed(group, start)
  // 无法 for "fail" is the denial itself, whatever else in the sentence might render it.
  if (
    (word.cues & CUES.negation) !== 0 &&
    placesOf(word).some(each => denials.some(cue => overlap(cue, each)))
  )
    return false
  const place = placesOf(word).find(
    each =>
      !isTaken(used, each) &&
      !isGloss(each) &&
      !isContrast(group, each) &&
      !denials.some(({ start, end }) => overlap({ start, end: end === start + 1 ? end + NEAR : end }, each)),
  )
  if (place) used.add(place)
  return place !== undefined || tongue.isRendered(word.text, group)
}

/** 不是……而是: the second half of "rather than" accounts for nothing. */
function isContrast(text: string, { start, end }: Span): boolean {
  return /^而是?$/.test(text.slice(start, end))
}

const HAN = 0x3400

function isBracketed(text: string, at: number): boolean {
  return /[（(][^（）()]*$/.test(text.slice(Math.max(0, at - MAX_GLOSS), at))
}
const MAX_GLOSS = 60

function isTaken(used: ReadonlySet<Span>, place: Span): boolean {
  for (const other of used) if (overlap(other, place)) return true
  return false
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
