/** What one run is to do: an edition of the settings, with what the call says besides. */
import { resolve } from 'node:path'
import type { DigestKey } from '../library/digests.ts'
import { formOfLayout, type Layout } from '../paper/edition.ts'
import { type EditionSettings, findEdition, type Settings } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import { addDays, isWeekly, todayIn } from './calendar.ts'

/** What a call may say in place of its edition; absent: as the edition has it. */
export interface RunChoices {
  edition?: string | undefined
  /** `YYYY-MM-DD`; absent: today where the edition is read. */
  date?: string | undefined
  since?: string | undefined
  /** Files in place of the sources. */
  source?: readonly string[]
  engine?: 'auto' | 'llm' | 'bergamot' | 'extractive' | undefined
  lang?: string | undefined
  layout?: Layout | undefined
  /** Folder for the digests. */
  out?: string | undefined
  limit?: number | 'all' | undefined
  /** Write every brief anew. */
  fresh?: boolean | undefined
  /** Say what publishing would do in place of doing it. */
  dryRun?: boolean | undefined
  /** False: publish without sending anything to anybody. */
  deliver?: boolean | undefined
  /** Send the digest also to those who have it already. */
  resend?: boolean | undefined
}

export interface RunStages {
  collect: boolean
  write: boolean
  publish: boolean
}

export interface RunPlan {
  settings: Settings
  stages: RunStages
  key: DigestKey
  edition: EditionSettings
  /** First day of listings that count. */
  from: string
  /** Whether `from` is only the usual one: after missed digests more days count. */
  catchesUp: boolean
  /** Absolute. */
  folder: string
  /** How the digest differs from what its edition usually is; part of the file name. */
  variant: string | undefined
  limit: number | 'all'
  files: readonly string[]
  engine: RunChoices['engine']
  fresh: boolean
  dryRun: boolean
  deliver: boolean
  resend: boolean
}

export interface PlanRequest {
  settings: Settings
  choices: RunChoices
  stages: RunStages
  /** Paths of the choices are relative to it. */
  cwd: string
  now: Date
}

const WEEK = 7
// A daily edition that missed a weekend or a holiday still finds what was listed then.
const CATCH_UP_DAYS = 4

/** @throws SettingsError for an edition that is not there, and for days that make no sense */
export function planRun({ settings, choices, stages, cwd, now }: PlanRequest): RunPlan {
  const { name, edition } = findEdition(settings, choices.edition)
  const date = choices.date ?? todayIn(edition.timezone, now)
  refuseFuture(date, now)
  const usual = edition.language ?? settings.language
  const language = choices.lang ?? usual
  const layout = choices.layout ?? edition.layout
  const variant =
    [language === usual ? '' : language, layout === edition.layout ? '' : (formOfLayout(layout) ?? layout)]
      .filter(Boolean)
      .join('.') || undefined
  const from =
    choices.since ?? addDays(date, 1 - (edition.days ?? (isWeekly(edition.schedule) ? WEEK : CATCH_UP_DAYS)))
  if (from > date) {
    throw new SettingsError(`--since ${from} is after the digest's date ${date}.`, {
      code: 'usage-since-after-date',
      hint: 'Give an earlier --since or a later --date.',
    })
  }
  const files = choices.source ?? []
  return {
    settings,
    stages,
    key: { edition: name, date, language, layout },
    edition,
    from,
    catchesUp: choices.since === undefined && edition.days === undefined && files.length === 0,
    folder: choices.out ? resolve(cwd, choices.out) : resolve(settings.home, settings.publish.markdown.dir),
    variant,
    // Files named on the command line are wanted whole; an edition's number is for a day of the usual sources.
    limit: choices.limit ?? (files.length > 0 ? 'all' : edition.papers),
    files,
    engine: choices.engine,
    fresh: choices.fresh ?? false,
    dryRun: choices.dryRun ?? false,
    deliver: choices.deliver ?? true,
    resend: choices.resend ?? false,
  }
}

function refuseFuture(date: string, now: Date): void {
  // It is already tomorrow somewhere: the first place where a day begins is fourteen hours ahead of UTC.
  const latest = todayIn('Pacific/Kiritimati', now)
  if (date <= latest) return
  throw new SettingsError(`The date ${date} is in the future.`, {
    code: 'usage-date-future',
    hint: `Give --date ${latest} or an earlier day.`,
  })
}
