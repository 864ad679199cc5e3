/** Keeps runs within their money: what calls in flight may cost counts as spent until they tell their cost. */
import type { TokenUsage } from './engine.ts'
import { EngineError } from './engine-error.ts'
import { priceUsage, type TokenPrices } from './prices.ts'
import { waitFor } from './wait-for.ts'

export interface BudgetOptions {
  /** Undefined: no limit; what is spent is counted all the same. */
  perRun?: number | undefined
  /** Needs a purse, which knows what other runs have spent. */
  perMonth?: number | undefined
  /** `USD`, for messages. */
  currency: string
  /** Of calls that name none; undefined: unknown, so that the budget cannot count them and says so. */
  prices?: TokenPrices | undefined
  /** Hears once that a limit was set which does not count every call. */
  warn?: ((message: string) => void) | undefined
}

/** The most that a call can use; `in` counts as if nothing came from the cache. */
export interface TokenEstimate {
  in: number
  out: number
}

export interface Reservation {
  /** Call once, also for a call that failed; later calls do nothing. Undefined: not known, so all of it is kept. */
  settle(usage: TokenUsage | undefined): void
}

export interface ReserveOptions {
  /** Of the model that is called, where several share the budget. */
  prices?: TokenPrices | undefined
  signal?: AbortSignal | undefined
}

/** Where the money of several runs lies, some of them past and some in other processes. */
export interface Purse {
  /** Sets aside for this run and gives at least `amount`, or what is left where that is less. */
  claim(amount: number): Promise<number>
}

export interface Budget {
  readonly currency: string
  /** In the currency; what is settled only. */
  readonly spent: number
  /** What calls in flight may cost at most. */
  readonly reserved: number
  readonly pricesKnown: boolean
  /** From now on, money comes from there; to be called before the first call. */
  draw(purse: Purse): void
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
  readonly #options: BudgetOptions
  readonly #waiters: Waiter[] = []
  #purse: Purse | undefined
  /** What may be spent in all: with a purse, what was claimed from it. */
  #allowance: number
  #isClaiming = false
  #isPurseEmpty = false
  #warned = false
  #unpriced = 0
  #priced = 0
  #inFlight = 0
  spent = 0
  reserved = 0

  constructor(options: BudgetOptions) {
    this.currency = options.currency
    this.#options = options
    this.#allowance = options.perRun ?? Number.POSITIVE_INFINITY
  }

  get pricesKnown(): boolean {
    return this.#unpriced === 0 && (this.#options.prices !== undefined || this.#priced > 0)
  }

  draw(purse: Purse): void {
    this.#purse = purse
    this.#allowance = this.spent
  }

  async reserve(estimate: TokenEstimate, { prices, signal }: ReserveOptions = {}): Promise<Reservation> {
    signal?.throwIfAborted()
    if (this.#options.perMonth !== undefined && !this.#purse)
      throw new Error('a budget per month needs to be told what the month has cost so far')
    const known = prices ?? this.#options.prices
    const amount = priceUsage({ ...estimate, cached: 0 }, known)
    if (amount === undefined) return this.#passUnpriced()
    this.#priced++
    await this.#take(amount, signal)
    let settled = false
    return {
      settle: usage => {
        if (settled) return
        settled = true
        this.#settle(amount, usage ? (priceUsage(usage, known) ?? 0) : amount)
      },
    }
  }

  #passUnpriced(): Reservation {
    this.#unpriced++
    if (!this.#warned && this.#limits !== '') {
      this.#warned = true
      this.#warn(
        `The budget of ${this.#limits} does not count calls whose prices are not known. Set engine.prices.`,
      )
    }
    return { settle: () => {} }
  }

  #warn(message: string): void {
    this.#options.warn?.(message)
  }

  /** `1 USD per run and 20 USD per month`. */
  get #limits(): string {
    const { perRun, perMonth } = this.#options
    const each = [perRun === undefined ? '' : `${perRun} ${this.currency} per run`]
    if (perMonth !== undefined) each.push(`${perMonth} ${this.currency} per month`)
    return each.filter(limit => limit !== '').join(' and ')
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
      const short = this.spent + this.reserved + next.amount - this.#allowance
      if (short <= 0) {
        this.#inFlight++
        this.reserved += next.amount
        this.#waiters.shift()
        next.grant()
      } else if (this.#purse && !this.#isPurseEmpty) {
        this.#claim(this.#purse, short)
        return
      } else if (this.spent + next.amount > this.#allowance || this.#inFlight === 0) {
        this.#waiters.shift()
        next.refuse(this.#spentError(next.amount))
      } else return
    }
  }

  #claim(purse: Purse, short: number): void {
    if (this.#isClaiming) return
    this.#isClaiming = true
    purse.claim(short).then(
      granted => {
        this.#isClaiming = false
        this.#isPurseEmpty = granted < short
        this.#allowance += granted
        this.#dispatch()
      },
      (reason: unknown) => {
        this.#isClaiming = false
        for (const waiter of this.#waiters.splice(0)) waiter.refuse(reason)
      },
    )
  }

  #spentError(amount: number): EngineError {
    const left = Math.max(0, this.#allowance - this.spent)
    const [rest, need] = [left, amount].map(sum => `${Number(sum.toPrecision(3))}`)
    return new EngineError(
      `The budget of ${this.#limits} has ${rest} left for this run, and the next call may cost ${need}.`,
      { code: 'engine-budget-spent' },
    )
  }
}
