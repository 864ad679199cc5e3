/** What the models have cost: by day, edition, model or step, against the budget, and what asking a small model first has saved. */
import type { Library } from '../library/library.ts'
import type { CallGroup, CallSums, DraftSums } from '../library/model-calls.ts'
import type { CallGrouping } from '../paper/call-grouping.ts'
import type { Settings } from '../settings.ts'
import { type LlmSettings, pricesOf } from '../settings-engine.ts'

export interface CostSums {
  calls: number
  failed: number
  tokens: { in: number; out: number; cached: number }
  /** Of the prompt tokens, those that the service read from its cache; 0 to 1. */
  cachedShare: number
  /** Of the calls whose price is known. */
  amount: number
  /** Calls whose price is not known. */
  unpriced: number
}

export interface CostGroup extends CostSums {
  key: string
}

/** An estimate: as if every first draft had gone to the larger model, with as many tokens and no revision. */
export interface Saving {
  service: string
  smaller: string
  larger: string
  papers: number
  /** Of which the larger model was asked too. */
  papersToLarger: number
  spent: number
  withoutSmaller: number
  saved: number
}

export interface CostReport {
  by: CallGrouping
  /** `YYYY-MM-DD`, UTC; absent: since the first call. */
  since?: string
  currency: string
  groups: CostGroup[]
  total: CostSums
  /** `YYYY-MM`, UTC; absent where no budget per month is set. */
  month?: { month: string; spent: number; perMonth: number; left: number }
  savings: Saving[]
}

export interface CostRequest {
  library: Library
  settings: Pick<Settings, 'engine' | 'services'>
  by: CallGrouping
  since?: string | undefined
  now: Date
}

export async function reportCost({ library, settings, by, since, now }: CostRequest): Promise<CostReport> {
  const { modelCalls } = library
  const from = since === undefined ? undefined : new Date(`${since}T00:00:00Z`)
  const { perMonth, currency } = settings.engine.budget
  const groups = await modelCalls.group(by, from)
  const models = await modelCalls.group('model', from)
  const drafts = await modelCalls.firstDrafts(from)
  return {
    by,
    ...(since !== undefined && { since }),
    currency,
    groups: groups.map(group => ({ key: group.key || '(none)', ...presentSums(group) })),
    total: presentSums(await modelCalls.since(from)),
    ...(perMonth !== undefined && { month: await countMonth(library, { perMonth, now }) }),
    savings: settings.services.flatMap(service => findSaving(service, { models, drafts })),
  }
}

function presentSums({ calls, failed, amount, unpriced, ...tokens }: CallSums & { key?: string }): CostSums {
  const { in: tokensIn, out, cached } = tokens
  return {
    calls,
    failed,
    tokens: { in: tokensIn, out, cached },
    cachedShare: tokensIn > 0 ? cached / tokensIn : 0,
    amount,
    unpriced,
  }
}

async function countMonth(library: Library, { perMonth, now }: { perMonth: number; now: Date }) {
  const month = now.toISOString().slice(0, 7)
  const { amount } = await library.modelCalls.since(new Date(`${month}-01T00:00:00Z`))
  return { month, spent: amount, perMonth, left: Math.max(0, perMonth - amount) }
}

function findSaving(
  { name, model, largerModel, prices }: LlmSettings,
  { models, drafts }: { models: readonly CallGroup[]; drafts: readonly DraftSums[] },
): Saving[] {
  const largerPrices = largerModel === undefined ? undefined : pricesOf(prices, largerModel)
  const find = (wanted: string | undefined) =>
    drafts.find(draft => draft.engine === name && draft.model === wanted)
  const first = find(model)
  if (largerModel === undefined || !largerPrices || !first) return []
  const keyOf = (wanted: string) => (name === 'llm' ? wanted : `${wanted} at ${name}`)
  const ofBoth = models.filter(({ key }) => key === keyOf(model) || key === keyOf(largerModel))
  // Without the price of every call there is nothing to compare with.
  if (ofBoth.some(({ unpriced }) => unpriced > 0)) return []
  const spent = ofBoth.reduce((sum, { amount }) => sum + amount, 0)
  const { in: price, out, cached = price } = largerPrices
  const withoutSmaller =
    ((first.in - first.cached) * price + first.cached * cached + first.out * out) / 1_000_000
  return [
    {
      service: name,
      smaller: model,
      larger: largerModel,
      papers: first.papers,
      papersToLarger: find(largerModel)?.papers ?? 0,
      spent,
      withoutSmaller,
      saved: withoutSmaller - spent,
    },
  ]
}
