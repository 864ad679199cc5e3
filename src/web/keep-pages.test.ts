import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { keepPages } from './keep-pages.ts'

function openPages() {
  let nowMs = 0
  let made = 0
  let gate = Promise.resolve()
  const app = new Hono()
  app.use(keepPages(() => nowMs))
  app.get('/page', async context => {
    const number = ++made
    await gate
    return context.html(`<p>${number}</p>`)
  })
  app.get('/gone', context => {
    made++
    return context.html('<p>gone</p>', 404)
  })
  app.get('/data', context => {
    made++
    return context.json({})
  })
  return {
    get: async (path: string) => (await app.request(path)).text(),
    head: (path: string) => app.request(path, { method: 'HEAD' }),
    pass: (ms: number) => {
      nowMs += ms
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
    made: () => made,
  }
}

describe('keepPages', () => {
  it('makes a page once for many who ask at the same moment, and anew later', async () => {
    const { get, pass } = openPages()
    expect(await get('/page')).toBe('<p>1</p>')
    pass(1999)
    expect(await get('/page')).toBe('<p>1</p>')
    pass(1)
    expect(await get('/page')).toBe('<p>2</p>')
  })

  it('gives the old page while the new one is made, but not for long', async () => {
    const { get, pass, hold } = openPages()
    await get('/page')
    pass(3000)
    const release = hold()
    const slow = get('/page')
    expect(await get('/page')).toBe('<p>1</p>')
    pass(60_000)
    const late = get('/page')
    release()
    expect([await slow, await late].toSorted()).toEqual(['<p>2</p>', '<p>3</p>'])
  })

  it('keeps another page for another question', async () => {
    const { get } = openPages()
    expect(await get('/page?a')).not.toBe(await get('/page?b'))
  })

  it('keeps neither what is not there nor what is no page', async () => {
    const { get, made } = openPages()
    for (const path of ['/gone', '/gone', '/data', '/data']) await get(path)
    expect(made()).toBe(4)
  })

  it('answers HEAD without a body', async () => {
    const { head } = openPages()
    expect(await (await head('/page')).text()).toBe('')
  })
})
