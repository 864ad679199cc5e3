/** Finds the word of the source that a Latin word of a translation was mistyped from. */
import { editDistance } from './edit-distance.ts'
import { hasEntry } from './english-chinese.ts'
import { type NameIndex, splitName } from './name-index.ts'
import { LastMade } from './once.ts'

const MIN_LENGTH = 4
// "Eol" for "Elo": a name that is no word, in as many letters.
const MIN_NAME = 3
const SMALL =
  /^(?:the|our|for|yet|but|and|two|one|its|via|how|why|new|all|any|few|not|now|can|are|has|was|out|you|who|let|six|ten)$/
// From here on two errors still leave one word in mind.
const LONG = 8
// English endings that turn one word into another of its family.
const ENDINGS =
  's es ed ing ings er ers or ors ion ions ation ations al als ally ly ity ities ive ives able ible y ies ied ier e ment ments ness ic ical ics ist ists ism ance ances ence ences ancy ency ant ants ent ents ise ize ised ized ising izing isation ization izations'.split(
    ' ',
  )

/**
 * Undefined for a word that the source has, that English has, or that is another form of one of the source's words.
 * For texts that hold Latin words only as names and terms.
 */
export function findTypo(word: string, source: NameIndex): string | undefined {
  const lower = word.toLowerCase()
  const least = word === lower ? MIN_LENGTH : MIN_NAME
  if (lower.length < least || !/^[a-z]+$/.test(lower) || source.parts().has(lower) || hasEntry(lower))
    return undefined
  const limit = lower.length < LONG ? 2 : 3
  return source.words().find(candidate => {
    const other = candidate.toLowerCase()
    if (Math.abs(other.length - lower.length) >= limit) return false
    if (Math.min(other.length, lower.length) < MIN_LENGTH && !isShortName(candidate, { word, source }))
      return false
    if (editDistance(lower, other, limit) >= limit) return false
    // A name has one spelling in all countries.
    if (isProper(candidate, source)) return !isPlural(lower, other)
    return foldSpelling(lower) !== foldSpelling(other) && !isOneFamily(lower, other)
  })
}

export interface Neighbours {
  /** The word before and the one behind, where a single blank parts them from the token. */
  before: string | undefined
  after: string | undefined
}

const MIN_BESIDE = 3

/**
 * "Wbe of Science" for "Web of Science": beside the same neighbour the source has a word that differs in one letter.
 * Short words and words that English has are known so too.
 */
export function findTypoBeside(
  word: string,
  { before, after }: Neighbours,
  source: NameIndex,
): string | undefined {
  if (word.length < MIN_BESIDE || !/^[A-Za-z]+$/.test(word) || source.byLower().has(word.toLowerCase()))
    return undefined
  const { behind, ahead } = neighboursOf(source)
  const candidates = [
    ...(before === undefined ? [] : (behind.get(before.toLowerCase()) ?? [])),
    ...(after === undefined ? [] : (ahead.get(after.toLowerCase()) ?? [])),
  ]
  const lower = word.toLowerCase()
  const isWord = hasEntry(lower)
  return candidates.find(candidate => {
    const other = candidate.toLowerCase()
    // "quetion" for "question": the source itself is mistyped, and the brief has mended it.
    if (isWord && candidate === other && !hasEntry(other)) return false
    return (
      other.length >= MIN_BESIDE &&
      /^[a-z]+$/.test(other) &&
      editDistance(lower, other, 2) === 1 &&
      !isRegularForm(lower, other) &&
      foldSpelling(lower) !== foldSpelling(other)
    )
  })
}

interface NeighbourIndex {
  /** The words that stand behind a word, which is in small letters. */
  behind: ReadonlyMap<string, readonly string[]>
  /** The words that stand before one. */
  ahead: ReadonlyMap<string, readonly string[]>
}

const MAX_NEIGHBOURS = 4000
const neighbours = new LastMade<NameIndex, NeighbourIndex>()

function neighboursOf(source: NameIndex): NeighbourIndex {
  const known = neighbours.get(source)
  if (known) return known
  const behind = new Map<string, string[]>()
  const ahead = new Map<string, string[]>()
  source.tokens.slice(0, MAX_NEIGHBOURS).forEach(({ text, followsBlank }, at) => {
    const before = source.tokens[at - 1]?.text
    if (!followsBlank || before === undefined) return
    addTo(behind, before.toLowerCase(), text)
    addTo(ahead, text.toLowerCase(), before)
  })
  const index = { behind, ahead }
  neighbours.set(source, index)
  return index
}

