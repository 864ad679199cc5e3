/** `cost`: what the models have cost, by day, edition, model or step. */
import { type Command, Option } from 'commander'
import type { CostReport, CostSums, Saving } from '../jobs/cost.ts'
import { type CallGrouping, callGroupings } from '../paper/call-grouping.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'
import { parseDate } from './run-options.ts'

interface CostOptions {
  by: CallGrouping
  since?: string
}

export function addCostCommand({ program, act }: Registry): void {
  const command: Command = program
    .command('cost')
    .description('what the language models have cost, and what is left of the month')
    .addOption(new Option('--by <what>', 'how to add up').choices([...callGroupings]).default('day'))
    .option('--since <date>', 'count calls since this day (UTC), YYYY-MM-DD', parseDate)
    .addHelpText('after', '\nExample:\n  paperbrief cost --by model --since 2025-07-01')
  command.action(act(command, context => showCost(context, command.opts<CostOptions>())))
}

async function showCost(context: CommandContext, { by, since }: CostOptions): Promise<number> {
  const settings = context.settings()
  const { reportCost } = await import('../jobs/cost.ts')
  const library = await context.openLibrary(settings)
  try {
    const report = await reportCost({ library, settings, by, since, now: new Date() })
    context.console.answer(describeCost(report), report)
    return EXIT.done
  } finally {
    await library.close()
  }
}

/** The report for people: a table, its sum, the month, and what the smaller model has saved. */
function describeCost({ by, currency, groups, total, month, savings }: CostReport): string {
  if (total.calls === 0) return 'No model was called yet: nothing was spent.'
  const header = [by, 'calls', 'failed', 'tokens in', 'cached', 'out', currency]
  const rows = groups.map(group => [group.key, ...describeSums(group)])
  const lines = alignColumns([header, ...rows, ['all', ...describeSums(total)]])
  if (total.unpriced > 0)
    lines.push(
      `The price of ${total.unpriced} ${total.unpriced === 1 ? 'call is' : 'calls is'} unknown and not in the sums: set engine.prices.`,
    )
  if (month)
    lines.push(
      `${month.month} (UTC): ${formatAmount(month.spent)} of ${month.perMonth} ${currency} spent, ${formatAmount(month.left)} left`,
    )
  return [...lines, ...savings.map(saving => describeSaving(saving, currency))].join('\n')
}

function describeSums({ calls, failed, tokens, cachedShare, amount, unpriced }: CostSums): string[] {
  const known = unpriced < calls || amount > 0 ? formatAmount(amount) : ''
  const unknown = unpriced > 0 ? `${unpriced} of unknown price` : ''
  return [
    ...[calls, failed, tokens.in].map(formatCount),
    `${Math.round(cachedShare * 100)}%`,
    formatCount(tokens.out),
    [known, unknown].filter(Boolean).join(' + '),
  ]
}

function describeSaving(saving: Saving, currency: string): string {
  const { smaller, larger, papers, papersToLarger, spent, withoutSmaller, saved } = saving
  const share = withoutSmaller > 0 ? ` (${Math.round((saved / withoutSmaller) * 100)}%)` : ''
  const effect = saved >= 0 ? 'saved about' : 'cost about'
  return `Asking ${smaller} first ${effect} ${formatAmount(Math.abs(saved))} ${currency}${share}: an estimate. ${papers} papers, ${papersToLarger} of them also by ${larger}: ${formatAmount(spent)} spent; with every draft by ${larger}, at least ${formatAmount(withoutSmaller)}.`
}

function formatCount(count: number): string {
  return count.toLocaleString('en')
}

/** Four digits after the point: a call costs a small part of a cent. */
function formatAmount(amount: number): string {
  return amount.toFixed(4)
}

/** The first column to the left, numbers to the right. */
function alignColumns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map(row => row[at]?.length ?? 0)))
  return rows.map(row =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
