/** Tests of the OpenAI-compatible engine, against real servers on this machine. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import type { LlmFault } from '../../test/llm-faults.ts'
import { type LoopbackLlm, type LoopbackLlmOptions, startLoopbackLlm } from '../../test/loopback-llm.ts'
import { systemClock, type TimerClock } from '../paper/clock.ts'
import { errorMessage } from '../paper/error.ts'
import { openBudget } from './budget.ts'
import type { CompletionRequest, ModelCall } from './engine.ts'
import { EngineError } from './engine-error.ts'
import { createOpenaiCompatible, type OpenaiCompatibleOptions } from './openai-compatible.ts'
import { openPacing } from './pacing.ts'

const KEY = 'sk-very-secret-0123456789'
const REQUEST: CompletionRequest = {
  system: 'Answer in blocks: [[title]] [[abstract]] [[end]].',
  prompt:
    '<paper-0a1b2c3d>\n[[title]]\nFooNet for Parsing\n[[abstract]]\nWe propose FooNet. It is 3.5% better.\n</paper-0a1b2c3d>',
  maxOutputTokens: 500,
}
// Back-off and pauses pass a hundred times faster here.
const hastyClock: TimerClock = {
  now: () => performance.now() * 100,
  startTimer: (delayMs, action) => systemClock.startTimer(delayMs / 100, action),
}

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

function makeEngine(options: Partial<OpenaiCompatibleOptions> & { baseUrl: string }) {
  const pacing = options.pacing ?? openPacing({ concurrency: 4, clock: hastyClock, random: () => 0.5 })
  closing.push(() => pacing.close())
  const calls: ModelCall[] = []
  const engine = createOpenaiCompatible({
    name: 'llm',
    model: 'loopback',
    timeoutMs: 300,
    ...options,
    pacing,
  })
  return {
    calls,
    pacing,
    complete: (request: Partial<CompletionRequest> = {}) =>
      engine.complete({ ...REQUEST, ...request }, call => calls.push(call)),
  }
}

async function startModel(options: LoopbackLlmOptions = {}): Promise<LoopbackLlm> {
  const model = await startLoopbackLlm(options)
  closing.push(() => model.close())
  return model
}

/** A server that gives each request in turn the next answer, the last one again and again. */
async function startServer(
  ...answers: RequestListener[]
): Promise<{ baseUrl: string; bodies: Record<string, unknown>[]; requests: IncomingMessage[] }> {
  const bodies: Record<string, unknown>[] = []
  const requests: IncomingMessage[] = []
  const server: Server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    bodies.push(JSON.parse(body))
    answers[Math.min(requests.length, answers.length - 1)]?.(request, response)
    requests.push(request)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, bodies, requests }
}

function answer(status: number, body: unknown, headers: Record<string, string> = {}): RequestListener {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
}

function chat(
  content: string | null,
  {
    finish = 'stop',
    usage = { prompt_tokens: 10, completion_tokens: 5 } as object,
    ...message
  }: { finish?: string; usage?: object; refusal?: string } = {},
) {
  return {
    choices: [{ index: 0, message: { role: 'assistant', content, ...message }, finish_reason: finish }],
    usage,
  }
}

async function failure(completing: Promise<unknown>): Promise<EngineError> {
  const error = await completing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof EngineError)) throw new Error(`no EngineError but ${inspect(error)}`)
  return error
}

