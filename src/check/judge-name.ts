/** Judges one word of a brief that the source does not have in the same letters. */
import { editDistance } from './edit-distance.ts'
import { findTypo, findTypoBeside, findTypoInCompound, type Neighbours } from './find-typo.ts'
import { isCodeName, isFigure, isName, isNamePart, squash } from './latin-tokens.ts'
import { isSpelledOut, type NameIndex, splitName } from './name-index.ts'
import { generalAcronyms, technicalWords, translatableNames } from './name-vocabulary.ts'
import { isPlainWord } from './plain-names.ts'
import { shortensLoosely, shortensTerm } from './shortened-terms.ts'

export interface NameCase extends Neighbours {
  token: string
  source: NameIndex
  /** Of the whole brief. */
  written: () => NameIndex
  /** Names of the source with what it writes below or above them in a formula, squashed: `ap50`. */
  scripted: () => ReadonlySet<string>
  /** The brief's language is written in Latin letters: its ordinary words are none of the source's. */
  isLatin: boolean
}

export interface NameVerdict {
  /** `unknown`: nothing in the source is like it. */
  severity: 'error' | 'warning' | 'unknown'
  message: string
  expected?: string
}

export function judgeName(nameCase: NameCase): NameVerdict | undefined {
  const { token, source } = nameCase
  if (isFigure(token) || MICRO_UNIT.test(token) || (nameCase.isLatin && isInflected(token))) return undefined
  const sameLetters = source.byLower().get(token.toLowerCase())
  if (sameLetters !== undefined) return judgeSpelling(nameCase, sameLetters)
  const word = source.byLower().get(singular(token))
  // "cANs" is no other form of "can".
  if (word !== undefined && (isName(word) || !isCodeName(token))) return undefined
  if (['s', "'s"].some(end => source.byLower().has(token.toLowerCase() + end))) return undefined
  const spelling = source.bySquash().get(squash(token))
  if (spelling !== undefined) return judgeSpelling(nameCase, spelling)
  if (nameCase.scripted().has(squash(token))) return undefined
  return isName(token) ? judgeUnknownName(nameCase) : judgeUnknownWord(nameCase)
}

// `µm²` and `µW·µs`, which a source may spell "um^2": a figure's unit, and another check's business.
const MICRO_UNIT = /^[μµ][A-Za-z]{1,3}\d?(?:[·/][μµ]?[A-Za-z]{1,3}\d?)*$/

