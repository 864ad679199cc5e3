import { afterEach, describe, expect, it } from 'vitest'
import { openReceivers, type PostAnswer, type Receivers } from '../../../test/delivery-receivers.ts'
import { DeliveryError, type SendMeans } from '../channel.ts'
import { postMessage } from './post.ts'

let receivers: Receivers

afterEach(() => receivers.close())

async function post(answer: PostAnswer, handOver: SendMeans['handOver'] = () => undefined): Promise<void> {
  receivers = await openReceivers({ answer: () => answer })
  const url = new URL(`${receivers.webUrl}/secret-path?key=very-secret`)
  const target = { to: 'chat', secrets: ['secret-path', 'very-secret'] }
  const post = { url, body: '{"a":"é"}' }
  await postMessage({ post, target, means: { now: () => 0, handOver }, userAgent: 'paperbrief/test' })
}

async function fault(answer: PostAnswer): Promise<DeliveryError> {
  try {
    await post(answer)
  } catch (error) {
    if (error instanceof DeliveryError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('post', () => {
  it('sends JSON to the whole address', async () => {
    await post({})
    expect(receivers.posts).toMatchObject([
      {
        path: '/secret-path?key=very-secret',
        body: '{"a":"é"}',
        headers: { 'content-type': 'application/json; charset=utf-8' },
      },
    ])
  })

  it('sends nothing before it is noted, and nothing where that fails', async () => {
    const seen: number[] = []
    await post({}, async () => {
      await new Promise(resolve => setTimeout(resolve, 30))
      seen.push(receivers.posts.length)
    })
    expect(seen).toEqual([0])
    await receivers.close()
    await expect(post({}, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
    expect(receivers.posts).toEqual([])
  })

  it('does not follow a redirect', async () => {
    const error = await fault({ status: 307, headers: { location: 'http://127.0.0.1:1/elsewhere' } })
    expect(error).toMatchObject({ retryable: false, message: 'chat: redirects elsewhere (HTTP 307)' })
    expect(receivers.posts).toHaveLength(1)
  })

  it.each([
    [{ status: 429, headers: { 'retry-after': '7' } }, 7000],
    [{ status: 503, headers: { 'retry-after': 'Thu, 01 Jan 1970 00:00:09 GMT' } }, 9000],
    [{ status: 500 }, undefined],
  ])('tries again later after %j', async (answer, retryAfterMs) => {
    expect(await fault(answer)).toMatchObject({ retryable: true, retryAfterMs })
  })

  it('does not try again where the request itself is at fault', async () => {
    expect(await fault({ status: 404, body: 'no such hook' })).toMatchObject({
      retryable: false,
      message: 'chat: HTTP 404: no such hook',
    })
  })

  it('tries again where the connection breaks, and knows that nothing else would get through', async () => {
    expect(await fault({ drop: true })).toMatchObject({ retryable: true, isWide: true })
  })

  it('takes a web page for no answer of a service', async () => {
    expect(await fault({ body: '<!DOCTYPE html><title>Log in</title>' })).toMatchObject({ retryable: true })
  })

  it('shows no secret that an answer repeats, and no control characters', async () => {
    const error = await fault({ status: 400, body: 'bad key very-secret\u001b[31m at /secret-path' })
    expect(error.message).toBe('chat: HTTP 400: bad key …[31m at /…')
  })

  it('reads no more of an answer than it needs', async () => {
    await post({ body: 'x'.repeat(5_000_000) })
    expect((await fault({ status: 400, body: 'x'.repeat(5_000_000) })).message).toBe('chat: HTTP 400')
  })
})
