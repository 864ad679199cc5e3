/** The words of an English text in the form that terms are compared in: singular, small, American spelling. */
import { findAll } from './find-all.ts'
import { remember } from './remember.ts'

export interface TextWord {
  key: string
  /** Only for words with two capitals or more: `=` and the spelling itself, without a plural s. */
  exact: string | undefined
  start: number
  end: number
}

// The letters that English technical text is written in; a hyphen or a blank parts words alike.
const WORD = /[A-Za-z0-9\u00c0-\u024f]+(?:['’][A-Za-z]{1,2}(?![A-Za-z]))?/g
const MAX_WORD = 40

/** In reading order; words longer than any term's are left out. Linear time. */
export function readWords(text: string): TextWord[] {
  const words: TextWord[] = []
  for (const { 0: word, index } of findAll(text, WORD)) {
    if (word.length > MAX_WORD) continue
    const { key, exact } = readWord(word)
    words.push({ key, exact, start: index, end: index + word.length })
  }
  return words
}

const readWord = remember((word): Pick<TextWord, 'key' | 'exact'> => {
  const bare = word.replace(/['’].*$/, '')
  const key = wordKey(bare)
  return { key, exact: hasTwoCapitals(bare) ? exactForm(bare) : undefined }
})

/** `LLMs` → `=LLM`. */
function exactForm(word: string): string {
  return `=${word.length > 2 && /[A-Z]s$/.test(word) ? word.slice(0, -1) : word}`
}

/** `LLM`, `LoRA`, `SFT`: a word that means something else when it is written small. */
function hasTwoCapitals(word: string): boolean {
  let capitals = 0
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code >= 65 && code <= 90 && ++capitals > 1) return true
  }
  return false
}

const IRREGULAR = new Map(
  Object.entries({
    analyses: 'analysis',
    axes: 'axis',
    bias: 'bias',
    biases: 'bias',
    canvas: 'canvas',
    corpora: 'corpus',
    gas: 'gas',
    hypotheses: 'hypothesis',
    indices: 'index',
    indexes: 'index',
    lens: 'lens',
    matrices: 'matrix',
    phenomena: 'phenomenon',
    syntheses: 'synthesis',
    vertices: 'vertex',
  }),
)

// Spelling alone: what is left is compared with what is left of the term, so it need not be a word.
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/isation$/, 'ization'],
  [/is(e|ed|ing|er)$/, 'iz$1'],
  [/(mod|lab|chann|trav)ell(ing|ed|er)$/, '$1el$2'],
  [/our$/, 'or'],
]

/** `Networks` → `network`, `optimisation` → `optimization`. */
export const wordKey = remember(word => reduce(word.toLowerCase()))

function reduce(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  const key = singular(word)
  if (key.length < 6) return key
  return BRITISH.reduce((reduced, [pattern, ending]) => reduced.replace(pattern, ending), key)
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word
  if (/(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}
