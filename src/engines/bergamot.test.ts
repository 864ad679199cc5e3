import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeModelFiles } from '../../test/tiny-model.ts'
import { openBergamot } from './bergamot.ts'
import { findModelFor, findTranslationModels, type TranslationModel } from './bergamot-files.ts'
import type { TranslationEngine } from './engine.ts'
import { EngineError } from './engine-error.ts'

let folder: string
let model: TranslationModel

function modelIn(path: string): TranslationModel {
  const found = findModelFor(findTranslationModels(path), 'zh-Hans')
  if (!found) throw new Error('the generated model was not found')
  return found
}

/** A copy of the model with one of its files changed. */
function brokenModel(name: string, damage: (path: string) => void): TranslationModel {
  const path = join(folder, `broken-${Math.random().toString(36).slice(2)}`)
  mkdirSync(path)
  writeModelFiles(path, 'enzh')
  damage(join(path, name))
  return modelIn(path)
}

async function use<T>(
  engine: TranslationEngine,
  action: (engine: TranslationEngine) => Promise<T>,
): Promise<T> {
  try {
    return await action(engine)
  } finally {
    await engine.close()
  }
}

const request = { from: 'en', to: 'zh-Hans' }
const failure = (engine: TranslationEngine) =>
  use(engine, async open =>
    open.translate({ ...request, texts: ['We go.'] }).catch((error: unknown) => error),
  )

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperbrief-model-'))
  const path = join(folder, 'en-zh')
  mkdirSync(path)
  writeModelFiles(path, 'enzh')
  model = modelIn(path)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('openBergamot in the real WebAssembly, with a generated model of two vocabularies', () => {
  it('translates every text of a request, in batches, in its order', async () => {
    await use(openBergamot({ model }), async engine => {
      const texts = Array.from({ length: 19 }, (_, index) => `We propose method ${index % 3}.`)
      const translations = await engine.translate({ ...request, texts })
      expect(translations).toHaveLength(19)
      expect(translations.every(text => text !== '')).toBe(true)
      // Three different sentences, wherever they stand, and whatever the model makes of them.
      expect(new Set(translations.map((text, index) => `${index % 3} ${text}`)).size).toBe(3)
      expect(translations.join('')).toMatch(/\p{Script=Han}/u)
    })
  })

  it('ends its process when idle and starts another for the next call', async () => {
    await use(openBergamot({ model, idleMs: 1 }), async engine => {
      const first = await engine.translate({ ...request, texts: ['We go.'] })
      await new Promise(resolve => setTimeout(resolve, 100))
      expect(await engine.translate({ ...request, texts: ['We go.'] })).toEqual(first)
    })
  })

  it('gives calls made at once their own answers', async () => {
    await use(openBergamot({ model }), async engine => {
      const requests = [['One.'], ['Two two.'], ['Three: a, b.', 'Four.']]
      const atOnce = await Promise.all(requests.map(texts => engine.translate({ ...request, texts })))
      const inTurn: string[][] = []
      for (const texts of requests) inTurn.push(await engine.translate({ ...request, texts }))
      expect(atOnce).toEqual(inTurn)
    })
  })

  it('gives an empty translation for an empty text', async () => {
    await use(openBergamot({ model }), async engine => {
      expect((await engine.translate({ ...request, texts: ['', 'We go.'] }))[0]).toBe('')
    })
  })

  it('stops waiting when the caller gives up, and still translates after that', async () => {
    await use(openBergamot({ model }), async engine => {
      const controller = new AbortController()
      const pending = engine.translate({ ...request, texts: ['We go.'], signal: controller.signal })
      controller.abort(new Error('enough'))
      await expect(pending).rejects.toThrow('enough')
      expect(await engine.translate({ ...request, texts: ['We go.'] })).toHaveLength(1)
    })
  })

  it('refuses another pair of languages', async () => {
    await use(openBergamot({ model }), async engine => {
      await expect(engine.translate({ from: 'en', to: 'de', texts: ['We go.'] })).rejects.toMatchObject({
        code: 'engine-not-available',
        hint: expect.stringContaining('models pull de'),
      })
    })
  })

  it('fails calls after it was closed', async () => {
    const engine = openBergamot({ model })
    await engine.close()
    await expect(engine.translate({ ...request, texts: ['We go.'] })).rejects.toThrow(EngineError)
  })

  it('gives up a process that does not answer in time', async () => {
    expect(await failure(openBergamot({ model, timeoutMs: 1 }))).toMatchObject({
      code: 'engine-unavailable',
      timedOut: true,
    })
  })
})

describe('openBergamot with a broken model', () => {
  const faults: [string, string, (path: string) => void][] = [
    ['whose weights are cut off', 'model.enzh.intgemm.alphas.bin', path => truncateSync(path, 5000)],
    [
      'whose weights are no model',
      'model.enzh.intgemm.alphas.bin',
      path => writeFileSync(path, 'x'.repeat(9000)),
    ],
    ['whose shortlist is cut off', 'lex.50.50.enzh.s2t.bin', path => truncateSync(path, 600)],
    ['whose vocabulary is a web page', 'srcvocab.enzh.spm', path => writeFileSync(path, '<html>'.repeat(50))],
  ]
  for (const [name, file, damage] of faults) {
    it(`says before it starts that it cannot use one ${name}`, async () => {
      const error = await failure(openBergamot({ model: brokenModel(file, damage) }))
      expect(error).toBeInstanceOf(EngineError)
      expect(error).toMatchObject({ code: 'engine-not-available', message: expect.stringContaining(file) })
    })
  }

  it('reports what the engine said where it gives up, and the program goes on', async () => {
    const bad = brokenModel('trgvocab.enzh.spm', path => {
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.fill(0xff, 1))
    })
    const error = await failure(openBergamot({ model: bad }))
    expect(error).toMatchObject({
      code: 'engine-not-available',
      message: expect.stringMatching(/cannot be loaded: SentencePiece/),
      hint: expect.stringContaining('models verify'),
    })
  })
})
