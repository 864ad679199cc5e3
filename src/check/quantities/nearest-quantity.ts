/** Finds what a wrong figure was meant to be: the likeliest quantity of the other text. */
import type { PlacedQuantity, Quantity } from './quantity.ts'
import { compare, divide, makeRational, significantDigits } from './rational.ts'

export interface Candidate {
  quantity: PlacedQuantity
  /** Nothing in the other text stands for it yet. */
  isUnmatched: boolean
}

// Below this, a candidate shares too little with the suspect to be named as what the source says.
const ENOUGH = 300

/** The best candidate, or undefined where none is likely. */
export function findNearest(
  suspect: PlacedQuantity,
  candidates: readonly Candidate[],
): Candidate | undefined {
  let best: Candidate | undefined
  let bestScore = ENOUGH - 1
  for (const candidate of candidates) {
    const score = rate(suspect, candidate)
    if (score > bestScore) [best, bestScore] = [candidate, score]
  }
  return best
}

/** The same digits at another power of ten say most; then one digit changed, the same unit, the same place. */
function rate(suspect: PlacedQuantity, candidate: Candidate): number {
  const [a, b] = [suspect, candidate.quantity]
  const likeness = Math.max(
    rateDigits(significantDigits(a.value) ?? '', significantDigits(b.value) ?? ''),
    rateDigits(literalDigits(a), literalDigits(b)),
  )
  const distance = Math.abs(a.place - b.place)
  const sameUnit = (a.unit?.dimension ?? '') === (b.unit?.dimension ?? '')
  // Without any likeness of the digits, only a near miss or the same spot makes a candidate.
  if (likeness === 0 && !(candidate.isUnmatched && sameUnit && (isNear(a, b) || distance < 0.12))) return 0
  let score = likeness + Math.round(100 * (1 - distance))
  if (candidate.isUnmatched) score += 200
  if (sameUnit) score += 100
  if (isNear(a, b)) score += 50
  return a.vague === b.vague ? score : score - 100
}

function rateDigits(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return a.length > 1 ? 400 : 200
  return Math.min(a.length, b.length) > 1 && isOneEdit(a, b) ? 250 : 0
}

function literalDigits({ text }: Quantity): string {
  return text.replace(/\D/g, '')
}

function isNear(a: Quantity, b: Quantity): boolean {
  if (a.value.top <= 0n || b.value.top <= 0n) return false
  const ratio = divide(a.value, b.value)
  return compare(ratio, makeRational(1, 2)) >= 0 && compare(ratio, makeRational(2)) <= 0
}

/** One digit changed, dropped, added, or two neighbours swapped. */
export function isOneEdit(a: string, b: string): boolean {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++
  const [restA, restB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}
