/** Tests of what is known of languages. */
import { describe, expect, it } from 'vitest'
import { chineseScript, listSeparator, nameLanguage, pickLanguage } from './language.ts'

describe('nameLanguage', () => {
  it.each([
    ['zh-Hans', 'Simplified Chinese'],
    ['zh-Hant', 'Traditional Chinese'],
    ['ja', 'Japanese'],
    ['pt-BR', 'Brazilian Portuguese'],
    ['qqx', 'qqx'],
    ['no tag', 'no tag'],
  ])('calls %s %s', (tag, name) => {
    expect(nameLanguage(tag)).toBe(name)
  })
})

describe('listSeparator', () => {
  it('is the mark of the script', () => {
    expect(['zh-Hant', 'ja', 'ko', 'fr', 'ar'].map(listSeparator)).toEqual(['、', '、', ', ', ', ', '، '])
  })
})

describe('chineseScript', () => {
  it('goes by the script, else by the region', () => {
    expect(['zh', 'zh-Hans-HK', 'zh-TW', 'zh-Hant', 'yue', 'ja'].map(chineseScript)).toEqual([
      'Hans',
      'Hans',
      'Hant',
      'Hant',
      'Hant',
      undefined,
    ])
  })
})

describe('pickLanguage', () => {
  it.each([
    ['zh-TW', ['zh-Hans', 'zh-Hant', 'en'], 'zh-Hant'],
    ['zh-CN', ['zh-Hant', 'zh-Hans', 'en'], 'zh-Hans'],
    ['zh-Hant', ['zh-Hans', 'en'], 'zh-Hans'],
    ['pt-BR', ['en', 'pt-PT', 'pt'], 'pt'],
    ['pt', ['en', 'pt-BR'], 'pt-BR'],
    ['fr', ['en', 'de'], undefined],
    ['', ['en'], undefined],
  ])('serves %s from %j with %s', (wanted, there, found) => {
    expect(pickLanguage(wanted, there)).toBe(found)
  })
})