function singular(token: string): string {
  return token.toLowerCase().replace(/(?:'s|(?<=[a-z\d]{2})e?s)$/, '')
}

/** A figure with the ending of a language: "39stel", "20er", "2e". */
function isInflected(token: string): boolean {
  return /^\d[\d.,]*-?\p{Ll}{1,8}(?:-\p{L}{1,30})*$/u.test(token)
}

/** Another case, a hyphen more or less: for names a matter of care, for words none at all. */
function judgeSpelling({ token, source }: NameCase, expected: string): NameVerdict | undefined {
  if (!isName(token) && !isName(expected)) return undefined
  if (isShouted(token, expected) || token.replaceAll("'", '') === expected) return undefined
  const isOrdinary = !isName(expected.replaceAll(' ', '-')) || generalAcronyms.has(token.toLowerCase())
  if (isOrdinary) return undefined
  // "DIET-only" beside "DIET+ BERT": the plus is none of the name's.
  if (expected === `${token}+` && source.parts().has(token.toLowerCase())) return undefined
  if (countPluses(token) !== countPluses(expected) || haveMovedCapitals(token, expected))
    return { severity: 'error', message: 'The name differs from the one in the source.', expected }
  return { severity: 'warning', message: 'The name is spelled in another way than in the source.', expected }
}

/** "MST++" is another model than "MST". */
function countPluses(name: string): number {
  return name.length - name.replace(/\++$/, '').length
}

/** "CoMmem" for "ComMem": as many capitals, but others; where capitals are fewer or more, it is a matter of care. */
function haveMovedCapitals(token: string, expected: string): boolean {
  if (token.length !== expected.length || token.toLowerCase() !== expected.toLowerCase()) return false
  const capitals = (text: string): string => text.replace(/[^A-Z]/g, '')
  return capitals(token).length === capitals(expected).length && isCodeName(expected)
}

/** "TRANSFORMER" in a title is the word "Transformer". */
function isShouted(token: string, expected: string): boolean {
  return /^[\p{Lu}-]{5,}$/u.test(expected) && !isName(token)
}

function judgeUnknownName(nameCase: NameCase): NameVerdict | undefined {
  const { token, source, written } = nameCase
  const lower = token.toLowerCase()
  const bare = singular(token)
  // "BCI/BMI" for "BCIs/BMIs".
  if (
    /^\p{Lu}+(?:\/\p{Lu}+)+$/u.test(token) &&
    lower.split('/').every(part => source.parts().has(`${part}s`))
  )
    return undefined
  // A name may be cut to its family or its measure: "the Qwen2.5 models", "KL" for "forward-KL".
  if (technicalWords.has(lower) || source.parts().has(lower) || source.parts().has(`${lower}s`))
    return undefined
  if (isSeries(token, source) || isCounted(token, source) || isStem(token, source)) return undefined
  if (isBehindLostBlank(token, source)) return undefined
  const turned = findTurned(token, source)
  if (turned !== undefined)
    return { severity: 'error', message: 'The name differs from the one in the source.', expected: turned }
  const isGeneral = generalAcronyms.has(lower) || generalAcronyms.has(bare)
  if (isGeneral && !RARE_UNASKED.has(lower)) return undefined
  const names = source.names()
  const expected =
    findNearest(token, names) ?? findNearest(token, names.flatMap(listCapitals).map(dropPlural))
  const isRival = expected !== undefined && areRivals(token, expected)
  if (isGeneral && !isRival) return undefined
  if (isSpelledOut(token, source) && (!isRival || shortensTerm(token, source))) return undefined
  if (isAcronym(token) && isSpelledOut(token, written()) && isExpansionKnown(nameCase)) return undefined
  if (isAllowedCompound(nameCase, expected)) return undefined
  if (expected !== undefined)
    return {
      severity: isKin(token, expected) ? 'warning' : 'error',
      message: 'The name differs from the one in the source.',
      expected,
    }
  const isFamiliar = translatableNames.has(lower) || translatableNames.has(`${lower}s`)
  if (isFamiliar || (/^\p{Lu}{2,4}$/u.test(token) && shortensLoosely(token, source)))
    return { severity: 'warning', message: 'The name does not stand in the source.' }
  return { severity: 'unknown', message: 'The name does not stand in the source.' }
}

/**
 * HARQ beside ARQ, BERT beside KoBERT: short forms of which one holds the other whole are two names as a rule, and no
 * slip of the hand. A single letter that was lost may be one.
 */
function isKin(token: string, expected: string): boolean {
  const [short, long] = token.length < expected.length ? [token, expected] : [expected, token]
  const begin = long.slice(0, -short.length)
  const isDoubled = begin.endsWith(short.charAt(0))
  const isLost = short === token && begin.length < 2
  return (
    /^\p{Lu}{2,}$/u.test(short) && /^\p{L}+$/u.test(begin) && long.endsWith(short) && !isDoubled && !isLost
  )
}

/** `EndoVis` where the source has EndoVis2017 and EndoVis2018. */
function isSeries(token: string, { counts }: NameIndex): boolean {
  return (
    /\p{L}$/u.test(token) &&
    [...counts.keys()].some(name => name.startsWith(token) && /^\d+$/.test(name.slice(token.length)))
  )
}

/** `FAIR` where the source has `FAIRness`. */
function isStem(token: string, { counts }: NameIndex): boolean {
  return ['ness', 'ify', 'ization', 'ed', 'ing'].some(ending => counts.has(`${token}${ending}`))
}

/** `H200` where the source has `8xH200`. */
function isCounted(token: string, { counts }: NameIndex): boolean {
  return [...counts.keys()].some(
    name => name.endsWith(token) && /^\d+[x×]$/.test(name.slice(0, -token.length)),
  )
}

/** `SA/QUBO-best` where the source lost a blank: `andSA/QUBO-best`. */
function isBehindLostBlank(token: string, { counts }: NameIndex): boolean {
  return (
    /^\p{Lu}/u.test(token) &&
    [...counts.keys()].some(name => name.endsWith(token) && isPlainWord(name.slice(0, -token.length)))
  )
}

// Known to everybody, and yet in a brief of a paper that has a short form one letter away most likely that one.
const RARE_UNASKED = new Set(['ram', 'usa', 'usd', 'sdk', 'csv', 'xml', 'stem', 'iot'])

/** "CRM" beside the source's "GRM": short forms of one length, one letter apart. Initials are met by chance too easily. */
function areRivals(token: string, expected: string): boolean {
  const [one, other] = [token.replace(/s$/, ''), expected.replace(/s$/, '')]
  return /^[A-Z]{3,}$/.test(one) && /^[A-Z]{3,}$/.test(other) && one.length === other.length
}

/** "LML" for "LLM": any three letters begin three words somewhere, so initials do not excuse an exchange. */
function findTurned(token: string, { counts }: NameIndex): string | undefined {
  const letters = token.replace(/s$/, '')
  if (!/^\p{Lu}{3,}$/u.test(letters)) return undefined
  return [...counts.keys()].flatMap(listCapitals).find(name => {
    const other = name.replace(/s$/, '')
    return (
      other.length === letters.length &&
      sortLetters(other) === sortLetters(letters) &&
      editDistance(other, letters, 2) === 1
    )
  })
}

/** The word itself, and the short forms that a compound has: `LIGO` of `LIGO-Virgo`. */
function listCapitals(name: string): string[] {
  const parts = splitName(name)
  return parts.length < 2 ? [name] : [name, ...parts.filter(part => /^\p{Lu}{3,}s?$/u.test(part))]
}

function sortLetters(word: string): string {
  return [...word].sort().join('')
}

function dropPlural(name: string): string {
  return name.replace(/'?s$/, '')
}

function isAcronym(token: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{Ll}]{0,6}\p{Lu}s?$/u.test(token)
}

/** The brief spells the short form out in words of the source: a translator's own abbreviation. */
function isExpansionKnown({ token, source }: NameCase): boolean {
  const [all = ''] = source.initials()
  const known = all.toUpperCase()
  return (
    token.length <= 6 && [...token.toUpperCase().replace(/S$/, '')].every(letter => known.includes(letter))
  )
}

/**
 * `LLM-based` where the source has `LLM`: every part is the source's, or an ordinary word. Not so beside a name that
 * it could be mistyped from: "DPG-Bnnch", "LLaMA-2-8B" where the source has 8B and LLaMA-2 elsewhere.
 */
function isAllowedCompound({ token, source }: NameCase, expected: string | undefined): boolean {
  const parts = splitName(token)
  if (parts.length < 2) return false
  const isKnown = (part: string): boolean => {
    const lower = part.toLowerCase()
    return (
      source.parts().has(lower) ||
      source.parts().has(singular(part)) ||
      generalAcronyms.has(lower) ||
      isSpelledOut(part, source)
    )
  }
  const unknown = parts.filter(part => !isKnown(part))
  if (unknown.some(part => isNamePart(part) || /\d/.test(part))) return false
  const isSuspect = expected !== undefined && isSameShape(token, expected)
  const isLiteral = parts.every(
    part => source.parts().has(part.toLowerCase()) || source.parts().has(singular(part)),
  )
  return !isSuspect || (isLiteral && !/\d/.test(token) && !areRivalNames(token, expected))
}

/** "DS-Code" beside "DA-Code": a proper name is told by its first part; "LLM-based" beside "VLM-based" is not. */
function areRivalNames(token: string, expected: string | undefined): boolean {
  const others = splitName(expected ?? '')
  const same = splitName(token).filter((part, at) => part === others[at])
  return same.length === others.length - 1 && same.every(part => /^\p{Lu}\p{Ll}/u.test(part))
}

/** "LLaMA-2-8B" beside "LLaMA-2-7B": as many parts, so it stands in the place of the other. */
function isSameShape(token: string, expected: string): boolean {
  return splitName(token).length === splitName(expected).length
}

/** The likest name within the typing errors that its length allows. */
function findNearest(token: string, candidates: readonly string[]): string | undefined {
  let nearest: string | undefined
  let least = allowedTypos(token) + 1
  for (const candidate of candidates) {
    const distance = editDistance(token, candidate, least)
    if (distance < least) {
      least = distance
      nearest = candidate
    }
  }
  return nearest
}

function allowedTypos(token: string): number {
  if (token.length <= 3) return 1
  return token.length <= 8 ? 2 : 3
}

/** A word that is nearly one of the source: "Blemder" for "Blender"; each part of a compound by itself. */
function judgeUnknownWord(nameCase: NameCase): NameVerdict | undefined {
  const { token, source, isLatin } = nameCase
  if (isLatin || technicalWords.has(token.toLowerCase())) return undefined
  const whole = findTypoInCompound(token, source) ?? findTypoBeside(token, nameCase, source)
  if (whole !== undefined)
    return { severity: 'error', message: 'The name differs from the one in the source.', expected: whole }
  for (const part of splitName(token)) {
    if (technicalWords.has(part.toLowerCase()) || part.length < (/^\p{Lu}/u.test(part) ? 3 : 5)) continue
    const expected = findTypo(part, source)
    if (expected !== undefined)
      return { severity: 'error', message: 'The name differs from the one in the source.', expected }
  }
  return undefined
}
