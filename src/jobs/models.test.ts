import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MirrorFault, makeRegistry, openModelMirror, sha256 } from '../../test/model-mirror.ts'
import { findModelFor, findTranslationModels } from '../engines/bergamot-files.ts'
import { adoptModel } from './adopt-model.ts'
import { listModels, type ModelsContext, pullModel } from './models.ts'
import { ModelsError } from './models-error.ts'
import { verifyModels } from './verify-models.ts'

let mirror: Awaited<ReturnType<typeof openModelMirror>>
let folder: string
let context: ModelsContext
let warnings: string[]
let waits: number[]

const WEIGHTS = 'model.enzh.intgemm.alphas.bin'

beforeEach(async () => {
  mirror = await openModelMirror()
  folder = mkdtempSync(join(tmpdir(), 'paperbrief-models-'))
  warnings = []
  waits = []
  context = {
    folder,
    mirror: mirror.url,
    fetch: globalThis.fetch,
    now: () => 1_000_000,
    wait: async ms => void waits.push(ms),
    progress: { note() {}, warn: message => void warnings.push(message), step() {} },
  }
})
afterEach(async () => {
  await mirror.close()
  rmSync(folder, { recursive: true, force: true })
})

const fileRequests = () => mirror.requests.filter(path => !path.startsWith('/db/'))
const pull = (...faults: MirrorFault[]) => {
  mirror.faults.push(...faults)
  return pullModel(context, 'zh-Hans')
}
const failure = (...faults: MirrorFault[]) => pull(...faults).catch((error: unknown) => error)
const installed = () => findModelFor(findTranslationModels(folder), 'zh-Hans')
const read = (name: string) => readFileSync(join(folder, 'en-zh', name))
const leftovers = () => readdirSync(join(folder, 'en-zh')).filter(name => /\.part|\.new/.test(name))

