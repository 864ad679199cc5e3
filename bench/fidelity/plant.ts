/** A fault planted in a clean brief, and what planters share: none of it is taken from the checks. */
import type { CheckInput } from '../../src/check/check-input.ts'
import type { Random } from './open-random.ts'

export interface Plant {
  kind: string
  /** All fields of the faulty brief. */
  fields: Record<string, string>
  /** For a person: what was changed into what. */
  change: string
}

/** All faults of its sort that the brief has a place for. */
export type Planter = (input: CheckInput, random: Random) => Plant[]

export interface Field {
  key: string
  text: string
}

/** The fields that hold sentences: the abstract of a translation, all but the keywords of a summary. */
export function proseFields({ brief, form }: CheckInput): Field[] {
  return form.fields
    .filter(({ kind }) => kind === 'text' || kind === 'sentence')
    .flatMap(({ key }) => (brief.fields[key] ? [{ key, text: brief.fields[key] }] : []))
}

export function allFields({ brief }: CheckInput): Field[] {
  return Object.entries(brief.fields).map(([key, text]) => ({ key, text }))
}

export interface Replacement {
  kind: string
  input: CheckInput
  key: string
  start: number
  end: number
  by: string
}

/** The brief with one stretch of one field replaced. */
export function replaceStretch({ kind, input, key, start, end, by }: Replacement): Plant {
  const text = input.brief.fields[key] ?? ''
  return {
    kind,
    fields: { ...input.brief.fields, [key]: text.slice(0, start) + by + text.slice(end) },
    change: `${key}: "${text.slice(start, end)}" → "${by}" in "…${text.slice(Math.max(0, start - 12), end + 12)}…"`,
  }
}

export function isChinese(language: string): boolean {
  return /^zh\b/.test(language)
}

export interface Span {
  start: number
  end: number
  text: string
}

/** Sentences with their closing stops; a stop within a figure, a name or an address ends none. */
export function findSentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const { 0: stop, index } of text.matchAll(/[。！？!?]+[”」』）)]*|\.(?=\s+[\p{Lu}\d„«"(])|\.\s*$/gu)) {
    const end = index + stop.length
    if (/(?:\b(?:vs|e\.g|i\.e|approx|al|bzw|z\. ?B)|\s\p{Lu})$/u.test(text.slice(start, index))) continue
    spans.push({ start, end, text: text.slice(start, end) })
    start = end
  }
  if (text.slice(start).trim() !== '') spans.push({ start, end: text.length, text: text.slice(start) })
  return spans
}

/** The text with links and formulas blanked, all places unchanged. */
export function maskFixed(text: string): string {
  return text.replace(/https?:\/\/[!-~]+|\$[^$]{1,200}\$/g, found => ' '.repeat(found.length))
}
