/** The engine that translates on this machine: Firefox's models, in a process of their own that ends when idle. */
import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspectModelFiles, modelCodes, type TranslationModel, unusable } from './bergamot-files.ts'
import type { BergamotReply, BergamotRequest } from './bergamot-process.ts'
import type { TranslationEngine, TranslationRequest } from './engine.ts'
import { EngineError } from './engine-error.ts'

export interface BergamotOptions {
  model: TranslationModel
  /** After so long without work the process ends and gives its half gigabyte back. Default 60,000. */
  idleMs?: number
  /** Makes Simplified Chinese Traditional: with it a model of `zh` serves `zh-Hant`. */
  convertChinese?: (text: string) => string
  /** For loading, and for each small batch; a slow machine takes some seconds. Default 120,000. */
  timeoutMs?: number
}

// Memory grows with the batch; eight sentences keep the matrices filled.
const [BATCH_TEXTS, BATCH_CHARACTERS] = [8, 1600]
const STDERR_TAIL = 400

/** One process with one model; calls wait for each other. The first call starts it. */
export function openBergamot({
  model,
  convertChinese,
  idleMs = 60_000,
  timeoutMs = 120_000,
}: BergamotOptions): TranslationEngine {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let waiting: Promise<unknown> = Promise.resolve()
  let isClosed = false

  async function translateBatch(texts: readonly string[], signal: AbortSignal | undefined) {
    signal?.throwIfAborted()
    if (isClosed) throw gaveUp('The translation engine was closed.')
    if (worker?.hasEnded()) worker = undefined
    worker ??= startWorker({ model, timeoutMs })
    return worker.translate(texts)
  }

  /** After the batches before it, so that the process holds one batch at a time. */
  function enqueue(texts: readonly string[], signal: AbortSignal | undefined): Promise<string[]> {
    clearTimeout(idle)
    const result = waiting.then(() => translateBatch(texts, signal))
    waiting = result
      .catch(() => {})
      .finally(() => {
        clearTimeout(idle)
        idle = setTimeout(() => void worker?.end(), idleMs)
        idle.unref()
      })
    return signal ? untilAborted(result, signal) : result
  }

  return {
    kind: 'translator',
    name: 'bergamot',
    model: model.name,
    async translate({ texts, from, to, signal }: TranslationRequest) {
      refuseOtherPair(model, { from, to, convertsChinese: convertChinese !== undefined })
      const translations: string[] = []
      for (const batch of splitBatches(texts)) translations.push(...(await enqueue(batch, signal)))
      return convertChinese && to === 'zh-Hant' && model.to === 'zh'
        ? translations.map(convertChinese)
        : translations
    },
    async close() {
      isClosed = true
      clearTimeout(idle)
      await worker?.end()
    },
  }
}

function refuseOtherPair(
  model: TranslationModel,
  { from, to, convertsChinese }: { from: string; to: string; convertsChinese: boolean },
): void {
  if (modelCodes(from).includes(model.from) && modelCodes(to, { convertsChinese }).includes(model.to)) return
  throw new EngineError(
    `The model ${model.name} translates ${model.from} to ${model.to}, not ${from} to ${to}.`,
    {
      code: 'engine-not-available',
      hint: `Fetch the right model: paperbrief models pull ${to}.`,
    },
  )
}

function splitBatches(texts: readonly string[]): string[][] {
  const batches: string[][] = []
  let characters = 0
  for (const text of texts) {
    // The engine reads one sentence a line.
    const line = text.replace(/\s+/g, ' ')
    const batch = batches.at(-1)
    const fits = batch && batch.length < BATCH_TEXTS && characters + line.length <= BATCH_CHARACTERS
    if (fits) batch.push(line)
    else batches.push([line])
    characters = fits ? characters + line.length : line.length
  }
  return batches
}

