/** Speaks the DevTools protocol with a browser over two pipes: JSON messages, each ended by a zero byte. */
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { ChromiumError } from './chromium-error.ts'

export interface DevtoolsPipe {
  /** @throws ChromiumError where the browser refuses, is gone or takes longer than the time-out */
  send(method: string, params?: Record<string, unknown>, sessionId?: string): Promise<Record<string, unknown>>
  /** All that waits for an answer gets this error; later calls too. */
  end(error: Error): void
}

export interface DevtoolsPipeOptions {
  input: Writable
  output: Readable
  /** For one answer. */
  timeoutMs: number
}

const answerSchema = z.object({
  id: z.number(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
})

interface Waiting {
  method: string
  resolve(result: Record<string, unknown>): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

/** https://chromedevtools.github.io/devtools-protocol, as `--remote-debugging-pipe` carries it. */
export function openDevtoolsPipe({ input, output, timeoutMs }: DevtoolsPipeOptions): DevtoolsPipe {
  const waiting = new Map<number, Waiting>()
  let ended: Error | undefined
  let last = 0
  const settle = (id: number): Waiting | undefined => {
    const call = waiting.get(id)
    waiting.delete(id)
    clearTimeout(call?.timer)
    return call
  }
  const end = (error: Error) => {
    ended ??= error
    for (const id of [...waiting.keys()]) settle(id)?.reject(error)
  }
  // A browser that is gone shows as the end of its process; the broken pipe says nothing more.
  input.on('error', () => {})
  output.on('error', () => {})
  readMessages(output, text => {
    const answer = readAnswer(text)
    const call = answer && settle(answer.id)
    if (!call) return
    if (answer.error) call.reject(refusal(call.method, answer.error.message))
    else call.resolve(answer.result ?? {})
  })
  return {
    end,
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        const id = ++last
        const timer = setTimeout(() => settle(id)?.reject(late(method, timeoutMs)), timeoutMs)
        waiting.set(id, { method, resolve, reject, timer })
        input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
      }),
  }
}

/** Undefined for events, which nobody here waits for. */
function readAnswer(text: string): z.infer<typeof answerSchema> | undefined {
  try {
    return answerSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Parts are joined once a message is whole: a picture comes in hundreds of them. */
function readMessages(output: Readable, take: (text: string) => void): void {
  let parts: Buffer[] = []
  output.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      take(Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8'))
      parts = []
      start = end + 1
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  })
}

function refusal(method: string, message: string): ChromiumError {
  return new ChromiumError(`Chromium refused ${method}: ${message}`, {
    code: 'chromium-failed',
    hint: 'A newer Chromium may know it; --chromium names another one.',
  })
}

function late(method: string, timeoutMs: number): ChromiumError {
  return new ChromiumError(`Chromium did not answer ${method} within ${timeoutMs / 1000} s.`, {
    code: 'chromium-timeout',
    retryable: true,
    hint: 'Try again when the machine has less to do; a digest of thousands of papers may be too large for one file.',
  })
}
