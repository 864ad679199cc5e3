import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findModelFor, findTranslationModels, modelCodes, readFileName, splitPair } from './bergamot-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperbrief-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(place: string, ...names: string[]): void {
  mkdirSync(join(folder, place), { recursive: true })
  for (const name of names) writeFileSync(join(folder, place, name), 'x')
}

const pairs = () => findTranslationModels(folder).map(({ from, to }) => `${from}-${to}`)

describe('findTranslationModels', () => {
  it('finds models in the folder itself and in the folders inside it', () => {
    put('.', 'model.ende.intgemm.alphas.bin', 'lex.50.50.ende.s2t.bin', 'vocab.ende.spm')
    put(
      'zh',
      'model.enzh.intgemm.alphas.bin',
      'lex.50.50.enzh.s2t.bin',
      'srcvocab.enzh.spm',
      'trgvocab.enzh.spm',
    )
    expect(pairs()).toEqual(['en-de', 'en-zh'])
    expect(findModelFor(findTranslationModels(folder), 'zh-Hans')?.files.vocabularies).toHaveLength(2)
  })

  it('takes a vocabulary that is named after the opposite direction', () => {
    put('.', 'model.ende.intgemm.alphas.bin', 'lex.50.50.ende.s2t.bin', 'vocab.deen.spm')
    expect(pairs()).toEqual(['en-de'])
  })

  it('leaves out a model that lacks a file, and transfers that are not finished', () => {
    put('a', 'model.enzh.intgemm.alphas.bin', 'lex.50.50.enzh.s2t.bin', 'srcvocab.enzh.spm')
    put('b', 'model.enfr.intgemm.alphas.bin.part', 'lex.50.50.enfr.s2t.bin', 'vocab.enfr.spm')
    expect(pairs()).toEqual([])
  })

  it('goes by model.json where a file is named after another pair', () => {
    put('bs', 'model.enhbs.intgemm.alphas.bin', 'lex.50.50.enhbs.s2t.bin', 'vocab.enhbs.spm')
    const file = { role: 'model', name: 'model.enhbs.intgemm.alphas.bin', bytes: 1, sha256: 'a'.repeat(64) }
    writeFileSync(
      join(folder, 'bs', 'model.json'),
      JSON.stringify({ from: 'en', to: 'bs', architecture: 'tiny', files: [file] }),
    )
    expect(findTranslationModels(folder).map(({ name }) => name)).toEqual(['en-bs tiny aaaaaaaa'])
  })

  it('finds nothing where there is no folder, and survives a broken model.json', () => {
    expect(findTranslationModels(join(folder, 'nowhere'))).toEqual([])
    put('.', 'model.ende.intgemm.alphas.bin', 'lex.50.50.ende.s2t.bin', 'vocab.ende.spm', 'model.json')
    expect(pairs()).toEqual(['en-de'])
  })
})

describe('names and codes', () => {
  it('reads the names of model files and of nothing else', () => {
    expect(readFileName('model.enzh.intgemm8.bin')).toEqual({ role: 'model', pair: 'enzh' })
    expect(readFileName('lex.enzh.s2t.bin')).toEqual({ role: 'shortlist', pair: 'enzh' })
    expect(readFileName('model.enzh.intgemm.alphas.bin.gz')).toBeUndefined()
    expect(readFileName('../model.enzh.intgemm.alphas.bin')).toBeUndefined()
  })

  it('takes pairs apart, longer codes too', () => {
    expect(splitPair('enzh_hant')).toEqual({ from: 'en', to: 'zh_hant' })
    expect(splitPair('hbsen')).toEqual({ from: 'hbs', to: 'en' })
  })

  it('looks for a language under its own code before that of its base', () => {
    expect(modelCodes('pt-BR')).toEqual(['pt-br', 'pt_br', 'pt'])
    expect(modelCodes('zh-Hans')).toContain('zh')
  })

  it('takes a model of Simplified Chinese for Traditional only where its text is converted', () => {
    expect(modelCodes('zh-Hant')).not.toContain('zh')
    expect(modelCodes('zh-Hant', { convertsChinese: true })).toContain('zh')
  })
})
