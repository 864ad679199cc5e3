/** `run`, and its parts `collect`, `write` and `publish`. */
import { resolve } from 'node:path'
import type { OpenEngines } from '../jobs/open-engines.ts'
import type { OpenSources } from '../jobs/open-sources.ts'
import type { RunOutcome, RunReport, RunRequest } from '../jobs/run.ts'
import type { Settings } from '../settings.ts'
import { VERSION } from '../version.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'
import { addRunOptions, type ResolvedRun, type RunOptions, resolveRun } from './run-options.ts'

type Stages = { collect: boolean; write: boolean; publish: boolean }

const COMMANDS: { name: string; description: string; stages: Stages; example: string }[] = [
  {
    name: 'run',
    description: 'collect, rank, write, check and publish the digest of a day',
    stages: { collect: true, write: true, publish: true },
    example:
      'paperbrief run --edition daily\n  paperbrief run --source file:papers.jsonl --engine extractive --layout table',
  },
  {
    name: 'collect',
    description: 'only read the sources into the library',
    stages: { collect: true, write: false, publish: false },
    example: 'paperbrief collect --since 2025-09-01',
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
    example: 'paperbrief publish --edition weekly --date 2025-07-04',
  },
]

export function addRunCommands({ program, act }: Registry): void {
  for (const { name, description, stages, example } of COMMANDS) {
    const command = addRunOptions(program.command(name).description(description)).addHelpText(
      'after',
      `\nExample:\n  ${example}`,
    )
    command.action(act(command, context => run(context, command.opts<RunOptions>(), stages)))
  }
}

async function run(context: CommandContext, options: RunOptions, stages: Stages): Promise<number> {
  const settings = context.settings()
  const { openEngines } = await import('../jobs/open-engines.ts')
  const resolved = resolveRun(options, settings, context)
  const engines = await openEngines(settings, context.console.progress, options.engine)
  try {
    if (stages.write) context.console.progress.note(engines.reason)
    const outcome = await runInWorkspace(context, { settings, options, stages, resolved, engines })
    sayWhatWasSkipped(context, outcome)
    context.console.answer(describeRun(outcome), outcome.report)
    const hasFaults =
      outcome.report.fellBack > 0 ||
      outcome.report.flagged > 0 ||
      outcome.collected.sources.some(source => source.error || source.skipped.length > 0)
    return options.strict && hasFaults ? EXIT.faults : EXIT.done
  } finally {
    engines.close()
  }
}

interface RunPlan {
  settings: Settings
  options: RunOptions
  stages: Stages
  resolved: ResolvedRun
  engines: OpenEngines
}

async function runInWorkspace(context: CommandContext, plan: RunPlan): Promise<RunOutcome> {
  const { openSources } = await import('../jobs/open-sources.ts')
  const { openQueue } = await import('../jobs/queue.ts')
  const { runEdition } = await import('../jobs/run.ts')
  const { settings, options, resolved } = plan
  const { signal, cwd } = context
  const { progress } = context.console
  const library = await context.openLibrary(settings)
  try {
    const sources = openSources({
      settings,
      files: options.source,
      from: resolved.edition.from,
      library,
      cwd,
      progress,
    })
    try {
      const queue = await openQueue(library)
      try {
        return await runEdition({ library, queue, signal, progress }, composeRequest(plan, sources))
      } finally {
        await queue.close()
      }
    } finally {
      await sources.close()
    }
  } finally {
    await library.close()
  }
}

function composeRequest(
  { settings, options, stages, resolved, engines }: RunPlan,
  sources: OpenSources,
): RunRequest {
  const { key, edition, from, limit, folder, variant } = resolved
  const namesFiles = options.source.length > 0
  return {
    key,
    from,
    limit,
    folder,
    variant,
    sources: sources.list,
    checkpoint: sources.checkpoint,
    onlyTheseSources: namesFiles,
    listedBy: namesFiles ? undefined : edition.from,
    interests: edition.interests ?? settings.interests,
    repeats: edition.repeats,
    allAuthors: edition.authors === 'all',
    engines: engines.list,
    slots: engines.slots,
    ...(edition.read === 'full' && { reading: { fetch: sources.fetch, ...settings.read } }),
    fresh: options.fresh ?? false,
    currency: settings.engine.budget.currency,
    ...(settings.publish.site && { site: planSite(settings, settings.publish.site) }),
    // Files named on the command line say which papers are meant, so they are read for every part.
    stages: { ...stages, collect: stages.collect || namesFiles },
  }
}

/** The site speaks the settings' language, whatever language one digest is in. */
function planSite(
  settings: Settings,
  { dir, baseURL, name }: NonNullable<Settings['publish']['site']>,
): NonNullable<RunRequest['site']> {
  const baseUrl = baseURL && (baseURL.endsWith('/') ? baseURL : `${baseURL}/`)
  return {
    folder: resolve(settings.home, dir),
    site: {
      name,
      language: settings.language,
      mode: 'files',
      editions: Object.keys(settings.editions),
      version: VERSION,
      ...(baseUrl && { baseUrl }),
    },
  }
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
export function describeRun({ report, collected, selected, findings }: RunOutcome): string {
  const lines = collected.sources.map(
    ({ source, papers, known, error }) =>
      `${source}: ${papers} new, ${known} known${error ? ` — ${error.message}` : ''}`,
  )
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
