/** What a walk through the pages of an OAI-PMH list has seen, so that it neither doubles, loses nor circles. */
import { isDay } from './collect-days.ts'
import type { HarvestPosition } from './harvest-state.ts'
import type { OaiRecord } from './oai-wire.ts'
import { CollectError } from './source.ts'

// A server that sends nothing new this often in a row will not come to an end by itself.
const MAX_IDLE = 3
// Beyond this the ids of one day are not carried along: after a break-off some of its records come twice.
const MAX_CARRIED_IDS = 10_000
// A resumed day comes again in pages of at least so many records (arXiv sends 1,300).
const MIN_PAGE_SIZE = 100

export interface OaiWalk {
  /** Those of `records` that have not come yet. */
  takeFresh(records: readonly OaiRecord[]): OaiRecord[]
  /** Whether this token was asked for already. */
  knows(token: string | undefined): boolean
  /** The position of the next page; throws CollectError `source-nonsense` where nothing new comes any more. */
  goOn(at: HarvestPosition, next: { token: string; tokenExpiresMs: number | undefined }): HarvestPosition
  /** The position of a new start from the last whole day; throws the same where the last one brought nothing. */
  startAgain(at: HarvestPosition): HarvestPosition
}

export function startWalk({ lastDay, lastDayIds }: HarvestPosition): OaiWalk {
  const seen = new Set(lastDayIds.map(id => keyOf(id, lastDay ?? '')))
  const tokens = new Set<string>()
  let day = lastDay
  let dayIds = [...lastDayIds]
  let sorted = true
  let pages = 0
  let idle = 0
  let patience = MAX_IDLE + Math.ceil(lastDayIds.length / MIN_PAGE_SIZE)
  let emptyStarts = 0
  let seenAtStart = -1

  const note = ({ identifier, datestamp }: OaiRecord) => {
    if (!isDay(datestamp)) return
    if (day !== undefined && datestamp < day) sorted = false
    if (day === undefined || datestamp > day) {
      day = datestamp
      dayIds = []
    }
    if (datestamp === day) dayIds.push(identifier)
  }
  const place = ({ windowFrom, windowUntil, set }: HarvestPosition): HarvestPosition => {
    // Only in a list sorted by day are the days before the newest one whole.
    const whole = sorted && day !== undefined && day >= windowFrom && day <= windowUntil
    const carried = dayIds.length <= MAX_CARRIED_IDS ? dayIds : []
    return { windowFrom, windowUntil, set, ...(whole && { lastDay: day }), lastDayIds: whole ? carried : [] }
  }
  return {
    takeFresh(records) {
      pages++
      const fresh = records.filter(record => !seen.has(keyOf(record.identifier, record.datestamp)))
      const once = [...new Map(fresh.map(record => [keyOf(record.identifier, record.datestamp), record])).values()]
      for (const record of once) {
        seen.add(keyOf(record.identifier, record.datestamp))
        note(record)
      }
      idle = once.length > 0 ? 0 : idle + 1
      return once
    },
    knows: token => token !== undefined && tokens.has(token),
    goOn(at, { token, tokenExpiresMs }) {
      if (idle > patience) throw inACircle('nothing but records that came before')
      tokens.add(token)
      return { ...place(at), token, ...(tokenExpiresMs !== undefined && { tokenExpiresMs }) }
    },
    startAgain(at) {
      emptyStarts = seen.size === seenAtStart ? emptyStarts + 1 : 0
      if (emptyStarts >= MAX_IDLE) throw inACircle('a list that does not go on')
      seenAtStart = seen.size
      tokens.clear()
      idle = 0
      // The pages of the day that was begun come again, all of them known.
      patience = MAX_IDLE + pages
      return place(at)
    },
  }
}

function keyOf(identifier: string, datestamp: string): string {
  return `${identifier} ${datestamp}`
}

function inACircle(what: string): CollectError {
  return new CollectError(`arXiv sends ${what}`, {
    code: 'source-nonsense',
    hint: 'The server is out of order: run again later; the harvest goes on where it stopped.',
    retryable: true,
  })
}
