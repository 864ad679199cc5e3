/** A language model on this machine that speaks OpenAI's chat completions, with a good answer or a fault on order. */
import { appendFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type ChatPrompt, readQuestion, writeAnswer } from './llm-answer.ts'
import { type Answer, type LlmFault, llmFaults, spoilAnswer } from './llm-faults.ts'
import {
  type ChatBody,
  countTokens,
  failTransport,
  isTransportFault,
  joinMessages,
  makeCompletion,
  readChatBody,
  readText,
  sendError,
  sendJson,
  sendStream,
  sharedPrefix,
} from './llm-wire.ts'
import { pseudoTranslate } from './pseudo-translate.ts'
import { createRateLimiter, type RateLimiter, type RateLimiterOptions } from './rate-limiter.ts'

export { pseudoTranslate }

export interface LoopbackLlmOptions {
  /** Any free one by default. */
  port?: number
  /** Of every answer, or of one that begins so long after the server's start. */
  latencyMs?: number | ((atMs: number) => number)
  /** The share of calls that get a fault, 0 to 1. */
  faultRate?: number
  /** The kinds to choose from; all by default. */
  faults?: readonly LlmFault[]
  /** The same seed gives the n-th call about a paper the same fate, whatever the order of papers. */
  seed?: number
  /** Any other key gets 401; undefined: none is asked for. */
  apiKey?: string
  /** More than this within any 60 seconds get 429 with `Retry-After`. */
  requestsPerMinute?: number
  retryAfterSeconds?: number
  /** Limits in any other way; headers tell what is left where it publishes them. */
  limiter?: RateLimiterOptions
  /** From so many calls on, every connection is dropped. */
  diesAfterCalls?: number
  requestLog?: (entry: LoggedRequest) => void
}

export interface LoggedRequest {
  /** Since the server's start. */
  atMs: number
  paperTag: string
  outcome: 'ok' | 'unauthorized' | 'limited' | 'dead' | LlmFault
  prompt: ChatPrompt
}

export interface LoopbackStats {
  calls: number
  /** By the hex tag of the paper's fence. */
  callsByPaper: Record<string, number>
  faults: Partial<Record<LlmFault, number>>
  unauthorized: number
  limited: number
  peakConcurrency: number
  /** When each request began, since the server's start. */
  requestTimesMs: number[]
  tokens: { in: number; out: number; cached: number }
}

export interface LoopbackLlm {
  /** Ends in `/v1`. */
  baseUrl: string
  stats(): LoopbackStats
  close(): Promise<void>
}

