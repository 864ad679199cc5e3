/** Measures how fast papers are read, over generated input: `node bench/collect.ts`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fileSource } from '../src/collect/files.ts'
import { writeAtomFeed } from '../test/arxiv-atom-feed.ts'

const ATOM_ENTRIES = 2000
const JSONL_PAPERS = 50_000
const summary = 'A sentence about nothing in particular, with $x_1$ and 42 figures in it. '.repeat(18)

const folder = await mkdtemp(join(tmpdir(), 'paperbrief-bench-'))
try {
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

function idOf(n: number): string {
  return `25${String(1 + Math.floor(n / 99_999)).padStart(2, '0')}.${String(1 + (n % 99_999)).padStart(5, '0')}`
}

function writeLine(n: number): string {
  const id = idOf(n)
  const authors = ['Ada Example', 'Kurt Beispiel', 'María Ejemplo']
  const record = { id, authors, title: `On ${id}`, categories: ['cs.CL', 'cs.AI'], comment: null, summary }
  return `${JSON.stringify(record)}\n`
}