const MAX_CANDIDATES = 40

function addTo(map: Map<string, string[]>, key: string, word: string): void {
  const words = map.get(key)
  if (!words) map.set(key, [word])
  else if (words.length < MAX_CANDIDATES && !words.includes(word)) words.push(word)
}

/** "models" and "model", "rotated" and "rotate": one is a regular form of the other, or both of a third. */
function isRegularForm(one: string, other: string): boolean {
  const bases = listBases(one)
  return listBases(other).some(base => bases.includes(base))
}

function listBases(word: string): string[] {
  const bases = [word]
  if (/s$/.test(word)) bases.push(word.slice(0, -1))
  if (/es$/.test(word)) bases.push(word.slice(0, -2))
  if (/ies$|ied$/.test(word)) bases.push(`${word.slice(0, -3)}y`)
  if (/e[drn]$/.test(word)) bases.push(word.slice(0, -1), word.slice(0, -2))
  if (/or$/.test(word)) bases.push(word.slice(0, -2), `${word.slice(0, -2)}e`)
  if (/ing$/.test(word)) bases.push(word.slice(0, -3), `${word.slice(0, -3)}e`)
  if (/ly$/.test(word)) bases.push(word.slice(0, -2))
  if (/al$/.test(word)) bases.push(word.slice(0, -2))
  return bases.flatMap(base => (/(.)\1$/.test(base) ? [base, base.slice(0, -1)] : [base]))
}

/** "Whisper-Thn" for "Whisper-Thin": all parts but one are the same, and that one is nearly so. */
export function findTypoInCompound(token: string, source: NameIndex): string | undefined {
  const parts = splitName(token)
  if (parts.length < 2) return undefined
  return compoundsOf(source).find(name => {
    const others = splitName(name)
    if (others.length !== parts.length) return false
    const [changed, ...more] = parts.filter((part, at) => part.toLowerCase() !== others[at]?.toLowerCase())
    const other = others[parts.indexOf(changed ?? '')]?.toLowerCase()
    const lower = changed?.toLowerCase()
    if (lower === undefined || other === undefined || more.length > 0) return false
    return editDistance(lower, other, 2) === 1 && !hasEntry(lower) && !isOneFamily(lower, other)
  })
}

const MAX_COMPOUNDS = 300
const compounds = new LastMade<NameIndex, readonly string[]>()

function compoundsOf(source: NameIndex): readonly string[] {
  const known = compounds.get(source)
  if (known) return known
  const found = [...source.counts.keys()].filter(name => splitName(name).length > 1).slice(0, MAX_COMPOUNDS)
  compounds.set(source, found)
  return found
}

function isShortName(candidate: string, { word, source }: { word: string; source: NameIndex }): boolean {
  return (
    candidate.length === word.length && isProper(candidate, source) && !SMALL.test(candidate.toLowerCase())
  )
}

/** A name, which has no other forms than its plural. */
function isProper(word: string, source: NameIndex): boolean {
  return /^\p{Lu}/u.test(word) && !source.counts.has(word.toLowerCase()) && !hasEntry(word.toLowerCase())
}

function isPlural(one: string, other: string): boolean {
  return `${one}s` === other || `${other}s` === one || `${one}es` === other || `${other}es` === one
}

/** British and American. */
function foldSpelling(word: string): string {
  return word
    .replace(/is(?=e|ing|ation)/g, 'iz')
    .replace(/our/g, 'or')
    .replace(/ll/g, 'l')
    .replace(/tre\b/g, 'ter')
    .replace(/[ao]e/g, 'e')
    .replace(/ogue\b/g, 'og')
}

function isOneFamily(one: string, other: string): boolean {
  const stems = listStems(one)
  return listStems(other).some(stem => stems.includes(stem))
}

function listStems(word: string): string[] {
  const cut = ENDINGS.filter(ending => word.endsWith(ending)).map(ending => word.slice(0, -ending.length))
  if (/e[dr]s?$/.test(word)) cut.push(word.replace(/[dr]s?$/, ''))
  return [word, ...cut, ...cut.map(stem => stem.replace(/(.)\1$/, '$1'))].filter(stem => stem.length > 2)
}
