/** Takes over a translation model that lies in a folder: files that somebody has from elsewhere. */
import { createReadStream, createWriteStream, existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import {
  MANIFEST_FILE,
  type ModelFileRole,
  type ModelManifest,
  modelCodes,
  readFileName,
  splitPair,
} from '../engines/bergamot-files.ts'
import { errorMessage } from '../paper/error.ts'
import { bundledOffers } from './bundled-models.ts'
import { finishModel, hashFile, type StoredModel, writeManifest } from './model-store.ts'
import { ModelsError } from './models-error.ts'
import type { Progress } from './progress.ts'

/**
 * Copies the files, compressed or not, into the folder for models.
 * @param wanted a pair (`en-zh`) or a language, where `from` holds several
 * @throws ModelsError `models-folder-incomplete`, EngineError where the files are no model that the engine can read
 */
export async function adoptModel(
  context: { folder: string; progress: Progress },
  { from, wanted }: { from: string; wanted?: string | undefined },
): Promise<StoredModel> {
  const language = wanted?.replace(/^en-(?=.)/, '')
  const pair = findPairIn(from, language)
  const folder = join(context.folder, pair.name)
  await mkdir(folder, { recursive: true })
  await rm(join(folder, MANIFEST_FILE), { force: true })
  const files: ModelManifest['files'] = []
  for (const { role, path, name } of pair.files) {
    const target = join(folder, name)
    const steps = path.endsWith('.gz') ? [createGunzip()] : []
    try {
      await pipeline([createReadStream(path), ...steps, createWriteStream(`${target}.new`)])
    } catch (cause) {
      await rm(`${target}.new`, { force: true })
      throw new ModelsError(`${path} cannot be copied: ${errorMessage(cause)}`, {
        code: 'models-folder-incomplete',
        hint: 'Check that the file is whole and that models.dir can be written.',
        cause,
      })
    }
    await rename(`${target}.new`, target)
    files.push({ role, name, ...(await hashFile(target)) })
  }
  warnOfOthers(files, context.progress)
  await writeManifest(folder, { from: pair.from, to: pair.to, architecture: '', files })
  return finishModel(folder, pair)
}

interface FolderPair {
  name: string
  from: string
  to: string
  files: { role: ModelFileRole; path: string; name: string }[]
}

function findPairIn(folder: string, language: string | undefined): FolderPair {
  const names = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : []
  const files = names.flatMap(name => {
    const bare = name.replace(/\.gz$/, '')
    const read = readFileName(bare)
    return read ? [{ role: read.role, pair: read.pair, path: join(folder, name), name: bare }] : []
  })
  const pairs = [...new Set(files.filter(({ role }) => role === 'model').map(({ pair }) => pair))]
    .map(pair => ({ pair, ...splitPair(pair) }))
    .filter(({ from, to }) => from === 'en' && (!language || modelCodes(language).includes(to)))
  const [pair] = pairs
  // Older models share a vocabulary with the opposite direction, which gives it its name.
  const own = files.filter(
    file =>
      file.pair === pair?.pair || (file.role === 'vocabulary' && file.pair === `${pair?.to}${pair?.from}`),
  )
  const roles = new Set(own.map(({ role }) => role))
  const isWhole =
    roles.has('shortlist') &&
    (roles.has('vocabulary') || (roles.has('sourceVocabulary') && roles.has('targetVocabulary')))
  if (!pair || !isWhole || pairs.length > 1)
    throw new ModelsError(
      pairs.length > 1
        ? `${folder} holds several models: ${pairs.map(({ from, to }) => `${from}-${to}`).join(', ')}.`
        : `${folder} holds no complete model from English${language ? ` to ${language}` : ''}.`,
      {
        code: 'models-folder-incomplete',
        hint:
          pairs.length > 1
            ? 'Name one: paperbrief models pull en-zh --from DIR.'
            : 'Needed are, for Chinese: model.enzh.intgemm.alphas.bin, lex.50.50.enzh.s2t.bin, srcvocab.enzh.spm and trgvocab.enzh.spm (also with .gz); other pairs have one vocab.….spm.',
      },
    )
  const { from, to } = pair
  return { name: `${from}-${to}`, from, to, files: own }
}

/** What is known of a file under this name says another hash: a newer or older model, or a damaged one. */
function warnOfOthers(files: ModelManifest['files'], progress: Progress): void {
  for (const { name, sha256 } of files) {
    const known = bundledOffers.flatMap(offer => offer.files).find(file => file.name === name)
    if (known && known.sha256 !== sha256)
      progress.warn(`${name} is not the one that this version of Paperbrief knows; it is used all the same.`)
  }
}
