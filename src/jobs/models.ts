/** Translation models: which there are, and fetching them. */
import { existsSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  findModelFor,
  findTranslationModels,
  MANIFEST_FILE,
  type ModelManifest,
  type TranslationModel,
} from '../engines/bergamot-files.ts'
import type { ModelOffer } from './bundled-models.ts'
import { type DownloadRequest, downloadFile } from './download-file.ts'
import { chooseOffer, type RegistryPlace, readRegistry } from './model-registry.ts'
import {
  finishModel,
  formatMegabytes,
  hashFile,
  measureModel,
  pairOf,
  type StoredModel,
  writeManifest,
} from './model-store.ts'
import { ModelsError } from './models-error.ts'
import type { Progress } from './progress.ts'

export interface ModelsContext extends RegistryPlace {
  progress: Progress
  wait: DownloadRequest['wait']
}

export interface ModelListing {
  /** `en-zh`. */
  pair: string
  architecture: string
  state: 'installed' | 'available'
  /** Of the files on the disk, or of what is to be fetched as far as that is known; decompressed. */
  bytes: number
  comet?: number | undefined
  folder?: string
}

/** @param languages tags; undefined: all that the registry has from English */
export async function listModels(
  context: ModelsContext,
  languages: readonly string[] | undefined,
): Promise<{ models: ModelListing[]; note?: string }> {
  const installed = findTranslationModels(context.folder)
  const { offers, note } = await readRegistry(context)
  const tags =
    languages ?? [...new Set(offers.filter(({ from }) => from === 'en').map(({ to }) => to))].sort()
  const models = installed.map(describeInstalled)
  for (const tag of tags) {
    const offer = chooseOffer(offers, tag)
    if (offer && !models.some(({ pair }) => pair === pairOf(offer))) models.push(describeOffer(offer))
  }
  return { models, ...(note && { note }) }
}

/**
 * @param wanted a pair (`en-zh`) or a language (`zh-Hans`)
 * @throws ModelsError, or the signal's reason; what was fetched is kept
 */
export async function pullModel(context: ModelsContext, wanted: string): Promise<StoredModel> {
  const language = wanted.replace(/^en-(?=.)/, '')
  const { offers, baseUrl, note } = await readRegistry(context)
  if (note) context.progress.warn(note)
  const offer = chooseOffer(offers, language)
  if (!offer)
    throw new ModelsError(`There is no translation model from English to ${language}.`, {
      code: 'models-unknown-language',
      hint:
        language === 'en'
          ? 'Papers are in English already; name the language of the digest, such as zh-Hans.'
          : 'See what there is: paperbrief models list --all.',
    })
  const folder = join(context.folder, pairOf(offer))
  const before = findModelFor(findTranslationModels(folder), offer.to)
  if (before && (await isSame(before, offer))) {
    return { pair: pairOf(offer), folder, bytes: measureModel(before), fetched: false }
  }
  const files = await fetchFiles(context, { offer, folder, baseUrl })
  await writeManifest(folder, { ...offer, files })
  return finishModel(folder, offer)
}

async function fetchFiles(
  { fetch, signal, wait, progress }: ModelsContext,
  { offer, folder, baseUrl }: { offer: ModelOffer; folder: string; baseUrl: string },
): Promise<ModelManifest['files']> {
  const files: ModelManifest['files'] = []
  // While the files are renewed, those that are there belong to different models.
  await rm(join(folder, MANIFEST_FILE), { force: true })
  for (const { role, name, path, bytes, sha256 } of offer.files) {
    const target = join(folder, name)
    const there = sha256 && existsSync(target) ? await hashFile(target) : undefined
    if (there?.sha256 === sha256 && there) {
      files.push({ role, name, ...there })
      continue
    }
    progress.note(`fetching ${name}${bytes ? ` (${formatMegabytes(bytes)} unpacked)` : ''}`)
    const got = await downloadFile({
      url: `${baseUrl}/${path}`,
      path: target,
      bytes,
      sha256,
      fetch,
      signal,
      wait,
      onProgress: (done, total) =>
        progress.step('pull', Math.ceil(done / 1e6), total && Math.ceil(total / 1e6)),
    })
    files.push({ role, name, ...got })
  }
  return files
}

async function isSame(model: TranslationModel, offer: ModelOffer): Promise<boolean> {
  const { manifest } = model
  if (!manifest || manifest.files.length !== offer.files.length) return false
  for (const { name, sha256, bytes } of manifest.files) {
    const wanted = offer.files.find(file => file.name === name)
    const path = join(model.folder, name)
    if (!wanted || (wanted.sha256 && wanted.sha256 !== sha256)) return false
    if (!existsSync(path) || (await stat(path)).size !== bytes) return false
  }
  return true
}

function describeInstalled(model: TranslationModel): ModelListing {
  return {
    pair: pairOf(model),
    architecture: model.manifest?.architecture ?? '',
    state: 'installed',
    bytes: measureModel(model),
    folder: model.folder,
  }
}

function describeOffer(offer: ModelOffer): ModelListing {
  return {
    pair: pairOf(offer),
    architecture: offer.architecture,
    state: 'available',
    bytes: offer.files.reduce((sum, { bytes = 0 }) => sum + bytes, 0),
    comet: offer.comet,
  }
}