describe('pullModel', () => {
  it('fetches all files of the model, unpacked, with their hashes written down', async () => {
    const pulled = await pull()
    expect(pulled).toMatchObject({ pair: 'en-zh', folder: join(folder, 'en-zh'), fetched: true })
    for (const [name, bytes] of Object.entries(mirror.files)) expect(read(name).equals(bytes)).toBe(true)
    expect(installed()?.name).toBe(
      `en-zh tiny ${sha256(mirror.files[WEIGHTS] ?? Buffer.alloc(0)).slice(0, 8)}`,
    )
    expect(leftovers()).toEqual([])
  })

  it('takes a pair for a language, and a language for a pair', async () => {
    expect((await pullModel(context, 'en-zh')).pair).toBe('en-zh')
  })

  it('fetches nothing that is there already', async () => {
    await pull()
    const before = fileRequests().length
    expect(await pull()).toMatchObject({ fetched: false })
    expect(fileRequests()).toHaveLength(before)
  })

  it('goes on where a dropped connection left off', async () => {
    await pull('cut')
    expect(read(WEIGHTS).equals(mirror.files[WEIGHTS] ?? Buffer.alloc(0))).toBe(true)
    expect(fileRequests()[1]).toMatch(/bytes=\d{3,}-$/)
  })

  it('goes on in another call, where the first one was given up', async () => {
    expect(await failure('cut', 'cut', 'cut', 'cut', 'cut')).toMatchObject({ code: 'models-unreachable' })
    expect(leftovers()).toContain(`${WEIGHTS}.part`)
    mirror.requests.length = 0
    await pull()
    expect(fileRequests()[0]).toMatch(/bytes=\d{3,}-$/)
    expect(installed()).toBeDefined()
  })

  it('waits longer and longer between attempts', async () => {
    await failure('busy', 'busy', 'busy', 'busy', 'busy')
    expect(waits).toEqual([1000, 2000, 4000, 8000])
  })

  const mended: [string, MirrorFault[]][] = [
    ['sends the whole file though a part was asked for', ['cut', 'ignore-range']],
    ['says that the part is out of range', ['cut', 'refuse-range']],
    ['sends a part that begins elsewhere', ['cut', 'wrong-range']],
    ['is busy', ['busy', 'busy']],
    ['sends to another address', ['redirect']],
    ['sends another file once', ['other-file']],
  ]
  for (const [what, faults] of mended) {
    it(`gets the right file from a server that ${what}`, async () => {
      await pull(...faults)
      expect(read(WEIGHTS).equals(mirror.files[WEIGHTS] ?? Buffer.alloc(0))).toBe(true)
      expect(leftovers()).toEqual([])
    })
  }

  it('begins anew where the file has changed since it was begun', async () => {
    await failure('cut', 'cut', 'cut', 'cut', 'cut')
    const note = join(folder, 'en-zh', `${WEIGHTS}.part.json`)
    const begun = JSON.parse(readFileSync(note, 'utf8'))
    writeFileSync(note, JSON.stringify({ ...begun, etag: '"of-yesterday"' }))
    writeFileSync(join(folder, 'en-zh', `${WEIGHTS}.part`), 'of yesterday')
    await pull()
    expect(read(WEIGHTS).equals(mirror.files[WEIGHTS] ?? Buffer.alloc(0))).toBe(true)
  })

  const refused: [string, MirrorFault[], string][] = [
    ['is not there', ['missing'], 'models-not-found'],
    ['is a web page', ['web-page'], 'models-not-a-file'],
    ['has another hash, also the second time', ['other-file', 'other-file'], 'models-hash-mismatch'],
    ['is refused five times', ['busy', 'busy', 'busy', 'busy', 'busy'], 'models-unreachable'],
  ]
  for (const [what, faults, code] of refused) {
    it(`gives up where the file ${what}, and names the mend`, async () => {
      const error = await failure(...faults)
      expect(error).toBeInstanceOf(ModelsError)
      expect(error).toMatchObject({ code, hint: expect.stringContaining('models.mirror') })
      expect(installed()).toBeUndefined()
      expect(existsSync(join(folder, 'en-zh', WEIGHTS))).toBe(false)
    })
  }

  it('stops when the caller gives up, and keeps what it has', async () => {
    const controller = new AbortController()
    const pulling = pullModel(
      { ...context, signal: controller.signal, wait: async () => controller.abort(new Error('enough')) },
      'zh-Hans',
    )
    mirror.faults.push('cut')
    await expect(pulling).rejects.toThrow('enough')
    expect(leftovers()).toContain(`${WEIGHTS}.part`)
  })

  it('says which languages there are where one is not among them', async () => {
    await expect(pullModel(context, 'tlh')).rejects.toMatchObject({
      code: 'models-unknown-language',
      hint: expect.stringContaining('models list --all'),
    })
  })

  it('knows the Chinese model without the registry', async () => {
    mirror.registry = undefined
    const error = await failure()
    // The mirror of this test has other weights than Mozilla, under another path.
    expect(error).toMatchObject({
      code: 'models-not-found',
      message: expect.stringContaining('llmaat_finetune10M'),
    })
    expect(warnings[0]).toContain('status 404')
  })
})

describe('the registry', () => {
  it('is kept for a day, and longer where it cannot be reached', async () => {
    await listModels(context, ['zh-Hans'])
    await listModels(context, ['zh-Hans'])
    expect(mirror.requests).toHaveLength(1)
    mirror.registry = undefined
    const later = { ...context, now: () => 1_000_000 + 2 * 86_400_000 }
    const { models, note } = await listModels(later, ['zh-Hans'])
    expect(models).toMatchObject([{ pair: 'en-zh', architecture: 'tiny', state: 'available' }])
    expect(note).toContain('an older copy')
  })

  it('tells what is bundled where it was never reached', async () => {
    mirror.registry = '<html>log in</html>'
    const { models, note } = await listModels(context, ['zh-Hans', 'de'])
    expect(models).toEqual([
      { pair: 'en-zh', architecture: 'base-memory', state: 'available', bytes: 49_913_927, comet: 0.8595 },
    ])
    expect(note).toContain('models.mirror')
  })

  it('prefers a released model for desktops, then the better one', async () => {
    const { models } = makeRegistry(mirror.files, mirror.url)
    const [entry] = models['en-zh']
    const variant = (architecture: string, releaseStatus: string | null) => ({
      ...entry,
      architecture,
      releaseStatus,
    })
    mirror.registry = {
      models: {
        'en-zh': [
          variant('base', null),
          variant('tiny', 'Release Android'),
          variant('tiny', 'Release'),
          variant('base-memory', 'Release Desktop'),
        ],
      },
    }
    expect((await listModels(context, ['zh-Hans'])).models[0]?.architecture).toBe('base-memory')
  })

  it('leaves out entries that could write outside the folder, or that lack a file', async () => {
    const { models } = makeRegistry(mirror.files, mirror.url)
    const [entry] = models['en-zh']
    const files = entry?.files
    mirror.registry = {
      models: {
        'en-de': [
          {
            ...entry,
            targetLanguage: 'de',
            files: { ...files, model: { path: '../../model.ende.intgemm.alphas.bin.gz' } },
          },
        ],
        'en-fr': [{ ...entry, targetLanguage: 'fr', files: { ...files, lexicalShortlist: undefined } }],
        'en-it': [
          { ...entry, targetLanguage: 'it', files: { ...files, srcVocab: { path: 'models/evil.sh.gz' } } },
        ],
        'en-zh': [entry, 'nonsense', null],
      },
    }
    expect((await listModels(context, undefined)).models.map(({ pair }) => pair)).toEqual(['en-zh'])
  })
})

