/** The web app over a small library of its own, asked without a port. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EditionDesk } from '../src/jobs/edition-desk.ts'
import type { GlossaryDesk } from '../src/jobs/glossary-desk.ts'
import type { RunReport } from '../src/jobs/run.ts'
import { openRunDesk, type RunDeskOptions } from '../src/jobs/run-desk.ts'
import type { SettingsFile } from '../src/jobs/settings-file.ts'
import { openLibraryPages } from '../src/jobs/site.ts'
import { type Library, openLibrary } from '../src/library/library.ts'
import type { Paper } from '../src/paper/paper.ts'
import { type AppOptions, createApp } from '../src/web/app.tsx'
import { openSearcher } from '../src/web/search.ts'

export const HOST = '127.0.0.1:4321'
export const SAME_ORIGIN = { origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }

export interface TestApp {
  library: Library
  /** What the log of the server would say. */
  faults: unknown[]
  ask(
    path: string,
    init?: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<Response>
  /** A form of the app's own pages. */
  send(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  close(): Promise<void>
}

export interface TestAppOptions extends Partial<AppOptions> {
  /** What a run does; by default nothing, at once. */
  perform?: RunDeskOptions['perform']
}

export const PAPERS: Paper[] = [
  ['2501.00001', 'Agents that plan <b>boldly</b>', 'We teach agents to plan with 12 tools.'],
  ['2501.00002', 'A survey of attention', 'Attention is surveyed over 300 papers.'],
  ['doi:10.1000/182?x=1', 'A paper of another place', 'It has an odd id.'],
].map(([id = '', title = '', abstract = '']) => ({
  id,
  title,
  abstract,
  authors: ['Ada Example'],
  categories: ['cs.CL'],
  abstractOrigin: 'source',
  links: [],
  withdrawn: false,
}))

const clock = {
  now: Date.now,
  startTimer(delayMs: number, action: () => void) {
    const timer = setTimeout(action, delayMs)
    return () => clearTimeout(timer)
  },
}

export async function openTestLibrary(): Promise<Library> {
  const library = await openLibrary({ folder: mkdtempSync(join(tmpdir(), 'app-')), command: 'vitest' })
  await library.papers.add(PAPERS.map(paper => ({ paper, listings: [] })))
  const stored = await library.papers.find(PAPERS.map(({ id }) => id))
  const entries: { paperId: string; briefId: number }[] = []
  for (const { id, version, abstract, title } of stored) {
    const brief = await library.briefs.save({
      paperId: id,
      version,
      form: 'translation',
      language: 'en',
      engine: 'extractive',
      fields: { title, abstract },
      recipe: 'r',
      source: 's',
      attempt: 1,
    } as Parameters<Library['briefs']['save']>[0])
    entries.push({ paperId: id, briefId: brief.id })
  }
  await library.digests.save(
    { edition: 'daily', date: '2025-05-01', language: 'en', layout: 'bilingual' },
    { allAuthors: false, entries },
  )
  return library
}

/** With a library that is handed in, whoever opened it closes it. */
export async function openTestApp({ perform, ...options }: TestAppOptions = {}): Promise<TestApp> {
  const library = options.library ?? (await openTestLibrary())
  const faults: unknown[] = []
  const onFault = (error: unknown) => faults.push(error)
  const desk = openRunDesk({
    turns: library.turns,
    clock,
    perform: perform ?? (async () => ({}) as RunReport),
  })
  const searcher = openSearcher({ library, language: 'en', onFault })
  const site = { name: 'Test', language: 'en', mode: 'app', editions: ['daily'], version: '0' } as const
  const editionDesk: EditionDesk = {
    desk,
    editions: () => [{ name: 'daily', language: 'en', layout: 'bilingual', today: '2025-05-02' }],
    close: () => desk.close(),
  }
  const app = createApp({
    library,
    site,
    source: openLibraryPages(library, site.language),
    searcher,
    editionDesk,
    settingsFile: noSettings,
    glossaryDesk: noGlossary,
    reportCost: async () => {
      throw new Error('there is no cost here')
    },
    hosts: ['127.0.0.1', 'localhost'],
    now: Date.now,
    onFault,
    ...options,
  })
  const ask: TestApp['ask'] = async (path, init = {}) =>
    app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...init.headers } })
  return {
    library,
    faults,
    ask,
    send: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...SAME_ORIGIN, ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    async close() {
      await Promise.all([desk.close(), searcher.close()])
      if (!options.library) await library.close()
    },
  }
}

const noSettings: SettingsFile = {
  read: () => ({ text: '', version: '', path: '' }),
  save: async () => {},
}
const noGlossary: GlossaryDesk = {
  languages: () => ['en'],
  editions: () => [],
  find: async () => ({ own: [], others: [], total: 0 }),
  save: async () => {},
  remove: async () => false,
}
