/** An engine for every server that speaks OpenAI's chat completions: OpenAI, DeepSeek, Ollama, vLLM and others. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { APICallError, generateText, InvalidResponseDataError, type LanguageModel } from 'ai'
import { systemClock, type TimerClock } from '../paper/clock.ts'
import type { Budget } from './budget.ts'
import { connectionMessage, isNeverSent } from './connection-message.ts'
import type {
  Completion,
  CompletionEngine,
  CompletionRequest,
  FinishReason,
  ModelCall,
  TokenUsage,
} from './engine.ts'
import { EngineError } from './engine-error.ts'
import type { Attempt, Pacing } from './pacing.ts'
import { priceUsage, type TokenPrices } from './prices.ts'
import { readAnswer } from './read-answer.ts'
import { readBaseUrl, readKey } from './read-endpoint.ts'
import { readLimits } from './read-limits.ts'
import { readAskedWait } from './read-wait.ts'
import { SharedCalls } from './shared-calls.ts'
import { stripReasoning } from './strip-reasoning.ts'
import { estimateMost, estimateUsage, readUsage, TokenForecast } from './token-usage.ts'

export interface OpenaiCompatibleOptions {
  /** For briefs and reports: `llm`. */
  name: string
  /** With or without a trailing `/chat/completions`. */
  baseUrl: string
  /** Undefined for a server that needs none. */
  apiKey?: string | undefined
  model: string
  /** For one HTTP call, from the request to the last byte. */
  timeoutMs: number
  /** Shared by all engines of one provider. */
  pacing: Pacing
  budget?: Budget | undefined
  prices?: TokenPrices | undefined
  temperature?: number | undefined
  /** More members of the request body: `{"enable_thinking": false}`. */
  extraBody?: Record<string, unknown> | undefined
  fetch?: typeof globalThis.fetch | undefined
  clock?: TimerClock | undefined
}

const NO_USAGE: TokenUsage = { in: 0, out: 0, cached: 0 }
// Shorter ones are words that a server without accounts is given: none, ollama.
const SHORTEST_KEY = 8
const FINISHES: Record<string, FinishReason> = {
  stop: 'stop',
  length: 'length',
  'content-filter': 'filtered',
}

/**
 * Requests that are alike, byte for byte, and wanted at the same time are made once; the cost is told to the first.
 * Throws `engine-key-refused` or `engine-request-refused` where key or base URL cannot be sent at all.
 */
export function createOpenaiCompatible(options: OpenaiCompatibleOptions): CompletionEngine {
  const caller = new Caller(options)
  const calls = new SharedCalls<Completion>()
  const { name, model } = options
  return {
    kind: 'llm',
    name,
    model,
    async complete(request, onCall) {
      let isFirst = false
      const { system, prompt, maxOutputTokens, signal } = request
      const completion = await calls.join(JSON.stringify([system, prompt, maxOutputTokens]), {
        signal,
        begin: sharedSignal => {
          isFirst = true
          return caller.complete({ ...request, signal: sharedSignal }, onCall)
        },
      })
      return isFirst ? completion : { ...completion, usage: { ...NO_USAGE }, costAmount: 0, calls: 0 }
    },
  }
}

type Totals = Pick<Completion, 'usage' | 'costAmount' | 'calls'>
type Answer = Pick<Completion, 'text' | 'finish' | 'latencyMs'>

function addCall(totals: Totals, { usage, costAmount }: ModelCall): void {
  totals.calls++
  totals.usage.in += usage.in
  totals.usage.out += usage.out
  totals.usage.cached += usage.cached
  totals.costAmount =
    totals.costAmount === undefined || costAmount === undefined ? undefined : totals.costAmount + costAmount
}

/** Who hears of a call: the pace, and whoever counts the cost. */
interface Watch {
  attempt: Attempt
  report: (call: ModelCall) => void
}

/** What a model does not take, learned from its refusals: newer OpenAI models want other names and no temperature. */
interface Dialect {
  tokensName: 'max_tokens' | 'max_completion_tokens'
  takesTemperature: boolean
}

class Caller {
  readonly #options: OpenaiCompatibleOptions
  readonly #clock: TimerClock
  readonly #apiKey: string | undefined
  readonly #baseUrl: string
  readonly #forecast = new TokenForecast()
  #dialect: Dialect = { tokensName: 'max_tokens', takesTemperature: true }

