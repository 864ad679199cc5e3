/** Runs each edition when it is due, and once for what was missed while the machine slept or was off. */
import type { Library } from '../library/library.ts'
import type { TimerClock } from '../paper/clock.ts'
import type { Layout } from '../paper/edition.ts'
import { findLastDue, findNextDue } from '../settings-schedule.ts'
import { todayIn } from './calendar.ts'
import type { RunDesk } from './run-desk.ts'

export interface ScheduledEdition {
  name: string
  /** Five cron fields; absent: it runs only when somebody asks. */
  schedule?: string | undefined
  /** Absent: this machine's. */
  timezone?: string | undefined
  /** Of its digests; one in another language or layout that somebody made by hand is not the one that is due. */
  language: string
  layout: Layout
}

export interface ScheduleRequest {
  library: Pick<Library, 'digests' | 'turns'>
  desk: Pick<RunDesk, 'start'>
  /** Asked again each time, so that what changes in the settings holds from then on. */
  editions: () => readonly ScheduledEdition[]
  clock: TimerClock
  onFault: (error: unknown) => void
}

export interface Schedule {
  /** When the look at the clock that is under way, and what it runs, has ended. */
  idle(): Promise<void>
  /** Waits for a look at the clock that is under way; what it began is the desk's. */
  close(): Promise<void>
}

// Timers stand still while a machine sleeps, so the clock is looked at instead of one timer being set to the hour.
const LOOK_MS = 30_000
const DAY_MS = 86_400_000
// What was due longer ago is of no use any more: a person can ask for it.
const LONGEST_MISSED_DAYS = 31

export function openSchedule(request: ScheduleRequest): Schedule {
  const { clock, editions, onFault } = request
  const settled = new Settled()
  let isClosed = false
  let cancel = () => {}
  let looking = Promise.resolve()
  let isLooking = false
  const look = async () => {
    settled.notice(clock.now())
    for (const edition of editions()) {
      if (isClosed) return
      try {
        await runIfDue(edition, { ...request, settled })
      } catch (error) {
        onFault(error)
      }
    }
  }
  const lookLater = (delayMs: number) => {
    cancel = clock.startTimer(delayMs, () => {
      if (!isClosed) lookLater(LOOK_MS)
      if (isLooking) return
      isLooking = true
      looking = look()
        .catch(onFault)
        .finally(() => {
          isLooking = false
        })
    })
  }
  lookLater(0)
  return {
    idle: () => looking,
    async close() {
      isClosed = true
      cancel()
      await looking
    },
  }
}

/** When the edition is due next; undefined where it has no schedule. */
export function findNextRun(
  { schedule, timezone }: Pick<ScheduledEdition, 'schedule' | 'timezone'>,
  now: Date,
): Date | undefined {
  return schedule === undefined ? undefined : findNextDue(schedule, timezone, now)
}

/** Which editions need no look at the library before a certain time. */
class Settled {
  readonly #untilMs = new Map<string, number>()
  #nowMs = Number.NEGATIVE_INFINITY

  /** A clock that was put back had made editions wait for a time that is not to come for long. */
  notice(nowMs: number): void {
    if (nowMs < this.#nowMs) this.#untilMs.clear()
    this.#nowMs = nowMs
  }

  has(edition: ScheduledEdition): boolean {
    return this.#nowMs < (this.#untilMs.get(keyOf(edition)) ?? Number.NEGATIVE_INFINITY)
  }

  /** Until it is due next. */
  add(edition: ScheduledEdition, now: Date): void {
    this.#untilMs.set(keyOf(edition), findNextRun(edition, now)?.getTime() ?? Number.POSITIVE_INFINITY)
  }
}

/** Another one where the settings have another schedule. */
function keyOf({ name, schedule, timezone, language, layout }: ScheduledEdition): string {
  return JSON.stringify([name, schedule, timezone, language, layout])
}

/** Returns when the run, if there was one, has ended: editions that are due at once go one after the other. */
async function runIfDue(
  edition: ScheduledEdition,
  { library, desk, clock, settled }: ScheduleRequest & { settled: Settled },
): Promise<void> {
  const { name, schedule, timezone } = edition
  if (schedule === undefined || settled.has(edition)) return
  const now = new Date(clock.now())
  const due = findLastDue(schedule, timezone, now)
  const date = due && todayIn(timezone, due)
  if (!date || !(await isMissing(library, edition, { due, date, now }))) {
    settled.add(edition, now)
    return
  }
  const answer = await desk.start({ edition: name, date }, { force: false })
  if (answer.state === 'done') settled.add(edition, now)
  if (answer.state === 'started') await answer.ended
}

/** An edition comes out once a day at most: a digest of the due day, or of a later one, leaves nothing to do. */
async function isMissing(
  library: ScheduleRequest['library'],
  { name, language, layout }: ScheduledEdition,
  { due, date, now }: { due: Date; date: string; now: Date },
): Promise<boolean> {
  const first = await library.turns.firstDue(name, due)
  if (now.getTime() - due.getTime() > LONGEST_MISSED_DAYS * DAY_MS) return false
  const digests = (await library.digests.list()).filter(
    digest => digest.edition === name && digest.language === language && digest.layout === layout,
  )
  if (digests.some(digest => digest.date >= date)) return false
  // An edition that has never come out has missed nothing that was due before anybody looked after it.
  return digests.length > 0 || due > first
}
