/** The files of a Bergamot translation model: their names, where they lie, and whether they are whole. */
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { errorMessage } from '../paper/error.ts'
import { EngineError } from './engine-error.ts'

export type ModelFileRole = 'model' | 'shortlist' | 'vocabulary' | 'sourceVocabulary' | 'targetVocabulary'

export interface TranslationModel {
  /** Codes as the registry of models writes them: `en`, `zh`, `pt`. */
  from: string
  to: string
  /** For people and for the recipe of a brief; another one for other weights. */
  name: string
  /** The folder that the files lie in. */
  folder: string
  files: {
    model: string
    shortlist: string
    /** One for both languages, or that of the source and that of the target: their ids differ. */
    vocabularies: readonly [string] | readonly [string, string]
  }
  /** Read from `model.json`; absent for files that somebody put there by hand. */
  manifest?: ModelManifest
}

/** What `models pull` writes beside the files. */
export const MANIFEST_FILE = 'model.json'

const manifestSchema = z.object({
  from: z.string(),
  to: z.string(),
  architecture: z.string().optional(),
  files: z.array(
    z.object({
      role: z.enum(['model', 'shortlist', 'vocabulary', 'sourceVocabulary', 'targetVocabulary']),
      name: z.string(),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})
export type ModelManifest = z.infer<typeof manifestSchema>

const PATTERNS: readonly [ModelFileRole, RegExp][] = [
  ['model', /^model\.([a-z_-]{4,15})\.intgemm8?(?:\.alphas)?\.bin$/i],
  ['shortlist', /^lex\.(?:\d+\.\d+\.)?([a-z_-]{4,15})\.s2t\.bin$/i],
  ['sourceVocabulary', /^srcvocab\.([a-z_-]{4,15})\.spm$/i],
  ['targetVocabulary', /^trgvocab\.([a-z_-]{4,15})\.spm$/i],
  ['vocabulary', /^vocab\.([a-z_-]{4,15})\.spm$/i],
]

/** `model.enzh.intgemm.alphas.bin` → the model of `enzh`; undefined for any other file. */
export function readFileName(name: string): { role: ModelFileRole; pair: string } | undefined {
  for (const [role, pattern] of PATTERNS) {
    const pair = pattern.exec(name)?.[1]
    if (pair) return { role, pair: pair.toLowerCase() }
  }
  return undefined
}

/** Every complete model in a folder and in the folders directly inside it; none where the folder is not there. */
export function findTranslationModels(folder: string): TranslationModel[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() || entry.isSymbolicLink())
    .map(entry => join(folder, entry.name))
    .filter(path => existsSync(path) && statSync(path).isDirectory())
  return [folder, ...inside.sort()].flatMap(readFolder)
}

/** The model that translates English into a language, by its tag: `zh-Hans`, `pt-BR`. */
export function findModelFor(
  models: readonly TranslationModel[],
  language: string,
  options?: CodeOptions,
): TranslationModel | undefined {
  for (const code of modelCodes(language, options)) {
    const found = models.find(({ from, to }) => from === 'en' && to === code)
    if (found) return found
  }
  return undefined
}

export interface CodeOptions {
  /** What a model of Simplified Chinese writes will be converted, so that it serves Traditional Chinese too. */
  convertsChinese?: boolean
}

/** The codes under which the registry may have a language, the best first. */
export function modelCodes(language: string, { convertsChinese = false }: CodeOptions = {}): string[] {
  const [base = language, script] = language.split('-')
  if (language === 'zh-Hant') return ['zh-hant', 'zh_hant', ...(convertsChinese ? ['zh'] : [])]
  if (base === 'no' || base === 'nb') return [base, 'nb', 'no']
  return [...new Set([language.toLowerCase(), script ? `${base}_${script.toLowerCase()}` : base, base])]
}

function readFolder(folder: string): TranslationModel[] {
  const names = readdirSync(folder)
  const byRole = new Map<string, string>()
  for (const name of names) {
    const read = readFileName(name)
    if (read) byRole.set(`${read.role} ${read.pair}`, join(folder, name))
  }
  const pairs = [...byRole.keys()].flatMap(key => (key.startsWith('model ') ? [key.slice(6)] : []))
  const manifest = readManifest(join(folder, MANIFEST_FILE))
  return pairs.flatMap(pair => {
    const model = byRole.get(`model ${pair}`)
    const shortlist = byRole.get(`shortlist ${pair}`)
    const vocabularies = findVocabularies(byRole, pair)
    if (!model || !shortlist || !vocabularies) return []
    // A file may be named after another pair than it serves: Bosnian has the model of Serbo-Croatian.
    const known = manifest?.files.some(({ name }) => name === basename(model)) ? manifest : undefined
    const codes = known ? { from: known.from, to: known.to } : splitPair(pair)
    return [
      {
        ...codes,
        name: nameModel({ ...codes, model, manifest: known }),
        folder,
        files: { model, shortlist, vocabularies },
        ...(known && { manifest: known }),
      },
    ]
  })
}

function findVocabularies(
  byRole: ReadonlyMap<string, string>,
  pair: string,
): TranslationModel['files']['vocabularies'] | undefined {
  const source = byRole.get(`sourceVocabulary ${pair}`)
  const target = byRole.get(`targetVocabulary ${pair}`)
  if (source && target) return [source, target]
  // Older models share one vocabulary with the opposite direction and name it after that.
  const { from, to } = splitPair(pair)
  const shared = byRole.get(`vocabulary ${pair}`) ?? byRole.get(`vocabulary ${to}${from}`)
  return shared ? [shared] : undefined
}

/** English is on one side of every pair; the rest is the other language: `enzh_hant`, `hbsen`. */
export function splitPair(pair: string): { from: string; to: string } {
  const bare = pair.toLowerCase()
  if (bare.startsWith('en')) return { from: 'en', to: bare.slice(2).replace(/^[-_]/, '') }
  if (bare.endsWith('en')) return { from: bare.slice(0, -2).replace(/[-_]$/, ''), to: 'en' }
  return { from: bare.slice(0, 2), to: bare.slice(2) }
}

function nameModel(named: {
  from: string
  to: string
  model: string
  manifest: ModelManifest | undefined
}): string {
  const { from, to, model, manifest } = named
  const hash = manifest?.files.find(({ role }) => role === 'model')?.sha256.slice(0, 8)
  const weights = hash ?? `${statSync(model).size} bytes`
  return [`${from}-${to}`, manifest?.architecture, weights].filter(Boolean).join(' ')
}

function readManifest(path: string): ModelManifest | undefined {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

const HEAD_BYTES = 1024 * 1024
const MODEL_VERSION = 1n
const SHORTLIST_MAGIC = 0xf11a48d5013417f5n
const [MODEL_ITEM_BYTES, MAX_ITEMS, SHORTLIST_HEAD_BYTES] = [32, 20_000, 48]

/**
 * Refuses files that the engine would read nonsense from: it takes a truncated model for a whole one and gives empty
 * translations, and its own check compares a hash that comes out differently in 32-bit WebAssembly.
 * @throws EngineError `engine-not-available`
 */
export function inspectModelFiles({ files }: TranslationModel): void {
  for (const [path, isWhole] of [
    [files.model, isWholeModel],
    [files.shortlist, isWholeShortlist],
    ...files.vocabularies.map(vocabulary => [vocabulary, isVocabulary] as const),
  ] as const) {
    let whole: boolean
    try {
      whole = isWhole(readHead(path), statSync(path).size)
    } catch (cause) {
      throw unusable(`${path} cannot be read: ${errorMessage(cause)}`, cause)
    }
    if (!whole) throw unusable(`${path} is no such file of a translation model, or only a part of it.`)
  }
}

export function unusable(message: string, cause?: unknown): EngineError {
  return new EngineError(message, {
    code: 'engine-not-available',
    hint: 'Run `paperbrief models verify`, then `paperbrief models pull` to fetch the files again.',
    ...(cause !== undefined && { cause }),
  })
}

function readHead(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(HEAD_BYTES)
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0))
  } finally {
    closeSync(file)
  }
}

