/** Counts the denials of a sentence against those of its source: one more or one fewer turns it. */
import type { SourceWord } from '../evidence/source-words.ts'
import { CUES, cuesOf } from './english-cues.ts'
import type { Turn } from './negations.ts'
import { isNearDenial, type SentenceCase } from './sentence-case.ts'
import type { BriefCue, Span } from './tongue.ts'

/** All sentences that render the same, as one text. */
interface Rendering {
  sentenceCase: SentenceCase
  words: readonly SourceWord[]
  denials: readonly BriefCue[]
  /** Places of a word of the source in the text. */
  placesOf: (word: SourceWord) => readonly Span[]
}

/**
 * What a word of the source is rendered by otherwise accounts for neither side: "complexity" is 复杂度, so 杂 is no
 * trace of a denial, and "still" is 仍, so it is not what 不 stands for.
 */
export function findUnbalancedDenials(sentenceCase: SentenceCase): Turn[] {
  const { isWhole, isSure, source, text, group, members, at, tongue, trace } = sentenceCase
  const [main] = source
  if (!isWhole || !isSure || !main) return []
  const offset = trace.brief.sentences[members[0] ?? at]?.start ?? 0
  const rendering: Rendering = {
    sentenceCase,
    words: main.words,
    denials: tongue.readCues(group).filter(({ kind }) => kind === 'negation'),
    placesOf: word =>
      trace
        .placesOf(word)
        .filter(({ sentence }) => members.includes(sentence))
        .map(({ start, end }) => ({ start: start - offset, end: end - offset })),
  }
  const { least, most, open, firm, hints } = count(rendering)
  const own = sentenceCase.offset - offset
  if (open.length > most && firm.length > 0) {
    const cue = blame(rendering, firm)
    if (!cue || cue.start < own || cue.start >= own + text.length) return []
    return [{ kind: 'negation-added', quote: tongue.clauseAround(text, cue.start - own), source: main }]
  }
  if (open.length + hints < least && at === members[0])
    return [{ kind: 'negation-lost', quote: { start: 0, end: text.length }, source: main }]
  return []
}

const TAME = new Set(
  'only just merely simply solely less more fewer later until but help exaggeration least doubt matter mention'.split(
    ' ',
  ),
)
const JOINTS = new Set(['or', 'nor', 'and'])
const LIST_REACH = 14

// "Does not change" is 保持固定 as well as 没有变化.
const CHANGE_REACH = 5

function count(rendering: Rendering) {
  const { words, denials, sentenceCase } = rendering
  const { tongue, group } = sentenceCase
  const isNegation = ({ text }: SourceWord): boolean => (cuesOf(text) & CUES.negation) !== 0
  const isSoft = ({ text }: SourceWord): boolean =>
    (cuesOf(text) & (CUES.wideNegation | CUES.tacitNegation)) !== 0
  const covered = new Uint8Array(group.length)
  const lexical = new Set<BriefCue>()
  const spent = new Set<SourceWord>()
  for (const word of words) {
    if (isNegation(word)) continue
    const soft = isSoft(word)
    for (const place of rendering.placesOf(word)) {
      if (soft)
        for (const cue of denials)
          if (overlap(cue, place)) {
            lexical.add(cue)
            spent.add(word)
          }
      covered.fill(1, place.start, place.end)
    }
  }
  const open = denials.filter(cue => !lexical.has(cue))
  for (const { start, end } of denials) covered.fill(1, start, end)
  const hints = tongue.readHints(group).filter(({ start, end }) => !covered.subarray(start, end).includes(1)).length
  let [least, most] = [0, 0]
  words.forEach((word, at) => {
    if (spent.has(word)) return
    if (!isNegation(word)) {
      if (!isSoft(word) || isAccounted(rendering, word)) return
      most++
      if ((cuesOf(word.text) & CUES.lexicalNegation) !== 0) least++
      return
    }
    if (/^(?:lack|fail|unable)/.test(word.text) && isAccounted(rendering, word)) return
    most++
    // "No X or Y" may be denied twice.
    words.slice(at + 1, at + LIST_REACH).forEach(({ text, part }, index) => {
      const next = words[at + 2 + index]
      if (part === word.part && JOINTS.has(text) && !(next && isNegation(next))) most++
    })
    const next = words[at + 1]
    const before = words[at - 1]?.text
    if (word.text === 'without' && (before === 'and' || before === 'or') && words[at - 2]?.text === 'with') return
    const isOfChange = words
      .slice(at + 1, at + 1 + CHANGE_REACH)
      .some(({ text, part }) => part === word.part && (cuesOf(text) & CUES.change) !== 0)
    if (word.text !== 'nor' && next && !TAME.has(next.text) && !isOfChange) least++
  })
  const firm = open.filter(({ start, end }) => tongue.isFirm(group.slice(start, end + 1)))
  return { least, most, open, firm, hints }
}

// So near behind a denial, a rendering is what is denied: 未压缩 for "uncompressed".
const NEAR = 2

function isAccounted({ sentenceCase, denials, placesOf }: Rendering, word: SourceWord): boolean {
  return (
    sentenceCase.tongue.isRendered(word.text, sentenceCase.group) ||
    placesOf(word).some(
      place =>
        !denials.some(({ start, end }) =>
          overlap({ start, end: end === start + 1 ? end + NEAR : end }, place),
        ),
    )
  )
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

const REACH = 8

/** The denial of which least can be said for it. */
function blame({ words, sentenceCase, placesOf }: Rendering, firm: readonly BriefCue[]): BriefCue | undefined {
  const [main] = sentenceCase.source
  return (
    firm.find(
      ({ end }) =>
        main &&
        !words.some(
          (word, at) =>
            isNearDenial(main, at) &&
            placesOf(word).some(place => place.start >= end && place.start < end + REACH),
        ),
    ) ?? firm.at(-1)
  )
}
