import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, openTestLibrary, type TestApp } from '../../test/open-app.ts'
import type { Progress } from '../jobs/progress.ts'
import type { RunReport } from '../jobs/run.ts'
import type { Library } from '../library/library.ts'

/** Reads a stream of events until one holds the text. */
async function readUntil(answer: Response, text: string): Promise<string> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let read = ''
  while (reader && !read.includes(text)) {
    const { done, value } = await reader.read()
    if (done) break
    read += value
  }
  await reader?.cancel()
  return read
}

describe('the page of runs', () => {
  let library: Library
  let app: TestApp
  let progress: Progress | undefined
  let end: (report: RunReport) => void = () => {}

  beforeAll(async () => {
    library = await openTestLibrary()
    app = await openTestApp({
      library,
      perform: (_, means) =>
        new Promise((resolve, reject) => {
          progress = means.progress
          end = resolve
          means.signal.addEventListener('abort', () => reject(means.signal.reason))
        }),
    })
  })
  afterAll(async () => {
    await app.close()
    await library.close()
  })

  const settled = () => new Promise(resolve => setTimeout(resolve, 50))

  it('starts a run of an edition, shows how far it is, and refuses a second one', async () => {
    expect(await (await app.ask('/runs')).text()).toContain('Nothing is running.')
    const started = await app.send('/runs/start', { edition: 'daily' })
    expect([started.status, started.headers.get('location')]).toEqual([303, '../runs'])
    progress?.step('write', 3, 7)
    progress?.warn('<script>a fault</script>')
    const page = await (await app.ask('/runs')).text()
    expect(page).toContain('Running daily 2025-05-02')
    expect(page).toMatch(/<progress[^>]* max="7" value="3">/)
    expect(page).toContain('&lt;script&gt;a fault')
    const second = await app.send('/runs/start', { edition: 'daily' })
    expect(second.headers.get('location')).toBe('../runs?refused=busy')
    expect(await (await app.ask('/runs?refused=busy')).text()).toContain('A run is under way')
    end({ papers: 7 } as RunReport)
    await settled()
    expect(await (await app.ask('/runs')).text()).toContain('daily 2025-05-02 is done.')
  })

  it('tells of every change as it happens, on an answer that has no end', async () => {
    const answer = await app.ask('/runs/events')
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const events = readUntil(answer, 'value="2"')
    await app.send('/runs/start', { edition: 'daily' })
    progress?.step('write', 2, 7)
    expect(await events).toMatch(/^event: status\ndata: .*\n\n/)
    await app.send('/runs/stop', {})
    await settled()
    expect(await (await app.ask('/runs')).text()).toContain('was stopped')
  })

  it('sends no flood of events where a run has many steps', async () => {
    const events = readUntil(await app.ask('/runs/events'), 'value="499"')
    await app.send('/runs/start', { edition: 'daily' })
    for (let step = 0; step < 500; step++) progress?.step('write', step, 500)
    expect((await events).match(/^event:/gm)?.length).toBeLessThan(5)
    await app.send('/runs/stop', {})
    await settled()
  })

  it('lets so many pages watch and no more', async () => {
    const answers = await Promise.all(Array.from({ length: 31 }, () => app.ask('/runs/events')))
    expect(answers.map(({ status }) => status).filter(status => status === 503)).toHaveLength(1)
    for (const answer of answers) await answer.body?.cancel()
    await settled()
    const again = await app.ask('/runs/events')
    expect(again.status).toBe(200)
    await again.body?.cancel()
  })

  it('knows no other edition', async () => {
    const answer = await app.send('/runs/start', { edition: '../daily' })
    expect(answer.headers.get('location')).toBe('../runs?refused=unknown')
  })

  it('lists what ran before, with why it failed', async () => {
    const target = JSON.stringify([{ edition: 'weekly', date: '2025-04-30', language: 'en' }, [], false])
    const first = await library.runs.start({ target, exclusive: false })
    await library.runs.finish(first.id, 'failed', { error: 'No source could be read <b>' })
    const second = await library.runs.start({ target: 'import', exclusive: false })
    await library.runs.finish(second.id, 'done', {
      papers: 12,
      cost: { amount: 0.25, currency: 'USD' },
      fallbacks: [{ id: '2501.00001', reason: 'refused' }],
    })
    const page = await (await app.ask('/runs')).text()
    expect(page).toContain('No source could be read &lt;b&gt;')
    expect(page).toContain('0.2500 USD')
    expect(page).toContain('<td>weekly</td><td>2025-04-30</td>')
  })
})
