/** Tests of chooseEngines. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type ChooseEnginesOptions, chooseEngines, type LlmEndpoint } from './choose-engine.ts'
import type { CompletionEngine } from './engine.ts'
import { EngineError, type EngineErrorCode } from './engine-error.ts'
import { createExtractive } from './extractive.ts'
import { probeOllama } from './probe-ollama.ts'

const llm: LlmEndpoint = {
  name: 'llm',
  baseUrl: 'https://api.example.com/v1',
  apiKey: 'sk-secret-123',
  model: 'small',
  keyName: 'DEEPSEEK_API_KEY',
  setBy: 'DEEPSEEK_API_KEY',
}
const other: LlmEndpoint = {
  name: 'other',
  baseUrl: 'https://other.example.org/v1',
  model: 'third',
  keyName: 'OTHER_KEY',
  setBy: 'engine.fallbacks.0',
}

function failing(name: string, code: EngineErrorCode): CompletionEngine {
  const complete = () => Promise.reject(new EngineError(`${name} said no.`, { code }))
  return { kind: 'llm', name, model: 'any', complete }
}

async function open(options: Partial<ChooseEnginesOptions>) {
  return chooseEngines({
    use: 'auto',
    services: [],
    openModel: ({ name }, model) => ({ ...failing(name, 'engine-unavailable'), model }),
    ollamaReachable: async () => undefined,
    warn: () => {},
    language: 'zh-Hans',
    ...options,
  })
}

async function choose(options: Partial<ChooseEnginesOptions>) {
  const { engines, reason } = await open(options)
  return { engines: engines.map(engine => (engine.kind === 'llm' ? engine.model : engine.name)), reason }
}

describe('chooseEngines', () => {
  it('takes the model that is set, then the sentences of the paper', async () => {
    expect(await choose({ services: [llm] })).toEqual({
      engines: ['small', 'extractive'],
      reason: 'Writing with small at api.example.com, because DEEPSEEK_API_KEY is set.',
    })
  })

  it('puts the larger model between them', async () => {
    expect((await choose({ services: [{ ...llm, largerModel: 'large' }] })).engines).toEqual([
      'small',
      'large',
      'extractive',
    ])
    expect((await choose({ services: [{ ...llm, largerModel: 'small' }] })).engines).toEqual([
      'small',
      'extractive',
    ])
  })

  it('puts further services after all models of the first, and says so', async () => {
    const { engines, reason } = await choose({ services: [{ ...llm, largerModel: 'large' }, other] })
    expect(engines).toEqual(['small', 'large', 'third', 'extractive'])
    expect(reason).toBe(
      'Writing with small, then large at api.example.com; where that fails, third at other.example.org, because DEEPSEEK_API_KEY is set.',
    )
  })

  it('puts a translator of this machine before the sentences of the paper', async () => {
    // Any engine will do in its place.
    const engine = { ...createExtractive(), name: 'extractive' as const }
    const findTranslator = async () => ({ engine, what: 'Translating with Bergamot' })
    const { engines, reason } = await open({ findTranslator })
    expect(engines[0]).toBe(engine)
    expect(reason).toMatch(/^Translating with Bergamot, because neither/)
    expect((await open({ services: [llm], findTranslator })).engines[1]).toBe(engine)
    expect((await open({ use: 'bergamot', findTranslator })).engines[0]).toBe(engine)
  })

  it('does not ask for Ollama where a model is set', async () => {
    const ollamaReachable = () => Promise.reject(new Error('asked'))
    await expect(choose({ services: [llm], ollamaReachable })).resolves.toBeDefined()
  })

  it('takes a local Ollama where nothing is set, with the model that is wanted', async () => {
    const ollamaReachable = async () => ['qwen3:8b', 'llama:latest']
    expect((await choose({ ollamaReachable })).engines).toEqual(['qwen3:8b', 'extractive'])
    expect((await choose({ ollamaReachable, model: 'llama' })).engines).toEqual([
      'llama:latest',
      'extractive',
    ])
    expect((await choose({ ollamaReachable })).reason).toContain('Ollama')
  })

  it('falls back to the sentences of the paper and says why', async () => {
    const { engines, reason } = await choose({})
    expect(engines).toEqual(['extractive'])
    expect(reason).toMatch(/OPENAI_API_KEY.*no Ollama/)
    expect((await choose({ ollamaReachable: async () => [] })).reason).toContain('has no model')
  })

  it('obeys the choice of extractive', async () => {
    expect((await choose({ use: 'extractive', services: [llm] })).engines).toEqual(['extractive'])
  })

  it('names the keys that are missing for llm', async () => {
    await expect(choose({ use: 'llm' })).rejects.toMatchObject({
      code: 'engine-key-missing',
      hint: expect.stringMatching(/OPENAI_API_KEY.*DEEPSEEK_API_KEY/),
    })
  })

  it('says that bergamot is not there', async () => {
    await expect(choose({ use: 'bergamot' })).rejects.toMatchObject({ code: 'engine-not-available' })
  })
})

describe('a refused key', () => {
  const request = { system: '', prompt: '', maxOutputTokens: 1 }
  async function refusals(services: LlmEndpoint[]) {
    const warnings: string[] = []
    const { engines } = await open({
      services,
      openModel: ({ name }) => failing(name, 'engine-key-refused'),
      warn: message => warnings.push(message),
    })
    const errors: unknown[] = []
    for (const engine of engines)
      if (engine.kind === 'llm')
        for (let time = 0; time < 2; time++) await engine.complete(request).catch(error => errors.push(error))
    return { errors, warnings }
  }

  it('of the only service is a fault of the settings', async () => {
    const { errors, warnings } = await refusals([llm])
    expect(errors[0]).toMatchObject({ code: 'engine-key-refused' })
    expect(warnings).toEqual([])
  })

  it('is told once and left to the next service, where there is one', async () => {
    const { errors, warnings } = await refusals([llm, other])
    expect(errors.slice(0, 2)).toMatchObject([
      { code: 'engine-not-available' },
      { code: 'engine-not-available' },
    ])
    expect(warnings).toEqual(['llm: llm said no. Check DEEPSEEK_API_KEY. The next service takes over.'])
    expect(errors[2]).toMatchObject({ code: 'engine-key-refused', hint: 'Check OTHER_KEY.' })
  })
})

describe('probeOllama', () => {
  async function probe(status: number, body: string): Promise<string[] | undefined> {
    const server = createServer((_, response) => response.writeHead(status).end(body))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const names = await probeOllama(() => fetch(`http://127.0.0.1:${port}/`))
    await new Promise(resolve => server.close(resolve))
    return names
  }

  it('lists the models that can write', async () => {
    const body = JSON.stringify({ models: [{ name: 'qwen3:8b' }, { name: 'nomic-embed-text:latest' }] })
    expect(await probe(200, body)).toEqual(['qwen3:8b'])
  })

  it('takes any other answer for none', async () => {
    expect(await probe(200, '<html>')).toBeUndefined()
    expect(await probe(404, '{}')).toBeUndefined()
    expect(await probeOllama(() => Promise.reject(new TypeError('fetch failed')))).toBeUndefined()
  })
})