/** Marian's binary format: version, item count, a head for each item, names, shapes, padding, data. */
function isWholeModel(head: Buffer, size: number): boolean {
  if (head.length < 16 || head.readBigUInt64LE(0) !== MODEL_VERSION) return false
  const items = Number(head.readBigUInt64LE(8))
  if (items === 0 || items > MAX_ITEMS || 16 + items * MODEL_ITEM_BYTES > head.length) return false
  let at = 16 + items * MODEL_ITEM_BYTES
  let data = 0
  for (let item = 0; item < items; item++) {
    const start = 16 + item * MODEL_ITEM_BYTES
    at += Number(head.readBigUInt64LE(start)) + 4 * Number(head.readBigUInt64LE(start + 16))
    data += Number(head.readBigUInt64LE(start + 24))
  }
  if (at + 8 > head.length) return false
  return at + 8 + Number(head.readBigUInt64LE(at)) + data === size
}

function isWholeShortlist(head: Buffer, size: number): boolean {
  if (head.length < SHORTLIST_HEAD_BYTES || head.readBigUInt64LE(0) !== SHORTLIST_MAGIC) return false
  const offsets = Number(head.readBigUInt64LE(32))
  const ids = Number(head.readBigUInt64LE(40))
  return SHORTLIST_HEAD_BYTES + 8 * offsets + 4 * ids === size
}

/** A SentencePiece model is a protobuf message whose first field is a piece. */
function isVocabulary(head: Buffer, size: number): boolean {
  return size > 100 && head[0] === 0x0a
}
