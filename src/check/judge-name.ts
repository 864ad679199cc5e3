/** Judges one word of a brief that the source does not have in the same letters. */
import { editDistance } from './edit-distance.ts'
import { findTypo, findTypoInCompound } from './find-typo.ts'
import { isFigure, isName, isNamePart, squash } from './latin-tokens.ts'
import { isSpelledOut, type NameIndex, splitName } from './name-index.ts'
import { generalAcronyms, technicalWords } from './name-vocabulary.ts'

export interface NameCase {
  token: string
  source: NameIndex
  /** Of the whole brief. */
  written: () => NameIndex
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
  if (isFigure(token) || (nameCase.isLatin && isInflected(token))) return undefined
  const sameLetters = source.byLower().get(token.toLowerCase())
  if (sameLetters !== undefined) return judgeSpelling(nameCase, sameLetters)
  if (
    source.byLower().has(singular(token)) ||
    ['s', "'s"].some(end => source.byLower().has(token.toLowerCase() + end))
  )
    return undefined
  const spelling = source.bySquash().get(squash(token))
  if (spelling !== undefined) return judgeSpelling(nameCase, spelling)
  return isName(token) ? judgeUnknownName(nameCase) : judgeUnknownWord(nameCase)
}

function singular(token: string): string {
  return token.toLowerCase().replace(/(?:'s|(?<=[a-z\d]{2})e?s)$/, '')
}

/** A figure with the ending of a language: "39stel", "20er", "2e". */
function isInflected(token: string): boolean {
  return /^\d[\d.,]*-?\p{Ll}{1,8}(?:-\p{L}{1,30})*$/u.test(token)
}

/** Another case, a hyphen more or less: for names a matter of care, for words none at all. */
function judgeSpelling({ token }: NameCase, expected: string): NameVerdict | undefined {
  if (!isName(token) && !isName(expected)) return undefined
  if (isShouted(token, expected) || token.replaceAll("'", '') === expected) return undefined
  const isOrdinary = !isName(expected.replaceAll(' ', '-')) || generalAcronyms.has(token.toLowerCase())
  if (isOrdinary) return undefined
  return { severity: 'warning', message: 'The name is spelled in another way than in the source.', expected }
}

/** "TRANSFORMER" in a title is the word "Transformer". */
function isShouted(token: string, expected: string): boolean {
  return /^[\p{Lu}-]{5,}$/u.test(expected) && !isName(token)
}

function judgeUnknownName(nameCase: NameCase): NameVerdict | undefined {
  const { token, source, written } = nameCase
  const lower = token.toLowerCase()
  const bare = singular(token)
  if (generalAcronyms.has(lower) || generalAcronyms.has(bare) || technicalWords.has(lower)) return undefined
  // A name may be cut to its family or its measure: \"the Qwen2.5 models\", \"KL\" for \"forward-KL\".
  if (source.parts().has(lower)) return undefined
  const turned = findTurned(token, source)
  if (turned !== undefined)
    return { severity: 'error', message: 'The name differs from the one in the source.', expected: turned }
  if (
    isSpelledOut(token, source) ||
    (isAcronym(token) && isSpelledOut(token, written()) && isExpansionKnown(nameCase))
  )
    return undefined
  const expected = findNearest(token, [...source.counts.keys()].filter(isName))
  if (isAllowedCompound(nameCase, expected)) return undefined
  if (expected !== undefined)
    return { severity: 'error', message: 'The name differs from the one in the source.', expected }
  return { severity: 'unknown', message: 'The name does not stand in the source.' }
}

/** "LML" for "LLM": any three letters begin three words somewhere, so initials do not excuse an exchange. */
function findTurned(token: string, { counts }: NameIndex): string | undefined {
  const letters = token.replace(/s$/, '')
  if (!/^\p{Lu}{3,}$/u.test(letters)) return undefined
  return [...counts.keys()].find(name => {
    const other = name.replace(/s$/, '')
    return sortLetters(other) === sortLetters(letters) && editDistance(other, letters, 2) === 1
  })
}

function sortLetters(word: string): string {
  return [...word].sort().join('')
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
  return !isSuspect || (isLiteral && !/\d/.test(token))
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
function judgeUnknownWord({ token, source, isLatin }: NameCase): NameVerdict | undefined {
  if (isLatin || technicalWords.has(token.toLowerCase())) return undefined
  const whole = findTypoInCompound(token, source)
  if (whole !== undefined)
    return { severity: 'error', message: 'The name differs from the one in the source.', expected: whole }
  for (const part of splitName(token)) {
    if (technicalWords.has(part.toLowerCase()) || part.length < (/^\p{Lu}/u.test(part) ? 4 : 5)) continue
    const expected = findTypo(part, source)
    if (expected !== undefined)
      return { severity: 'error', message: 'The name differs from the one in the source.', expected }
  }
  return undefined
}
