/** Tests of sending again what waits. */
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../test/manual-clock.ts'
import type { DeliveryReport } from './deliver.ts'
import { openDeliveryRetries } from './delivery-retries.ts'

const MINUTE_MS = 60_000

function reportOf(state: DeliveryReport['state']): DeliveryReport {
  return { channel: 'slack', edition: 'daily', date: '2026-01-01', state, parts: { delivered: 0, of: 1 } }
}

function open(outcomes: (DeliveryReport['state'] | Error)[]) {
  const clock = createManualClock()
  const sentAtMinutes: number[] = []
  const faults: unknown[] = []
  const retries = openDeliveryRetries({
    clock,
    async deliver() {
      sentAtMinutes.push(clock.now() / MINUTE_MS)
      const outcome = outcomes.shift() ?? 'delivered'
      if (outcome instanceof Error) throw outcome
      return [reportOf(outcome)]
    },
    onFault: error => faults.push(error),
  })
  const pass = (minutes: number) => clock.runUntil(clock.sleep(minutes * MINUTE_MS))
  return { clock, sentAtMinutes, faults, retries, pass }
}

describe('openDeliveryRetries', () => {
  it('sends what an earlier process left, and no more where all of it has gone', async () => {
    const { sentAtMinutes, pass } = open(['delivered'])
    await pass(1_000)
    expect(sentAtMinutes).toEqual([1])
  })

  it('waits longer each time for a receiver that goes on refusing', async () => {
    const { sentAtMinutes, pass } = open(['pending', 'pending', 'pending', 'pending', 'pending', 'pending'])
    await pass(2_000)
    expect(sentAtMinutes).toEqual([1, 6, 21, 81, 261, 621, 981])
  })

  it('tries again soon after a run that could not send, and not at all after one that could', async () => {
    const { retries, sentAtMinutes, pass } = open(['delivered', 'delivered'])
    retries.note([reportOf('pending')])
    await pass(10)
    expect(sentAtMinutes).toEqual([5])
    retries.note([reportOf('delivered')])
    await pass(1_000)
    expect(sentAtMinutes).toEqual([5])
  })

  it('tells of a fault, such as settings that cannot be read, and tries again', async () => {
    const fault = new Error('no settings')
    const { faults, sentAtMinutes, pass } = open([fault, 'delivered'])
    await pass(1_000)
    expect(faults).toEqual([fault])
    expect(sentAtMinutes).toEqual([1, 6])
  })

  it('sends nothing after it was closed', async () => {
    const { retries, sentAtMinutes, pass } = open(['pending'])
    await retries.close()
    await pass(1_000)
    expect(sentAtMinutes).toEqual([])
  })
})
