/** Takes the words in Latin letters, with their digits and marks, out of a text, and tells which are names. */
import { findAll } from '../paper/find-all.ts'
import { remember } from '../paper/remember.ts'

export interface LatinToken {
  /** As it stands, with hyphens of every kind as `-`. */
  text: string
  index: number
  /** A single blank, and nothing else, parts it from the token before. */
  followsBlank: boolean
}

// The blocks that Latin and Greek names are written in, spelt out: property classes are several times slower.
const LETTER = 'A-Za-z0-9\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u03ff\u1e00-\u1fff'
const TOKEN = new RegExp(
  `[${LETTER}](?:[${LETTER}\u0300-\u036f]|[-_+&'@/·](?=[${LETTER}])|\\.(?=[${LETTER}])(?!(?<=[A-Za-z]{2}\\.)[A-Z][a-z]{2})|:(?=[A-Za-z]))*(?:\\+\\+|\\+(?![+\u3400-\u9fff])|#)?`,
  'g',
)
const MAX_LENGTH = 80

/** In reading order; of a text whose links and formulas have been blanked. */
export function readLatinTokens(text: string): LatinToken[] {
  const plain = foldMarks(text)
  const tokens: LatinToken[] = []
  let end = -1
  for (const { 0: token, index } of findAll(plain, TOKEN)) {
    if (token.length <= MAX_LENGTH)
      tokens.push({ text: token, index, followsBlank: index === end + 1 && plain[end] === ' ' })
    end = index + token.length
  }
  return tokens
}

const ASCII = /^[\0-\x7f]*$/

/** One hyphen, one apostrophe, plain letters and digits for raised, lowered and styled ones. */
export function foldMarks(text: string): string {
  if (ASCII.test(text)) return text
  // A full-width colon parts two words, where an ASCII one may stand inside a name.
  return text
    .replaceAll('：', '；')
    .normalize('NFKC')
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/[’ʼ]/g, "'")
}

/** Letters and digits only, small, Greek letters spelt out: `π0.5` and `Pi-0.5` meet. */
export const squash = remember(token =>
  token
    .toLowerCase()
    .replace(/\p{Script=Greek}/gu, letter => GREEK.get(letter) ?? letter)
    .replace(/[^\p{L}\p{Nd}]+/gu, ''),
)

const GREEK = new Map(
  `α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho
  σ sigma τ tau φ phi ϕ phi χ chi ψ psi ω omega`
    .trim()
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, word, at, all) => {
      if (at % 2 === 0) pairs.push([word, all[at + 1] ?? ''])
      return pairs
    }, []),
)

const UNIT =
  /^(?:\d[\d.,]*)(?:[kKmMbBtTxX]|[kKMGT]?(?:B|Hz|W|bps)|[munp]?[smgWVAJL]|px|fps|FPS|dB|D|st|nd|rd|th|s|min|h|hrs?|bit|way|shot|fold|year|level|dim|step|turn|token|point|stage)?(?:[-/+](?:\d[\d.,]*)?[\p{Ll}]*)*$/u

const [DIGIT_0, DIGIT_9] = [48, 57]

/** `16K`, `3.6`, `4x`, `10-fold`, `3D`: figures, which another check reads. */
export function isFigure(token: string): boolean {
  const first = token.charCodeAt(0)
  return first >= DIGIT_0 && first <= DIGIT_9 && UNIT.test(token)
}

/** In small letters but perhaps for the first: no name by its shape. */
export function isSmall(token: string): boolean {
  return /^[A-Za-z][a-z-]*$/.test(token)
}

/** A letter and a digit, a capital inside, or nothing but capitals in one part: `GPT-4o`, `CapRL`, `KV-recache`. */
export const isName = remember(
  token => !isFigure(token) && (token.split(/[-/:@&]/).some(isNamePart) || isNumbered(token)),
)

/** `Nova-3`, `Flux.1`, but not `Type-2`, `Top-5`, `Phase-3`. */
function isNumbered(token: string): boolean {
  return (
    /^\p{Lu}\p{L}*(?:-\p{L}+)*[-_.]\d/u.test(token) &&
    !/^(?:Type|Top|Phase|Level|Stage|Class|Grade|Tier|Step|Rank|Section|Table|Figure|Fig|Eq|Part|Chapter|Day|Week|Year|Version|Round|Group|Best|Pre|Post|Sub|Mid|Non)[-_.]\d/i.test(
      token,
    )
  )
}

export function isNamePart(part: string): boolean {
  const bare = part.replace(/(?<=\p{Lu})s$|'s$/u, '')
  if (isFigure(bare)) return false
  return /\p{L}\d|\d\p{L}|\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(bare)
}

/** A capital inside a word or a digit beside a letter: what nobody translates. Acronyms may be translated. */
export const isCodeName = remember(
  token =>
    !isFigure(token) &&
    (isNumbered(token) ||
      token
        .split(/[-/:@&_]/)
        .some(part => isNamePart(part) && !/^\p{Lu}+s?$/u.test(part.replace(/'s$/, '')))),
)
