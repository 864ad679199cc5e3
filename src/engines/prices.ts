/** What tokens cost. */
import type { TokenUsage } from './engine.ts'

/** Per million tokens, in the budget's currency. */
export interface TokenPrices {
  in: number
  out: number
  /** For prompt tokens read from the provider's cache; the price of `in` where absent. */
  cached?: number
}

/** The cost of one or several calls; undefined where the prices are not known. */
export function priceUsage(usage: TokenUsage, prices: TokenPrices | undefined): number | undefined {
  if (!prices) return undefined
  const cached = Math.min(usage.cached, usage.in)
  const total =
    (usage.in - cached) * prices.in + cached * (prices.cached ?? prices.in) + usage.out * prices.out
  return total / 1_000_000
}
