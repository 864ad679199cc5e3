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
const HAN_OR_KANA_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
// Records sent to Pagefind's own process at once; as many more wait there meanwhile.
const BATCH = 100

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
    // Pagefind works in a process of its own: while it writes a part, the next one is read.
    let writing = Promise.resolve()
    for (const part of stale) {
      const outputPath = join(root, part.name)
      await rm(outputPath, { recursive: true, force: true })
      const index = await fillIndex(pagefind, part)
      await writing
      writing = writeIndex(index, outputPath)
      // Where the next part fails first, this one's failure is not one that nobody looks at.
      writing.catch(() => undefined)
    }
    await writing
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

type Pagefind = typeof import('pagefind')
type PagefindIndex = NonNullable<Awaited<ReturnType<Pagefind['createIndex']>>['index']>

async function fillIndex(pagefind: Pagefind, { records }: SearchPart): Promise<PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({})
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`)
  let batch: Promise<{ errors: string[] }>[] = []
  let before = batch
  const settle = async (sent: typeof batch) => {
    const faults = (await Promise.all(sent)).flatMap(answer => answer.errors)
    if (faults.length > 0) throw new Error(`Pagefind refused a page: ${faults[0]}`)
  }
  for await (const { path, title, text } of records()) {
    batch.push(
      index.addCustomRecord({
        url: path,
        content: `${segmentWords(title)}\n${segmentWords(text)}`,
        // One language for all records: the index is then one, and English words are found by their stems.
        language: 'en',
        meta: { title },
      }),
    )
    if (batch.length < BATCH) continue
    await settle(before)
    before = batch
    batch = []
  }
  await settle([...before, ...batch])
  return index
}

async function writeIndex(index: PagefindIndex, outputPath: string): Promise<void> {
  const { errors } = await index.writeFiles({ outputPath })
  if (errors.length > 0) throw new Error(`the search index could not be written: ${errors[0]}`)
  await index.deleteIndex()
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Han and kana with a space between words, cut as the browser will cut the question. */
function segmentWords(text: string): string {
  return text.replace(HAN_OR_KANA_RUN, run => {
    let spaced = ' '
    for (const { segment } of segmenter.segment(run)) spaced += `${segment} `
    return spaced
  })
}
