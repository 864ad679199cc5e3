/** Finds compounds and turns of phrase that lost their denial: "training-free", "non-linear", "rather than". */
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import type { Turn } from './negations.ts'
import { type Rendering, readRendering } from './rendering.ts'
import type { SentenceCase } from './sentence-case.ts'

const DENIAL = /[免无不非没未零毋勿脱缺少除去仅只]|摆脱|独立|避|规避|代替|取代|替代|自由|离线|直接|现成/
const TURNED_FROM =
  /[非不未无没弃舍免]|代替|取代|替代|改[用为以成]|与其|转而|反而|而是|[才仅只]|超|优于|胜|相较|相比|比/
const AHEAD = 5
const MIN_WORD = 4

/** Translations only. What is denied must be known again, so that another way of saying it is let through. */
export function findLostCompounds(sentenceCase: SentenceCase): Turn[] {
  const { isWhole, isSure, source, trace, group } = sentenceCase
  const [main] = source
  if (trace.bridge !== 'dictionary' || !isWhole || !isSure || !main) return []
  if (!main.words.some(({ text }) => HEADS.has(text))) return []
  const rendering = readRendering(sentenceCase, main)
  return main.words.flatMap(({ text }, at): Turn[] => {
    if (text === 'free') return findLost(rendering, main, at - 1)
    const isTurn =
      (text === 'rather' && main.words[at + 1]?.text === 'than') ||
      (text === 'instead' && main.words[at + 1]?.text === 'of')
    return isTurn && !TURNED_FROM.test(group) ? findTurnedFrom(rendering, main, at) : []
  })
}

const HEADS = new Set(['free', 'rather', 'instead'])

/** Each clause that has the word denies nothing. */
function findLost(rendering: Rendering, source: SourceSentence, at: number): Turn[] {
  const { placesOf, start, sentenceCase } = rendering
  const { tongue, group, text } = sentenceCase
  const word = source.words[at]
  // "The free energy" denies nothing.
  if (!word || !source.text.toLowerCase().includes(`${word.text}-free`)) return []
  if (source.words.filter(other => other.text === word.text).length > 1) return []
  const clauses = placesOf(word).map(place => tongue.clauseAround(group, place.start))
  const [first] = clauses
  if (!first || clauses.some(clause => DENIAL.test(group.slice(clause.start, clause.end)))) return []
  const own = first.start - start
  if (own < 0 || own >= text.length) return []
  return [{ kind: 'negation-lost', quote: tongue.clauseAround(text, own), source }]
}

function findTurnedFrom(rendering: Rendering, source: SourceSentence, at: number): Turn[] {
  const { placesOf, start, sentenceCase } = rendering
  const behind = source.words.slice(at + 2, at + 2 + AHEAD).filter(word => isContent(word, source.words[at]))
  const places = behind.flatMap(placesOf)
  const [place] = places
  if (!place) return []
  const own = place.start - start
  if (own < 0 || own >= sentenceCase.text.length) return []
  return [{ kind: 'negation-lost', quote: sentenceCase.tongue.clauseAround(sentenceCase.text, own), source }]
}

function isContent({ text, part }: SourceWord, own: SourceWord | undefined): boolean {
  return text.length >= MIN_WORD && part === own?.part
}
