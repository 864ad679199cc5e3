/** Indexes 75,000 papers and asks them 600 questions: seconds, memory, and milliseconds an answer. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { type Library, openLibrary } from '../src/library/library.ts'
import { layoutForms, layoutSchema } from '../src/paper/edition.ts'
import { parseDigest } from '../src/publish/parse-digest.ts'
import { makeBenchFolder } from './bench-folder.ts'
import { openRandom } from './fidelity/open-random.ts'
import { generatePapers } from './generate-papers.ts'
import { measureProgram } from './measure-program.ts'
import { makeQueries } from './search-queries.ts'

const ROOT = join(import.meta.dirname, '..')
const SHARED = join(ROOT, '../shared/samples/arxiv-75k.jsonl.gz')
const BRIEFS = 4000
const WARM_UP_EVERY = 20

const folder = makeBenchFolder('search')
const file = findPapers()
await bench('PGlite', undefined)
const server = process.env.TEST_DATABASE_URL
if (server) await bench('Postgres', await createDatabase(server))
else console.log('TEST_DATABASE_URL names no Postgres: PGlite alone')

function findPapers(): string {
  const given = process.argv.slice(2).find(argument => !argument.startsWith('--'))
  if (given) return resolve(given)
  if (existsSync(SHARED)) return SHARED
  const made = join(folder, 'papers.jsonl')
  writeFileSync(made, generatePapers(75_000))
  return made
}

async function createDatabase(url: string): Promise<string> {
  const name = `bench_search_${process.pid}`
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const created = new URL(url)
  created.pathname = name
  return created.href
}

async function bench(name: string, databaseUrl: string | undefined): Promise<void> {
  const home = join(folder, name)
  const options = { cwd: folder, ...(databaseUrl && { env: { DATABASE_URL: databaseUrl } }) }
  const run = (args: string[]) => measureProgram([...args, '--home', home, '--json', '--quiet'], options)
  const imported = await run(['import', file])
  const { papers } = JSON.parse(imported.stdout) as { papers: number }
  report(`${name}: import of ${papers} papers`, imported)
  report(`${name}: index, and the first search`, await run(['search', 'zebra']))
  report(`${name}: the second search, a process of its own`, await run(['search', 'zebra']))
  const library = await openLibrary({ folder: join(home, '.paperbrief'), databaseUrl, command: 'bench' })
  try {
    await benchBriefs(name, library)
    await benchQueries(name, library)
    await benchRelated(name, library)
  } finally {
    await library.close()
  }
}

function report(what: string, { seconds, peakMb }: { seconds: number; peakMb: number | undefined }): void {
  console.log(`${what}: ${seconds.toFixed(1)} s, peak memory ${peakMb?.toFixed(0)} MB`)
}

async function benchBriefs(name: string, library: Library): Promise<void> {
  const samples = join(ROOT, 'samples/briefs')
  const digests = readdirSync(samples).flatMap(
    entry => parseDigest(readFileSync(join(samples, entry), 'utf8')) ?? [],
  )
  const items = digests.flatMap(({ layout, items }) =>
    items.map(item => ({ form: layoutForms[layoutSchema.parse(layout)], fields: item.fields })),
  )
  const pick = openRandom(7).below
  const ids = await pickIds(library, BRIEFS)
  for (const paperId of ids) {
    const [paper] = await library.papers.find([paperId])
    const item = items[pick(items.length)]
    if (!paper || !item) continue
    const { version } = paper
    const common = { language: 'zh-Hans', engine: 'imported', recipe: 'bench', source: 'bench', attempt: 1 }
    await library.briefs.save({ paperId, version, ...item, ...common })
  }
  const started = performance.now()
  const indexed = await library.search.refresh()
  console.log(
    `${name}: ${indexed} Chinese briefs indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
}

/** Spread over the library. */
async function pickIds(library: Library, count: number): Promise<string[]> {
  const { results } = await library.search.find({ query: 'model OR learning OR method OR data', limit: 200 })
  const ids = new Set(results.map(({ id }) => id))
  for (const { id } of results) {
    if (ids.size >= count) break
    for (const related of await library.search.related(id, 50)) ids.add(related.paperId)
  }
  return [...ids].slice(0, count)
}

async function benchQueries(name: string, library: Library): Promise<void> {
  const { results } = await library.search.find({ query: 'lang:zh OR learning', limit: 200 })
  const queries = makeQueries(results.map(({ paper, titleTranslated }) => ({ paper, titleTranslated })))
  // The first of a kind compiles; the first in Chinese also loads the dictionary.
  for (const [index, { query }] of queries.entries())
    if (index % WARM_UP_EVERY === 0) await library.search.find({ query })
  const times: (Time & { kind: string; query: string })[] = []
  for (const { kind, query } of queries)
    times.push({ kind, query, ...(await measure(() => library.search.find({ query }))) })
  console.log(`${name}: ${times.length} queries, ${spread(times)}`)
  for (const [kind, own] of Map.groupBy(times, time => time.kind))
    console.log(`  ${kind}: ${own.length}, ${spread(own)}`)
  if (process.argv.includes('--verbose'))
    for (const { query, ms } of times.toSorted((a, b) => b.ms - a.ms).slice(0, 25))
      console.log(`  ${ms.toFixed(1)} ms ${query}`)
}

async function benchRelated(name: string, library: Library): Promise<void> {
  const { results } = await library.search.find({ query: 'learning', limit: 200 })
  const times: Time[] = []
  for (const { id } of results) times.push(await measure(() => library.search.related(id, 10)))
  console.log(`${name}: related papers of ${times.length}, ${spread(times)}`)
}

interface Time {
  ms: number
  /** Of the processor, in this process: what a busy machine does not change much. */
  cpuMs: number
}

async function measure(task: () => Promise<unknown>): Promise<Time> {
  const started = performance.now()
  const before = process.cpuUsage()
  await task()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - started, cpuMs: (user + system) / 1000 }
}

function spread(times: readonly Time[]): string {
  const describe = (values: readonly number[]): string => {
    const sorted = values.toSorted((a, b) => a - b)
    const at = (share: number): string =>
      (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
    return `p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms`
  }
  return `${describe(times.map(({ ms }) => ms))}; processor ${describe(times.map(({ cpuMs }) => cpuMs))}`
}
