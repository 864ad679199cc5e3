/** How fast full texts are read, from HTML and from PDF, and how much memory that takes at its peak. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readArxivHtml } from '../src/read/arxiv-html.ts'
import { readPdf } from '../src/read/pdf.ts'
import { extractPdf } from '../src/read/pdf-extract.ts'
import { readPdfPages } from '../src/read/pdf-paper.ts'

const CASES = new URL('../src/read/cases/', import.meta.url)
const SECONDS = 5
const papers = readdirSync(CASES, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? entry.name : [],
)
const load = (paper: string, file: string): Buffer => readFileSync(new URL(`${paper}/${file}`, CASES))

interface Work {
  pages: number
  megabytes: number
}

/** Each reads all papers once. `pdf` starts a thread for every file; `pdf-bare` stays in this one. */
const readers: Record<string, () => Promise<Work>> = {
  html: async () => sum(papers.map(paper => readHtml(load(paper, 'paper.html')))),
  pdf: async () => sum(await eachInTurn(paper => readFile(load(paper, 'paper.pdf')))),
  'pdf-bare': async () => sum(await eachInTurn(paper => readBare(load(paper, 'paper.pdf')))),
}

function readHtml(bytes: Buffer): Work {
  readArxivHtml({ html: bytes.toString(), id: '2401.00001' })
  return { pages: 0, megabytes: bytes.length / 1e6 }
}

async function readFile(bytes: Buffer): Promise<Work> {
  await readPdf({ bytes, id: '2401.00001' })
  return { pages: 0, megabytes: bytes.length / 1e6 }
}

async function readBare(bytes: Buffer): Promise<Work> {
  const { pages } = await extractPdf(new Uint8Array(bytes), { maxPages: 120 })
  readPdfPages(pages, { id: '2401.00001' })
  return { pages: pages.length, megabytes: bytes.length / 1e6 }
}

async function eachInTurn(read: (paper: string) => Promise<Work>): Promise<Work[]> {
  const works: Work[] = []
  for (const paper of papers) works.push(await read(paper))
  return works
}

function sum(works: readonly Work[]): Work {
  return works.reduce((a, b) => ({ pages: a.pages + b.pages, megabytes: a.megabytes + b.megabytes }))
}

async function measure(name: string): Promise<void> {
  const read = readers[name]
  if (!read) throw new Error(`no reader ${name}`)
  await read()
  const started = performance.now()
  let rounds = 0
  let done: Work = { pages: 0, megabytes: 0 }
  for (; performance.now() - started < SECONDS * 1000; rounds++) done = sum([done, await read()])
  const seconds = (performance.now() - started) / 1000
  const speeds = [
    `${((rounds * papers.length) / seconds).toFixed(1)} papers/s`,
    `${(done.megabytes / seconds).toFixed(2)} MB/s`,
  ]
  if (done.pages > 0) speeds.push(`${(done.pages / seconds).toFixed(1)} pages/s`)
  const peak = process.resourceUsage().maxRSS / 1000
  console.log(`${name.padEnd(9)} ${speeds.join(', ')}, peak ${peak.toFixed(0)} MB`)
}

// A process for each, since the peak of memory is that of the process.
const [only] = process.argv.slice(2)
if (only) await measure(only)
else
  for (const name of Object.keys(readers))
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'inherit' })
