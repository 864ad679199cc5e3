import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../../test/databases.ts'
import type { DigestKey } from './digests.ts'
import { type Library, openLibrary } from './library.ts'

const LONG_AGO = new Date(0)
let serial = 0

describe.each(databases)('deliveries on $name', ({ locate }) => {
  let library: Library

  beforeAll(async () => {
    library = await openLibrary({ ...(await locate()), command: 'vitest' })
  })
  afterAll(() => library.close())

  const newDigest = async (): Promise<{ key: DigestKey; id: number; channel: string }> => {
    const edition = `edition-${++serial}`
    const key = { edition, date: '2025-07-04', language: 'en', layout: 'bilingual' as const }
    const id = await library.digests.save(key, { allAuthors: false, entries: [] })
    return { key, id, channel: `channel-${serial}` }
  }

  it('are planned once, however often a digest is published', async () => {
    const { id, channel } = await newDigest()
    await library.deliveries.plan(id, [channel])
    await library.deliveries.plan(id, [channel])
    const [delivery] = await library.deliveries.due([channel], LONG_AGO)
    if (!delivery) throw new Error('nothing is due')
    expect(delivery).toMatchObject({ channel, state: 'pending', partsDelivered: 0, isInterrupted: false })
    await library.deliveries.claim(delivery, 1)
    await library.deliveries.accept(delivery, 1)
    await library.deliveries.finish(delivery)
    await library.deliveries.plan(id, [channel])
    expect(await library.deliveries.due([channel], LONG_AGO)).toEqual([])
  })

  it('are planned with the digest or not at all', async () => {
    const { key, channel } = await newDigest()
    const broken = library.db.transaction(async tx => {
      const id = await library.digests.save(
        { ...key, date: '2025-07-05' },
        { allAuthors: false, entries: [] },
        tx,
      )
      await library.deliveries.plan(id, [channel], tx)
      throw new Error('a crash')
    })
    await expect(broken).rejects.toThrow('a crash')
    expect(await library.deliveries.due([channel], LONG_AGO)).toEqual([])
  })

  it('are known as handed over after a crash, unless the receiver had refused', async () => {
    const { id, channel } = await newDigest()
    await library.deliveries.plan(id, [channel])
    const due = async () => (await library.deliveries.due([channel], LONG_AGO))[0]
    const delivery = await due()
    if (!delivery) throw new Error('nothing is due')
    await library.deliveries.claim(delivery, 1)
    // What a new process would see.
    expect(await due()).toMatchObject({ partsDelivered: 1, isInterrupted: true })
    await library.deliveries.refuse(delivery, { part: 1, error: 'busy' })
    expect(await due()).toMatchObject({ partsDelivered: 0, isInterrupted: false, error: 'busy' })
    await library.deliveries.claim(delivery, 1)
    await library.deliveries.accept(delivery, 1)
    expect(await due()).toMatchObject({ partsDelivered: 1, isInterrupted: false })
  })

  it('go again where that is asked for; what is on its way goes on', async () => {
    const { id, channel } = await newDigest()
    await library.deliveries.plan(id, [channel])
    const [delivery] = await library.deliveries.due([channel], LONG_AGO)
    if (!delivery) throw new Error('nothing is due')
    await library.deliveries.claim(delivery, 1)
    await library.deliveries.planAgain(id, [channel])
    expect(await library.deliveries.due([channel], LONG_AGO)).toMatchObject([{ partsDelivered: 1 }])
    await library.deliveries.claim(delivery, 2)
    await library.deliveries.finish(delivery)
    await library.deliveries.planAgain(id, [channel, `${channel}-new`])
    expect(await library.deliveries.due([channel, `${channel}-new`], LONG_AGO)).toMatchObject([
      { partsDelivered: 0 },
      { partsDelivered: 0 },
    ])
  })

  it('are given up when they are no news any more', async () => {
    const { key, id, channel } = await newDigest()
    await library.deliveries.plan(id, [channel])
    const tomorrow = new Date(Date.now() + 86_400_000)
    expect(await library.deliveries.due([channel], tomorrow)).toEqual([])
    expect(await library.deliveries.giveUp(tomorrow)).toBeGreaterThan(0)
    expect((await library.deliveries.ofDigest(key)).get(channel)).toMatchObject({ state: 'failed' })
    expect(await library.deliveries.troubled(LONG_AGO)).toContainEqual(expect.objectContaining({ channel }))
  })
})
