/** The words that a source and its brief have in common, with their places in either: what ties figures to things. */
import { findAll } from '../../paper/find-all.ts'
import { remember } from '../../paper/remember.ts'
import { lookUp } from '../english-chinese.ts'
import { openWordFilter, type WordFilter } from '../word-filter.ts'
import { contrastTerms, findStem } from './bilingual-terms.ts'

export interface Anchor {
  /** The same for both texts. */
  key: string
  /** Place in the text. */
  start: number
  end: number
  /** The rarer, the more; 0 to 1. */
  weight: number
}

export interface Anchors {
  /** In reading order. */
  source: readonly Anchor[]
  brief: readonly Anchor[]
}

// Hostile texts repeat a word without end; what stands this often ties nothing to anything.
const MAX_PLACES = 24
// Far beyond any abstract; what stands behind ties nothing.
const MAX_LENGTH = 12_000
// A single character stands in too many words to tell as much as a word.
const SHORT_FORM_WEIGHT = 0.5

type Found = Map<string, { start: number; end: number; share: number }[]>

/** `source` in English; `brief` in Chinese, or in English as well. */
export function findAnchors(wholeSource: string, wholeBrief: string): Anchors {
  const source = wholeSource.slice(0, MAX_LENGTH).toLowerCase()
  const brief = wholeBrief.slice(0, MAX_LENGTH).toLowerCase()
  const [inSource, inBrief]: [Found, Found] = [new Map(), new Map()]
  const isHan = /\p{Script=Han}/u.test(brief)
  const briefWords = listWords(brief)
  const common = new Set(briefWords.map(({ word }) => word))
  const entries = new Map<string, Entry>()
  for (const { word, start } of listWords(source)) {
    const place = { start, end: start + word.length, share: 1 }
    if (common.has(word)) add(inSource, `@${word}`, place)
    const entry = isHan ? entryOf(word) : undefined
    if (!entry) continue
    add(inSource, entry.key, place)
    entries.set(entry.key, entry)
  }
  for (const { word, start } of briefWords)
    if (inSource.has(`@${word}`)) add(inBrief, `@${word}`, { start, end: start + word.length, share: 1 })
  if (isHan) {
    const mayHave = openWordFilter(brief)
    addForms(inBrief, { brief, entries: entries.values(), mayHave })
    addTerms(inSource, inBrief, { source, brief, mayHave })
  }
  return { source: weigh(inSource, inBrief), brief: weigh(inBrief, inSource) }
}

interface FormSearch {
  brief: string
  entries: Iterable<Entry>
  mayHave: WordFilter
}

function addForms(found: Found, { brief, entries, mayHave }: FormSearch): void {
  const held = Array.from(entries, ({ key, forms }) => ({ key, forms: forms.filter(mayHave) }))
  // How many words of the source each Chinese word may stand for.
  const claims = new Map<string, number>()
  for (const { forms } of held) for (const form of forms) claims.set(form, (claims.get(form) ?? 0) + 1)
  for (const { key, forms } of held)
    for (const form of forms) {
      const share = (form.length === 1 ? SHORT_FORM_WEIGHT : 1) / (claims.get(form) ?? 1) ** 2
      for (let at = brief.indexOf(form); at >= 0; at = brief.indexOf(form, at + 1))
        add(found, key, { start: at, end: at + form.length, share })
    }
}

/** Words of one or two characters that no dictionary of terms has, but that tell two figures apart. */
function addTerms(
  inSource: Found,
  inBrief: Found,
  { source, brief, mayHave }: { source: string; brief: string; mayHave: WordFilter },
): void {
  const known = new Set<number>()
  for (const [key, places] of inSource) if (inBrief.has(key)) for (const { start } of places) known.add(start)
  const isHeld = (word: string): boolean => mayHave(word) && brief.includes(word)
  for (const { key, stems, words } of contrastTerms) {
    const held = words.filter(isHeld)
    if (held.length === 0) continue
    for (const stem of stems)
      for (let at = findStem(source, stem); at >= 0; at = findStem(source, stem, at + 1))
        if (!known.has(at)) add(inSource, `:${key}`, { start: at, end: at + stem.length, share: 1 })
    if (!inSource.has(`:${key}`)) continue
    for (const word of held)
      for (let at = brief.indexOf(word); at >= 0; at = brief.indexOf(word, at + 1))
        add(inBrief, `:${key}`, { start: at, end: at + word.length, share: 1 })
  }
}

function add(found: Found, key: string, place: { start: number; end: number; share: number }): void {
  const places = found.get(key)
  if (!places) found.set(key, [place])
  else if (places.length <= MAX_PLACES) places.push(place)
}

function weigh(own: Found, other: Found): Anchor[] {
  const anchors: Anchor[] = []
  for (const [key, places] of own) {
    const count = Math.max(places.length, other.get(key)?.length ?? Number.POSITIVE_INFINITY)
    if (count > MAX_PLACES) continue
    for (const { start, end, share } of places)
      anchors.push({ key, start, end, weight: share / Math.sqrt(count) })
  }
  return anchors.sort((a, b) => a.start - b.start)
}

interface Word {
  word: string
  start: number
}

function listWords(lowered: string): Word[] {
  const words: Word[] = []
  for (const { 0: word, index } of findAll(lowered, /[a-z][a-z0-9]{0,40}/g))
    words.push({ word, start: index })
  return words
}

const functionWords = new Set(
  `the and for with from that this these those our its their are was were has have had been being can may while which when than then into over under such also both each all any more most less not only but out per via using used use based between within without across through during
  respectively we it of in on to by at as or an is be`.split(/\s+/),
)

const tellingCharacters = new Set(
  '短长弱强大小快慢男女英中德法日帧层题对卡块页句库图词字篇灰黑白前后高低上下左右内外新旧源',
)

interface Entry {
  key: string
  /** What shows it in Chinese. */
  forms: readonly string[]
}

/** Words such as "the" tie nothing to anything. */
const entryOf = remember((word): Entry | undefined => {
  const entry = word.length < 3 || functionWords.has(word) ? undefined : lookUp(word)
  return entry && { key: `~${entry.key}`, forms: [...new Set(entry.translations)].filter(isTelling) }
})

function isTelling(form: string): boolean {
  return form.length > 1 || tellingCharacters.has(form)
}
