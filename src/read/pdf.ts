/** Reads a paper's full text from its PDF, within limits of size, pages, time and memory. */
import { Worker } from 'node:worker_threads'
import type { FullText } from '../paper/full-text.ts'
import type { Extracted } from './pdf-extract.ts'
import { readPdfPages } from './pdf-paper.ts'
import type { PdfAnswer, PdfTask } from './pdf-worker.ts'
import { ReadError } from './read-error.ts'

export interface PdfLimits {
  maxBytes: number
  /** Further pages are left out, with a warning. */
  maxPages: number
  timeoutMs: number
  /** How much the process may grow meanwhile; what a file of a few kilobytes unpacks to has no other bound. */
  maxGrowthBytes: number
}

const DEFAULT_LIMITS: PdfLimits = {
  maxBytes: 64_000_000,
  maxPages: 120,
  timeoutMs: 60_000,
  maxGrowthBytes: 1_200_000_000,
}
const WATCH_INTERVAL_MS = 40
// A page of a scan holds a stamp at most.
const MIN_CHARACTERS_PER_PAGE = 60

/**
 * Title, abstract, sections, captions, ruled tables and references in reading order, from one or two columns.
 * Formulas are plain text as far as it can be read. The way is that of MinerU 2.5 (arXiv:2509.22186) without its
 * models: first the layout of the whole page, then the content of its parts.
 * @throws ReadError `read-too-large`, `read-nonsense`, `read-encrypted`, `read-damaged`, `read-too-slow`, `read-no-text`
 */
export async function readPdf(
  { bytes, id, version }: { bytes: Uint8Array; id: string; version?: number | undefined },
  limits: Partial<PdfLimits> = {},
): Promise<FullText> {
  const bounds = { ...DEFAULT_LIMITS, ...limits }
  if (bytes.length > bounds.maxBytes)
    throw new ReadError(`The PDF has ${bytes.length} bytes; ${bounds.maxBytes} are allowed.`, {
      code: 'read-too-large',
    })
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'))
    throw new ReadError('The file is no PDF.', { code: 'read-nonsense', hint: 'It may be an error page.' })
  const extracted = await extractInThread(bytes, bounds)
  const { pages, pageCount } = extracted
  const characters = pages.reduce(
    (sum, page) => sum + page.runs.reduce((part, run) => part + run.text.trim().length, 0),
    0,
  )
  if (characters < MIN_CHARACTERS_PER_PAGE * pages.length)
    throw new ReadError('The PDF holds images of pages, no text.', {
      code: 'read-no-text',
      hint: 'A scan needs text recognition, which is not built in.',
    })
  const text = readPdfPages(pages, { id, version })
  if (pageCount > pages.length) text.warnings.push(`Only ${pages.length} of ${pageCount} pages were read.`)
  if (!text.abstract) text.warnings.push('The text has no abstract.')
  return text
}

async function extractInThread(
  bytes: Uint8Array,
  { maxPages, timeoutMs, maxGrowthBytes }: PdfLimits,
): Promise<Extracted> {
  // The thread's own copy: pdf.js takes the bytes away from whoever hands them over.
  const copy = new Uint8Array(bytes)
  const task: PdfTask = { bytes: copy, maxPages }
  // Run from source under tests, from JavaScript when built.
  const file = new URL(
    import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js',
    import.meta.url,
  )
  const worker = new Worker(file, {
    workerData: task,
    transferList: [copy.buffer],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(maxGrowthBytes / 2_000_000) },
  })
  const watch = watchWorker({ timeoutMs, maxGrowthBytes })
  try {
    const answer = await Promise.race([receive(worker), watch.alarm])
    if ('extracted' in answer) return answer.extracted
    throw new ReadError(answer.message, { code: answer.code, ...(answer.hint ? { hint: answer.hint } : {}) })
  } finally {
    watch.close()
    await worker.terminate()
  }
}

function receive(worker: Worker): Promise<PdfAnswer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', cause => reject(explainCrash(cause)))
    worker.once('exit', () => reject(explainCrash(undefined)))
  })
}

function explainCrash(cause: unknown): ReadError {
  const isMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (isMemory)
    return new ReadError('The PDF unpacks to more than memory allows.', { code: 'read-too-large', cause })
  return new ReadError('The PDF could not be read.', { code: 'read-damaged', cause })
}

interface WorkerWatch {
  /** Never fulfilled; rejected once a limit is passed. */
  alarm: Promise<never>
  close(): void
}

/** Buffers are no part of a thread's own limit, so the whole process is watched. */
function watchWorker({
  timeoutMs,
  maxGrowthBytes,
}: Pick<PdfLimits, 'timeoutMs' | 'maxGrowthBytes'>): WorkerWatch {
  const { promise, reject } = Promise.withResolvers<never>()
  const before = process.memoryUsage.rss()
  const timer = setTimeout(
    () =>
      reject(new ReadError(`The PDF could not be read within ${timeoutMs} ms.`, { code: 'read-too-slow' })),
    timeoutMs,
  )
  const meter = setInterval(() => {
    if (process.memoryUsage.rss() - before > maxGrowthBytes)
      reject(new ReadError('The PDF unpacks to more than memory allows.', { code: 'read-too-large' }))
  }, WATCH_INTERVAL_MS)
  return {
    alarm: promise,
    close() {
      clearTimeout(timer)
      clearInterval(meter)
      // Nobody waits for the alarm any more.
      promise.catch(() => undefined)
    },
  }
}
