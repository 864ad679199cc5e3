/** The options that override an edition for one call, and what they make of it. */
import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { addDays, isWeekly, todayIn } from '../jobs/calendar.ts'
import type { DigestKey } from '../library/digests.ts'
import { type Layout, layoutSchema } from '../paper/edition.ts'
import { type EditionSettings, findEdition, type Settings } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'

export interface RunOptions {
  edition?: string
  date?: string
  since?: string
  source: string[]
  engine?: 'auto' | 'llm' | 'bergamot' | 'extractive'
  lang?: string
  layout?: Layout
  out?: string
  limit?: number | 'all'
  strict?: boolean
  fresh?: boolean
}

const WEEK = 7
// A daily edition that missed a weekend or a holiday still finds what was listed then.
const CATCH_UP_DAYS = 4

export function addRunOptions(command: Command): Command {
  return command
    .option('--edition <name>', 'edition of paperbrief.yaml (default: the first)')
    .option('--date <date>', 'date of the digest, YYYY-MM-DD (default: today)', parseDate)
    .option('--since <date>', 'count papers listed since this day, YYYY-MM-DD', parseDate)
    .option(
      '--source <file:PATH>',
      'read papers from a file in place of the sources (repeatable)',
      collectSource,
      [],
    )
    .addOption(
      new Option('--engine <name>', 'what writes').choices(['auto', 'llm', 'bergamot', 'extractive']),
    )
    .option('--lang <tag>', 'language of the digest, such as zh-Hans or en', parseLanguage)
    .addOption(new Option('--layout <name>', 'layout of the digest').choices(layoutSchema.options))
    .option('--out <dir>', 'folder for the digests (default: publish.markdown.dir)')
    .option('--limit <n>', 'how many papers at most, or "all"', parseLimit)
    .option('--fresh', 'write every brief anew, also where a good one is there')
    .option('--strict', 'exit with 3 where a paper fell back or a warning stands')
}

export interface ResolvedRun {
  key: DigestKey
  edition: EditionSettings
  from: string
  folder: string
  /** How the digest differs from what its edition usually is; part of the file name. */
  variant: string | undefined
  limit: number | 'all'
}

export function resolveRun(options: RunOptions, settings: Settings, context: CommandContext): ResolvedRun {
  const { name, edition } = findEdition(settings, options.edition)
  const now = new Date()
  const date = options.date ?? todayIn(edition.timezone, now)
  refuseFuture(date, now)
  const usual = edition.language ?? settings.language
  const language = options.lang ?? usual
  const layout = options.layout ?? edition.layout
  const variant =
    [language === usual ? '' : language, layout === edition.layout ? '' : layout].filter(Boolean).join('.') ||
    undefined
  const from =
    options.since ?? addDays(date, 1 - (edition.days ?? (isWeekly(edition.schedule) ? WEEK : CATCH_UP_DAYS)))
  if (from > date) {
    throw new SettingsError(`--since ${from} is after the digest's date ${date}.`, {
      code: 'usage-since-after-date',
      hint: 'Give an earlier --since or a later --date.',
    })
  }
  return {
    key: { edition: name, date, language, layout },
    edition,
    from,
    folder: options.out
      ? resolve(context.cwd, options.out)
      : resolve(settings.home, settings.publish.markdown.dir),
    variant,
    // Files named on the command line are wanted whole; an edition's number is for a day of the usual sources.
    limit: options.limit ?? (options.source.length > 0 ? 'all' : edition.papers),
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

export function parseDate(text: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)
  if (!isDate) throw new InvalidArgumentError('Write a day as YYYY-MM-DD, such as 2025-09-30.')
  return text
}

function parseLanguage(text: string): string {
  if (!/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/.test(text))
    throw new InvalidArgumentError('Write a language tag such as zh-Hans, en or pt-BR.')
  return text
}

function parseLimit(text: string): number | 'all' {
  if (text === 'all') return 'all'
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1)
    throw new InvalidArgumentError('Write a whole number from 1, or "all".')
  return limit
}

function collectSource(text: string, before: string[]): string[] {
  if (!text.startsWith('file:') || text.length === 5)
    throw new InvalidArgumentError('Write file: and a path, such as file:papers.jsonl.')
  return [...before, text.slice(5)]
}
