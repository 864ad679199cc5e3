/** The folder that translation models are kept in: writing what was fetched down, and measuring what is there. */
import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  findTranslationModels,
  inspectModelFiles,
  MANIFEST_FILE,
  type ModelManifest,
  type TranslationModel,
} from '../engines/bergamot-files.ts'

export interface StoredModel {
  /** `en-zh`. */
  pair: string
  folder: string
  bytes: number
  /** False where everything was there already. */
  fetched: boolean
}

export async function writeManifest(
  folder: string,
  { from, to, architecture, files }: ModelManifest,
): Promise<void> {
  const path = join(folder, MANIFEST_FILE)
  const manifest = { from, to, ...(architecture && { architecture }), files }
  await writeFile(`${path}.new`, `${JSON.stringify(manifest, undefined, 2)}\n`)
  await rename(`${path}.new`, path)
}

/** @throws EngineError where the files are no model that the engine can read */
export function finishModel(folder: string, { from, to }: { from: string; to: string }): StoredModel {
  const model = findTranslationModels(folder).find(found => found.from === from && found.to === to)
  if (!model) throw new Error(`the files of ${from}-${to} were written and are not found in ${folder}`)
  inspectModelFiles(model)
  return { pair: pairOf(model), folder, bytes: measureModel(model), fetched: true }
}

export async function hashFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}

export function pairOf({ from, to }: { from: string; to: string }): string {
  return `${from}-${to}`
}

export function listPaths({ files }: TranslationModel): string[] {
  return [files.model, files.shortlist, ...files.vocabularies]
}

export function measureModel(model: TranslationModel): number {
  return listPaths(model).reduce((sum, path) => sum + statSync(path).size, 0)
}

export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
}
