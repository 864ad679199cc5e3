/** What a walk through the pages of an OAI-PMH list has seen, so that it neither doubles, loses nor circles. */
import { isDay } from './collect-days.ts'
import type { HarvestPosition } from './harvest-state.ts'
import type { OaiRecord } from './oai-wire.ts'
import { CollectError } from './source.ts'

export interface OaiWalk {
  seen: Set<string>
  /** Those that were asked for since the last start. */
  tokens: Set<string>
  pages: number
  /** Pages in a row without a fresh record, and how many of them are borne with. */
  idle: number
  patience: number
  /** Starts in a row that brought nothing fresh, and how much had been seen at the last one. */
  emptyStarts: number
  seenAtStart: number
  /** The newest day so far, and its records. */
  lastDay: string | undefined
  lastDayIds: string[]
  sorted: boolean
}

// A server that sends nothing new this often in a row will not come to an end by itself.
const MAX_IDLE = 3
// Beyond this the ids of one day are not carried along: after a break-off some of its records come twice.
const MAX_CARRIED_IDS = 10_000
// A resumed day comes again in pages of at least so many records (arXiv sends 1,300).
const MIN_PAGE_SIZE = 100

export function startWalk({ lastDay, lastDayIds }: HarvestPosition): OaiWalk {
  return {
    seen: new Set(lastDayIds.map(id => keyOf(id, lastDay ?? ''))),
    tokens: new Set(),
    pages: 0,
    idle: 0,
    patience: MAX_IDLE + Math.ceil(lastDayIds.length / MIN_PAGE_SIZE),
    emptyStarts: 0,
    seenAtStart: -1,
    lastDay,
    lastDayIds: [...lastDayIds],
    sorted: true,
  }
}

/** Those of `records` that have not come yet. */
export function takeFresh(walk: OaiWalk, records: readonly OaiRecord[]): OaiRecord[] {
  const fresh = records.filter(({ identifier, datestamp }) => {
    const key = keyOf(identifier, datestamp)
    if (walk.seen.has(key)) return false
    walk.seen.add(key)
    if (isDay(datestamp)) noteDay(walk, { identifier, datestamp })
    return true
  })
  walk.pages++
  walk.idle = fresh.length > 0 ? 0 : walk.idle + 1
  return fresh
}

function noteDay(
  walk: OaiWalk,
  { identifier, datestamp }: Pick<OaiRecord, 'identifier' | 'datestamp'>,
): void {
  if (walk.lastDay !== undefined && datestamp < walk.lastDay) walk.sorted = false
  if (walk.lastDay === undefined || datestamp > walk.lastDay) {
    walk.lastDay = datestamp
    walk.lastDayIds = []
  }
  if (datestamp === walk.lastDay) walk.lastDayIds.push(identifier)
}

/** The position of the next page; throws CollectError `source-nonsense` where nothing new comes any more. */
export function goOn(
  walk: OaiWalk,
  at: HarvestPosition,
  { token, tokenExpiresMs }: { token: string; tokenExpiresMs: number | undefined },
): HarvestPosition {
  if (walk.idle > walk.patience) throw inACircle('nothing but records that came before')
  walk.tokens.add(token)
  return { ...placeOf(walk, at), token, ...(tokenExpiresMs !== undefined && { tokenExpiresMs }) }
}

/** The position of a new start from the last whole day; throws the same where the last ones brought nothing. */
export function startAgain(walk: OaiWalk, at: HarvestPosition): HarvestPosition {
  walk.emptyStarts = walk.seen.size === walk.seenAtStart ? walk.emptyStarts + 1 : 0
  if (walk.emptyStarts >= MAX_IDLE) throw inACircle('a list that does not go on')
  walk.seenAtStart = walk.seen.size
  walk.tokens.clear()
  walk.idle = 0
  // The pages of the day that was begun come again, all of them known.
  walk.patience = MAX_IDLE + walk.pages
  return placeOf(walk, at)
}

function placeOf(
  { lastDay, lastDayIds, sorted }: OaiWalk,
  { windowFrom, windowUntil, set }: HarvestPosition,
): HarvestPosition {
  // Only in a list sorted by day are the days before the newest one whole.
  if (!sorted || lastDay === undefined || lastDay < windowFrom || lastDay > windowUntil) {
    return { windowFrom, windowUntil, set, lastDayIds: [] }
  }
  const carried = lastDayIds.length <= MAX_CARRIED_IDS ? [...lastDayIds] : []
  return { windowFrom, windowUntil, set, lastDay, lastDayIds: carried }
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
