import { describe, expect, it } from 'vitest'
import type { Delivery } from '../library/deliveries.ts'
import { describeTroubledDeliveries } from './troubled-deliveries.ts'

const delivery: Delivery = {
  id: 1,
  channel: 'feishu',
  edition: 'daily',
  date: '2025-07-04',
  language: 'en',
  layout: 'bilingual',
  state: 'pending',
  attempts: 3,
  partsDelivered: 0,
  isInterrupted: false,
  error: 'Feishu: HTTP 500',
  plannedAt: new Date(0),
}
const describeOne = (fields: Partial<Delivery>) =>
  describeTroubledDeliveries({ troubled: async () => [{ ...delivery, ...fields }] }, 0)

describe('describeTroubledDeliveries', () => {
  it('says what waits, what was given up and what perhaps did not arrive', async () => {
    expect(await describeOne({})).toEqual([
      'daily 2025-07-04 to feishu: waits for the next publish or run: Feishu: HTTP 500',
    ])
    expect(await describeOne({ state: 'failed' })).toEqual([
      'daily 2025-07-04 to feishu: given up after 7 days: Feishu: HTTP 500',
    ])
    const [interrupted] = await describeOne({ state: 'delivered', isInterrupted: true })
    expect(interrupted).toContain('most likely arrived')
  })
})
