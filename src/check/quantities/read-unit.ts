/** Reads the unit behind a figure: %, percentage points, ×, -fold, 个百分点, GPU days, 美元. */
import { units } from './number-words.ts'
import type { Token } from './tokenize.ts'
import { findHanUnit, findLatinUnit, percentUnit, pointUnit, type Unit } from './units.ts'

export interface UnitReading {
  unit?: Unit
  /** Index of the token behind. */
  next: number
}

const devices = new Set(['GPU', 'GPUs', 'TPU', 'TPUs', 'CPU', 'NPU'])
// 元组 (tuple), 元数 (quaternion), 维度 (dimension): the first character is no unit there.
const hanCompounds: Record<string, string> = {
  元: '组組素数數件宇语語认認学學评評',
  天: '然',
  周: '期边',
  位: '',
  度: '量',
  年: '代',
  秒: '级',
}
const fillers = new Set(['多', '余', '餘', '来', '來', '几', '个', '個'])

/** The unit that begins at token `at`; `next` is `at` where there is none. */
export function readUnit(text: string, tokens: readonly Token[], at: number): UnitReading {
  const token = tokens[at]
  if (!token) return { next: at }
  if (token.kind === 'han') return readHan(text, tokens, at)
  if (devices.has(token.text)) return readDeviceTime(text, tokens, at)
  if (token.kind === 'word') return readWord(tokens, at)
  if (token.kind !== 'mark') return { next: at }
  if (token.text === '%') return readPercent(text, tokens, at)
  if (token.text === '×')
    return isTimesMark(tokens, at) ? { unit: findLatinUnit('×'), next: at + 1 } : { next: at }
  if (token.text === '°' || token.text === '℃' || token.text === '€' || token.text === '$')
    return { unit: findLatinUnit(token.text), next: at + 1 }
  const joined = (token.text === '-' || token.text === '‑') && token.glued && tokens[at + 1]?.glued
  if (!joined || tokens[at + 1]?.kind !== 'word') return { next: at }
  const reading = readWord(tokens, at + 1)
  return reading.unit ? reading : { next: at }
}

// "4.1% average points".
const POINT_ADJECTIVE = /^(?:average|absolute|mean|percentage)$/

/** "5% points" and "5%点" are points. */
function readPercent(text: string, tokens: readonly Token[], at: number): UnitReading {
  const behind = tokens[at + 1]
  const points =
    behind?.kind === 'word' && POINT_ADJECTIVE.test(behind.text) ? skipToPoints(tokens, at + 2, 1) : undefined
  if (points) return { unit: pointUnit, next: points }
  if (behind?.kind === 'word' && /^(?:pp?|points?)$/.test(behind.text))
    return { unit: pointUnit, next: at + 2 }
  if (
    behind?.glued &&
    behind.kind === 'han' &&
    text.startsWith('点', behind.start) &&
    !text.startsWith('点云', behind.start)
  ) {
    return { unit: pointUnit, next: at + 2 }
  }
  return { unit: percentUnit, next: at + 1 }
}

/** `3×` but not `3 × 5`, nor the count of `8×A100`. */
function isTimesMark(tokens: readonly Token[], at: number): boolean {
  const behind = tokens[at + 1]
  if (behind?.kind === 'number') return false
  return !(behind?.glued && (behind.kind === 'word' || behind.kind === 'name'))
}

