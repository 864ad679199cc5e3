import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../../test/databases.ts'
import { type Library, openLibrary } from './library.ts'
import type { NewModelCall } from './model-calls.ts'

describe.each(databases)('model calls on $name', ({ locate }) => {
  let library: Library
  const target = (edition: string) => JSON.stringify([{ edition, date: '2025-05-28' }, ['llm'], false])

  beforeAll(async () => {
    library = await openLibrary({ ...(await locate()), command: 'vitest' })
  })
  afterAll(() => library.close())

  async function startRun(edition: string): Promise<number> {
    return (await library.runs.start({ target: target(edition), exclusive: false })).id
  }

  function call(runId: number, fields: Partial<NewModelCall> = {}): NewModelCall {
    return {
      runId,
      paperId: '2501.00001',
      step: 'draft',
      engine: 'llm',
      model: 'small',
      outcome: 'ok',
      usage: { in: 100, out: 10, cached: 40 },
      costAmount: 0.5,
      latencyMs: 12.4,
      ...fields,
    }
  }

  it('are added up by edition, model and step, failed and unpriced ones apart', async () => {
    const [daily, weekly] = [await startRun('daily'), await startRun('weekly')]
    await library.modelCalls.save([
      call(daily),
      call(daily, { step: 'revise', outcome: 'engine-unavailable', usage: { in: 0, out: 0, cached: 0 } }),
      call(weekly, { model: 'large', engine: 'other', costAmount: undefined }),
    ])
    const byEdition = await library.modelCalls.group('edition')
    expect(byEdition).toEqual([
      { key: 'daily', calls: 2, failed: 1, in: 100, out: 10, cached: 40, amount: 1, unpriced: 0 },
      { key: 'weekly', calls: 1, failed: 0, in: 100, out: 10, cached: 40, amount: 0, unpriced: 1 },
    ])
    const keys = async (by: 'model' | 'step') => (await library.modelCalls.group(by)).map(({ key }) => key)
    expect(await keys('model')).toEqual(['small', 'large at other'])
    expect((await keys('step')).toSorted()).toEqual(['draft', 'revise'])
    expect(await library.modelCalls.group('day', new Date(Date.now() + 60_000))).toEqual([])
    expect(await library.modelCalls.ofRun(daily)).toMatchObject({ calls: 2, amount: 1 })
  })

  it('count only the first good draft of a paper', async () => {
    const run = await startRun('drafts')
    const from = new Date()
    await library.modelCalls.save([
      call(run, { model: 'm', outcome: 'engine-answer-empty', usage: { in: 1, out: 1, cached: 0 } }),
      call(run, { model: 'm', usage: { in: 10, out: 2, cached: 0 } }),
      call(run, { model: 'm', usage: { in: 1_000, out: 1_000, cached: 0 } }),
      call(run, { model: 'm', paperId: '2501.00002', usage: { in: 20, out: 3, cached: 5 } }),
    ])
    expect((await library.modelCalls.firstDrafts(from)).find(({ model }) => model === 'm')).toEqual({
      engine: 'llm',
      model: 'm',
      papers: 2,
      in: 30,
      out: 5,
      cached: 5,
    })
  })

  describe('and the purse', () => {
    // Months of their own, so that the calls of other tests do not count: `created_at` is now.
    const spentNow = async () => (await library.modelCalls.since(undefined)).amount

    it('gives a run no more than its limit, also where it goes on after a crash', async () => {
      const runId = await startRun('purse-run')
      const request = { runId, perRun: 2, perMonth: undefined, shared: false }
      const purse = await library.modelCalls.openPurse(request)
      expect(await purse.claim(0.1)).toBe(2)
      expect(await purse.claim(0.1)).toBe(0)
      await library.modelCalls.save([call(runId, { costAmount: 1.25 })])
      const again = await library.modelCalls.openPurse(request)
      expect(await again.claim(0.1)).toBeCloseTo(0.75, 10)
    })

    it('takes from the month what earlier runs have spent', async () => {
      const perMonth = (await spentNow()) + 3
      const runId = await startRun('purse-month')
      const purse = await library.modelCalls.openPurse({ runId, perRun: 10, perMonth, shared: false })
      expect(await purse.claim(1)).toBeCloseTo(3, 6)
      const later = new Date(Date.now() + 62 * 24 * 60 * 60 * 1_000)
      const fresh = await library.modelCalls.openPurse({
        runId: await startRun('purse-later'),
        perRun: undefined,
        perMonth: 3,
        shared: false,
        now: later,
      })
      expect(await fresh.claim(1)).toBe(3)
    })

    it('never gives two runs at once more than the month, whoever asks when', async () => {
      const before = await spentNow()
      const perMonth = before + 5
      const runIds = [await startRun('one'), await startRun('two')]
      const purses = await Promise.all(
        runIds.map(runId =>
          library.modelCalls.openPurse({ runId, perRun: undefined, perMonth, shared: true }),
        ),
      )
      let given = 0
      for (let round = 0; round < 12; round++) {
        const parts = await Promise.all(purses.map(purse => purse.claim(0.4)))
        for (const [at, part] of parts.entries()) {
          given += part
          const runId = runIds[at]
          // A part of what was given is spent and told, as a run does.
          if (runId !== undefined && part > 0)
            await library.modelCalls.save([call(runId, { costAmount: part / 2 })])
        }
        expect(given).toBeLessThanOrEqual(5 + 1e-6)
      }
      expect(given).toBeCloseTo(5, 6)
      for (const runId of runIds) await library.runs.finish(runId, 'done')
    })

    it('gives back what a run that is over did not spend', async () => {
      const perMonth = (await spentNow()) + 100
      const [first, second] = [await startRun('over'), await startRun('next')]
      const open = (runId: number) =>
        library.modelCalls.openPurse({ runId, perRun: undefined, perMonth, shared: true })
      expect(await (await open(first)).claim(99)).toBe(99)
      expect(await (await open(second)).claim(50)).toBeLessThan(2)
      await library.runs.finish(first, 'done')
      expect(await (await open(second)).claim(50)).toBe(50)
    })
  })
})
