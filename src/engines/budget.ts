/** Keeps a run within its money: what calls in flight may cost counts as spent until they tell their cost. */
import type { TokenUsage } from './engine.ts'
import { EngineError } from './engine-error.ts'
import { priceUsage, type TokenPrices } from './prices.ts'
import { waitFor } from './wait-for.ts'

export interface BudgetOptions {
  /** Undefined: no limit; what is spent is counted all the same. */
  perRun?: number | undefined
  /** `USD`, for messages. */
  currency: string
  /** Undefined: unknown, so that the budget cannot hold and says so. */
  prices?: TokenPrices | undefined
  /** Hears once that a limit was set which cannot be held. */
  warn?: ((message: string) => void) | undefined
}

/** The most that a call can use; `in` counts as if nothing came from the cache. */
export interface TokenEstimate {
  in: number
  out: number
}

export interface Reservation {
  /** Call once, also for a call that failed; later calls do nothing. */
  settle(usage: TokenUsage): void
}

export interface ReserveOptions {
  /** Of the model that is called, where several share the budget. */
  prices?: TokenPrices | undefined
  signal?: AbortSignal | undefined
}

export interface Budget {
  readonly currency: string
  /** In the currency; what is settled only. */
  readonly spent: number
  /** What calls in flight may cost at most. */
  readonly reserved: number
  readonly pricesKnown: boolean
  /**
   * Waits while calls in flight may turn out cheaper than feared. Throws `engine-budget-spent` where the call
   * could pass the limit even then, and the signal's reason.
   */
  reserve(estimate: TokenEstimate, options?: ReserveOptions): Promise<Reservation>
}

interface Waiter {
  amount: number
  grant(): void
  refuse(reason: unknown): void
}

export function openBudget(options: BudgetOptions): Budget {
  return new OpenBudget(options)
}

class OpenBudget implements Budget {
  readonly currency: string
  readonly #limit: number
  readonly #prices: TokenPrices | undefined
  readonly #warn: ((message: string) => void) | undefined
  readonly #waiters: Waiter[] = []
  #warned = false
  #unpriced = 0
  #priced = 0
  #inFlight = 0
  spent = 0
  reserved = 0

  constructor({ perRun, currency, prices, warn }: BudgetOptions) {
    this.currency = currency
    this.#limit = perRun ?? Number.POSITIVE_INFINITY
    this.#prices = prices
    this.#warn = warn
  }

  get pricesKnown(): boolean {
    return this.#unpriced === 0 && (this.#prices !== undefined || this.#priced > 0)
  }

  async reserve(estimate: TokenEstimate, { prices, signal }: ReserveOptions = {}): Promise<Reservation> {
    signal?.throwIfAborted()
    const known = prices ?? this.#prices
    const amount = priceUsage({ ...estimate, cached: 0 }, known)
    if (amount === undefined) return this.#passUnpriced()
    this.#priced++
    await this.#take(amount, signal)
    let settled = false
    return {
      settle: usage => {
        if (settled) return
        settled = true
        this.#settle(amount, priceUsage(usage, known) ?? 0)
      },
    }
  }

  #passUnpriced(): Reservation {
    this.#unpriced++
    if (!this.#warned && Number.isFinite(this.#limit)) {
      this.#warned = true
      this.#warn?.(
        `The budget of ${this.#limit} ${this.currency} cannot be held: the model's prices are not known. Set engine.prices.`,
      )
    }
    return { settle: () => {} }
  }

  #take(amount: number, signal: AbortSignal | undefined): Promise<void> {
    return waitFor<void>(
      ({ resolve, reject }) => {
        const waiter = { amount, grant: () => resolve(undefined), refuse: reject }
        this.#waiters.push(waiter)
        this.#dispatch()
        return () => {
          const at = this.#waiters.indexOf(waiter)
          if (at >= 0) this.#waiters.splice(at, 1)
          this.#dispatch()
        }
      },
      signal ? [signal] : [],
    )
  }

  #settle(amount: number, cost: number): void {
    this.#inFlight--
    // Sums of many small fractions drift; with nothing in flight nothing is reserved.
    this.reserved = this.#inFlight === 0 ? 0 : this.reserved - amount
    this.spent += cost
    this.#dispatch()
  }

  #dispatch(): void {
    for (let next = this.#waiters[0]; next; next = this.#waiters[0]) {
      if (this.spent + this.reserved + next.amount <= this.#limit) {
        this.#inFlight++
        this.reserved += next.amount
        this.#waiters.shift()
        next.grant()
      } else if (this.spent + next.amount > this.#limit || this.#inFlight === 0) {
        this.#waiters.shift()
        next.refuse(this.#spentError(next.amount))
      } else return
    }
  }

  #spentError(amount: number): EngineError {
    const left = Math.max(0, this.#limit - this.spent)
    const [limit, rest, need] = [this.#limit, left, amount].map(sum => `${Number(sum.toPrecision(3))}`)
    return new EngineError(
      `The budget of ${limit} ${this.currency} per run has ${rest} left, and the next call may cost ${need}.`,
      { code: 'engine-budget-spent' },
    )
  }
}
