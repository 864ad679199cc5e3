import { describe, expect, it } from 'vitest'
import { makeDigest } from '../../test/wild-digest.ts'
import { type Delivery, DeliveryTakenError } from '../library/deliveries.ts'
import type { Clock } from '../paper/clock.ts'
import { type Channel, DeliveryError, type SendMeans } from '../publish/channel.ts'
import { type DeliverRequest, deliverDigests } from './deliver.ts'
import { silentProgress } from './progress.ts'

/** A library in memory, which outlives the program as a real one does. */
function keepLedger(channels: readonly string[]) {
  const rows = channels.map(
    (channel, at): Delivery => ({
      id: at + 1,
      channel,
      edition: 'daily',
      date: '2025-07-04',
      language: 'en',
      layout: 'bilingual',
      state: 'pending',
      attempts: 0,
      partsDelivered: 0,
      isInterrupted: false,
      plannedAt: new Date(0),
    }),
  )
  const change = (id: number, fields: Partial<Delivery>) => {
    const row = rows[id - 1]
    if (row) Object.assign(row, fields)
  }
  const deliveries: DeliverRequest['deliveries'] = {
    alone: work => work(),
    giveUp: async () => 0,
    due: async names =>
      rows.filter(row => row.state === 'pending' && names.includes(row.channel)).map(row => ({ ...row })),
    claim({ id }, part) {
      if (rows[id - 1]?.partsDelivered !== part - 1) throw new DeliveryTakenError('taken', { code: 'taken' })
      change(id, { partsDelivered: part, isInterrupted: true })
      return undefined
    },
    accept: async ({ id }) => change(id, { isInterrupted: false }),
    refuse: async ({ id }, { part, error }) =>
      change(id, { partsDelivered: part - 1, isInterrupted: false, error }),
    note: async ({ id }, { delivered, error }) => change(id, { partsDelivered: delivered, error }),
    finish: async ({ id }) => change(id, { state: 'delivered' }),
  }
  return { rows, deliveries }
}

interface Receiver {
  channel: Channel
  received: string[]
}

/** @param takes what happens to each sending, from the first on; absent: it is taken */
function makeReceiver(
  name: string,
  {
    parts = 1,
    queue = name,
    takes = [],
  }: { parts?: number; queue?: string; takes?: readonly (Error | 'ok')[] } = {},
): Receiver {
  const received: string[] = []
  let sendings = 0
  const send = async (part: string, { handOver }: SendMeans) => {
    const fate = takes[sendings++] ?? 'ok'
    if (fate instanceof DeliveryError && fate.isWide) throw fate
    await handOver()
    if (fate instanceof Error) throw fate
    received.push(part)
  }
  const channel: Channel = {
    name,
    to: name,
    queue,
    paceMs: 500,
    close: async () => {},
    compose: async () =>
      Array.from({ length: parts }, (_, at) => ({
        key: `${name} ${at + 1}`,
        bytes: 1,
        send: means => send(`${name} ${at + 1}`, means),
      })),
  }
  return { channel, received }
}

const busy = (retryAfterMs?: number) =>
  new DeliveryError('busy', { code: 'x', retryable: true, retryAfterMs })
const wrong = new DeliveryError('wrong', { code: 'x', hint: 'Mend it.' })
const away = new DeliveryError('away', { code: 'x', retryable: true, isWide: true })

async function deliver(
  receivers: readonly Receiver[],
  ledger = keepLedger(receivers.map(({ channel }) => channel.name)),
) {
  const waits: number[] = []
  const warnings: string[] = []
  const clock: Clock = {
    now: () => 0,
    async sleep(ms) {
      waits.push(ms)
    },
  }
  const reports = await deliverDigests({
    deliveries: ledger.deliveries,
    channels: receivers.map(({ channel }) => channel),
    loadDigest: async () => makeDigest('bilingual'),
    clock,
    signal: new AbortController().signal,
    progress: { ...silentProgress, warn: message => warnings.push(message) },
    random: () => 1,
  })
  return { reports, waits, warnings, ledger }
}

