/** Reads the unit that stands before its figure: "by a factor of 3.1", "day 90". */
import type { Token } from './tokenize.ts'
import { findLatinUnit, timesUnit, type Unit } from './units.ts'

const factorBefore =
  /\bfactors? of (?:(?:about|around|over|nearly|almost|roughly|some|more than|less than|at least|at most|up to) )?$/i

export function readUnitBefore(text: string, token: Pick<Token, 'start' | 'end'>): Unit | undefined {
  return readFactor(text, token) ?? readPlace(text, token)
}

/** Not of "a factor of 1 + x". */
function readFactor(text: string, { start, end }: Pick<Token, 'start' | 'end'>): Unit | undefined {
  const isFactor = factorBefore.test(text.slice(Math.max(0, start - 40), start))
  return isFactor && !/^\s?[+−*/^]/.test(text.slice(end, end + 2)) ? timesUnit : undefined
}

/** The unit of 第90天 stands before the figure in English. */
function readPlace(text: string, { start, end }: Pick<Token, 'start' | 'end'>): Unit | undefined {
  const word = /\b(day|week|hour|minute) $/i.exec(text.slice(Math.max(0, start - 7), start))?.[1]
  const hasUnit = /^[\s-]?[A-Za-z]{1,3}\b/.test(text.slice(end, end + 4))
  return word && !hasUnit ? findLatinUnit(word.toLowerCase()) : undefined
}