function readWord(tokens: readonly Token[], at: number): UnitReading {
  const word = tokens[at]?.text ?? ''
  const next = tokens[at + 1]
  if (
    (word === 'x' || word === 'X') &&
    (next?.kind === 'number' || (next?.glued && (next.kind === 'name' || next.kind === 'word')))
  )
    return { next: at }
  if (word === 'percentage' || word === 'percent' || word === 'absolute' || word === 'relative') {
    const points = skipToPoints(tokens, at + 1, 1)
    if (points) return { unit: pointUnit, next: points }
    return word === 'percent' ? { unit: percentUnit, next: at + 1 } : { next: at }
  }
  // "Half a percent".
  if (word === 'a' && next?.text === 'percent') return readWord(tokens, at + 1)
  if (word === 'per' && next?.text === 'cent') return { unit: percentUnit, next: at + 2 }
  if (word === 'points' || (word === 'point' && !isDecimalPoint(tokens, at)))
    return { unit: pointUnit, next: at + 1 }
  // "10-fold cross-validation" makes nothing tenfold.
  if (word === 'fold' && /^(?:cross|cv|stratified|nested|validation)/i.test(next?.text ?? ''))
    return { next: at }
  const unit = isUnitHere(tokens, at) ? findLatinUnit(word) : undefined
  if (unit) return { unit, next: at + 1 }
  const points = skipToPoints(tokens, at, 3)
  return points ? { unit: pointUnit, next: points } : { next: at }
}

/** "One point two" is 1.2. */
function isDecimalPoint(tokens: readonly Token[], at: number): boolean {
  return (units.get(tokens[at + 1]?.text.toLowerCase() ?? '') ?? 10) < 10
}

/** One-letter units must touch the figure, or stand apart from everything: `5 s`, not the d of `5 d-dimensional`. */
function isUnitHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.text.length > 1 || token.glued) return true
  const next = tokens[at + 1]
  const isTied =
    next?.glued === true && next.kind !== 'han' && (next.kind !== 'mark' || "-‑'’".includes(next.text))
  return 'smhgtWJ'.includes(token.text) && !isTied
}

/** "5.1 BLEU points": the index behind "points" within so many words. */
function skipToPoints(tokens: readonly Token[], at: number, words: number): number | undefined {
  for (let step = 0; step < words; step++) {
    const token = tokens[at + step]
    if (token?.kind !== 'word' && token?.kind !== 'name') return undefined
    if (token.text === 'points') return at + step + 1
    if (token.text === 'point') return isDecimalPoint(tokens, at + step) ? undefined : at + step + 1
  }
  return undefined
}

/** "32 GPU-days", "8 GPU hours", 0.1 GPU 天. */
function readDeviceTime(text: string, tokens: readonly Token[], at: number): UnitReading {
  const joint = tokens[at + 1]
  const from = joint?.kind === 'mark' && '-‑·'.includes(joint.text) ? at + 2 : at + 1
  const han = readDay(tokens[from]) ?? hanUnitAt(text, tokens[from])
  const unit = han?.unit ?? findLatinUnit(tokens[from]?.text ?? '')
  if (unit?.dimension !== 'time') return { next: at }
  return { unit, next: han ? skipTo(tokens, from, han.end) : from + 1 }
}

/** By itself, 日 is a date. */
function readDay(token: Token | undefined): { unit: Unit; end: number } | undefined {
  const day = token?.text === '日' ? findHanUnit('天', 0) : undefined
  return token && day && { unit: day.unit, end: token.end }
}

function readHan(text: string, tokens: readonly Token[], at: number): UnitReading {
  let from = at
  for (let step = 0; step < 2; step++) {
    const found = hanUnitAt(text, tokens[from])
    if (found) return { unit: found.unit, next: skipTo(tokens, from, found.end) }
    const filler = tokens[from]
    if (filler?.kind !== 'han' || !fillers.has(filler.text)) break
    from++
  }
  if (!devices.has(tokens[from]?.text ?? '')) return { next: at }
  const time = readDeviceTime(text, tokens, from)
  return time.unit ? time : { next: at }
}

function hanUnitAt(text: string, token: Token | undefined): { unit: Unit; end: number } | undefined {
  if (token?.kind !== 'han') return undefined
  const found = findHanUnit(text, token.start)
  if (!found) return undefined
  const compound = found.end - token.start === 1 ? hanCompounds[token.text] : undefined
  const behind = text.charAt(found.end)
  return compound && behind !== '' && compound.includes(behind) ? undefined : found
}

/** The first token at or behind a place of the text. */
export function skipTo(tokens: readonly Token[], from: number, place: number): number {
  let at = from
  while (at < tokens.length && (tokens[at]?.start ?? 0) < place) at++
  return at
}
