/** The desk and the schedule of a process that stays up: what `serve` and `worker` have in common. */
import type { Library } from '../library/library.ts'
import { systemClock, type TimerClock } from '../paper/clock.ts'
import type { Settings } from '../settings.ts'
import { todayIn } from './calendar.ts'
import { openDeliveryRetries } from './delivery-retries.ts'
import { loadForms } from './forms.ts'
import { openSetChannels, performRun, prepareRun } from './perform-run.ts'
import { planRun } from './plan-run.ts'
import { silentProgress } from './progress.ts'
import { deliverWaiting } from './publish-run.ts'
import { openRunDesk, type RunDesk } from './run-desk.ts'
import { findNextRun, openSchedule, type ScheduledEdition } from './schedule.ts'

export interface EditionDeskOptions {
  library: Library
  /** Read again before every run, so that what was changed holds from the next one on. */
  readSettings: () => Settings
  /** Whether editions run when they are due, and what could not be sent is sent again. */
  schedule: boolean
  clock?: TimerClock
  onFault: (error: unknown) => void
}

export interface EditionNow extends ScheduledEdition {
  /** `YYYY-MM-DD`, where the edition is read. */
  today: string
  /** When it runs next by itself; absent where it has no schedule or nobody looks after it. */
  next?: Date
}

export interface EditionDesk {
  desk: RunDesk
  /** As the settings have them now. */
  editions(): EditionNow[]
  close(): Promise<void>
}

const ALL_STAGES = { collect: true, write: true, publish: true }

export function openEditionDesk({
  library,
  readSettings,
  schedule,
  clock = systemClock,
  onFault,
}: EditionDeskOptions): EditionDesk {
  const now = () => new Date(clock.now())
  const desk = openRunDesk({
    turns: library.turns,
    clock,
    async perform(turn, { signal, progress }) {
      const settings = readSettings()
      const cwd = settings.home
      const plan = planRun({ settings, choices: turn, stages: ALL_STAGES, cwd, now: now() })
      const prepared = await prepareRun(plan, progress)
      try {
        const { report } = await performRun({ library, cwd, signal, progress }, prepared)
        if (report.deliveries) retries?.note(report.deliveries)
        return report
      } finally {
        prepared.engines.close()
      }
    },
  })
  const deliver = async (signal: AbortSignal) => {
    const settings = readSettings()
    const channels = await openSetChannels(settings, loadForms(settings))
    if (!channels) return []
    try {
      return await deliverWaiting({ library, signal, progress: silentProgress }, channels.list)
    } finally {
      await channels.close()
    }
  }
  const retries = schedule ? openDeliveryRetries({ clock, deliver, onFault }) : undefined
  const editions = createEditionList(readSettings, onFault)
  const looking = schedule ? openSchedule({ library, desk, editions, clock, onFault }) : undefined
  return {
    desk,
    editions: () =>
      editions().map(edition => {
        const next = schedule ? findNextRun(edition, now()) : undefined
        return { ...edition, today: todayIn(edition.timezone, now()), ...(next && { next }) }
      }),
    async close() {
      await Promise.all([looking?.close(), desk.close(), retries?.close()])
    },
  }
}

/** While the settings cannot be read, the editions stay what they were. */
function createEditionList(
  readSettings: () => Settings,
  onFault: (error: unknown) => void,
): () => readonly ScheduledEdition[] {
  let known: readonly ScheduledEdition[] = []
  let isFaulty = false
  return () => {
    try {
      known = listEditions(readSettings())
      isFaulty = false
    } catch (error) {
      // Said once: the clock is looked at twice a minute.
      if (!isFaulty) onFault(error)
      isFaulty = true
    }
    return known
  }
}

function listEditions({ editions, language }: Settings): ScheduledEdition[] {
  return Object.entries(editions).map(([name, edition]) => ({
    name,
    schedule: edition.schedule,
    timezone: edition.timezone,
    language: edition.language ?? language,
    layout: edition.layout,
  }))
}
