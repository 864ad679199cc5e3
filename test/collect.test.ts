/** Collecting, the whole way: the real program against servers on the loopback interface. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { CollectRow } from '../src/jobs/count-collected.ts'
import { openLibrary } from '../src/library/library.ts'
import { writeAtomFeed } from './arxiv-atom-feed.ts'
import { databases } from './databases.ts'
import { writeRssListing } from './listing-feed.ts'
import { answerOai, type OaiEntry } from './oai-archive.ts'
import { collectOutcome, freshFolder, type Outcome, runProgram, startProgram } from './program.ts'
import {
  openReplayServer,
  type ReplayAnswer,
  type ReplayRequest,
  type ReplayServer,
} from './replay-server.ts'

const opened: ReplayServer[] = []
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close()
})
async function serve(answer: (request: ReplayRequest) => ReplayAnswer): Promise<ReplayServer> {
  const server = await openReplayServer(answer)
  opened.push(server)
  return server
}
function workspace(yaml: string): string {
  const cwd = freshFolder()
  writeFileSync(join(cwd, 'paperbrief.yaml'), yaml)
  return cwd
}
const rowsOf = (outcome: Outcome) => (outcome.json() as { sources: CollectRow[] }).sources

const DAY_MS = 86_400_000
const dayOf = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10)
const tomorrow = new Date(Date.now() + DAY_MS).toISOString()

describe('a harvest of many days', () => {
  const PACE_MS = 250
  const PAGE_SIZE = 40
  const span = { first: 70, days: 60 }
  // Ten papers a day, all announced in the span.
  const entries: OaiEntry[] = Array.from({ length: span.days * 10 }, (_, n) => ({
    id: `2510.${String(10_000 + n)}`,
    day: dayOf(span.first - 5 - Math.floor(n / 10)),
    versions: [{ date: new Date(Date.parse(dayOf(span.first - 4 - Math.floor(n / 10)))).toUTCString() }],
    title: `On paper number ${n}`,
  }))
  const page = answerOai(entries, { pageSize: PAGE_SIZE, tokenExpires: tomorrow })
  const arxivServer = () =>
    serve(request => {
      if (request.path === '/oai') return page(request)
      return { body: request.path === '/api/query' ? writeAtomFeed([]) : writeRssListing(dayOf(0), []) }
    })
  const settings = (server: ReplayServer) =>
    `sources:\n  - arxiv: { categories: [cs.CL], baseUrl: "${server.url}", paceSeconds: ${PACE_MS / 1000} }\n`
  const harvestPages = (server: ReplayServer) => server.requests.filter(({ path }) => path === '/oai')
  const args = ['collect', '--since', dayOf(span.first), '--json']
  const shortestGapMs = (server: ReplayServer) => {
    const times = server.requests.map(({ atMs }) => atMs)
    return Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)))
  }

  it('that is killed goes on where it was: nothing lost, nothing twice, the pace kept across both processes', async () => {
    const server = await arxivServer()
    const cwd = workspace(settings(server))
    for (const pages of [4, 9]) {
      const child = startProgram(args, { cwd })
      const ended = collectOutcome(child)
      while (child.exitCode === null && harvestPages(server).length < pages) await wait(10)
      await wait(Math.random() * PACE_MS)
      child.kill('SIGKILL')
      await ended
    }
    const interrupted = harvestPages(server).length
    const finished = await runProgram(args, { cwd })
    expect(finished.code).toBe(0)
    // By its token, not by the first day again.
    expect(harvestPages(server)[interrupted]?.query.get('resumptionToken')).not.toBeNull()
    expect(harvestPages(server).length).toBeLessThan(Math.ceil(entries.length / PAGE_SIZE) + 8)
    expect(shortestGapMs(server)).toBeGreaterThanOrEqual(PACE_MS - 5)

    const library = await openLibrary({ folder: join(cwd, '.paperbrief'), command: 'test' })
    try {
      const listed = await library.papers.listedBetween({
        from: dayOf(span.first),
        to: dayOf(0),
        source: 'arxiv',
      })
      expect(listed.toSorted()).toEqual(entries.map(({ id }) => id).toSorted())
      expect(await library.papers.count()).toBe(entries.length)
      const listings = await library.papers.listings(listed)
      expect([...listings.values()].filter(all => all.length !== 1)).toEqual([])
      expect((await library.papers.standing(listed[0] ?? ''))?.history).toHaveLength(1)
    } finally {
      await library.close()
    }
  }, 120_000)

  it('stops on Ctrl-C with what it has, and says meanwhile how far it is and how long it takes', async () => {
    const server = await arxivServer()
    const cwd = workspace(settings(server))
    const child = startProgram(args, { cwd })
    const ended = collectOutcome(child)
    while (child.exitCode === null && harvestPages(server).length < 5) await wait(10)
    child.kill('SIGINT')
    expect((await ended).code).toBe(130)
    const again = await runProgram(args, { cwd })
    const [row] = rowsOf(again)
    expect(row).toMatchObject({ source: 'arxiv', category: 'cs.CL', state: 'ok' })
    expect(row?.new).toBeLessThan(entries.length)
    expect(again.stderr).toMatch(/^collect 100 %: cs:cs:CL until .*, \d+ records$/m)
  }, 120_000)

  const onServer = databases.find(({ name }) => name === 'Postgres')
  it.skipIf(!onServer)(
    'of two processes on one library keeps the pace of one',
    async () => {
      const server = await arxivServer()
      const databaseUrl = (await onServer?.locate())?.databaseUrl ?? ''
      const runs = [1, 2].map(async () => {
        const cwd = workspace(settings(server))
        return runProgram(['collect', '--since', dayOf(40), '--json'], {
          cwd,
          env: { DATABASE_URL: databaseUrl },
        })
      })
      for (const outcome of await Promise.all(runs)) expect(outcome.code).toBe(0)
      expect(shortestGapMs(server)).toBeGreaterThanOrEqual(PACE_MS - 5)
    },
    120_000,
  )
})

describe('the report of collect', () => {
  const entry = (id: string, upvotes: number) => ({
    paper: {
      id,
      title: `On ${id}`,
      summary: 'We do a thing. It works.',
      authors: [{ name: 'Ada Example' }],
      upvotes,
      mediaUrls: ['https://example.org/film.mp4'],
      organization: { name: 'example-lab', fullname: 'The Example Lab' },
      submittedOnDailyAt: `${dayOf(1)}T00:00:00.000Z`,
    },
  })

  it('tells a quiet day from a broken source, and counts by source and category', async () => {
    const server = await serve(({ path, query }) => {
      if (path === '/api/daily_papers') return { body: '[]' }
      if (path !== '/api/query') return { status: 404 }
      const isSearch = query.get('search_query')?.includes('cs.CL')
      return isSearch ? { body: writeAtomFeed([]) } : { status: 503 }
    })
    const cwd = workspace(`sources:
  - huggingface: { baseUrl: "${server.url}" }
  - arxiv: { categories: [cs.CL, cs.AI], baseUrl: "${server.url}", paceSeconds: 0 }
  - file: { path: none.jsonl }
`)
    // A day of the past on which arXiv announced something.
    const outcome = await runProgram(['collect', '--date', '2025-09-30', '--since', '2025-09-30', '--json'], {
      cwd,
    })
    expect(outcome.code).toBe(0)
    expect(rowsOf(outcome)).toMatchObject([
      { source: 'huggingface', category: null, fetched: 0, state: 'quiet' },
      { source: 'arxiv', category: 'cs.CL', fetched: 0, state: 'quiet' },
      { source: 'arxiv', category: 'cs.AI', fetched: 0, state: 'quiet' },
      { source: 'file', category: null, state: 'failed', reason: expect.stringContaining('none.jsonl') },
    ])
    expect(outcome.json()).toMatchObject({ edition: 'daily', date: '2025-09-30', papers: 0 })
  })

  it('exits with 4, and still says what it knows, where no source could be reached', async () => {
    const server = await serve(() => ({ status: 404, body: 'nothing here' }))
    const cwd = workspace(`sources:\n  - huggingface: { baseUrl: "${server.url}" }\n`)
    const outcome = await runProgram(['collect', '--date', '2025-09-30'], { cwd })
    expect(outcome.code).toBe(4)
    expect(outcome.stdout).toMatch(/^huggingface +0 +0 +0 +0 +0 {2}failed$/m)
  })

  it('refreshes votes without a new paper, and without a new brief', async () => {
    let votes = 3
    const server = await serve(({ query }) => ({
      body: JSON.stringify(query.get('date') === dayOf(1) ? [entry('2510.00001', votes)] : []),
    }))
    const cwd = workspace(`sources:\n  - huggingface: { baseUrl: "${server.url}" }\n`)
    const run = ['run', '--engine', 'extractive', '--date', dayOf(0), '--json']
    expect((await runProgram(run, { cwd })).json()).toMatchObject({ papers: 1, written: 1 })
    votes = 40
    expect((await runProgram(run, { cwd })).json()).toMatchObject({ papers: 1, written: 0, reused: 1 })
    const shown = (await runProgram(['show', '2510.00001', '--json'], { cwd })).json()
    expect(shown).toMatchObject({
      listings: [{ source: 'huggingface', date: dayOf(1), votes: 40 }],
      versions: [
        {
          links: [
            { kind: 'media', url: 'https://example.org/film.mp4' },
            { kind: 'other', url: 'https://huggingface.co/example-lab' },
          ],
        },
      ],
    })
  })

  it('leaves a withdrawn paper out of the next digest, says so, and shows it as withdrawn', async () => {
    const day = dayOf(1)
    const page = answerOai(
      ['2510.00001', '2510.00002'].map((id, n) => ({
        id,
        day,
        versions: [
          { date: 'Thu, 02 Oct 2025 10:00:00 GMT' },
          // Announced within days whatever day it is today.
          {
            date: new Date(Date.now() - 5 * DAY_MS).toUTCString(),
            ...(n === 0 && { size: '0kb', sourceType: 'I' }),
          },
        ],
        ...(n === 0 && { comments: 'An error in the proof' }),
      })),
    )
    const server = await serve(page)
    const cwd = workspace(`sources:
  - arxiv-oai: { categories: [cs.CL], baseUrl: "${server.url}", paceSeconds: 0 }
editions:
  daily: { layout: table, papers: all, days: 9, revisions: true, timezone: UTC }
`)
    const outcome = await runProgram(['run', '--engine', 'extractive'], { cwd })
    expect(outcome.stdout).toContain('1 paper left out as withdrawn: 2510.00001')
    expect(outcome.stdout).toContain('daily')
    const shown = await runProgram(['show', '2510.00001'], { cwd })
    expect(shown.stdout).toContain('2510.00001v2 (2 versions) — WITHDRAWN')
    expect(shown.stdout).toMatch(/submitted: v1 2025-10-02, v2 .* \(withdrawn\)/)
    const rows = rowsOf(await runProgram(['collect', '--json'], { cwd }))
    expect(rows).toMatchObject([{ category: 'cs.CL', fetched: 2, known: 2, withdrawn: 1 }])
    expect(existsSync(join(cwd, 'digests'))).toBe(true)
  })
})
