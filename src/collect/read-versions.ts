/** Reads the version history that arXiv's own records and the Kaggle snapshot carry. */
import type { PaperVersion } from '../paper/paper-version.ts'

/** The parts of a version as they come. */
export interface RawVersion {
  /** `v2`. */
  version: unknown
  /** `Wed, 18 Dec 2019 18:36:20 GMT`; older servers write the day with one digit. */
  date: unknown
  /** `16kb`. */
  size?: unknown
  /** `I`: withdrawn. */
  sourceType?: unknown
}

const DATE = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const MAX_VERSIONS = 1000

/** Oldest first, each once; those without a readable number or date are left out. */
export function readVersions(raw: readonly RawVersion[]): PaperVersion[] {
  const byNumber = new Map<number, PaperVersion>()
  for (const { version, date, size, sourceType } of raw.slice(0, MAX_VERSIONS)) {
    const number = typeof version === 'string' ? /^v([1-9]\d{0,3})$/.exec(version.trim())?.[1] : undefined
    const text = typeof date === 'string' ? date.trim() : ''
    if (number === undefined || !DATE.test(text) || Number.isNaN(Date.parse(text))) continue
    const sizeKb = typeof size === 'string' ? /^(\d{1,9})kb$/i.exec(size.trim())?.[1] : undefined
    byNumber.set(Number(number), {
      version: Number(number),
      submitted: new Date(text).toISOString(),
      ...(sizeKb !== undefined && { sizeKb: Number(sizeKb) }),
      withdrawn: sourceType === 'I',
    })
  }
  return [...byNumber.values()].sort((a, b) => a.version - b.version)
}

/** What a history says of the paper itself; nothing where it is empty. */
export function summarizeVersions(versions: readonly PaperVersion[]): {
  version?: number
  published?: string
  updated?: string
  withdrawn?: boolean
} {
  const [first] = versions
  const last = versions.at(-1)
  if (!first || !last) return {}
  return {
    version: last.version,
    ...(first.version === 1 && { published: first.submitted }),
    updated: last.submitted,
    // The comment says it too, of some papers only; so the absence of the mark says nothing.
    ...(last.withdrawn && { withdrawn: true }),
  }
}
