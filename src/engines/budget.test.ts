/** Tests of openBudget. */
import { describe, expect, it } from 'vitest'
import { runBudgetSchedules } from '../../test/budget-schedules.ts'
import { openBudget } from './budget.ts'
import { priceUsage } from './prices.ts'

const prices = { in: 1, out: 10, cached: 0.1 }
const NONE = { in: 0, out: 0, cached: 0 }

describe('openBudget', () => {
  it('prices cached tokens apart', () => {
    expect(priceUsage({ in: 1_000_000, out: 100_000, cached: 500_000 }, prices)).toBeCloseTo(
      0.5 + 0.05 + 1,
      10,
    )
    expect(priceUsage({ in: 5, out: 5, cached: 0 }, undefined)).toBeUndefined()
  })

  it('refuses a call that could pass the limit', async () => {
    const budget = openBudget({ perRun: 1, currency: 'USD', prices })
    await expect(budget.reserve({ in: 0, out: 100_001 })).rejects.toMatchObject({
      code: 'engine-budget-spent',
      retryable: false,
    })
    await expect(budget.reserve({ in: 0, out: 100_000 })).resolves.toBeDefined()
  })

  it('waits for calls in flight that may turn out cheaper, and refuses when they did not', async () => {
    const budget = openBudget({ perRun: 1, currency: 'USD', prices })
    const first = await budget.reserve({ in: 0, out: 80_000 })
    const [second, third] = [budget.reserve({ in: 0, out: 50_000 }), budget.reserve({ in: 0, out: 50_000 })]
    first.settle({ ...NONE, out: 20_000 })
    const granted = await second
    granted.settle({ ...NONE, out: 50_000 })
    await expect(third).rejects.toMatchObject({ code: 'engine-budget-spent' })
    expect(budget.spent).toBeCloseTo(0.7, 10)
    expect(budget.reserved).toBe(0)
  })

  it('ends the wait at once when the caller gives up', async () => {
    const budget = openBudget({ perRun: 1, currency: 'USD', prices })
    await budget.reserve({ in: 0, out: 90_000 })
    const controller = new AbortController()
    const waiting = budget.reserve({ in: 0, out: 50_000 }, { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
  })

  it('never blocks where prices are unknown, and says so once', async () => {
    const warnings: string[] = []
    const budget = openBudget({ perRun: 0.01, currency: 'USD', warn: message => warnings.push(message) })
    for (let call = 0; call < 3; call++)
      (await budget.reserve({ in: 1e9, out: 1e9 })).settle({ in: 1e9, out: 1e9, cached: 0 })
    expect(budget.pricesKnown).toBe(false)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('engine.prices')
  })

  it('counts without a limit', async () => {
    const budget = openBudget({ currency: 'USD', prices })
    ;(await budget.reserve({ in: 0, out: 100_000 })).settle({ ...NONE, out: 100_000 })
    expect(budget.spent).toBeCloseTo(1, 10)
  })

  it('takes the prices of the model that is called', async () => {
    const budget = openBudget({ perRun: 1, currency: 'USD' })
    await expect(
      budget.reserve({ in: 0, out: 1_000_000 }, { prices: { in: 1, out: 2 } }),
    ).rejects.toMatchObject({
      code: 'engine-budget-spent',
    })
    expect(budget.pricesKnown).toBe(true)
  })

  it('is not passed at any point in 1,000 random schedules of calls at once', async () => {
    const { highest, calls, refused } = await runBudgetSchedules(1_000)
    expect(highest).toBeLessThanOrEqual(1)
    expect(highest).toBeGreaterThan(0.99)
    expect(refused).toBeGreaterThan(0)
    expect(refused).toBeLessThan(calls)
  })

  it('keeps all that was set aside for a call of which nobody knows the cost', async () => {
    const budget = openBudget({ perRun: 1, currency: 'USD', prices })
    const lost = await budget.reserve({ in: 0, out: 60_000 })
    lost.settle(undefined)
    lost.settle({ ...NONE, out: 1 })
    expect(budget.spent).toBeCloseTo(0.6, 10)
    await expect(budget.reserve({ in: 0, out: 50_000 })).rejects.toMatchObject({
      code: 'engine-budget-spent',
    })
  })

  it('draws from the purse what it needs, and names both limits when that is empty', async () => {
    const budget = openBudget({ perRun: 5, perMonth: 20, currency: 'EUR', prices })
    const asked: number[] = []
    let left = 1
    budget.draw({
      async claim(amount) {
        asked.push(amount)
        const given = Math.min(left, Math.max(amount, 0.4))
        left -= given
        return given
      },
    })
    for (let call = 0; call < 2; call++)
      (await budget.reserve({ in: 0, out: 40_000 })).settle({ ...NONE, out: 40_000 })
    await expect(budget.reserve({ in: 0, out: 40_000 })).rejects.toMatchObject({
      message:
        'The budget of 5 EUR per run and 20 EUR per month has 0.2 left for this run, and the next call may cost 0.4.',
    })
    expect(asked).toHaveLength(3)
    await expect(budget.reserve({ in: 0, out: 20_000 })).resolves.toBeDefined()
  })

  it('does not promise a month of which it knows nothing', async () => {
    const budget = openBudget({ perMonth: 20, currency: 'USD', prices })
    await expect(budget.reserve({ in: 0, out: 1 })).rejects.toThrow('what the month has cost')
  })
})
