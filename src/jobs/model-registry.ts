/** The registry of translation models: Mozilla's list of all pairs, kept for a day, with what is bundled behind it. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { modelCodes, readFileName } from '../engines/bergamot-files.ts'
import { errorMessage } from '../paper/error.ts'
import { bundledOffers, type ModelOffer, type OfferedFile } from './bundled-models.ts'

/** The bucket that Firefox's models lie in. */
const MODELS_URL = 'https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data'
const REGISTRY_PATH = 'db/models.json'
const CACHE_FILE = 'registry.json'
const DAY_MS = 86_400_000
const TIMEOUT_MS = 20_000
const MAX_BYTES = 32 * 1024 * 1024

export interface RegistryPlace {
  /** Where models and the copy of the registry are kept. */
  folder: string
  /** In place of Mozilla's address, with the same paths below it. */
  mirror?: string | undefined
  fetch: typeof globalThis.fetch
  now: () => number
  signal?: AbortSignal | undefined
}

export interface ModelRegistry {
  offers: readonly ModelOffer[]
  /** What the paths of the files are below. */
  baseUrl: string
  origin: 'fetched' | 'kept' | 'bundled'
  /** Why it is not the newest. */
  note?: string
}

const fileSchema = z.object({
  path: z.string().max(500),
  uncompressedSize: z.number().int().positive().nullish(),
  uncompressedHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullish(),
})
const entrySchema = z.object({
  architecture: z.string().max(60).nullish(),
  releaseStatus: z.string().max(60).nullish(),
  sourceLanguage: z.string().min(2).max(20),
  targetLanguage: z.string().min(2).max(20),
  files: z.record(z.string(), z.unknown()),
  metrics: z.unknown().optional(),
})
const registrySchema = z.object({ models: z.record(z.string(), z.array(z.unknown())) })
const keptSchema = z.object({ fetchedAt: z.number(), baseUrl: z.string(), registry: z.unknown() })

const ROLES = {
  model: 'model',
  lexicalShortlist: 'shortlist',
  vocab: 'vocabulary',
  srcVocab: 'sourceVocabulary',
  trgVocab: 'targetVocabulary',
} as const

/** Never fails for want of a network: an older copy serves, else what is bundled. */
export async function readRegistry(place: RegistryPlace): Promise<ModelRegistry> {
  const baseUrl = (place.mirror ?? MODELS_URL).replace(/\/+$/, '')
  const kept = readKept(place.folder, baseUrl)
  if (kept && place.now() - kept.fetchedAt < DAY_MS) return { offers: kept.offers, baseUrl, origin: 'kept' }
  try {
    const registry: unknown = JSON.parse(await fetchText(`${baseUrl}/${REGISTRY_PATH}`, place))
    const offers = readOffers(registry)
    if (offers.length === 0) throw new Error('it lists no model')
    keep(place, { fetchedAt: place.now(), baseUrl, registry })
    return { offers, baseUrl, origin: 'fetched' }
  } catch (error) {
    place.signal?.throwIfAborted()
    const why = `The registry of models at ${new URL(baseUrl).host} cannot be read (${errorMessage(error)})`
    return kept
      ? { offers: kept.offers, baseUrl, origin: 'kept', note: `${why}; an older copy is used.` }
      : {
          offers: bundledOffers,
          baseUrl,
          origin: 'bundled',
          note: `${why}; only what is bundled is known: English to Chinese. Another address can be set by models.mirror.`,
        }
  }
}

/** The best model from English into a language, by its tag; undefined where there is none. */
export function chooseOffer(offers: readonly ModelOffer[], language: string): ModelOffer | undefined {
  for (const code of modelCodes(language)) {
    const [best] = offers
      .filter(({ from, to }) => from === 'en' && to.toLowerCase() === code)
      .toSorted((a, b) => rank(a) - rank(b))
    if (best) return best
  }
  return undefined
}

const ARCHITECTURES = ['base', 'base-memory', 'tiny']

