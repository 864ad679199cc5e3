/** Finds where in a brief the words of the source stand, and from that which sentences belong together. */
import type { Brief } from '../../paper/brief.ts'
import type { CheckInput } from '../check-input.ts'
import { LastMade, once } from '../once.ts'
import { readFields } from '../read-fields.ts'
import { readSource, type Source } from '../read-source.ts'
import { chineseVariant, scriptOf } from '../scripts.ts'
import { openWordFilter, type WordFilter } from '../word-filter.ts'
import { type BriefText, readBriefText } from './brief-text.ts'
import { type Bridge, readSourceSentences, type SourceSentence, type SourceWord } from './source-words.ts'

export interface Place {
  start: number
  end: number
  /** Index of the sentence of the brief. */
  sentence: number
}

export interface Trace {
  bridge: Bridge
  source: readonly SourceSentence[]
  brief: BriefText
  /** Where any form of the word stands in the folded brief, in reading order. */
  placesOf: (word: SourceWord) => readonly Place[]
  /** Indices of the brief's sentences that have a form of the word. */
  sentencesOf: (word: SourceWord) => ReadonlySet<number>
  /** For each sentence of the brief those of the source, by how well they fit. */
  pairs: readonly (readonly Pair[])[]
}

export interface Pair {
  /** Index of the sentence of the source. */
  at: number
  /** Sum of what the shared words weigh. */
  weight: number
  /** Of the source sentence's own weight, the share that stands in the sentence of the brief; 0 to 1. */
  share: number
}

// A word in every sentence of the brief ties none of them to anything.
const KIND_WEIGHT = { name: 1.6, figure: 1.8, word: 1 }
// A form of one Chinese character stands in many words.
const MIN_FORM = 2
const MAX_PAIRS = 6
// Hostile input: a text is searched for every word of the other.
const MAX_BRIEF = 20_000
const MAX_SENTENCES = 4_000
const NO_PLACES: readonly Place[] = []

const known = new LastMade<Brief, { source: Source; fields: unknown; trace: Trace }>()

export function bridgeTo(language: string): Bridge {
  if (/^en\b/i.test(language)) return 'same'
  if (chineseVariant(language)) return 'dictionary'
  return scriptOf(language) === 'Latin' ? 'cognates' : 'none'
}

/** Evidence and direction ask for the same brief in a row. */
export function traceWords({ paper, brief, form, fullText }: CheckInput): Trace {
  const source = readSource({ paper, fullText })
  const fields = readFields({ brief, form })
  const memory = known.get(brief)
  if (memory && memory.source === source && memory.fields === fields) return memory.trace
  const bridge = bridgeTo(brief.language)
  const text = readBriefText(
    fields.filter(({ kind }) => kind !== 'keywords'),
    brief.language,
  )
  const trace = makeTrace({
    bridge,
    source: readSourceSentences(source, bridge).slice(0, MAX_SENTENCES),
    text,
  })
  known.set(brief, { source, fields, trace })
  return trace
}

interface Sides {
  bridge: Bridge
  source: readonly SourceSentence[]
  text: BriefText
}

function makeTrace({ bridge, source, text }: Sides): Trace {
  const placesByForms = new Map<readonly string[], readonly Place[]>()
  const isTooLong = text.folded.length > MAX_BRIEF
  const starts = text.sentences.map(({ start }) => start)
  const mayHave = openWordFilter(text.folded)
  const search = (word: SourceWord): readonly Place[] => {
    if (word.forms.length === 0 || isTooLong) return NO_PLACES
    const found = placesByForms.get(word.forms)
    if (found) return found
    const places = findPlaces(word.forms, { text, starts, bridge, mayHave })
    placesByForms.set(word.forms, places)
    return places
  }
  const byText = new Map<string, readonly Place[]>()
  const placesOf = (word: SourceWord): readonly Place[] => {
    const found = byText.get(word.text)
    if (found) return found
    const places = search(word)
    byText.set(word.text, places)
    return places
  }
  const sets = new Map<string, ReadonlySet<number>>()
  const sentencesOf = (word: SourceWord): ReadonlySet<number> => {
    const found = sets.get(word.text)
    if (found) return found
    const sentences = collectSentences(placesOf(word))
    sets.set(word.text, sentences)
    return sentences
  }
  // A translation is aligned in order and asks for no pairs.
  const pairs = once(() => pairSentences({ source, text, sentencesOf }))
  return {
    bridge,
    source,
    brief: text,
    placesOf,
    sentencesOf,
    get pairs() {
      return pairs()
    },
  }
}

