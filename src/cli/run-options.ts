/** The options that override an edition for one call. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { RunChoices } from '../jobs/plan-run.ts'
import { layoutSchema } from '../paper/edition.ts'

export interface RunOptions extends RunChoices {
  source: string[]
  strict?: boolean
}

export function addRunOptions(command: Command): Command {
  return command
    .option('--edition <name>', 'edition of paperbrief.yaml (default: the first)')
    .option('--date <date>', 'date of the digest, YYYY-MM-DD (default: today)', parseDate)
    .option(
      '--since <date>',
      'count papers listed since this day, YYYY-MM-DD (default: 4 or 7 days back, or the last digest)',
      parseDate,
    )
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
    .option('--strict', 'exit with 3 where a paper fell back, a warning stands or a delivery failed')
}

/** Of the commands that publish. */
export function addPublishOptions(command: Command): Command {
  return command
    .option('--dry-run', 'show what would be written and sent to whom, and do neither')
    .option('--no-deliver', 'publish without sending anything to mail and chat')
    .option('--resend', 'send the digest also to those who have it already')
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
