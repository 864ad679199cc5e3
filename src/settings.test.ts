import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callerFolder, findEdition, findHome, readSettings } from './settings.ts'
import { pricesOf } from './settings-engine.ts'
import { SettingsError } from './settings-yaml.ts'

function workspace(yaml?: string, dotEnv?: string): string {
  const home = mkdtempSync(join(tmpdir(), 'settings-'))
  if (yaml !== undefined) writeFileSync(join(home, 'paperbrief.yaml'), yaml)
  if (dotEnv !== undefined) writeFileSync(join(home, '.env'), dotEnv)
  return home
}

const read = (yaml?: string, env: Record<string, string> = {}, dotEnv?: string) =>
  readSettings({ home: workspace(yaml, dotEnv), env })

function failure(action: () => unknown): SettingsError {
  try {
    action()
  } catch (error) {
    if (error instanceof SettingsError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('readSettings', () => {
  it('has defaults for everything where there is no file', () => {
    const settings = read()
    expect(settings.language).toBe('zh-Hans')
    expect(Object.keys(settings.editions)).toEqual(['daily', 'weekly', 'arxiv'])
    expect(settings.llm).toBeUndefined()
  })

  it('refuses an unknown key and names the nearest known one and the line', () => {
    const error = failure(() => read('language: en\neditions:\n  daily: { layuot: summary }\n'))
    expect(error.message).toBe('paperbrief.yaml, line 3: "editions.daily.layuot" is not a setting.')
    expect(error.hint).toMatch(/^Did you mean "layout"\?/)
  })

  it('names the line of broken YAML', () => {
    expect(failure(() => read('language: en\nengine: { use: auto\n')).message).toMatch(
      /^paperbrief\.yaml, line [23]:/,
    )
  })

  it('fills in variables and refuses one that is not set', () => {
    expect(read('contact: ${WHO}\n', { WHO: 'me@example.org' }).contact).toBe('me@example.org')
    expect(failure(() => read('language: en\ncontact: ${WHO}\n')).message).toBe(
      'paperbrief.yaml, line 2: ${WHO} is not set.',
    )
  })

  it('takes a key from .env, and the environment before it', () => {
    expect(read('', {}, 'DEEPSEEK_API_KEY=a\n').llm?.apiKey).toBe('a')
    expect(read('', { DEEPSEEK_API_KEY: 'b' }, 'DEEPSEEK_API_KEY=a\n').llm?.apiKey).toBe('b')
  })

  it('takes a key from the file that a _FILE variable names', () => {
    const file = join(workspace(), 'key')
    writeFileSync(file, 'secret\n')
    expect(read('', { OPENAI_API_KEY_FILE: file }).llm).toMatchObject({
      apiKey: 'secret',
      baseUrl: 'https://api.openai.com/v1',
    })
  })

  it('takes either spelling of the base URL and of the model', () => {
    expect(read('', { OPENAI_API_BASE: 'http://localhost:1/v1', MODEL_NAME: 'qwen3' }).llm).toMatchObject({
      baseUrl: 'http://localhost:1/v1',
      model: 'qwen3',
    })
  })

  it('knows what names a service that needs no key, and says which address is none', () => {
    const yaml = 'engine: { baseUrl: "http://localhost:1/v1" }\n'
    expect(read(yaml).llm?.setBy).toBe('engine.baseUrl')
    expect(read(yaml, { OPENAI_API_BASE: 'http://localhost:2/v1' }).llm?.setBy).toBe('OPENAI_API_BASE')
    expect(read(yaml, { OPENAI_API_KEY: 'k' }).llm?.setBy).toBe('OPENAI_API_KEY')
    expect(failure(() => read('', { OPENAI_API_BASE: 'nowhere' })).message).toBe(
      'OPENAI_API_BASE is not a URL: nowhere',
    )
  })

  it('refuses a model that the service of the key does not have', () => {
    const error = failure(() => read('engine: { model: deepseek-chat }\n', { OPENAI_API_KEY: 'k' }))
    expect(error.hint).toContain('OPENAI_BASE_URL')
  })

  it('takes further services with keys of their own, names and prices', () => {
    const { services } = read(
      [
        'engine:',
        '  model: small',
        '  prices: { small: { in: 1, out: 2 }, large: { in: 3, out: 4 } }',
        '  fallbacks:',
        '    - { baseUrl: "https://a.example.com/v1", model: x, apiKey: "${A_KEY}", requestsPerMinute: 60 }',
        '    - { baseUrl: "https://a.example.com/v1", model: y, keyEnv: B_KEY, prices: { in: 5, out: 6 } }',
        '    - { name: mine, baseUrl: "http://localhost:8000/v1", model: z }',
        '',
      ].join('\n'),
      { OPENAI_API_KEY: 'k', A_KEY: 'a', B_KEY: 'b' },
    )
    expect(services.map(({ name, apiKey, model }) => [name, apiKey, model])).toEqual([
      ['llm', 'k', 'small'],
      ['a.example.com', 'a', 'x'],
      ['a.example.com-3', 'b', 'y'],
      ['mine', 'none', 'z'],
    ])
    expect(services[1]).toMatchObject({ requestsPerMinute: 60, pricesSetting: 'engine.fallbacks.0.prices' })
    expect(pricesOf(services[0]?.prices, 'large')).toEqual({ in: 3, out: 4 })
    expect(pricesOf(services[0]?.prices, 'other')).toBeUndefined()
    expect(pricesOf(services[2]?.prices, 'y')).toEqual({ in: 5, out: 6 })
  })

  it('names the variable of a fallback that is not set', () => {
    const yaml = 'engine:\n  fallbacks: [{ baseUrl: "https://a.example.com/v1", model: x, keyEnv: A_KEY }]\n'
    expect(failure(() => read(yaml)).message).toBe('engine.fallbacks.0.keyEnv names A_KEY, which is not set.')
  })

  it('says what is wrong with prices in either shape', () => {
    expect(failure(() => read('engine: { prices: { in: 1, ouut: 2 } }\n')).message).toContain(
      '"engine.prices.out" is wrong',
    )
    expect(failure(() => read('engine: { prices: { small: { in: 1 } } }\n')).message).toContain(
      '"engine.prices.small.out" is wrong',
    )
  })

  it('gives settings that nobody can change', () => {
    expect(Object.isFrozen(read().editions)).toBe(true)
  })
})

describe('findHome', () => {
  it('looks upward for paperbrief.yaml', () => {
    const home = workspace('')
    const inner = join(home, 'a', 'b')
    mkdirSync(inner, { recursive: true })
    expect(findHome(inner)).toBe(home)
  })

  it('stays where it is without one', () => {
    const folder = workspace()
    expect(findHome(folder)).toBe(folder)
  })
})

describe('callerFolder', () => {
  it('is the folder npm was called from, for our own scripts only', () => {
    expect(callerFolder({ npm_lifecycle_event: 'paperbrief', INIT_CWD: '/elsewhere' })).toBe('/elsewhere')
    expect(callerFolder({ npm_lifecycle_event: 'test', INIT_CWD: '/elsewhere' })).toBe(process.cwd())
  })
})

describe('findEdition', () => {
  it('is the first where none is named', () => {
    expect(findEdition(read()).name).toBe('daily')
  })

  it('names the editions there are where the one asked for is not', () => {
    expect(failure(() => findEdition(read(), 'monthly')).hint).toContain('daily, weekly, arxiv')
  })
})