  constructor(options: OpenaiCompatibleOptions) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.#apiKey = readKey(options.apiKey)
    this.#baseUrl = readBaseUrl(options.baseUrl)
  }

  get #host(): string {
    return new URL(this.#baseUrl).host
  }

  async complete(
    request: CompletionRequest,
    onCall: ((call: ModelCall) => void) | undefined,
  ): Promise<Completion> {
    const totals: Totals = { usage: { ...NO_USAGE }, costAmount: 0, calls: 0 }
    const report = (call: ModelCall) => {
      addCall(totals, call)
      onCall?.(call)
    }
    const answer = await this.#options.pacing.run(attempt => this.#call(request, { attempt, report }), {
      tokens: this.#forecast.expect(request),
      signal: request.signal,
    })
    return { ...answer, ...totals }
  }

  /** One HTTP call, or a second one where the first taught us the model's dialect. */
  async #call(request: CompletionRequest, watch: Watch): Promise<Answer> {
    const used = this.#dialect
    try {
      return await this.#callOnce(request, watch)
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== 'engine-request-refused') throw error
      if (used === this.#dialect && !this.#learnDialect(error.message)) throw error
      return this.#call(request, watch)
    }
  }

  #learnDialect(refusal: string): boolean {
    const { tokensName, takesTemperature } = this.#dialect
    if (tokensName === 'max_tokens' && refusal.includes('max_completion_tokens'))
      this.#dialect = { ...this.#dialect, tokensName: 'max_completion_tokens' }
    else if (takesTemperature && /temperature/i.test(refusal))
      this.#dialect = { ...this.#dialect, takesTemperature: false }
    else return false
    return true
  }

  async #callOnce(request: CompletionRequest, { attempt, report }: Watch): Promise<Answer> {
    const { name, model, prices, budget } = this.#options
    const reservation = await budget?.reserve(estimateMost(request), { prices, signal: request.signal })
    const startedAt = this.#clock.now()
    let usage: TokenUsage | undefined
    let outcome = 'cancelled'
    const elapsedMs = () => Math.max(0, this.#clock.now() - startedAt)
    try {
      const answer = await this.#ask(request, attempt)
      usage = answer.usage
      this.#forecast.note(request, usage)
      attempt.noteTokens(usage.in + usage.out)
      const text = stripReasoning(answer.text)
      if (text === '') throw emptyError(answer.finish)
      outcome = 'ok'
      return { text, finish: answer.finish, latencyMs: elapsedMs() }
    } catch (error) {
      if (error instanceof EngineError) {
        outcome = error.code
        if (!error.maybeBilled) usage ??= NO_USAGE
        if (usage === NO_USAGE) attempt.noteTokens(0)
      }
      throw error
    } finally {
      // A call that was cancelled or lost on the way may be billed: the budget keeps all that was set aside for it.
      reservation?.settle(usage)
      const told = usage ?? estimateUsage(request, '')
      const costAmount = priceUsage(told, prices)
      report({ engine: name, model, outcome, usage: told, costAmount, latencyMs: elapsedMs() })
    }
  }

  async #ask(
    request: CompletionRequest,
    attempt: Attempt,
  ): Promise<{ text: string; finish: FinishReason; usage: TokenUsage }> {
    const { signal } = request
    const timeout = AbortSignal.timeout(this.#options.timeoutMs)
    try {
      const result = await generateText({
        model: this.#modelFor(attempt),
        instructions: request.system,
        prompt: request.prompt,
        maxOutputTokens: request.maxOutputTokens,
        maxRetries: 0,
        abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      })
      const usage = readUsage(result.usage) ?? estimateUsage(request, result.text)
      // A refusal of the model's own comes as a complete answer in a field of its own.
      const refused = result.finishReason === 'content-filter' && result.rawFinishReason === 'stop'
      const text = refused ? '' : result.text
      return { text, finish: FINISHES[result.finishReason] ?? 'other', usage }
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof EngineError) throw error
      if (
        InvalidResponseDataError.isInstance(error) ||
        (APICallError.isInstance(error) && error.statusCode === 200)
      )
        throw new EngineError('The answer is no chat completion.', { code: 'engine-answer-malformed' })
      throw this.#connectionError(error, timeout.aborted)
    }
  }

  #connectionError(error: unknown, timedOut: boolean): EngineError {
    if (timedOut) {
      const message = `${this.#host} gave no answer within ${this.#options.timeoutMs / 1_000} s.`
      return new EngineError(message, { code: 'engine-unavailable', timedOut, maybeBilled: true })
    }
    const said = connectionMessage(error)
    // Without `cause`: the SDK's errors carry the whole request, which is the paper's text and may be the key.
    return new EngineError(`The connection to ${this.#host} failed: ${this.#redact(said)}`, {
      code: 'engine-unavailable',
      maybeBilled: !isNeverSent(said),
    })
  }

  /** One for each call, so that the headers of an answer are told to the attempt that they answer. */
  #modelFor(attempt: Attempt): LanguageModel {
    const provider = createOpenAICompatible({
      name: 'llm',
      baseURL: this.#baseUrl,
      ...(this.#apiKey === undefined ? {} : { apiKey: this.#apiKey }),
      fetch: (input, init) => this.#fetch(attempt, { input, init }),
      transformRequestBody: body => this.#shapeBody(body),
    })
    return provider(this.#options.model)
  }

  /** Sends one request; throws `EngineError`s, so that the SDK only ever sees a sound answer. */
  async #fetch(
    attempt: Attempt,
    { input, init }: { input: string | URL | Request; init: RequestInit | undefined },
  ): Promise<Response> {
    const { fetch = globalThis.fetch, pacing } = this.#options
    const response = await fetch(input, init)
    const now = this.#clock.now()
    attempt.noteLimits(readLimits(response.headers, now))
    const waitMs = response.ok ? readAskedWait(response.headers, now) : undefined
    if (waitMs !== undefined) pacing.pause(waitMs)
    const text = await readAnswer(response, { now, redact: said => this.#redact(said) })
    return new Response(text, { headers: { 'content-type': 'application/json' } })
  }

  #shapeBody({ max_tokens, ...body }: Record<string, unknown>): Record<string, unknown> {
    const { temperature, extraBody } = this.#options
    const { tokensName, takesTemperature } = this.#dialect
    return {
      ...body,
      [tokensName]: max_tokens,
      ...(temperature !== undefined && takesTemperature ? { temperature } : {}),
      ...extraBody,
    }
  }

  #redact(text: string): string {
    const whole =
      this.#apiKey && this.#apiKey.length >= SHORTEST_KEY ? text.replaceAll(this.#apiKey, '…') : text
    return whole.replace(/\bsk-[\w*.…-]{4,}/g, '…')
  }
}

function emptyError(finish: FinishReason): EngineError {
  if (finish === 'filtered')
    return new EngineError("The provider's content filter withheld the answer.", { code: 'engine-refused' })
  const why = finish === 'length' ? ': the model used up its tokens before it answered' : ''
  return new EngineError(`The answer holds no text${why}.`, { code: 'engine-answer-empty' })
}