export async function startLoopbackLlm(options: LoopbackLlmOptions = {}): Promise<LoopbackLlm> {
  const model = new LoopbackModel(options)
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    model.handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    stats: () => structuredClone(model.stats),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Exchange {
  body: ChatBody
  prompt: ChatPrompt
  response: ServerResponse
}

class LoopbackModel {
  readonly stats: LoopbackStats = {
    calls: 0,
    callsByPaper: {},
    faults: {},
    unauthorized: 0,
    limited: 0,
    peakConcurrency: 0,
    requestTimesMs: [],
    tokens: { in: 0, out: 0, cached: 0 },
  }
  readonly #options: LoopbackLlmOptions
  readonly #startedAt = performance.now()
  readonly #admittedMs: number[] = []
  readonly #limiter: RateLimiter | undefined
  #inFlight = 0
  #lastPrompt = ''

  constructor(options: LoopbackLlmOptions) {
    this.#options = options
    this.#limiter = options.limiter && createRateLimiter(options.limiter)
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readText(request)
    if (request.method === 'GET' && request.url === '/v1/models')
      return sendJson(response, 200, {
        object: 'list',
        data: [{ id: 'loopback', object: 'model', owned_by: 'paperbrief' }],
      })
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
      return sendError(response, 404, { message: `Unknown path ${request.url}`, code: 'not_found' })
    this.#inFlight++
    this.stats.peakConcurrency = Math.max(this.stats.peakConcurrency, this.#inFlight)
    response.once('close', () => this.#inFlight--)
    const body = readChatBody(text)
    if (!body)
      return sendError(response, 400, {
        message: 'Body must hold model and messages.',
        code: 'invalid_request',
      })
    await this.#chat({ body, prompt: joinMessages(body), response }, request.headers.authorization)
  }

  async #chat(exchange: Exchange, authorization: string | undefined): Promise<void> {
    const { prompt, response } = exchange
    const question = readQuestion(prompt)
    const atMs = performance.now() - this.#startedAt
    const log = (outcome: LoggedRequest['outcome']) =>
      this.#options.requestLog?.({ atMs, paperTag: question.paperTag, outcome, prompt })
    this.stats.requestTimesMs.push(atMs)
    this.stats.calls++
    if (this.stats.calls > (this.#options.diesAfterCalls ?? Number.POSITIVE_INFINITY)) {
      response.destroy()
      return log('dead')
    }
    const refusal = this.#refuse(exchange, authorization, atMs)
    if (refusal) return log(refusal)
    const nth = (this.stats.callsByPaper[question.paperTag] ?? 0) + 1
    this.stats.callsByPaper[question.paperTag] = nth
    const fault = this.#chooseFault(`${question.paperTag}:${nth}`)
    if (fault) this.stats.faults[fault] = (this.stats.faults[fault] ?? 0) + 1
    log(fault ?? 'ok')
    const { latencyMs = 0 } = this.#options
    const dueAt = performance.now() + (typeof latencyMs === 'number' ? latencyMs : latencyMs(atMs))
    // Written beforehand, so that the latency is what was asked for and not that plus our own work.
    const good = isTransportFault(fault) ? '' : writeAnswer(question)
    await sleep(Math.max(0, dueAt - performance.now()))
    if (isTransportFault(fault)) return failTransport(fault, response, this.#options.retryAfterSeconds ?? 1)
    this.#answer(
      exchange,
      fault ? spoilAnswer(fault, { good, paper: question }) : { text: good, finish: 'stop' },
    )
  }

  #refuse(
    { prompt, response }: Exchange,
    authorization: string | undefined,
    atMs: number,
  ): 'unauthorized' | 'limited' | undefined {
    const { apiKey, requestsPerMinute } = this.#options
    if (apiKey !== undefined && authorization !== `Bearer ${apiKey}`) {
      this.stats.unauthorized++
      // As some providers do: the refusal quotes the key.
      sendError(response, 401, {
        message: `Incorrect API key provided: ${authorization}.`,
        code: 'invalid_api_key',
      })
      return 'unauthorized'
    }
    if (this.#limiter) {
      const { admitted, headers } = this.#limiter.admit(atMs, countTokens(prompt.system + prompt.user))
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      if (admitted) return undefined
      this.stats.limited++
      sendError(response, 429, { message: 'Rate limit reached.', code: 'rate_limit_exceeded' })
      return 'limited'
    }
    const oldest =
      this.#admittedMs.at(-(requestsPerMinute ?? Number.POSITIVE_INFINITY)) ?? Number.NEGATIVE_INFINITY
    if (atMs - oldest >= 60_000) {
      this.#admittedMs.push(atMs)
      return undefined
    }
    this.stats.limited++
    const seconds = Math.ceil((60_000 - (atMs - oldest)) / 1_000)
    response.setHeader('retry-after', seconds)
    response.setHeader('x-ratelimit-remaining-requests', 0)
    response.setHeader('x-ratelimit-reset-requests', `${seconds}s`)
    sendError(response, 429, { message: 'Rate limit reached for requests.', code: 'rate_limit_exceeded' })
    return 'limited'
  }

  #chooseFault(key: string): LlmFault | undefined {
    const { faultRate = 0, faults = llmFaults, seed = 1 } = this.#options
    if (hashToUnit(`${seed}:${key}`) >= faultRate) return undefined
    return faults[Math.floor(hashToUnit(`${seed}:kind:${key}`) * faults.length)]
  }

  #answer({ body, prompt, response }: Exchange, answer: Answer): void {
    const whole = `${prompt.system}\n${prompt.user}`
    const limit = body.max_completion_tokens ?? body.max_tokens ?? Number.POSITIVE_INFINITY
    const cut = countTokens(answer.text) > limit
    const text = cut
      ? answer.text.slice(0, Math.floor((answer.text.length * limit) / countTokens(answer.text)))
      : answer.text
    const cached = countTokens(sharedPrefix(whole, this.#lastPrompt))
    this.#lastPrompt = whole
    const usage = {
      prompt_tokens: countTokens(whole),
      completion_tokens: countTokens(text),
      total_tokens: countTokens(whole) + countTokens(text),
      prompt_tokens_details: { cached_tokens: cached },
    }
    this.stats.tokens.in += usage.prompt_tokens
    this.stats.tokens.out += usage.completion_tokens
    this.stats.tokens.cached += cached
    const finish = cut ? 'length' : answer.finish
    if (body.stream) sendStream(response, { body, text, finish, usage })
    else sendJson(response, 200, makeCompletion(body.model, { text, finish, usage }))
  }
}

/** 0 ≤ x < 1, from the text alone. */
function hashToUnit(text: string): number {
  let hash = 2_166_136_261
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

async function runByHand(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8123' },
      latency: { type: 'string', default: '0' },
      faults: { type: 'string', default: '0' },
      kinds: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'api-key': { type: 'string' },
      'requests-per-minute': { type: 'string' },
      log: { type: 'string' },
    },
  })
  const { log, kinds } = values
  const server = await startLoopbackLlm({
    port: Number(values.port),
    latencyMs: Number(values.latency),
    faultRate: Number(values.faults),
    seed: Number(values.seed),
    ...(kinds ? { faults: llmFaults.filter(fault => kinds.split(',').includes(fault)) } : {}),
    ...(values['api-key'] ? { apiKey: values['api-key'] } : {}),
    ...(values['requests-per-minute'] ? { requestsPerMinute: Number(values['requests-per-minute']) } : {}),
    ...(log ? { requestLog: entry => appendFileSync(log, `${JSON.stringify(entry)}\n`) } : {}),
  })
  console.log(server.baseUrl)
  const stop = async () => {
    const { requestTimesMs, callsByPaper, ...stats } = server.stats()
    console.error(JSON.stringify({ ...stats, papers: Object.keys(callsByPaper).length }))
    await server.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await runByHand()
