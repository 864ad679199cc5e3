import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../library/library.ts'
import { openSettingsFile, type SettingsFile } from './settings-file.ts'

// Settings are judged without asking the library anything.
const library = { httpCache: {}, harvests: {}, exclusive: true } as Library

const YAML = `language: en
engine:
  fallbacks:
    - { baseUrl: "https://models.example.org/v1", model: m, apiKey: sk-plain-1234 }
`

describe('the settings file', () => {
  let home: string
  let file: SettingsFile
  const path = () => join(home, 'paperbrief.yaml')
  const backups = () => join(home, '.paperbrief', 'settings-before')

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'settings-'))
    writeFileSync(path(), YAML)
    file = openSettingsFile({ home, library })
  })

  const save = (change: (text: string) => string) => {
    const { text, version } = file.read()
    return file.save({ text: change(text), version })
  }

  it('is shown without its keys and saved with them', async () => {
    expect(file.read().text).not.toContain('sk-plain')
    await save(text => text.replace('language: en', 'language: ja'))
    expect(readFileSync(path(), 'utf8')).toBe(YAML.replace('language: en', 'language: ja'))
  })

  it.each([
    ['langage: en\n', 'line 1', 'language'],
    ['editions:\n  daily: { layout: summary, schedule: "0 25 * * *" }\n', 'line 2', 'schedule'],
    ['language: [\n', 'line 2', 'indentation'],
    ['sources:\n  - file: { pth: x }\n', 'line 2', 'path'],
    ['sources:\n  - filing: {}\n', 'line 2', 'file'],
    ['glossary: [terms.csv]\n', 'terms.csv', ''],
  ])('is not saved as %j', async (text, place, hint) => {
    await expect(save(() => text)).rejects.toSatisfy((error: Error & { hint?: string }) => {
      expect(`${error.message} ${error.hint}`).toContain(place)
      expect(`${error.message} ${error.hint}`).toContain(hint)
      return true
    })
    expect(readFileSync(path(), 'utf8')).toBe(YAML)
    expect(existsSync(backups())).toBe(false)
  })

  it('is not saved over what somebody else has changed', async () => {
    const { text, version } = file.read()
    writeFileSync(path(), `${YAML}contact: me@example.org\n`)
    await expect(file.save({ text, version })).rejects.toMatchObject({ code: 'settings-conflict' })
    expect(readFileSync(path(), 'utf8')).toContain('contact')
  })

  it('keeps what stood there before, and its rights', async () => {
    chmodSync(path(), 0o640)
    for (let round = 0; round < 23; round++) await save(text => `${text}# ${round}\n`)
    const names = readdirSync(backups()).toSorted()
    expect(names).toHaveLength(20)
    expect(readFileSync(join(backups(), names.at(-1) ?? ''), 'utf8')).toContain('# 21\n')
    expect(statSync(join(backups(), names[0] ?? '')).mode & 0o777).toBe(0o600)
    expect(statSync(path()).mode & 0o777).toBe(0o640)
    expect(readdirSync(home).toSorted()).toEqual(['.paperbrief', 'paperbrief.yaml'])
  })

  it('is made where there was none', async () => {
    home = mkdtempSync(join(tmpdir(), 'settings-'))
    file = openSettingsFile({ home, library })
    expect(file.read().text).toBe('')
    await save(() => 'language: en\r\n')
    expect(readFileSync(path(), 'utf8')).toBe('language: en\n')
  })

  it('names a hidden value that is not there', async () => {
    await expect(save(text => text.replace('hidden 1', 'hidden 7'))).rejects.toMatchObject({
      code: 'settings-hidden-unknown',
    })
  })
})
