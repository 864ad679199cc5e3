/** Tells whether two records without a common identifier are one work: by title and authors, with care. */
import type { Paper } from './paper.ts'

export type DescribedWork = Pick<Paper, 'title' | 'authors' | 'doi'>

// Shorter titles ("Introduction", "Attention, please") are shared by works that have nothing to do with each other.
const MIN_WORDS = 5
const MIN_LETTERS = 25
// Longer than any title; what is longer is not compared.
const MAX_TITLE = 2000
// The same editors write these again every year, word for word.
const RECURRING =
  /^(?:editorial|preface|foreword|front matter|table of contents|message from|call for|proceedings of|report (?:on|of) the|introduction to (?:the|this) (?:special|theme|[a-z]* ?(?:issue|section|track|workshop)))\b/

/** Whether a title says enough to know a work by it. */
export function isTellingTitle(title: string): boolean {
  if (title.length > MAX_TITLE) return false
  const folded = foldTitle(title)
  const letters = folded.match(/\p{L}/gu)?.length ?? 0
  // Scripts without spaces: a character says about as much as a word.
  const words = folded.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s]+/gu)?.length ?? 0
  return letters >= MIN_LETTERS && words >= MIN_WORDS && !RECURRING.test(folded)
}

/**
 * The same telling title, one author in common (family name, and first initial where both have one), and no two
 * different DOIs. Whether a third work bears the same title is for the caller to find out.
 */
export function isSameWork(a: DescribedWork, b: DescribedWork): boolean {
  if (a.doi && b.doi && a.doi.toLowerCase() !== b.doi.toLowerCase()) return false
  return isTellingTitle(a.title) && foldTitle(a.title) === foldTitle(b.title) && haveCommonAuthor(a, b)
}

/** Letters and digits only, without accents: what two spellings of one title have in common. */
export function foldTitle(title: string): string {
  const bare = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

interface AuthorName {
  family: string
  /** First letter of the given name; empty where there is none. */
  initial: string
}

function haveCommonAuthor(a: DescribedWork, b: DescribedWork): boolean {
  const byFamily = Map.groupBy(a.authors.map(readName), name => name.family)
  return b.authors
    .map(readName)
    .some(({ family, initial }) =>
      byFamily
        .get(family)
        ?.some(other => family !== '' && (!initial || !other.initial || initial === other.initial)),
    )
}

// Letters that have no decomposition into a plain one and a mark.
const PLAIN: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/

/** `Kurt van der Beispiel Jr.` and `Beispiel, Kurt` → beispiel, k. */
function readName(author: string): AuthorName {
  const [before = '', after] = author.slice(0, 300).split(',', 2)
  const turned = after !== undefined && !SUFFIX.test(fold(after))
  const words = fold(turned ? `${after} ${before}` : before)
    .split(' ')
    .filter(word => word !== '' && !SUFFIX.test(word))
  return { family: words.at(-1) ?? '', initial: words.length > 1 ? (words[0]?.[0] ?? '') : '' }
}

function fold(name: string): string {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return bare
    .replace(/[øłđßæœı]/g, letter => PLAIN[letter] ?? letter)
    .replace(/['’‘`´-]/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
}