describe('a good answer', () => {
  it('comes with its usage, cost and calls', async () => {
    const { baseUrl } = await startModel()
    const { complete, calls } = makeEngine({ baseUrl, prices: { in: 1, out: 2, cached: 0.1 } })
    await complete()
    const completion = await complete()
    expect(completion).toMatchObject({
      finish: 'stop',
      calls: 1,
      text: expect.stringMatching(/^\[\[title\]\][\s\S]*\[\[end\]\]$/),
    })
    expect(completion.usage.cached).toBeGreaterThan(20)
    expect(completion.costAmount).toBeGreaterThan(0)
    expect(calls).toHaveLength(2)
    expect(calls[1]).toMatchObject({
      engine: 'llm',
      model: 'loopback',
      outcome: 'ok',
      usage: completion.usage,
      costAmount: completion.costAmount,
    })
  })

  it('is asked for with system and user message, temperature and extra settings', async () => {
    const { baseUrl, bodies, requests } = await startServer(answer(200, chat('good')))
    await makeEngine({
      baseUrl,
      apiKey: ` ${KEY}\n`,
      temperature: 0.2,
      extraBody: { enable_thinking: false },
    }).complete()
    expect(bodies[0]).toEqual({
      model: 'loopback',
      messages: [
        { role: 'system', content: REQUEST.system },
        { role: 'user', content: REQUEST.prompt },
      ],
      max_tokens: 500,
      temperature: 0.2,
      enable_thinking: false,
    })
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
    expect(requests[0]?.url).toBe('/v1/chat/completions')
  })

  it('takes a base URL that names the whole path', async () => {
    const { baseUrl, requests } = await startServer(answer(200, chat('good')))
    await makeEngine({ baseUrl: `${baseUrl}/chat/completions/` }).complete()
    expect(requests[0]?.url).toBe('/v1/chat/completions')
  })

  it('has the thoughts of a reasoning model taken out', async () => {
    const { baseUrl } = await startServer(answer(200, chat('<think>hm</think>\ngood')))
    expect((await makeEngine({ baseUrl }).complete()).text).toBe('good')
  })

  it('is joined from a stream that nobody asked for', async () => {
    const events = [
      { choices: [{ delta: { role: 'assistant', content: 'go' } }] },
      { choices: [{ delta: { content: 'od' }, finish_reason: 'stop' }] },
      { choices: [], usage: { prompt_tokens: 7, completion_tokens: 2 } },
    ]
    const body = `${events.map(event => `data: ${JSON.stringify(event)}\n\n`).join('')}data: [DONE]\n\n`
    const { baseUrl } = await startServer(answer(200, body, { 'content-type': 'text/event-stream' }))
    expect(await makeEngine({ baseUrl }).complete()).toMatchObject({
      text: 'good',
      finish: 'stop',
      usage: { in: 7, out: 2, cached: 0 },
    })
  })

  it.each([
    ['OpenAI', { prompt_tokens: 100, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 64 } }],
    ['DeepSeek', { prompt_tokens: 100, completion_tokens: 5, prompt_cache_hit_tokens: 64 }],
    ['Moonshot', { prompt_tokens: 100, completion_tokens: 5, cached_tokens: 64 }],
  ])('tells cached tokens as %s does', async (_, usage) => {
    const { baseUrl } = await startServer(answer(200, chat('good', { usage })))
    expect((await makeEngine({ baseUrl }).complete()).usage).toEqual({ in: 100, out: 5, cached: 64 })
  })

  it('is not taken to be free where no usage is told', async () => {
    const { baseUrl } = await startServer(answer(200, { choices: chat('good').choices }))
    expect((await makeEngine({ baseUrl }).complete()).usage.in).toBeGreaterThan(20)
  })

  it.each([
    ['length', 'length'],
    ['content_filter', 'filtered'],
    ['tool_calls', 'other'],
  ])('says %s as %s', async (finish, expected) => {
    const { baseUrl } = await startServer(answer(200, chat('a part', { finish })))
    expect(await makeEngine({ baseUrl }).complete()).toMatchObject({ text: 'a part', finish: expected })
  })

  it('learns the dialect of newer models and keeps it', async () => {
    const { baseUrl, bodies } = await startServer(
      answer(400, {
        error: {
          message: "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
          code: 'unsupported_parameter',
        },
      }),
      answer(400, {
        error: { message: "Unsupported value: 'temperature' does not support 0.2.", param: 'temperature' },
      }),
      answer(200, chat('good')),
    )
    const { complete } = makeEngine({ baseUrl, temperature: 0.2 })
    expect((await complete()).calls).toBe(3)
    await complete()
    expect(bodies.at(-1)).toMatchObject({ max_completion_tokens: 500 })
    expect(bodies.at(-1)).not.toHaveProperty('temperature')
    expect(bodies).toHaveLength(4)
  })
})

