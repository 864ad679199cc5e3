import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../test/databases.ts'
import { createManualClock, type ManualClock } from '../../test/manual-clock.ts'
import { type Library, openLibrary } from '../library/library.ts'
import { openTurns } from '../library/turns.ts'
import type { RunReport } from './run.ts'
import { openRunDesk, type RunDesk } from './run-desk.ts'
import { openSchedule, type Schedule, type ScheduledEdition } from './schedule.ts'

const HOUR_MS = 3_600_000
const LOOK_MS = 30_000
const daily = {
  name: 'daily',
  schedule: '0 8 * * *',
  timezone: 'Asia/Shanghai',
  language: 'zh-Hans',
  layout: 'summary',
} as const satisfies ScheduledEdition

describe.each(databases)('the schedule on $name', ({ locate }) => {
  let library: Library
  let clock: ManualClock
  let runs: string[]
  let opened: { schedule: Schedule; desk: RunDesk }[]
  /** What the next run comes to. */
  let outcome: () => Promise<RunReport>

  beforeEach(async () => {
    library = await openLibrary({ ...(await locate()), command: 'vitest' })
    runs = []
    opened = []
    outcome = async () => ({}) as RunReport
  })
  afterEach(async () => {
    await closeAll()
    await library.close()
  })

  async function closeAll(): Promise<void> {
    for (const { schedule, desk } of opened.splice(0)) await Promise.all([schedule.close(), desk.close()])
  }

  /** One process; several may share the library and the clock. */
  function open(editions: readonly ScheduledEdition[], { shared = false } = {}): void {
    const turns = openTurns(library.db, !shared)
    const desk = openRunDesk({
      turns,
      clock,
      perform: async ({ edition, date }) => {
        runs.push(`${edition} ${date} at ${new Date(clock.now()).toISOString().slice(0, 16)}`)
        return outcome()
      },
    })
    const schedule = openSchedule({
      library: { ...library, turns },
      desk,
      editions: () => editions,
      clock,
      onFault: error => {
        throw error
      },
    })
    opened.push({ schedule, desk })
  }

  const startAt = (time: string) => {
    clock = createManualClock(Date.parse(time))
  }
  /** From look to look, each of which asks the database. */
  const pass = async (hours: number) => {
    for (const until = clock.now() + hours * HOUR_MS; clock.now() < until; ) {
      await clock.runUntil(clock.sleep(LOOK_MS))
      await Promise.all(opened.map(({ schedule }) => schedule.idle()))
    }
  }
  const publish = (date: string, edition = 'daily') =>
    library.digests.save(
      { edition, date, language: 'zh-Hans', layout: 'summary' },
      { allAuthors: false, entries: [] },
    )

  it('runs an edition at its hour, once a day', async () => {
    startAt('2025-05-01T23:00:00Z')
    open([daily])
    await pass(26)
    expect(runs).toEqual(['daily 2025-05-02 at 2025-05-02T00:00', 'daily 2025-05-03 at 2025-05-03T00:00'])
  })

  it('keeps the hour of a place whose clocks change', async () => {
    startAt('2025-03-28T12:00:00Z')
    open([{ ...daily, timezone: 'Europe/Berlin' }])
    await pass(44)
    expect(runs).toEqual(['daily 2025-03-29 at 2025-03-29T07:00', 'daily 2025-03-30 at 2025-03-30T06:00'])
  })

  it('runs once in the night whose hour comes twice, and in the one that skips it', async () => {
    startAt('2025-10-25T12:00:00Z')
    open([{ ...daily, schedule: '30 2 * * *', timezone: 'Europe/Berlin' }])
    await pass(24)
    expect(runs).toEqual(['daily 2025-10-26 at 2025-10-26T00:30'])
    await closeAll()
    runs = []
    startAt('2025-03-29T12:00:00Z')
    open([{ ...daily, name: 'spring', schedule: '30 2 * * *', timezone: 'Europe/Berlin' }])
    await pass(24)
    expect(runs).toEqual(['spring 2025-03-30 at 2025-03-30T01:30'])
  })

  it('makes up once for what was missed while the machine was off', async () => {
    await publish('2025-05-01')
    startAt('2025-05-09T05:00:00Z')
    open([daily])
    await pass(2)
    expect(runs).toEqual(['daily 2025-05-09 at 2025-05-09T05:00'])
  })

  it('makes up for nothing that was due before anybody looked after the edition, or long ago', async () => {
    await publish('2023-01-01', 'yearly')
    startAt('2025-05-09T05:00:00Z')
    open([daily, { ...daily, name: 'yearly', schedule: '0 8 1 1 *' }])
    await pass(2)
    expect(runs).toEqual([])
  })

  it('runs no edition whose digest of that day is there, in its language and layout', async () => {
    await publish('2025-05-01')
    await publish('2025-05-02')
    startAt('2025-05-01T23:00:00Z')
    open([daily, { ...daily, name: 'other' }])
    await library.digests.save(
      { edition: 'other', date: '2025-05-02', language: 'en', layout: 'summary' },
      { allAuthors: false, entries: [] },
    )
    await pass(2)
    expect(runs).toEqual(['other 2025-05-02 at 2025-05-02T00:00'])
  })

  it('runs a quiet day once, also when the process starts anew', async () => {
    startAt('2025-05-01T23:00:00Z')
    open([daily])
    await pass(2)
    await closeAll()
    open([daily])
    await pass(2)
    expect(runs).toHaveLength(1)
  })

  it('lets one of several processes on a server run it', async () => {
    startAt('2025-05-01T23:00:00Z')
    for (let process = 0; process < 3; process++) open([daily], { shared: true })
    await pass(3)
    expect(runs).toEqual(['daily 2025-05-02 at 2025-05-02T00:00'])
  })

  it('tries again after a failure, later each time, and gives up in the end', async () => {
    outcome = async () => {
      throw new Error('no network')
    }
    startAt('2025-05-01T23:00:00Z')
    open([daily])
    await pass(7)
    const minutes = runs.map(
      run => (Date.parse(`${run.slice(-16)}Z`) - Date.parse('2025-05-02T00:00:00Z')) / 60_000,
    )
    expect(minutes).toHaveLength(5)
    expect(minutes.map((minute, index) => minute - (minutes[index - 1] ?? 0))).toEqual([0, 5, 15, 60, 180])
  })

  it('runs editions that are due at once one after the other', async () => {
    let atOnce = 0
    outcome = async () => {
      atOnce++
      await new Promise(resolve => setTimeout(resolve, 20))
      expect(atOnce--).toBe(1)
      return {} as RunReport
    }
    startAt('2025-05-01T23:00:00Z')
    open([daily, { ...daily, name: 'second' }])
    await pass(2)
    expect(runs.map(run => run.split(' ')[0])).toEqual(['daily', 'second'])
  })
})
