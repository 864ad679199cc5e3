/** Finds the figures of a brief that are worth large type: a number with its unit, and the words around it. */
import { clipText } from '../clip-text.ts'
import { textWidth } from './text-width.ts'

export interface KeyFigure {
  /** Number and unit, letter for letter as the brief has them. */
  value: string
  /** The clause in which it stands; its beginning where it is long. */
  label: string
}

// Longer texts are no fields of a brief.
const MAX_TEXT = 20_000
// All labels together take about two lines of the sheet.
const [LABELS_EM, MAX_LABEL_EM] = [120, 56]
// Of a number that stands by itself: `GPT-4o`, `Qwen2.5-72B` and `v1.5` hold none.
const NUMBER = /(?<![A-Za-z\d_.,/–-])[+−-]?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?/g

/** What may follow a number, and how much it says to somebody who walks past. */
const UNITS: readonly [RegExp, number][] = [
  [/^\s?[%％‰]/, 4],
  [/^\s?个?百分点/, 4],
  [/^\s?(?:percentage points?|points?)(?![a-z])/i, 4],
  [/^\s?(?:[×✕]|倍|x(?![A-Za-z\d])|times(?![a-z]))/, 4],
  [/^\s?(?:亿|万|千亿|百万)(?:个?(?:参数|样本|词元|token|条|张|篇|小时|次|帧))?/, 3],
  [/^\s?(?:billion|million|trillion|[BMK])(?![A-Za-z])/, 3],
  [/^\s?(?:FPS|fps|帧\/秒|Hz|[kMG]Hz|dB|[KMGT]B|ms|毫秒)(?![A-Za-z])/, 3],
  [/^\s?(?:分钟|小时|秒|天|美元|分(?!之)|项任务|个任务|种语言)/, 2],
  [
    /^\s?(?:seconds?|minutes?|hours?|days?|GPU hours|languages?|tasks?|tokens?|parameters?|h|s)(?![A-Za-z])/,
    2,
  ],
]
const CLAUSE_END = /[，。；！？：\n]|[,;:.!?](?=\s|$)/g

/** The most telling first, one a clause; all of them stand verbatim in the text. Linear time. */
export function findKeyFigures(text: string, most = 4): KeyFigure[] {
  const given = text.slice(0, MAX_TEXT)
  const found = splitClauses(given).flatMap(clause => readClause(clause))
  const seen = new Set<string>()
  const chosen = found
    .toSorted((a, b) => b.score - a.score)
    .filter(({ value }) => !seen.has(value) && seen.add(value))
    .slice(0, most)
  const widest = Math.min(MAX_LABEL_EM, LABELS_EM / Math.max(chosen.length, 1))
  return chosen.map(({ value, label }) => ({ value, label: shorten(label, widest) }))
}

function splitClauses(text: string): string[] {
  const clauses: string[] = []
  let start = 0
  for (const { index, 0: mark } of text.matchAll(CLAUSE_END)) {
    clauses.push(text.slice(start, index))
    start = index + mark.length
  }
  clauses.push(text.slice(start))
  return clauses.map(clause => clause.trim()).filter(clause => clause !== '')
}

function readClause(clause: string): (KeyFigure & { score: number })[] {
  let best: (KeyFigure & { score: number }) | undefined
  for (const { index, 0: number } of clause.matchAll(NUMBER)) {
    const after = clause.slice(index + number.length, index + number.length + 24)
    for (const [pattern, weight] of UNITS) {
      const unit = pattern.exec(after)?.[0]
      if (unit === undefined) continue
      const score = weight + (number.includes('.') ? 0.3 : 0)
      if (best === undefined || score > best.score) best = { value: number + unit, label: clause, score }
      break
    }
  }
  return best ? [best] : []
}

function shorten(clause: string, widest: number): string {
  let label = clipText(clause, 400)
  while (textWidth(label) > widest && label.length > 8)
    label = clipText(clause, Math.floor(label.length * 0.9))
  return label
}