describe('a failure', () => {
  const said = (message: string, code = '') => ({ error: { message, code } })
  it.each([
    [401, said('Invalid key', 'invalid_api_key'), 'engine-key-refused'],
    [403, said('Forbidden'), 'engine-key-refused'],
    [403, said('Your input was flagged by moderation'), 'engine-refused'],
    [402, said('Insufficient Balance'), 'engine-quota'],
    [429, said('You exceeded your current quota', 'insufficient_quota'), 'engine-quota'],
    [429, said('Rate limit reached. See account/billing.', 'rate_limit_exceeded'), 'engine-rate-limited'],
    [404, said('The model `x` does not exist', 'model_not_found'), 'engine-model-unknown'],
    [404, '<html>not here</html>', 'engine-model-unknown'],
    [400, said('Model x does not exist'), 'engine-model-unknown'],
    [
      400,
      said("This model's maximum context length is 4096 tokens", 'context_length_exceeded'),
      'engine-context-too-long',
    ],
    [400, said('Content Exists Risk'), 'engine-refused'],
    [422, { detail: [{ msg: 'top_p must be a number' }] }, 'engine-request-refused'],
    [500, 'oops', 'engine-unavailable'],
    [529, said('Overloaded'), 'engine-unavailable'],
    [200, '', 'engine-answer-empty'],
    [200, chat(''), 'engine-answer-empty'],
    [200, chat(null), 'engine-answer-empty'],
    [200, chat('<think>hm', { finish: 'length' }), 'engine-answer-empty'],
    [200, chat('', { finish: 'content_filter' }), 'engine-refused'],
    [200, chat(null, { refusal: 'I cannot help with that.' }), 'engine-refused'],
    [200, '<!doctype html><title>Login</title>', 'engine-answer-malformed'],
    [200, '{"choices": [', 'engine-answer-malformed'],
    [200, { choices: [] }, 'engine-answer-malformed'],
    [200, { text: 'hi' }, 'engine-answer-malformed'],
    [200, { choices: [{ message: { content: 5 } }] }, 'engine-answer-malformed'],
    [200, { error: { code: 429, message: 'slow down' } }, 'engine-rate-limited'],
    [200, { error: { code: 502, message: 'upstream' } }, 'engine-unavailable'],
    [200, { error: 'no such model: model not found' }, 'engine-model-unknown'],
    [200, 'data: {"choices":[{"delta":{"content":"go"}}]}\n\n', 'engine-unavailable'],
    [200, 'data: {"error":{"message":"Overloaded","code":503}}\n\n', 'engine-unavailable'],
  ])('of status %i with %j is %s', async (status, body, code) => {
    const { baseUrl } = await startServer(answer(status, body))
    const { complete, calls } = makeEngine({ baseUrl })
    expect(await failure(complete())).toMatchObject({ code, hint: expect.any(String) })
    expect(calls.every(call => call.outcome === code)).toBe(true)
  })

  it('names the keys that may be wrong', async () => {
    const { baseUrl } = await startServer(answer(401, {}))
    expect((await failure(makeEngine({ baseUrl }).complete())).hint).toMatch(
      /OPENAI_API_KEY.*DEEPSEEK_API_KEY/,
    )
  })

  it('says what the provider said, shortened', async () => {
    const { baseUrl } = await startServer(answer(422, { error: { message: `top_p ${'x'.repeat(9_000)}` } }))
    const { message } = await failure(makeEngine({ baseUrl }).complete())
    expect(message).toContain('top_p')
    expect(message.length).toBeLessThan(400)
  })

  it('of the connection tells its kind and host', async () => {
    const { message } = await failure(
      makeEngine({ baseUrl: 'http://127.0.0.1:9/v1', fetch: refuse }).complete(),
    )
    expect(message).toBe('The connection to 127.0.0.1:9 failed: ECONNREFUSED')
  })

  it('of time is tried once more only', async () => {
    const model = await startModel({ faultRate: 1, faults: ['no-answer'] })
    const error = await failure(makeEngine({ baseUrl: model.baseUrl, timeoutMs: 50 }).complete())
    expect(error).toMatchObject({ code: 'engine-unavailable', timedOut: true })
    expect(model.stats().calls).toBe(2)
  })

  it('because the caller gave up is the reason of the caller', async () => {
    const model = await startModel({ faultRate: 1, faults: ['no-answer'] })
    const controller = new AbortController()
    const completing = makeEngine({ baseUrl: model.baseUrl, timeoutMs: 5_000 }).complete({
      signal: controller.signal,
    })
    setTimeout(() => controller.abort(new Error('enough')), 30)
    await expect(completing).rejects.toThrow('enough')
  })

  it.each<[LlmFault, string]>([
    ['rate-limit', 'engine-rate-limited'],
    ['rate-limit-retry-after', 'engine-rate-limited'],
    ['server-error', 'engine-unavailable'],
    ['overloaded', 'engine-unavailable'],
    ['drop-before', 'engine-unavailable'],
    ['drop-mid-body', 'engine-unavailable'],
    ['html-page', 'engine-answer-malformed'],
    ['garbage', 'engine-answer-malformed'],
    ['empty', 'engine-answer-empty'],
    ['content-filter', 'engine-refused'],
  ])('of the kind %s is told as %s', async (fault, code) => {
    const { baseUrl } = await startModel({ faultRate: 1, faults: [fault] })
    expect(await failure(makeEngine({ baseUrl }).complete())).toMatchObject({ code, retryable: true })
  })

  it('is followed by the good answer where it passes', async () => {
    const { baseUrl } = await startServer(
      answer(500, ''),
      answer(429, '', { 'retry-after': '1' }),
      answer(200, chat('good')),
    )
    const { complete, calls } = makeEngine({ baseUrl })
    expect(await complete()).toMatchObject({ text: 'good', calls: 3 })
    expect(calls.map(({ outcome }) => outcome)).toEqual(['engine-unavailable', 'engine-rate-limited', 'ok'])
  })
})

