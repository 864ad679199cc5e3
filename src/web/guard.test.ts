import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOST, openTestApp, openTestLibrary, SAME_ORIGIN, type TestApp } from '../../test/open-app.ts'
import type { Library } from '../library/library.ts'
import { hashPassword } from './password.ts'
import { openSessions, SESSION_DAYS } from './session.ts'

const DAY_MS = 86_400_000
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const HTML = { accept: 'text/html' }

describe('the guard', () => {
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

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:4321',
    '',
    '[::1',
    'LOCALHOST@x',
  ])('serves nothing under the name %j', async host =>
    expect((await app.ask('/', { headers: { host } })).status).toBe(421),
  )

  it.each([HOST, 'localhost', 'LocalHost:9', '127.0.0.1'])('serves pages under the name %j', async host =>
    expect((await app.ask('/', { headers: { host } })).status).toBe(200),
  )

  it('lets pages of this machine’s other ports, and of no known place, change nothing', async () => {
    const send = (headers: Record<string, string>) =>
      app.ask('/runs/stop', { method: 'POST', headers: { ...FORM, ...headers }, body: '' })
    const others: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'http://127.0.0.1:9999', 'sec-fetch-site': 'same-site' },
      { origin: 'http://localhost:4321', 'sec-fetch-site': 'cross-site' },
      { origin: `http://${HOST}.evil.example` },
    ]
    for (const headers of others) expect((await send(headers)).status, JSON.stringify(headers)).toBe(403)
    expect((await send({ origin: `http://${HOST}` })).status).toBe(303)
    expect((await send({ 'sec-fetch-site': 'same-origin' })).status).toBe(303)
  })

  it('takes no body without a type, and none that is huge', async () => {
    const bare = await app.ask('/runs/stop', { method: 'POST', headers: { origin: 'https://evil.example' } })
    expect(bare.status).toBe(403)
    const huge = await app.send('/runs/start', { edition: 'x'.repeat(300_000) })
    expect(huge.status).toBe(413)
  })

  it('forbids inline scripts, frames and other hosts on every answer', async () => {
    const answers = [
      await app.ask('/'),
      await app.ask('/nothing/here'),
      await app.ask('/', { headers: { host: 'evil.example' } }),
      await app.ask('/runs/stop', { method: 'POST' }),
      await app.ask('/assets/paperbrief.js'),
      await app.ask('/cost'),
      await app.ask('/', { headers: { 'if-none-match': (await app.ask('/')).headers.get('etag') ?? '' } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 421, 403, 200, 500, 304])
    for (const { headers } of answers) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toMatch(/no-cache|no-store/)
    }
  })

  it('has a proxy before it wait for a password', async () => {
    for (const name of ['x-forwarded-for', 'x-forwarded-host', 'forwarded'])
      expect((await app.ask('/', { headers: { [name]: 'x' } })).status).toBe(403)
  })
})

describe('the password', () => {
  let library: Library
  let app: TestApp
  let passwordHash: string
  let nowMs = Date.parse('2025-05-01T00:00:00Z')

  beforeAll(async () => {
    library = await openTestLibrary()
    passwordHash = await hashPassword('correct horse')
    app = await openTestApp({ library, passwordHash, hosts: ['*'], now: () => nowMs })
  })
  afterAll(async () => {
    await app.close()
    await library.close()
  })

  const cookieFor = (token: string) => ({ cookie: `paperbrief=${token}` })
  const logIn = (password: string, headers: Record<string, string> = {}) =>
    app.send('/login', { password }, headers)

  it('stands before everything but the login page and its style', async () => {
    for (const path of [
      '/',
      '/saved',
      '/settings',
      '/marks?id=x',
      '/runs/events',
      '/papers/2501.00001',
      '/search?q=x',
    ])
      expect((await app.ask(path)).status, path).toBe(401)
    expect((await app.send('/runs/start', { edition: 'daily' })).status).toBe(401)
    expect((await app.ask('/login')).status).toBe(200)
    expect((await app.ask('/assets/style.css')).status).toBe(200)
    expect((await app.ask('/assets/../settings')).status).toBe(401)
    expect((await app.ask('/assets/%2e%2e/settings')).status).not.toBe(200)
  })

  it('is asked for on a page that holds under a path of a proxy', async () => {
    const location = async (path: string) => (await app.ask(path, { headers: HTML })).headers.get('location')
    expect(await location('/')).toBe('./login')
    expect(await location('/papers/2501.00001')).toBe('../login')
    expect(await location('//evil.example/x')).not.toMatch(/evil/)
  })

  it('opens a session of a month with a cookie that scripts and other sites cannot use', async () => {
    const answer = await logIn('correct horse')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('./')
    const cookie = answer.headers.get('set-cookie') ?? ''
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', `Max-Age=${SESSION_DAYS * 86_400}`])
      expect(cookie).toContain(part)
    expect(cookie).not.toContain('Secure')
    const headers = { cookie: cookie.split(';')[0] ?? '' }
    expect((await app.ask('/', { headers })).status).toBe(200)
    nowMs += SESSION_DAYS * DAY_MS
    expect((await app.ask('/', { headers })).status).toBe(401)
  })

  it('keeps the cookie to TLS where a proxy speaks it', async () => {
    const answer = await logIn('correct horse', { 'x-forwarded-proto': 'https' })
    expect(answer.headers.get('set-cookie')).toContain('Secure')
  })

  it('lets no page of another origin log in or act, whatever the name it is served under', async () => {
    const cookie = cookieFor(openSessions(passwordHash).issue(nowMs))
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await logIn('correct horse', evil)).status).toBe(403)
    expect((await app.send('/runs/stop', {}, { ...cookie, ...evil })).status).toBe(403)
    expect((await app.send('/runs/stop', {}, { ...cookie, ...evil, host: 'evil.example:1' })).status).toBe(
      403,
    )
  })

  it('takes no cookie that was tampered with or signed by another password', async () => {
    const token = openSessions(passwordHash).issue(nowMs)
    const [ends = '', number = '', signature = ''] = token.split('.')
    const forged = [
      `${Number(ends) + 1}.${number}.${signature}`,
      `${ends}.${number}x.${signature}`,
      `${ends}.${number}.${signature.slice(1)}`,
      `${ends}.${number}.`,
      `${ends}.${number}`,
      '',
      'x'.repeat(5000),
      openSessions('another').issue(nowMs),
    ]
    expect((await app.ask('/', { headers: cookieFor(token) })).status).toBe(200)
    for (const each of forged)
      expect((await app.ask('/', { headers: cookieFor(each) })).status, each).toBe(401)
  })

  it('ends a session where somebody logs out', async () => {
    const cookie = cookieFor(openSessions(passwordHash).issue(nowMs))
    const answer = await app.send('/logout', {}, cookie)
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect((await app.send('/logout', {})).status).toBe(401)
  })

  it('is refused when it is wrong, and may be tried a few times a minute', async () => {
    nowMs += DAY_MS
    for (const password of ['wrong', '', 'x'.repeat(100_000), 'correct hors', 'Correct horse'])
      expect((await logIn(password)).status).toBe(401)
    const refused = await logIn('correct horse')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
    expect(refused.headers.get('set-cookie')).toBeNull()
    nowMs += 61_000
    expect((await logIn('correct horse')).status).toBe(303)
  })

  it('is no form that is read when it is none', async () => {
    nowMs += DAY_MS
    const answer = await app.ask('/login', {
      method: 'POST',
      headers: { ...SAME_ORIGIN, 'content-type': 'multipart/form-data' },
      body: 'no form at all',
    })
    expect(answer.status).toBe(401)
  })
})