describe('deliverDigests', () => {
  it('sends each part once, at the pace of the channel, and nothing the next time', async () => {
    const chat = makeReceiver('chat', { parts: 3 })
    const { reports, waits, ledger } = await deliver([chat])
    expect(chat.received).toEqual(['chat 1', 'chat 2', 'chat 3'])
    expect(waits).toEqual([500, 500])
    expect(reports).toMatchObject([{ channel: 'chat', state: 'delivered', parts: { delivered: 3, of: 3 } }])
    await deliver([chat], ledger)
    expect(chat.received).toHaveLength(3)
  })

  it('tries again after a passing fault, later each time, and as late as it is asked to', async () => {
    const chat = makeReceiver('chat', { takes: [busy(), busy(20_000)] })
    const { waits, reports } = await deliver([chat])
    expect(waits).toEqual([1_000, 20_000])
    expect(reports).toMatchObject([{ state: 'delivered' }])
    expect(chat.received).toEqual(['chat 1'])
  })

  it('leaves to the next run what fails three times, and goes on there', async () => {
    const chat = makeReceiver('chat', { parts: 2, takes: ['ok', busy(), busy(), busy()] })
    const { reports, warnings, ledger } = await deliver([chat])
    expect(reports).toMatchObject([{ state: 'pending', parts: { delivered: 1, of: 2 }, error: 'busy' }])
    expect(warnings[0]).toContain('daily 2025-07-04 was not delivered to chat: busy')
    await deliver([chat], ledger)
    expect(chat.received).toEqual(['chat 1', 'chat 2'])
  })

  it('waits for no more than a minute', async () => {
    const { waits, reports } = await deliver([makeReceiver('chat', { takes: [busy(600_000)] })])
    expect(waits).toEqual([])
    expect(reports).toMatchObject([{ state: 'pending' }])
  })

  it('does not repeat what cannot succeed, and says how to mend it', async () => {
    const { reports, waits, warnings } = await deliver([makeReceiver('chat', { takes: [wrong] })])
    expect(waits).toEqual([])
    expect(warnings[0]).toContain('Mend it.')
    expect(reports).toMatchObject([{ state: 'pending', error: 'wrong' }])
  })

  it('delivers to the others where one channel fails', async () => {
    const good = makeReceiver('good')
    await deliver([makeReceiver('bad', { takes: [wrong] }), good])
    expect(good.received).toEqual(['good 1'])
  })

  it('does not try every reader where the mail server is away', async () => {
    const first = makeReceiver('mail:a', { queue: 'mail', takes: [away, away, away] })
    const second = makeReceiver('mail:b', { queue: 'mail' })
    const { reports, warnings } = await deliver([first, second])
    expect(second.received).toEqual([])
    expect(reports).toMatchObject([
      { state: 'pending' },
      { channel: 'mail:b', state: 'pending', error: 'away' },
    ])
    expect(warnings).toHaveLength(1)
  })

  it('does not send again what was under way when the program was stopped, and says so', async () => {
    const chat = makeReceiver('chat', { parts: 3 })
    const ledger = keepLedger(['chat'])
    const [row] = ledger.rows
    if (!row) throw new Error('no row')
    await ledger.deliveries.claim(row, 1)
    await ledger.deliveries.accept(row, 1)
    await ledger.deliveries.claim(row, 2)
    const { warnings, reports } = await deliver([chat], ledger)
    expect(chat.received).toEqual(['chat 3'])
    expect(warnings[0]).toContain('stopped while part 2 of 3')
    expect(reports).toMatchObject([{ state: 'delivered' }])
  })

  it('does not take for refused what was taken when the library fails afterwards', async () => {
    const chat = makeReceiver('chat')
    const ledger = keepLedger(['chat'])
    const { accept } = ledger.deliveries
    ledger.deliveries.accept = async () => {
      ledger.deliveries.accept = accept
      throw new Error('disk full')
    }
    const { reports } = await deliver([chat], ledger)
    expect(reports).toMatchObject([{ state: 'pending', error: 'disk full' }])
    expect((await deliver([chat], ledger)).reports).toMatchObject([{ state: 'delivered' }])
    expect(chat.received).toEqual(['chat 1'])
  })

  it('sends nothing that another process has taken, and leaves its notes alone', async () => {
    const chat = makeReceiver('chat')
    const ledger = keepLedger(['chat'])
    const due = ledger.deliveries.due
    ledger.deliveries.due = async (...given) => {
      const rows = await due(...given)
      for (const row of rows) await ledger.deliveries.claim(row, 1)
      return rows
    }
    await deliver([chat], ledger)
    expect(chat.received).toEqual([])
    expect(ledger.rows[0]).toMatchObject({ partsDelivered: 1, isInterrupted: true })
  })
})
