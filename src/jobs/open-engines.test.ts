import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { openEngines } from './open-engines.ts'
import { silentProgress } from './progress.ts'

async function open(yaml: string, env: Record<string, string>) {
  const home = mkdtempSync(join(tmpdir(), 'engines-'))
  writeFileSync(join(home, 'paperbrief.yaml'), yaml)
  const warnings: string[] = []
  const progress = { ...silentProgress, warn: (message: string) => void warnings.push(message) }
  const engines = await openEngines(readSettings({ home, env }), progress, { language: 'zh-Hans' })
  await engines.close()
  return { ...engines, warnings }
}

describe('openEngines', () => {
  const key = { OPENAI_API_KEY: 'sk-0123456789' }

  it('says of a budget that nobody can keep it, and names the setting of the prices', async () => {
    const first = await open('engine: { budget: { perRun: 1 } }\n', key)
    expect(first.warnings).toEqual([expect.stringContaining('engine.prices: { "gpt-4o-mini"')])
    const yaml = [
      'engine:',
      '  budget: { perMonth: 20 }',
      '  prices: { in: 1, out: 2 }',
      '  fallbacks: [{ baseUrl: "https://api.example.com/v1", model: x, apiKey: k }]',
      '',
    ].join('\n')
    expect((await open(yaml, key)).warnings).toEqual([
      expect.stringContaining('engine.fallbacks.0.prices: { "x"'),
    ])
  })

  it('asks for the price of the larger model too, where prices are set by model', async () => {
    const yaml =
      'engine: { largerModel: big, budget: { perRun: 1 }, prices: { gpt-4o-mini: { in: 1, out: 2 } } }\n'
    expect((await open(yaml, key)).warnings).toEqual([expect.stringContaining('what big costs')])
  })

  it('lets a server of one’s own do without prices', async () => {
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1' }
    const { list, warnings } = await open('engine: { model: m, budget: { perRun: 1 } }\n', env)
    expect(list.map(({ name }) => name)).toEqual(['llm', 'extractive'])
    expect(warnings).toEqual([])
  })

  it('has as many papers under way as the widest service bears', async () => {
    const yaml =
      'engine: { concurrency: 3, fallbacks: [{ baseUrl: "http://localhost/v1", model: x, concurrency: 20 }] }\n'
    expect((await open(yaml, key)).slots).toBe(40)
  })
})
