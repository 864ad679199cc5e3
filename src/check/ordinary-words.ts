/** Takes a text apart into runs of Latin words, and tells ordinary words from names. */
import { findAll } from '../paper/find-all.ts'

export interface LatinRun {
  /** The run as it stands. */
  text: string
  /** Words without capitals or digits inside: `model`, `The`, but not `GPT-4o`, `MATH`, `iPhone`. */
  ordinary: number
  /** Those of them that start with a small letter. */
  lower: number
}

// Words of one run may be parted by blanks, commas and the like; a Chinese character or a bracket ends it.
const LETTER = 'A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff'
const RUN = new RegExp(
  `[${LETTER}][${LETTER}\u0300-\u036f'’.,;:/&%+@–-]*(?:\\s{1,4}[${LETTER}“"'‘][${LETTER}\u0300-\u036f'’.,;:/&%+@”"–-]*)*`,
  'g',
)

/** In reading order. */
export function findLatinRuns(text: string): LatinRun[] {
  return findAll(text, RUN).map(({ 0: run }) => {
    const words = run.split(/[\s/,;:–-]+/).filter(isOrdinaryWord)
    return { text: run, ordinary: words.length, lower: words.filter(word => /^\p{Ll}/u.test(word)).length }
  })
}

function isOrdinaryWord(word: string): boolean {
  const bare = word.replace(/^[“"'‘]+|[.'’”"%&+@]+$/gu, '')
  return bare === 'a' || bare === 'A' || bare === 'I' || /^\p{Lu}?\p{Ll}+(?:['’]\p{Ll}{1,2})?$/u.test(bare)
}

/** Blanks what stands in brackets or quotation marks, where foreign words are at home. */
export function maskAsides(text: string): string {
  return text.replace(
    /（[^（）]{0,300}）|\([^()]{0,300}\)|\[[^[\]]{0,300}\]|【[^【】]{0,300}】|“[^“”]{0,300}”|‘[^‘’]{0,200}’|「[^「」]{0,300}」|《[^《》]{0,300}》|"[^"\n]{0,200}"/gu,
    aside => ' '.repeat(aside.length),
  )
}
