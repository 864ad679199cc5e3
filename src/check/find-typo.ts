/** Finds the word of the source that a Latin word of a translation was mistyped from. */
import { editDistance } from './edit-distance.ts'
import { hasEntry } from './english-chinese.ts'
import { type NameIndex, splitName } from './name-index.ts'

const MIN_LENGTH = 4
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
  if (lower.length < MIN_LENGTH || !/^[a-z]+$/.test(lower) || source.parts().has(lower) || hasEntry(lower))
    return undefined
  const limit = lower.length < LONG ? 2 : 3
  return source.words().find(candidate => {
    const other = candidate.toLowerCase()
    if (Math.abs(other.length - lower.length) >= limit || other.length < MIN_LENGTH) return false
    if (editDistance(lower, other, limit) >= limit || foldSpelling(lower) === foldSpelling(other))
      return false
    return isProper(candidate, source) ? !isPlural(lower, other) : !isOneFamily(lower, other)
  })
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
const compounds = new WeakMap<NameIndex, readonly string[]>()

function compoundsOf(source: NameIndex): readonly string[] {
  const known = compounds.get(source)
  if (known) return known
  const found = [...source.counts.keys()].filter(name => splitName(name).length > 1).slice(0, MAX_COMPOUNDS)
  compounds.set(source, found)
  return found
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
