/** Reads every file of the translation models again and compares its hash with what it should be. */
import { basename, join } from 'node:path'
import { findTranslationModels, inspectModelFiles, type TranslationModel } from '../engines/bergamot-files.ts'
import { bundledOffers } from './bundled-models.ts'
import { hashFile, listPaths, pairOf } from './model-store.ts'

export interface Verification {
  pair: string
  file: string
  /** `unknown`: nothing says what its hash should be. */
  state: 'ok' | 'unknown' | 'changed' | 'missing' | 'broken'
  sha256?: string
}

export async function verifyModels({
  folder,
  signal,
}: {
  folder: string
  signal?: AbortSignal | undefined
}): Promise<Verification[]> {
  const results: Verification[] = []
  for (const model of findTranslationModels(folder)) {
    const paths = listPaths(model)
    const isSound = passes(() => inspectModelFiles(model))
    for (const path of paths) {
      signal?.throwIfAborted()
      const { sha256 } = await hashFile(path)
      const expected = expectedHash(model, basename(path))
      const state =
        expected === undefined ? (isSound ? 'unknown' : 'broken') : expected === sha256 ? 'ok' : 'changed'
      results.push({ pair: pairOf(model), file: path, state, sha256 })
    }
    for (const { name } of model.manifest?.files ?? [])
      if (!paths.some(path => basename(path) === name))
        results.push({ pair: pairOf(model), file: join(model.folder, name), state: 'missing' })
  }
  return results
}

function expectedHash({ manifest }: TranslationModel, name: string): string | undefined {
  const known = bundledOffers.flatMap(({ files }) => files).find(file => file.name === name)
  return manifest ? manifest.files.find(file => file.name === name)?.sha256 : known?.sha256
}

function passes(check: () => void): boolean {
  try {
    check()
    return true
  } catch {
    return false
  }
}
