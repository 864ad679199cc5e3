import { afterEach, describe, expect, it } from 'vitest'
import { openReceivers, type ReceiverOptions, type Receivers } from '../../test/delivery-receivers.ts'
import { makeDigest } from '../../test/wild-digest.ts'
import type { SendMeans } from './channel.ts'
import { openMailChannels } from './mail-channels.ts'

let receivers: Receivers | undefined
afterEach(async () => {
  await receivers?.close()
  receivers = undefined
})

const means: SendMeans = { now: () => 0, handOver: () => undefined }
const digest = makeDigest('bilingual')

async function open(
  options: ReceiverOptions = {},
  to = ['ada@example.org', 'Bo <bo@example.org>', 'ADA@example.org'],
) {
  receivers = await openReceivers(options)
  return openMailChannels({
    to,
    from: 'News <news@example.org>',
    smtp: {
      host: '127.0.0.1',
      port: Number(new URL(receivers.smtpUrl).port),
      secure: false,
      tls: 'required',
    },
    sender: { name: 'Paperbrief' },
  })
}

describe('mail channels', () => {
  it('are one for each reader, who gets a mail to them alone', async () => {
    const channels = await open()
    expect(channels.map(({ name }) => name)).toEqual(['mail:ada@example.org', 'mail:bo@example.org'])
    for (const channel of channels) for (const part of await channel.compose(digest)) await part.send(means)
    await channels[0]?.close()
    expect(receivers?.mails.map(({ to }) => to)).toEqual([['ADA@example.org'], ['bo@example.org']])
    expect(new Set(receivers?.mails.map(({ messageId }) => messageId)).size).toBe(2)
  })

  it('deliver nothing before it is noted, and nothing where that fails', async () => {
    const [channel] = await open()
    const [part] = (await channel?.compose(digest)) ?? []
    const broken = { ...means, handOver: () => Promise.reject(new Error('no room')) }
    await expect(part?.send(broken)).rejects.toThrow('no room')
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(receivers?.mails).toEqual([])
    await part?.send({
      ...means,
      handOver: async () => {
        await new Promise(resolve => setTimeout(resolve, 30))
        expect(receivers?.mails).toEqual([])
      },
    })
    expect(receivers?.mails).toHaveLength(1)
    await channel?.close()
  })

  it.each([
    [451, true],
    [550, false],
  ])('try again after %i: %s', async (responseCode, retryable) => {
    const refuseMail = () => Object.assign(new Error('not now'), { responseCode })
    const [channel] = await open({ refuseMail })
    const [part] = (await channel?.compose(digest)) ?? []
    await expect(part?.send(means)).rejects.toMatchObject({ retryable, isWide: false })
    await channel?.close()
  })

  it('know that nobody can be reached where the server is not there', async () => {
    const [channel] = openMailChannels({
      to: ['ada@example.org'],
      from: 'news@example.org',
      smtp: { host: '127.0.0.1', port: 1, secure: false, tls: 'required' },
      sender: { name: 'P' },
    })
    const [part] = (await channel?.compose(digest)) ?? []
    await expect(part?.send(means)).rejects.toMatchObject({ retryable: true, isWide: true })
  })
})
