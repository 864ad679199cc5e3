/** How far back a digest looks: the usual days, or to the edition's last digest where that is longer ago. */
import type { Library } from '../library/library.ts'
import { addDays } from './calendar.ts'

export interface CatchUpRequest {
  library: Pick<Library, 'digests'>
  edition: string
  /** Of the digest. */
  date: string
  /** First day that would count if no digest had been missed. */
  usual: string
}

export interface CatchUp {
  /** First day of listings that count. */
  from: string
  /** What a person should know of it. */
  note?: string
}

// A digest of more would be a book; `--since` makes one.
const LONGEST_DAYS = 31

export async function findFirstDay({ library, edition, date, usual }: CatchUpRequest): Promise<CatchUp> {
  const earlier = (await library.digests.list()).filter(
    digest => digest.edition === edition && digest.date < date,
  )
  const last = earlier.map(digest => digest.date).reduce((a, b) => (a > b ? a : b), '')
  if (last === '' || last >= usual) return { from: usual }
  const earliest = addDays(date, 1 - LONGEST_DAYS)
  // Of the day of that digest too: some of its papers may have been listed after it was made.
  const from = last < earliest ? (earliest < usual ? earliest : usual) : last
  // A weekly digest of the week before is no missed one.
  if (last >= addDays(usual, -1)) return { from }
  const missed = `the last digest of ${edition} is of ${last}: papers listed since ${from} count`
  return {
    from,
    note: from > last ? `${missed}, ${LONGEST_DAYS} days at most (--since goes further back)` : missed,
  }
}