describe('the key', () => {
  it('is in no error, whatever the provider quotes', async () => {
    const quoting: RequestListener = ({ headers }, response) =>
      response
        .writeHead(401)
        .end(
          JSON.stringify({ error: { message: `Bad ${headers.authorization}; ${KEY.slice(0, 12)}***6789` } }),
        )
    for (const listener of [
      quoting,
      answer(500, KEY),
      answer(200, `<html>${KEY}`),
      answer(422, `${' '.repeat(1_990)}${KEY}`),
    ]) {
      const { baseUrl } = await startServer(listener)
      const error = await failure(makeEngine({ baseUrl, apiKey: KEY }).complete())
      expect(inspect(error, { depth: 9 }) + errorMessage(error)).not.toMatch(/secret/)
    }
  })

  it('is refused unsent where it holds what no key has', () => {
    for (const apiKey of ['sk-secret\nkey', 'sk-secret-ключ', 'sk secret']) {
      expect(() => makeEngine({ baseUrl: 'http://127.0.0.1:9/v1', apiKey })).toThrow(EngineError)
      expect(() => makeEngine({ baseUrl: 'http://127.0.0.1:9/v1', apiKey })).not.toThrow(/secret/)
    }
  })

  it.each(['api.example.com', 'ftp://x', 'http://user:secret@127.0.0.1/v1', ''])(
    'is not sent to %j',
    baseUrl => {
      expect(() => makeEngine({ baseUrl, apiKey: KEY })).toThrow(
        expect.objectContaining({ hint: expect.stringContaining('OPENAI_BASE_URL') }),
      )
    },
  )
})

