/** Measures how fast papers are read, over generated input: `node bench/collect.ts`. */
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fileSource } from '../src/collect/files.ts'
import { makeOaiPaper } from '../src/collect/oai-paper.ts'
import { parseOai } from '../src/collect/oai-wire.ts'
import { writeAtomFeed } from '../test/arxiv-atom-feed.ts'
import { writeOaiAnswer, writeOaiRecord } from '../test/oai-archive.ts'

const ATOM_ENTRIES = 2000
const JSONL_PAPERS = 50_000
const KAGGLE_LINES = 1_000_000
// As many as arXiv's server sends at once.
const OAI_RECORDS = 1300
const summary = 'A sentence about nothing in particular, with $x_1$ and 42 figures in it. '.repeat(18)

const folder = await mkdtemp(join(tmpdir(), 'paperbrief-bench-'))
try {
  // First, so that its memory is its own.
  await measureKaggle(join(folder, 'arxiv-metadata-oai-snapshot.json'))
  const atom = join(folder, 'feed.xml')
  const lines = join(folder, 'papers.jsonl')
  const packed = join(folder, 'papers.jsonl.gz')
  await writeFile(
    atom,
    writeAtomFeed(Array.from({ length: ATOM_ENTRIES }, (_, n) => ({ id: `${idOf(n)}v1`, summary }))),
  )
  const jsonl = Array.from({ length: JSONL_PAPERS }, (_, n) => writeLine(n)).join('')
  await writeFile(lines, jsonl)
  await writeFile(packed, gzipSync(jsonl))
  await measure('Atom', 'entries', atom)
  await measure('JSON lines', 'papers', lines)
  await measure('JSON lines, gzip', 'papers', packed)
  measureOai()
} finally {
  await rm(folder, { recursive: true })
}

async function measure(name: string, unit: string, path: string): Promise<void> {
  let best = Number.POSITIVE_INFINITY
  let count = 0
  for (let round = 0; round < 3; round++) {
    const startMs = performance.now()
    count = 0
    for await (const collected of fileSource({ path }).collect({ date: '2025-11-28' })) {
      if (collected.kind === 'paper') count++
    }
    best = Math.min(best, performance.now() - startMs)
  }
  const rate = Math.round((count / best) * 1000).toLocaleString('en')
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  console.log(`${name}: ${count} ${unit} in ${Math.round(best)} ms: ${rate} ${unit}/s (process ${memory} MB)`)
}

function measureOai(): void {
  const page = writeOaiAnswer(
    `<ListRecords>${Array.from({ length: OAI_RECORDS }, (_, n) =>
      writeOaiRecord({ id: idOf(n), day: '2025-11-28', abstract: summary }),
    ).join('')}</ListRecords>`,
  )
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round++) {
    const startMs = performance.now()
    const papers = parseOai(page)
      .records.map(makeOaiPaper)
      .filter(read => read.paper)
    if (papers.length !== OAI_RECORDS) throw new Error(`read ${papers.length} of ${OAI_RECORDS} records`)
    best = Math.min(best, performance.now() - startMs)
  }
  const rate = Math.round((OAI_RECORDS / best) * 1000).toLocaleString('en')
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  console.log(
    `OAI-PMH: ${OAI_RECORDS} records in ${Math.round(best)} ms: ${rate} records/s (process ${memory} MB)`,
  )
}

/** The memory is looked at after each tenth of the lines: it must not grow with them. */
async function measureKaggle(path: string): Promise<void> {
  const file = await open(path, 'w')
  for (let n = 0; n < KAGGLE_LINES; n += 1000) {
    await file.write(Array.from({ length: 1000 }, (_, index) => writeKaggleLine(n + index)).join(''))
  }
  await file.close()
  const memory: number[] = []
  const startMs = performance.now()
  let count = 0
  for await (const collected of fileSource({ path }).collect({ date: '2025-11-28' })) {
    if (collected.kind === 'paper') count++
    if (count % (KAGGLE_LINES / 10) === 0) memory.push(Math.round(process.memoryUsage().rss / 1e6))
  }
  if (count !== KAGGLE_LINES) throw new Error(`read ${count} of ${KAGGLE_LINES} lines`)
  const seconds = (performance.now() - startMs) / 1000
  const rate = Math.round(count / seconds).toLocaleString('en')
  console.log(`Kaggle snapshot: ${count} lines in ${seconds.toFixed(1)} s: ${rate} lines/s`)
  console.log(`  process after each tenth: ${memory.join(', ')} MB`)
}

function idOf(n: number): string {
  return `25${String(1 + Math.floor(n / 99_999)).padStart(2, '0')}.${String(1 + (n % 99_999)).padStart(5, '0')}`
}

function writeLine(n: number): string {
  const id = idOf(n)
  const authors = ['Ada Example', 'Kurt Beispiel', 'María Ejemplo']
  const record = { id, authors, title: `On ${id}`, categories: ['cs.CL', 'cs.AI'], comment: null, summary }
  return `${JSON.stringify(record)}\n`
}

function writeKaggleLine(n: number): string {
  const id = idOf(n)
  const record = {
    id,
    submitter: 'Ada Example',
    authors: "Ada Example, Kurt Beispiel and Mar\\'ia Ejemplo",
    title: `On ${id}\n  and more`,
    comments: '9 pages',
    'journal-ref': null,
    doi: null,
    'report-no': null,
    categories: 'cs.CL cs.AI',
    license: 'http://arxiv.org/licenses/nonexclusive-distrib/1.0/',
    abstract: `  ${summary}\n`,
    versions: [
      { version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' },
      { version: 'v2', created: 'Tue, 24 Jul 2007 20:10:27 GMT' },
    ],
    update_date: '2008-11-26',
    authors_parsed: [
      ['Example', 'Ada', ''],
      ['Beispiel', 'Kurt', ''],
      ['Ejemplo', 'María', ''],
    ],
  }
  return `${JSON.stringify(record)}\n`
}
