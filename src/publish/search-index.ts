/** The index that a site of files is searched by: Pagefind's, a part for each month, so that a new day touches one part. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

export interface SearchRecord {
  /** Of the page, below the site's folder. */
  path: string
  title: string
  text: string
}

export interface SearchPart {
  /** A folder's name: `2025-05`. */
  name: string
  /** Changes whenever one of its records does. */
  fingerprint: string
  records: () => AsyncIterable<SearchRecord>
}

const FOLDER = 'pagefind'
const LIST = 'parts.json'
const listSchema = z.array(z.object({ name: z.string(), fingerprint: z.string() }))
const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
// Records under way to Pagefind's own process at once.
const BATCH = 200

/** The parts that were made anew. */
export async function writeSearchIndex(folder: string, parts: readonly SearchPart[]): Promise<string[]> {
  const root = join(folder, FOLDER)
  const before = new Map((await readList(root)).map(({ name, fingerprint }) => [name, fingerprint]))
  const stale = parts.filter(({ name, fingerprint }) => before.get(name) !== fingerprint)
  const gone = [...before.keys()].filter(name => !parts.some(part => part.name === name))
  if (stale.length === 0 && gone.length === 0) return []
  await mkdir(root, { recursive: true })
  const pagefind = await import('pagefind')
  try {
    for (const part of stale) {
      await rm(join(root, part.name), { recursive: true, force: true })
      await writePart(pagefind, join(root, part.name), part)
    }
  } finally {
    await pagefind.close()
  }
  for (const name of gone) await rm(join(root, name), { recursive: true, force: true })
  await writeFile(
    join(root, LIST),
    JSON.stringify(parts.map(({ name, fingerprint }) => ({ name, fingerprint }))),
  )
  return stale.map(({ name }) => name)
}

async function readList(root: string): Promise<z.infer<typeof listSchema>> {
  try {
    return listSchema.parse(JSON.parse(await readFile(join(root, LIST), 'utf8')))
  } catch {
    return []
  }
}

async function writePart(
  pagefind: typeof import('pagefind'),
  outputPath: string,
  { records }: SearchPart,
): Promise<void> {
  const { index, errors } = await pagefind.createIndex({})
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`)
  let pending: Promise<{ errors: string[] }>[] = []
  const settle = async () => {
    const faults = (await Promise.all(pending)).flatMap(answer => answer.errors)
    if (faults.length > 0) throw new Error(`Pagefind refused a page: ${faults[0]}`)
    pending = []
  }
  for await (const { path, title, text } of records()) {
    pending.push(
      index.addCustomRecord({
        url: path,
        content: `${segmentWords(title)}\n${segmentWords(text)}`,
        // One language for all records: the index is then one, and English words are found by their stems.
        language: 'en',
        meta: { title },
      }),
    )
    if (pending.length >= BATCH) await settle()
  }
  await settle()
  const written = await index.writeFiles({ outputPath })
  if (written.errors.length > 0)
    throw new Error(`the search index could not be written: ${written.errors[0]}`)
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Han and kana with a space between words, cut as the browser will cut the question. */
function segmentWords(text: string): string {
  if (!HAN_OR_KANA.test(text)) return text
  let spaced = ''
  for (const { segment } of segmenter.segment(text))
    spaced += HAN_OR_KANA.test(segment) ? ` ${segment} ` : segment
  return spaced
}
