/** Gives a paper that is not at arXiv an id that is the same wherever the paper comes from. */
import { createHash } from 'node:crypto'
import { foldTitle } from './same-work.ts'

const SAFE = /^[\w.:/-]{1,190}$/

export interface Identifying {
  doi?: string | undefined
  title: string
  /** `2020`; empty where it is not known. */
  year: string
}

/**
 * `doi:10.1000/182`, in small letters, as DOIs do not tell large ones apart; else `key:` and 16 hexadecimal digits
 * of the title and the year. A DOI that cannot be part of an address or file name is hashed as well.
 */
export function makeStableId({ doi, title, year }: Identifying): string {
  if (doi === undefined) return hash(`${foldTitle(title)} ${year}`)
  return makeDoiId(doi)
}

/** The id of a paper that is known by this DOI and is not at arXiv. */
export function makeDoiId(doi: string): string {
  const small = doi.toLowerCase()
  return SAFE.test(small) && !small.includes('..') ? `doi:${small}` : hash(small)
}

function hash(text: string): string {
  return `key:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}