const NO_SENTENCES: ReadonlySet<number> = new Set()

function collectSentences(places: readonly Place[]): ReadonlySet<number> {
  return places.length === 0 ? NO_SENTENCES : new Set(places.map(({ sentence }) => sentence))
}

function findPlaces(
  forms: readonly string[],
  {
    text,
    starts,
    bridge,
    mayHave,
  }: { text: BriefText; starts: readonly number[]; bridge: Bridge; mayHave: WordFilter },
): readonly Place[] {
  const places: Place[] = []
  for (const form of forms) {
    if (!mayHave(form) || (form.length < MIN_FORM && !/\d/.test(form))) continue
    const isLatin = form.charCodeAt(0) < 0x250
    for (let at = text.folded.indexOf(form); at >= 0; at = text.folded.indexOf(form, at + form.length)) {
      if (isLatin && !standsAlone(text.folded, { at, end: at + form.length, bridge, form })) continue
      places.push({ start: at, end: at + form.length, sentence: findSentence(starts, at) })
    }
  }
  return places.length > 1 ? places.sort((a, b) => a.start - b.start) : places
}

/** A word begins where no letter stands before it; a figure or a name ends there too. */
function standsAlone(
  folded: string,
  { at, end, bridge, form }: { at: number; end: number; bridge: Bridge; form: string },
): boolean {
  if (isLatinLetter(folded.charCodeAt(at - 1))) return false
  const next = folded.charCodeAt(end)
  if (/\d$/.test(form))
    return (
      !isDigit(next) &&
      !(next === 46 && isDigit(folded.charCodeAt(end + 1))) &&
      !(isDigit(form.charCodeAt(0)) && folded.charCodeAt(at - 1) === 46)
    )
  return bridge === 'same' || bridge === 'cognates' || !isLatinLetter(next) || folded[end] === 's'
}

function isLatinLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || isDigit(code)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The last sentence that begins at or before the place. */
function findSentence(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

function pairSentences({
  source,
  text,
  sentencesOf,
}: {
  source: readonly SourceSentence[]
  text: BriefText
  sentencesOf: Trace['sentencesOf']
}): Pair[][] {
  const pairs: Pair[][] = text.sentences.map(() => [])
  const count = text.sentences.length
  const shared = new Float64Array(count)
  source.forEach(({ words }, at) => {
    shared.fill(0)
    let total = 0
    const seen = new Set<string>()
    for (const word of words) {
      if (word.forms.length === 0 || seen.has(word.text)) continue
      seen.add(word.text)
      const sentences = sentencesOf(word)
      const weight = KIND_WEIGHT[word.kind] * weighRarity(sentences.size, count)
      total += weight
      for (const sentence of sentences) shared[sentence] = (shared[sentence] ?? 0) + weight
    }
    for (let sentence = 0; sentence < count; sentence++) {
      const weight = shared[sentence] ?? 0
      if (weight > 0) pairs[sentence]?.push({ at, weight, share: weight / total })
    }
  })
  return pairs.map(list => list.sort((a, b) => rate(b) - rate(a)).slice(0, MAX_PAIRS))
}

/** The rarer a word is among the sentences of the brief, the more it tells. */
function weighRarity(found: number, count: number): number {
  return Math.log((count + 2) / (found + 0.7))
}

/** The weight of an ordinary word that stands in one of `count` sentences. */
export function weighUnique(count: number): number {
  return weighRarity(1, count)
}

/** A long sentence shares words with everything; a short one that is there whole is the better match. */
function rate({ weight, share }: Pair): number {
  return weight * (0.5 + share)
}
