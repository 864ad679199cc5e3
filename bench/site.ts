/** Measures the static site by the real program: a year of digests built, then one day more. `npm run bench:site [papers]`. */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileSource } from '../src/collect/files.ts'
import { openLibrary } from '../src/library/library.ts'
import type { Paper } from '../src/paper/paper.ts'
import { makeBenchFolder } from './bench-folder.ts'
import { addDigest, fillArchive } from './fill-archive.ts'
import { generatePapers } from './generate-papers.ts'
import { measureProgram } from './measure-program.ts'

const SAMPLE = '../shared/samples/arxiv-75k.jsonl.gz'
const DIGESTS = 365
const PER_DIGEST = 50

const home = makeBenchFolder('site')
const given = process.argv[2] ?? (existsSync(SAMPLE) ? SAMPLE : undefined)
const papers = resolve(given ?? join(home, 'papers.jsonl'))
if (!given) writeFileSync(papers, generatePapers((DIGESTS + 1) * PER_DIGEST))
console.log(`papers from ${given ?? 'a generated file'}`)
writeFileSync(
  join(home, 'paperbrief.yaml'),
  'editions: { daily: { layout: bilingual } }\npublish: { site: { baseURL: "https://papers.example/" } }\n',
)
const folder = join(home, '.paperbrief')
const library = await fillArchive({
  folder,
  papers,
  digests: DIGESTS,
  papersPerDigest: PER_DIGEST,
  from: '2025-01-01',
})
await library.close()
await build(`first build, ${DIGESTS} digests, ${DIGESTS * PER_DIGEST} papers`)
await build('nothing new')
const again = await openLibrary({ folder, command: 'bench' })
await addDigest(again, await readNext(DIGESTS * PER_DIGEST), '2026-01-01')
await again.close()
await build('one new day')

const site = join(home, 'site')
const kilobytes = (path: string) => statSync(join(site, path)).size / 1024
const pages = readdirSync(join(site, 'papers')).map(name => kilobytes(`papers/${name}`))
const mean = pages.reduce((sum, size) => sum + size, 0) / pages.length
console.log(
  `pages: today ${kilobytes('index.html').toFixed(0)} KB, a paper ${mean.toFixed(1)} KB on average, ${Math.max(...pages).toFixed(0)} KB at most`,
)

async function build(name: string): Promise<void> {
  const args = ['publish', '--edition', 'daily', '--date', '2025-12-31', '--engine', 'extractive', '--quiet']
  const { seconds, peakMb } = await measureProgram(args, { cwd: home })
  console.log(`${name}: ${seconds.toFixed(1)} s, peak memory ${peakMb?.toFixed(0)} MB`)
}

async function readNext(skip: number): Promise<Paper[]> {
  const next: Paper[] = []
  let seen = 0
  for await (const item of fileSource({ path: papers }).collect({ date: '2026-01-01' })) {
    if (item.kind !== 'paper' || item.paper.abstract === '') continue
    if (++seen > skip) next.push(item.paper)
    if (next.length === PER_DIGEST) break
  }
  return next
}