describe('adoptModel', () => {
  const give = (pack: (name: string) => boolean, without = '') => {
    const from = mkdtempSync(join(folder, 'from-'))
    for (const [name, bytes] of Object.entries(mirror.files)) {
      if (name === without) continue
      if (pack(name)) writeFileSync(join(from, `${name}.gz`), gzipSync(bytes))
      else writeFileSync(join(from, name), bytes)
    }
    return from
  }
  const place = () => ({ ...context, folder: join(folder, 'models') })

  it('copies files that somebody has, packed or not, and they are then a model like any other', async () => {
    const adopted = await adoptModel(place(), { from: give(name => name.startsWith('lex')) })
    expect(adopted.pair).toBe('en-zh')
    expect((await verifyModels(place())).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok'])
    // Its name is that of Mozilla's file, its content is not.
    expect(warnings.join()).toContain(WEIGHTS)
  })

  it('says which files it needs where one is missing', async () => {
    await expect(adoptModel(place(), { from: give(() => false, 'trgvocab.enzh.spm') })).rejects.toMatchObject(
      { code: 'models-folder-incomplete', hint: expect.stringContaining('trgvocab.enzh.spm') },
    )
  })

  it('refuses a folder that is not there, and another language than wanted', async () => {
    await expect(adoptModel(place(), { from: join(folder, 'nowhere') })).rejects.toThrow(ModelsError)
    await expect(adoptModel(place(), { from: give(() => false), wanted: 'de' })).rejects.toThrow(ModelsError)
  })

  it('refuses a packed file that is damaged', async () => {
    const from = give(() => true)
    truncateSync(join(from, `${WEIGHTS}.gz`), 3000)
    await expect(adoptModel(place(), { from })).rejects.toMatchObject({ code: 'models-folder-incomplete' })
    expect(findTranslationModels(join(folder, 'models'))).toEqual([])
  })
})

describe('verifyModels', () => {
  const states = async () => (await verifyModels(context)).map(({ state }) => state).sort()

  it('finds every file as it was fetched', async () => {
    await pull()
    expect(await states()).toEqual(['ok', 'ok', 'ok', 'ok'])
  })

  it('finds a file that was changed', async () => {
    await pull()
    const path = join(folder, 'en-zh', 'srcvocab.enzh.spm')
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(1, 50, 60))
    expect(await states()).toEqual(['changed', 'ok', 'ok', 'ok'])
  })

  it('finds nothing where there is no model', async () => {
    expect(await states()).toEqual([])
  })

  it('does not know the hashes of files that were put there by hand', async () => {
    await pull()
    const path = join(folder, 'en-zh')
    rmSync(join(path, 'model.json'))
    // Under Mozilla's names they would be compared with Mozilla's files.
    for (const name of readdirSync(path)) {
      writeFileSync(join(path, name.replace('enzh', 'ende')), readFileSync(join(path, name)))
      rmSync(join(path, name))
    }
    expect(await states()).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
    truncateSync(join(path, WEIGHTS.replace('enzh', 'ende')), 5000)
    expect(await states()).toEqual(['broken', 'broken', 'broken', 'broken'])
  })
})
