/** Tells the names that are made of ordinary words, which a translator may translate, from those that nobody can. */
import { hasEntry } from './english-chinese.ts'

const SMALL_WORDS = new Set('a an the of in on at to by and or for with as from via is it no not'.split(' '))
// Combining forms: they stand before a word, or as a part of a compound by themselves.
const PREFIXES =
  `anti auto bi bio co counter cross cyber de dis eco electro extra fore geo hydro hyper infra inter intra macro mega
  meta micro mid mini mis mono multi nano neo neuro non omni out over pan para photo poly post pre proto pseudo psycho quasi
  re self semi socio sub super tele thermo trans tri ultra un under uni`
    .trim()
    .split(/\s+/)
const ALONE = new Set(PREFIXES.filter(prefix => prefix.length > 2))
const MIN_REST = 3

/** A word in small letters that the dictionary has, by itself or behind a prefix: `unchanging`. */
export function isPlainWord(lower: string): boolean {
  if (SMALL_WORDS.has(lower) || ALONE.has(lower) || hasEntry(lower)) return true
  return PREFIXES.some(
    prefix =>
      lower.length >= prefix.length + MIN_REST &&
      lower.startsWith(prefix) &&
      hasEntry(lower.slice(prefix.length)),
  )
}

/** `uncHanging`: one word, with a capital inside that only spells a short form. */
export function isJoinedWord(part: string): boolean {
  return /^[A-Za-z]+$/.test(part) && isPlainWord(part.toLowerCase())
}

/** `AutoRegressive` → `Auto`, `Regressive`; `AStep` → `A`, `Step`. */
export function splitHumps(part: string): string[] {
  return part.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
}

/** `LeCun`, `DeLong`, `McNemar`: people have other names in other scripts. */
export function isPersonal(name: string): boolean {
  return /^(?:D[aeiu]|Fitz|L[ae]|Ma?c|O'|V[ao]n)\p{Lu}\p{Ll}{2,}$/u.test(name)
}

const UNIT =
  /^(?:[kMGTmnpµμu]?(?:Wh|VA|Hz|eV|Pa|mol|bps|bit|Bq|Sv)|mmHg|cmH2O|d[BC][AmiV]?|[kMGT]i?B)(?:\/\p{L}+)?$/u
const ELEMENTS =
  'A[cglrstu]|B[aeir]?|C[adelorsu]?|D[y]|E[ru]|F[er]?|G[ade]|H[efgo]?|I[nr]?|K[r]?|L[aiu]|M[gno]|N[abdei]?|O[s]?|P[bdrtu]?|R[behu]|S[bceimnr]?|T[aeilm]|U|V|W|X[e]|Y[b]?|Z[nr]'
const COMPOUND = new RegExp(`^(?:(?:${ELEMENTS})\\d{0,2}){2,6}$`)

/** `kWh` and `mmHg`, `SiO2` and `NaCl`: units and substances, which every language calls by its own words. */
export function isSymbol(name: string): boolean {
  // Capitals alone, without carbon and oxygen, are something else: `H3N2`.
  return UNIT.test(name) || (COMPOUND.test(name) && /[a-z]|[CO]/.test(name))
}

/** `System-2`, `Level-3`: a word with the number of its sort, as every language counts. */
export function isNumberedWord(name: string): boolean {
  return /^(?:system|level|stage|type|tier|phase|task|step|part|layer|group|class|case|grade|round|track|category|mode|scenario|experiment|day|week|year|rank|order|degree|round|set|study|question|top|rule|model|method)s?[- ]?\d{1,2}$/i.test(
    name,
  )
}
