import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, openTestLibrary, type TestApp } from '../../test/open-app.ts'
import { reportCost } from '../jobs/cost.ts'
import { openGlossaryDesk } from '../jobs/glossary-desk.ts'
import { openSettingsFile } from '../jobs/settings-file.ts'
import type { Library } from '../library/library.ts'
import { readSettings } from '../settings.ts'

const YAML =
  'language: zh-Hans\neditions:\n  daily: { layout: summary }\n  english: { layout: summary, language: en }\n'

describe('the editors', () => {
  const home = mkdtempSync(join(tmpdir(), 'editors-'))
  const settings = () => readSettings({ home, env: { OPENAI_API_KEY: 'sk-secret-1234' } })
  let library: Library
  let app: TestApp

  beforeAll(async () => {
    writeFileSync(join(home, 'paperbrief.yaml'), YAML)
    writeFileSync(join(home, '.env'), 'DEEPSEEK_API_KEY=sk-dotenv-1234\n')
    library = await openTestLibrary()
    app = await openTestApp({
      library,
      settingsFile: openSettingsFile({ home, library }),
      glossaryDesk: openGlossaryDesk({ library, readSettings: settings }),
      reportCost: (by, since) =>
        reportCost({ library, settings: settings(), by, since, now: new Date('2025-05-20T00:00:00Z') }),
      now: () => Date.parse('2025-05-20T00:00:00Z'),
    })
  })
  afterAll(async () => {
    await app.close()
    await library.close()
  })

  const textOf = async (path: string) => (await app.ask(path)).text()
  const versionIn = (page: string) => /name="version" value="(\w+)"/.exec(page)?.[1] ?? ''

  describe('of settings', () => {
    it('shows the file, no key, and leaves no copy in a cache', async () => {
      const answer = await app.ask('/settings')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const page = await answer.text()
      expect(page).toContain('daily: { layout: summary }')
      expect(page).not.toMatch(/sk-secret|sk-dotenv/)
    })

    it('saves what can be read', async () => {
      const text = `${YAML}contact: me@example.org\n`
      const answer = await app.send('/settings', {
        text: text.replaceAll('\n', '\r\n'),
        version: versionIn(await textOf('/settings')),
      })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, 'settings?saved'])
      expect(readFileSync(join(home, 'paperbrief.yaml'), 'utf8')).toBe(text)
    })

    it('names the line of a fault, keeps what was typed and saves nothing', async () => {
      const before = readFileSync(join(home, 'paperbrief.yaml'), 'utf8')
      const text = 'language: zh-Hans\nedtions: {}\n# </textarea>\n'
      const answer = await app.send('/settings', { text, version: versionIn(await textOf('/settings')) })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('line 2')
      expect(page).toContain('Did you mean')
      expect(page).toContain('# &lt;/textarea&gt;')
      expect(readFileSync(join(home, 'paperbrief.yaml'), 'utf8')).toBe(before)
    })

    it('refuses to save over another’s change', async () => {
      const answer = await app.send('/settings', { text: YAML, version: 'of long ago' })
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('has changed since')
    })
  })

  describe('of the glossary', () => {
    const add = (fields: Record<string, string>) =>
      app.send('/glossary', { act: 'save', language: 'zh-Hans', ...fields })

    it('lists the bundled terms and finds some of them', async () => {
      const page = await textOf('/glossary?q=reinforcement%20learning')
      expect(page).toContain('强化学习')
      expect(page).not.toContain('知识蒸馏')
    })

    it('adds, changes and removes a term, and loses nothing of it', async () => {
      const answer = await add({
        source: 'world model',
        target: '天下',
        avoid: '全局模型 | 世界',
        forms: 'world models',
      })
      expect(answer.headers.get('location')).toBe('glossary?lang=zh-Hans')
      const form = await textOf('/glossary?lang=zh-Hans&source=world+model')
      expect(form).toContain('value="全局模型 | 世界"')
      expect(form).toContain('value="world models"')
      await add({ source: 'world models', target: '世界模型', edition: 'daily', beforeSource: 'world model' })
      expect(await library.terms.list('zh-Hans')).toMatchObject([
        { source: 'world models', target: '世界模型', edition: 'daily' },
      ])
      await app.send('/glossary', {
        act: 'remove',
        language: 'zh-Hans',
        source: 'world models',
        edition: 'daily',
      })
      expect(await library.terms.list('zh-Hans')).toEqual([])
    })

    it('says what is wrong with a term, and keeps what was typed', async () => {
      const answer = await add({ source: '"><script>', target: '' })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('has no target')
      expect(page).toContain('value="&quot;&gt;&lt;script&gt;"')
      expect(await library.terms.list('zh-Hans')).toEqual([])
    })

    it('keeps no term in a language or an edition that the settings do not have', async () => {
      await add({ source: 'token', target: '词元', language: 'xx', edition: '../x' })
      expect(await library.terms.list('xx')).toEqual([])
      expect(await library.terms.list('zh-Hans')).toMatchObject([{ source: 'token', scope: 'library' }])
    })
  })

  describe('of costs', () => {
    it('says that nothing was spent', async () => {
      expect(await textOf('/cost')).toContain('nothing was spent')
    })

    it('draws a bar for each group and writes the numbers below', async () => {
      const target = JSON.stringify([{ edition: 'daily', date: '2025-05-01', language: 'en' }, [], false])
      const { id: runId } = await library.runs.start({ target, exclusive: false })
      const call = {
        runId,
        paperId: 'x',
        engine: 'llm',
        outcome: 'ok',
        latencyMs: 1,
        usage: { in: 1200, out: 30, cached: 600 },
      }
      await library.modelCalls.save([
        { ...call, step: 'draft', model: 'small', costAmount: 0.5 },
        { ...call, step: 'revise', model: '<large>', costAmount: 1.5 },
      ])
      const page = await textOf('/cost?by=model&days=all')
      expect(page.match(/<rect /g)).toHaveLength(2)
      expect(page).toContain('&lt;large&gt;')
      expect(page).toContain('2.0000')
      expect(page).not.toContain('style=')
      expect(await textOf('/cost?by=edition&days=all')).toContain('daily')
    })

    it.each(['/cost?by=nothing', '/cost?days=-1', '/cost?by=step&days=90', '/cost?by=day&days=all'])(
      'bears %j',
      async path => expect((await app.ask(path)).status).toBe(200),
    )
  })
})
