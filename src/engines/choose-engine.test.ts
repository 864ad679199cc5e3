/** Tests of chooseEngines. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { type ChooseEnginesOptions, chooseEngines } from './choose-engine.ts'
import { systemClock } from './clock.ts'
import { openPacing } from './pacing.ts'
import { probeOllama } from './probe-ollama.ts'

const pacing = openPacing({ concurrency: 1, clock: systemClock, random: Math.random })
const llm = {
  baseUrl: 'https://api.example.com/v1',
  apiKey: 'sk-secret-123',
  model: 'small',
  keyName: 'DEEPSEEK_API_KEY',
}
afterAll(() => pacing.close())

async function choose(options: Partial<ChooseEnginesOptions>) {
  const { engines, reason } = await chooseEngines({
    use: 'auto',
    ollamaReachable: async () => undefined,
    calls: { timeoutMs: 1_000, pacing },
    ...options,
  })
  return { engines: engines.map(engine => (engine.kind === 'llm' ? engine.model : engine.kind)), reason }
}

describe('chooseEngines', () => {
  it('takes the model that is set, then the sentences of the paper', async () => {
    expect(await choose({ llm })).toEqual({
      engines: ['small', 'extractive'],
      reason: 'Writing with small at api.example.com, because DEEPSEEK_API_KEY is set.',
    })
  })

  it('puts the larger model between them', async () => {
    expect((await choose({ llm: { ...llm, largerModel: 'large' } })).engines).toEqual([
      'small',
      'large',
      'extractive',
    ])
    expect((await choose({ llm: { ...llm, largerModel: 'small' } })).engines).toEqual(['small', 'extractive'])
  })

  it('does not ask for Ollama where a model is set', async () => {
    const ollamaReachable = () => Promise.reject(new Error('asked'))
    await expect(choose({ llm, ollamaReachable })).resolves.toBeDefined()
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
    expect((await choose({ use: 'extractive', llm })).engines).toEqual(['extractive'])
  })

  it('names the keys that are missing for llm', async () => {
    await expect(choose({ use: 'llm' })).rejects.toMatchObject({
      code: 'engine-key-missing',
      hint: expect.stringMatching(/OPENAI_API_KEY.*DEEPSEEK_API_KEY/),
    })
  })

  it('says that bergamot is not there yet', async () => {
    await expect(choose({ use: 'bergamot' })).rejects.toMatchObject({ code: 'engine-not-available' })
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