describe('many calls', () => {
  it('share the pace: 16 at a time', async () => {
    const model = await startModel({ latencyMs: 100 })
    const pacing = openPacing({ concurrency: 16, clock: systemClock, random: Math.random })
    const { complete } = makeEngine({ baseUrl: model.baseUrl, timeoutMs: 5_000, pacing })
    await complete()
    await Promise.all(Array.from({ length: 48 }, (_, at) => complete({ prompt: `Paper ${at}` })))
    expect(model.stats().peakConcurrency).toBe(16)
  })

  it('that are alike are made once, and paid for once', async () => {
    const model = await startModel({ latencyMs: 50 })
    const { complete, calls } = makeEngine({ baseUrl: model.baseUrl, prices: { in: 1, out: 1 } })
    const [first, second] = await Promise.all([complete(), complete()])
    expect(model.stats().calls).toBe(1)
    expect(calls).toHaveLength(1)
    expect(first?.calls).toBe(1)
    expect(second).toMatchObject({ text: first?.text, calls: 0, costAmount: 0, usage: { in: 0, out: 0 } })
    await complete()
    expect(model.stats().calls).toBe(2)
  })

  it('that are alike go on for one when the other gives up', async () => {
    const model = await startModel({ latencyMs: 60 })
    const { complete } = makeEngine({ baseUrl: model.baseUrl })
    const controller = new AbortController()
    const [leaving, staying] = [complete({ signal: controller.signal }), complete()]
    setTimeout(() => controller.abort(new Error('enough')), 20)
    await expect(leaving).rejects.toThrow('enough')
    await expect(staying).resolves.toMatchObject({ finish: 'stop' })
    expect(model.stats().calls).toBe(1)
  })

  it('all end well at three faults of the provider in ten', async () => {
    const faults: LlmFault[] = [
      'server-error',
      'overloaded',
      'rate-limit',
      'drop-before',
      'drop-mid-body',
      'html-page',
      'empty',
    ]
    const { baseUrl } = await startModel({ latencyMs: 5, faultRate: 0.3, faults })
    const { complete } = makeEngine({ baseUrl, timeoutMs: 5_000 })
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, at) =>
        complete({ prompt: REQUEST.prompt.replaceAll('0a1b2c3d', at.toString(16).padStart(8, '0')) }),
      ),
    )
    expect(results.filter(({ status }) => status === 'rejected').length).toBeLessThanOrEqual(2)
  })

  it('wait where an answer says that nothing remains', async () => {
    const limit = { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '20s' }
    const { baseUrl } = await startServer(answer(200, chat('good'), limit))
    const { complete, pacing } = makeEngine({ baseUrl })
    await complete()
    expect(pacing.state().pausedMs).toBeGreaterThan(10_000)
  })

  it('stop before the budget is passed', async () => {
    const usage = { prompt_tokens: 0, completion_tokens: 500 }
    const { baseUrl, requests } = await startServer(answer(200, chat('good', { usage })))
    const prices = { in: 0, out: 1_000 }
    const budget = openBudget({ perRun: 2.6, currency: 'USD', prices })
    const { complete } = makeEngine({ baseUrl, budget, prices })
    const results = await Promise.allSettled(
      Array.from({ length: 9 }, (_, at) => complete({ prompt: `${at}` })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect(requests).toHaveLength(5)
    expect(budget.spent).toBeCloseTo(2.5, 10)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'engine-budget-spent' },
    })
  })
})

function refuse(): Promise<Response> {
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' })
  return Promise.reject(new TypeError('fetch failed', { cause }))
}
