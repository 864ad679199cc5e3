/** Random schedules of calls that share a budget: some wait, some fail, some are given up, each costs what it likes. */
import fc from 'fast-check'
import { openBudget } from '../src/engines/budget.ts'

export interface ScheduleResult {
  schedules: number
  calls: number
  refused: number
  /** The most that was spent and reserved together at any point, as a part of the limit; 1 is all of it. */
  highest: number
}

interface Call {
  out: number
  /** The part of what it may use that it uses. */
  used: number
  begins: number
  takes: number
  /** `lost`: nobody knows what it used. */
  end: 'told' | 'free' | 'lost' | 'given-up'
}

const callArbitrary: fc.Arbitrary<Call> = fc.record({
  out: fc.integer({ min: 0, max: 60_000 }),
  used: fc.double({ min: 0, max: 1, noNaN: true }),
  begins: fc.nat(40),
  takes: fc.nat(30),
  end: fc.constantFrom('told', 'told', 'told', 'free', 'lost', 'given-up'),
})
const TICKS = 80
const LIMIT = 1
const PRICES = { in: 0, out: 10 }

/** Watches the sum after every step of every schedule; a schedule has up to 40 calls, some priced differently. */
export async function runBudgetSchedules(schedules: number, seed = 1): Promise<ScheduleResult> {
  const result: ScheduleResult = { schedules, calls: 0, refused: 0, highest: 0 }
  const drawn = fc.sample(
    fc.record({
      calls: fc.array(callArbitrary, { minLength: 1, maxLength: 40, size: 'max' }),
      drawsFromPurse: fc.boolean(),
    }),
    { numRuns: schedules, seed },
  )
  for (const { calls, drawsFromPurse } of drawn) await runSchedule(calls, { drawsFromPurse, result })
  return result
}

async function runSchedule(
  calls: readonly Call[],
  { drawsFromPurse, result }: { drawsFromPurse: boolean; result: ScheduleResult },
): Promise<void> {
  const budget = openBudget({ perRun: LIMIT, currency: 'USD', prices: PRICES })
  // The limit in uneven parts, each of which comes a little later, as a shared database gives it.
  let left = LIMIT
  if (drawsFromPurse)
    budget.draw({
      async claim(amount) {
        await Promise.resolve()
        const given = Math.min(left, Math.max(amount, LIMIT / 7))
        left -= given
        return given
      },
    })
  const watch = () => {
    result.highest = Math.max(result.highest, (budget.spent + budget.reserved) / LIMIT)
  }
  const pending: Promise<void>[] = []
  const due: { at: number; act: () => void }[] = []
  for (let tick = 0; tick < TICKS; tick++) {
    for (const call of calls.filter(({ begins }) => begins === tick))
      pending.push(begin(call, tick).catch(() => void result.refused++))
    for (const step of due.splice(0)) {
      if (step.at > tick) due.push(step)
      else step.act()
      watch()
    }
    await Promise.resolve()
    await Promise.resolve()
    watch()
  }
  for (let rounds = 0; rounds < 200; rounds++) {
    for (const { act } of due.splice(0)) act()
    await Promise.resolve()
    watch()
  }
  await Promise.all(pending)

  async function begin({ out, used, takes, end }: Call, tick: number): Promise<void> {
    result.calls++
    const controller = new AbortController()
    if (end === 'given-up') due.push({ at: tick + takes, act: () => controller.abort(new Error('enough')) })
    const reservation = await budget.reserve({ in: 0, out }, { signal: controller.signal })
    watch()
    const usage = { in: 0, out: end === 'free' ? 0 : Math.floor(out * used), cached: 0 }
    due.push({ at: tick + takes, act: () => reservation.settle(end === 'lost' ? undefined : usage) })
  }
}