/** What is released before what is not, what is made for desktops before what is made for telephones, then by size. */
function rank({ status, architecture }: ModelOffer): number {
  const place = /^Release(?: Desktop)?$/.test(status) ? 0 : status.startsWith('Release') ? 1 : status ? 2 : 3
  const size = ARCHITECTURES.indexOf(architecture)
  return place * 10 + (size < 0 ? ARCHITECTURES.length : size)
}

/** What cannot be read is left out. */
function readOffers(registry: unknown): ModelOffer[] {
  return Object.values(registrySchema.parse(registry).models)
    .flat()
    .flatMap(given => {
      const entry = entrySchema.safeParse(given)
      if (!entry.success) return []
      const { sourceLanguage, targetLanguage, architecture, releaseStatus, metrics } = entry.data
      const files = readFiles(entry.data.files)
      const comet = readComet(metrics)
      return isComplete(files)
        ? [
            {
              from: sourceLanguage.toLowerCase(),
              to: targetLanguage.toLowerCase(),
              architecture: architecture ?? '',
              status: releaseStatus ?? '',
              files: addBundledHashes(files),
              ...(comet !== undefined && { comet }),
            },
          ]
        : []
    })
}

function readFiles(given: Record<string, unknown>): OfferedFile[] {
  return Object.entries(ROLES).flatMap(([key, role]) => {
    const file = fileSchema.safeParse(given[key])
    if (!file.success) return []
    const { path, uncompressedSize, uncompressedHash } = file.data
    const name = path.split('/').at(-1)?.replace(/\.gz$/, '') ?? ''
    // The name becomes a path on this machine, and the engine goes by it.
    const isSound = readFileName(name)?.role === role && /^[\w./-]+$/.test(path) && !path.includes('..')
    return isSound
      ? [{ role, name, path, bytes: uncompressedSize ?? undefined, sha256: uncompressedHash ?? undefined }]
      : []
  })
}

function isComplete(files: readonly OfferedFile[]): boolean {
  const roles = new Set(files.map(({ role }) => role))
  const hasVocabulary =
    roles.has('vocabulary') || (roles.has('sourceVocabulary') && roles.has('targetVocabulary'))
  return roles.has('model') && roles.has('shortlist') && hasVocabulary
}

/** The registry has a hash for the weights alone; for weights that we know, we know the other files too. */
function addBundledHashes(files: readonly OfferedFile[]): OfferedFile[] {
  const hash = files.find(({ role }) => role === 'model')?.sha256
  const known = bundledOffers.find(offer => offer.files.some(({ sha256 }) => sha256 === hash))
  return files.map(file => {
    const same = known?.files.find(({ name }) => name === file.name)
    return same ? { ...file, bytes: same.bytes, sha256: same.sha256 } : file
  })
}

function readComet(metrics: unknown): number | undefined {
  const flores = z.object({ 'flores200-plus': z.record(z.string(), z.unknown()) }).safeParse(metrics)
  if (!flores.success) return undefined
  const score = Object.entries(flores.data['flores200-plus']).find(([name]) => /^comet/i.test(name))?.[1]
  return typeof score === 'number' ? (score > 1 ? score / 100 : score) : undefined
}

async function fetchText(url: string, { fetch, signal }: RegistryPlace): Promise<string> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  const response = await fetch(url, { signal: signal ? AbortSignal.any([signal, timeout]) : timeout })
  if (!response.ok) throw new Error(`status ${response.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BYTES) throw new Error(`more than ${MAX_BYTES / 1e6} MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function readKept(folder: string, baseUrl: string): { fetchedAt: number; offers: ModelOffer[] } | undefined {
  try {
    const kept = keptSchema.parse(JSON.parse(readFileSync(join(folder, CACHE_FILE), 'utf8')))
    return kept.baseUrl === baseUrl
      ? { fetchedAt: kept.fetchedAt, offers: readOffers(kept.registry) }
      : undefined
  } catch {
    return undefined
  }
}

function keep({ folder }: RegistryPlace, content: z.infer<typeof keptSchema>): void {
  try {
    mkdirSync(folder, { recursive: true })
    const path = join(folder, CACHE_FILE)
    writeFileSync(`${path}.new`, JSON.stringify(content))
    renameSync(`${path}.new`, path)
  } catch {
    // The registry is good without being kept.
  }
}
