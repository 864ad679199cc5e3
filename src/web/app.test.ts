import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, openTestLibrary, PAPERS, type TestApp } from '../../test/open-app.ts'
import { openLibraryPages } from '../jobs/site.ts'
import type { Library } from '../library/library.ts'
import { slugOf } from '../publish/pages/routes.ts'

const JSON_HEADERS = { 'content-type': 'application/json', 'x-paperbrief': '1' }
const ODD_ID = PAPERS[2]?.id ?? ''

describe('the app', () => {
  let library: Library
  let app: TestApp

  beforeAll(async () => {
    library = await openTestLibrary()
    app = await openTestApp({ library })
  })
  afterAll(async () => {
    await app.close()
    await library.close()
  })

  const textOf = async (path: string) => (await app.ask(path)).text()
  const mark = (body: unknown, headers: Record<string, string> = JSON_HEADERS) =>
    app.ask('/marks', { method: 'POST', headers, body: JSON.stringify(body) })

  it('shows the newest digest, its papers and their pages, with links that hold', async () => {
    expect(await textOf('/')).toContain('href="./papers/2501.00001"')
    expect(await textOf('/')).toContain('Agents that plan &lt;b&gt;boldly&lt;/b&gt;')
    expect((await app.ask('/papers/2501.00001')).status).toBe(200)
    expect((await app.ask(`/papers/${slugOf(ODD_ID)}`)).status).toBe(200)
    expect((await app.ask('/digests/daily/2025-05-01.en.bilingual')).status).toBe(200)
  })

  it.each([
    '/nothing',
    '/papers/9999.99999',
    '/papers/%E0%A4%A',
    '/papers/..%2f..%2fetc%2fpasswd',
    '/assets/../../package.json',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '/assets/nothing.js',
    '/digests/daily/2025-05-01.en.nothing',
    '/notes/9999.99999',
    '/a\u0000b',
  ])('has no page %j, and says so on a page', async path => {
    const answer = await app.ask(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('<!doctype html>')
  })

  it('serves its own files with their types', async () => {
    expect((await app.ask('/assets/paperbrief.js')).headers.get('content-type')).toMatch(/^text\/javascript/)
    expect((await app.ask('/assets/style.css')).headers.get('content-type')).toMatch(/^text\/css/)
  })

  it('sends a page compressed to a browser that takes it so', async () => {
    const answer = await app.ask('/', { headers: { 'accept-encoding': 'gzip' } })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const body = gunzipSync(await answer.arrayBuffer()).toString()
    expect(body).toBe(await textOf('/'))
  })

  it('answers HEAD as GET, without the body', async () => {
    const answer = await app.ask('/', { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
    expect((await app.ask('/runs/events', { method: 'HEAD' })).status).toBe(200)
  })

  it('keeps marks and gives them back', async () => {
    expect((await mark({ id: '2501.00001', kind: 'read', on: true })).status).toBe(204)
    expect((await mark({ id: '2501.00001', kind: 'hidden', on: true })).status).toBe(204)
    expect((await mark({ id: '2501.00001', kind: 'hidden', on: false })).status).toBe(204)
    expect(await (await app.ask('/marks?id=2501.00001&id=2501.00002')).json()).toEqual({
      '2501.00001': ['read'],
    })
  })

  it.each([
    [{ id: '2501.00001', kind: 'loved', on: true }, 400],
    [{ id: '2501.00001', kind: 'saved' }, 400],
    [{ id: '9999.99999', kind: 'saved', on: true }, 404],
    [{ id: '2501.00001', kind: 'note', on: true, note: 'x'.repeat(20_001) }, 400],
    [[], 400],
  ])('keeps no mark such as %j', async (body, status) => {
    expect((await mark(body)).status).toBe(status)
  })

  it('takes marks from its own script alone', async () => {
    const { 'x-paperbrief': _, ...headers } = JSON_HEADERS
    expect((await mark({ id: '2501.00001', kind: 'saved', on: true }, headers)).status).toBe(403)
  })

  it('lists what was saved with its note, and the notes on other papers', async () => {
    expect(await textOf('/saved')).toContain('Nothing is saved yet')
    await mark({ id: '2501.00002', kind: 'saved', on: true })
    const noted = await app.send(`/notes/${slugOf(ODD_ID)}`, { note: ' <i>odd</i>\r\nsecond line ' })
    expect(noted.status).toBe(303)
    expect(noted.headers.get('location')).toBe(`../papers/${slugOf(ODD_ID)}#note`)
    await app.send('/notes/2501.00002', { note: 'read again' })
    const page = await textOf('/saved')
    expect(page).toContain('read again')
    expect(page).toContain('&lt;i&gt;odd&lt;/i&gt;\nsecond line')
    expect(page.indexOf('A survey of attention')).toBeLessThan(page.indexOf('A paper of another place'))
    await app.send('/saved/remove', { id: '2501.00002' })
    expect((await library.marks.list('me', 'saved')).length).toBe(0)
  })

  it('shows a note as it was written, as a page and as a part of one, and deletes an empty one', async () => {
    await app.send('/notes/2501.00001', { note: '</textarea><script>alert(1)</script>' })
    const page = await textOf('/notes/2501.00001')
    expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;')
    expect(page).toContain('<!doctype html>')
    const part = await textOf('/notes/2501.00001?part')
    expect(part).toMatch(/^<section class="note-editor"/)
    await app.send('/notes/2501.00001', { note: '  \n' })
    expect(await library.marks.of('me', ['2501.00001'])).not.toContainEqual(
      expect.objectContaining({ kind: 'note' }),
    )
  })

  it('finds papers by words, marks them, and goes straight to the one whose id is asked for', async () => {
    const page = await textOf('/search?q=agents')
    expect(page).toContain('href="./papers/2501.00001"')
    expect(page).toMatch(/teach <mark>agents<\/mark>/)
    for (const query of ['2501.00002', 'https://arxiv.org/abs/2501.00002v1']) {
      const direct = await app.ask(`/search?${new URLSearchParams({ q: query })}`)
      expect(direct.status).toBe(303)
      expect(direct.headers.get('location')).toBe('papers/2501.00002')
    }
    expect(await textOf('/search?q=9999.99999')).toContain('0 papers')
  })

  it.each([
    '/search',
    '/search?q=',
    '/search?q=%20',
    '/search?q=-',
    '/search?q=agents&page=99999',
    '/search?q=%00%27%22',
  ])('bears the search %j', async path => expect((await app.ask(path)).status).toBe(200))

  it('tells the reader that the disk is full', async () => {
    const cause = Object.assign(new Error('could not extend file'), { code: '53100' })
    const full = await openTestApp({
      library: {
        ...library,
        marks: {
          ...library.marks,
          set: async () => {
            throw new Error('Failed query', { cause })
          },
        },
      },
    })
    const answer = await full.send('/notes/2501.00001', { note: 'x' })
    expect(answer.status).toBe(507)
    expect(await answer.text()).toContain('Free some space')
    await full.close()
  })

  it('tells the reader nothing of what went wrong inside', async () => {
    const broken = await openTestApp({
      library,
      source: {
        ...openLibraryPages(library, 'en'),
        digests: async () => {
          throw new Error('postgres://user:secret@host refused')
        },
      },
    })
    const answer = await broken.ask('/archive')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
    expect(String(broken.faults[0])).toContain('refused')
    await broken.close()
  })
})
