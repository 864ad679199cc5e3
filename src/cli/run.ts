/** `run`, and its parts `collect`, `write` and `publish`. */
import type { RunStages } from '../jobs/plan-run.ts'
import type { RunOutcome, RunReport } from '../jobs/run.ts'
import type { Library } from '../library/library.ts'
import type { Settings } from '../settings.ts'
import { describeCollected, findCollectFault } from './collect-report.ts'
import type { CommandContext } from './context.ts'
import { describeDeliveries, hasFailedDelivery } from './delivery-report.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'
import { addPublishOptions, addRunOptions, type RunOptions } from './run-options.ts'

const COMMANDS: { name: string; description: string; stages: RunStages; example: string }[] = [
  {
    name: 'run',
    description: 'collect, rank, write, check and publish the digest of a day',
    stages: { collect: true, write: true, publish: true },
    example:
      'paperbrief run --edition daily\n  paperbrief run --source file:papers.jsonl --engine extractive --layout table',
  },
  {
    name: 'collect',
    description:
      'only read the sources into the library, and say of each source and category what came; with --since for years, a harvest that can be stopped and goes on where it was',
    stages: { collect: true, write: false, publish: false },
    example: 'paperbrief collect\n  paperbrief collect --since 2024-01-01',
  },
  {
    name: 'write',
    description: 'only write and check what a digest lacks',
    stages: { collect: false, write: true, publish: false },
    example: 'paperbrief write --edition weekly',
  },
  {
    name: 'publish',
    description: 'only compose and publish what is written',
    stages: { collect: false, write: false, publish: true },
    example: 'paperbrief publish --edition weekly --date 2025-07-04\n  paperbrief publish --dry-run',
  },
]

export function addRunCommands({ program, act }: Registry): void {
  for (const { name, description, stages, example } of COMMANDS) {
    const command = addRunOptions(program.command(name).description(description))
    if (stages.publish) addPublishOptions(command)
    command.addHelpText('after', `\nExample:\n  ${example}`)
    command.action(act(command, context => run(context, command.opts<RunOptions>(), stages)))
  }
}

async function run(context: CommandContext, options: RunOptions, stages: RunStages): Promise<number> {
  const settings = context.settings()
  const { planRun } = await import('../jobs/plan-run.ts')
  const { performRun, prepareRun } = await import('../jobs/perform-run.ts')
  const { cwd, signal } = context
  const { progress } = context.console
  const plan = planRun({ settings, choices: options, stages, cwd, now: new Date() })
  const prepared = await prepareRun(plan, progress)
  try {
    const outcome = await withLibrary(context, settings, library =>
      performRun({ library, cwd, signal, progress }, prepared),
    )
    sayWhatWasSkipped(context, outcome)
    if (onlyCollects(stages)) {
      const rows = outcome.collected.sources.flatMap(source => source.rows)
      context.console.answer(describeCollected(rows), { ...outcome.report, sources: rows })
      const code = findCollectFault(outcome)
      if (code !== EXIT.done) return code
    } else context.console.answer(describeRun(outcome), outcome.report)
    const hasFaults =
      outcome.report.fellBack > 0 ||
      outcome.report.flagged > 0 ||
      hasFailedDelivery(outcome.report) ||
      outcome.collected.sources.some(source => source.error || source.skipped.length > 0)
    return options.strict && hasFaults ? EXIT.faults : EXIT.done
  } finally {
    await prepared.engines.close()
  }
}

async function withLibrary<T>(
  context: CommandContext,
  settings: Settings,
  work: (library: Library) => Promise<T>,
): Promise<T> {
  const library = await context.openLibrary(settings)
  try {
    return await work(library)
  } finally {
    await library.close()
  }
}

function onlyCollects(stages: RunStages): boolean {
  return !stages.write && !stages.publish
}

const SHOWN_SKIPS = 10

function sayWhatWasSkipped({ console, options }: CommandContext, { collected }: RunOutcome): void {
  for (const { skipped } of collected.sources) {
    const shown = options.verbose ? skipped : skipped.slice(0, SHOWN_SKIPS)
    for (const { file, line, reason } of shown)
      console.progress.warn(`${file}${line ? `, line ${line}` : ''}: ${reason}`)
    if (skipped.length > shown.length)
      console.progress.warn(`and ${skipped.length - shown.length} more (--verbose lists them)`)
  }
}

/** The report for people; what needs attention comes last, where the eye is. */
export function describeRun({ report, collected, selected, withdrawn, findings }: RunOutcome): string {
  const lines = collected.sources.map(
    ({ source, papers, known, error }) =>
      `${source}: ${papers} new, ${known} known${error ? ` — ${error.message}` : ''}`,
  )
  if (withdrawn.length > 0)
    lines.push(`${count(withdrawn.length, 'paper')} left out as withdrawn: ${withdrawn.join(', ')}`)
  const avoided = selected.filter(paper => paper.avoided).length
  if (report.papers === 0 && selected.length === 0)
    lines.push(`No new papers for ${report.date}: nothing to publish.`)
  else
    lines.push(`${report.edition} ${report.date}: ${count(report.papers, 'paper')}`, describeBriefs(report))
  if (avoided > 0) lines.push(`${count(avoided, 'paper')} with words to avoid stand at the end`)
  for (const { id, reason } of report.fallbacks.slice(0, 20)) lines.push(`  ${id} fell back: ${reason}`)
  if (report.fallbacks.length > 20)
    lines.push(`  and ${report.fallbacks.length - 20} more (--json lists all)`)
  for (const [id, found] of findings)
    for (const finding of found.slice(0, 3))
      lines.push(`  ${id} ${finding.severity} (${finding.check}): ${finding.message}`)
  for (const output of report.outputs) lines.push(output)
  lines.push(...describeDeliveries(report))
  return lines.join('\n')
}

function describeBriefs({
  written,
  reused,
  repaired,
  fellBack,
  flagged,
  tokens,
  cost,
  seconds,
}: RunReport): string {
  const parts = [
    `${written} written`,
    `${reused} reused`,
    `${repaired} repaired`,
    `${fellBack} fell back`,
    `${flagged} flagged`,
  ]
  if (tokens.in + tokens.out > 0) {
    parts.push(`${tokens.in} tokens in (${tokens.cached} cached), ${tokens.out} out`)
    parts.push(
      cost.amount === null
        ? 'price unknown (set engine.prices)'
        : `${cost.amount.toFixed(4)} ${cost.currency}`,
    )
  }
  return `${parts.join(', ')}, ${seconds} s`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