/** What was asked for goes on being computed, but nobody waits for it. */
async function untilAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()
  try {
    return await Promise.race([result, promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

interface Worker {
  translate(texts: readonly string[]): Promise<string[]>
  hasEnded(): boolean
  end(): Promise<void>
}

interface Pending {
  resolve(reply: BergamotReply): void
  reject(error: unknown): void
}

/** Without the flags of this process: `--liftoff-only` saves memory here and costs a third of the speed there. */
function startWorker({ model, timeoutMs }: { model: TranslationModel; timeoutMs: number }): Worker {
  inspectModelFiles(model)
  const file = new URL(`./bergamot-process${extname(fileURLToPath(import.meta.url))}`, import.meta.url)
  const child = fork(fileURLToPath(file), [], {
    execArgv: [],
    // Keys and other secrets of the environment are none of its business.
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const ended = Promise.withResolvers<void>()
  let pending: Pending | undefined
  let stderr = ''
  let isOver = false
  const finish = (error: EngineError) => {
    isOver = true
    pending?.reject(error)
    pending = undefined
    ended.resolve()
  }
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_TAIL)
  })
  child.on('error', cause => finish(gaveUp('The translation engine could not be started.', { cause })))
  child.on('exit', (code, signal) => finish(describeEnd({ code, signal, stderr })))
  child.on('message', (reply: BergamotReply) => {
    pending?.resolve(reply)
    pending = undefined
  })

  /** One request at a time; while one is under way the process keeps the program alive, otherwise not. */
  async function ask(request: BergamotRequest): Promise<BergamotReply> {
    if (isOver) throw gaveUp('The translation engine has ended.')
    const asked = Promise.withResolvers<BergamotReply>()
    pending = asked
    hold(child, true)
    const timer = setTimeout(() => {
      finish(gaveUp(`The translation engine gave no answer in ${timeoutMs / 1000} s.`, { timedOut: true }))
      child.kill('SIGKILL')
    }, timeoutMs)
    child.send(
      request,
      error => error && asked.reject(gaveUp('The translation engine has ended.', { cause: error })),
    )
    try {
      return await asked.promise
    } finally {
      clearTimeout(timer)
      hold(child, false)
    }
  }

  const loaded = ask({ kind: 'load', files: model.files }).then(reply => {
    if (reply.kind === 'failed') throw unusable(`The model ${model.name} cannot be loaded: ${reply.message}`)
  })
  loaded.catch(() => {})
  return {
    hasEnded: () => isOver,
    async translate(texts) {
      await loaded
      const reply = await ask({ kind: 'translate', texts })
      if (reply.kind === 'failed') {
        isOver = true
        throw unusable(`The model ${model.name} cannot translate: ${reply.message}`)
      }
      return reply.kind === 'translated' ? [...reply.texts] : []
    },
    end() {
      // A program that waits for the end must not end before it.
      if (!isOver) hold(child, true)
      if (!isOver) child.kill('SIGKILL')
      return ended.promise
    },
  }
}

function hold(child: ChildProcess, isBusy: boolean): void {
  const channel = child.channel as { ref?(): void; unref?(): void } | null | undefined
  const pipe = child.stderr as unknown as { ref?(): void; unref?(): void } | null
  for (const handle of [child, channel, pipe]) {
    if (isBusy) handle?.ref?.()
    else handle?.unref?.()
  }
}

function describeEnd(end: { code: number | null; signal: string | null; stderr: string }): EngineError {
  const { code, signal, stderr } = end
  const how = signal ? `was ended by ${signal}` : `ended with code ${code}`
  const said = stderr.trim().split('\n').at(-1)
  return gaveUp(`The translation engine ${how}${said ? `: ${said}` : ''}.`, {
    hint: 'It needs about 0.7 GB of free memory while it translates.',
  })
}

function gaveUp(
  message: string,
  details: { cause?: unknown; hint?: string; timedOut?: boolean } = {},
): EngineError {
  return new EngineError(message, {
    code: 'engine-unavailable',
    hint: 'Run it again; `paperbrief models verify` says whether the model is whole.',
    ...details,
  })
}
