/** Tests of openBudget. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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

  it('is not passed at any point, whatever the order of calls', async () => {
    const step = fc.record({
      out: fc.integer({ min: 0, max: 60_000 }),
      used: fc.double({ min: 0, max: 1, noNaN: true }),
      settleAfter: fc.nat(6),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
        const budget = openBudget({ perRun: 1, currency: 'USD', prices })
        const expectHeld = () => expect(budget.spent + budget.reserved).toBeLessThanOrEqual(1 + 1e-9)
        const settles: { after: number; settle: () => void }[] = []
        const waiting = steps.map(({ out, used, settleAfter }, at) =>
          budget.reserve({ in: 0, out }).then(
            ({ settle }) => {
              expectHeld()
              settles.push({
                after: at + settleAfter,
                settle: () => settle({ ...NONE, out: Math.floor(out * used) }),
              })
            },
            () => {},
          ),
        )
        for (let tick = 0; tick < 200; tick++) {
          await Promise.resolve()
          const due = settles.findIndex(({ after }) => after <= tick)
          if (due >= 0) settles.splice(due, 1)[0]?.settle()
          expectHeld()
        }
        await Promise.all(waiting)
        expect(budget.reserved).toBe(0)
      }),
    )
  })
})
