/** Writes the pages as files: only those that changed since the last time, and takes away those that are no more. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toSSG } from 'hono/ssg'
import { z } from 'zod'
import { createPages, type PagesOptions } from './pages/pages.tsx'
import { type Route, routes } from './pages/routes.ts'
import { explainFileFault, PublishError } from './publish-error.ts'

export interface SitePage {
  route: Route
  /** Changes whenever the page would. */
  fingerprint: string
}

export interface SiteFile {
  /** Below the site's folder, parts separated by `/`. */
  path: string
  content: string | Uint8Array
}

export interface SiteRequest {
  /** Absolute. */
  folder: string
  pages: PagesOptions
  /** Every page that the site is to have. */
  plan: readonly SitePage[]
  /** Style sheet, script, feeds, map: written where they differ. */
  files: readonly SiteFile[]
  /** Told which papers' pages are made next, so that they can be loaded together. */
  prepare?: (papers: readonly string[]) => Promise<void>
  onPage?: (done: number) => void
}

export interface SiteResult {
  written: string[]
  removed: string[]
  /** Pages that were left as they are. */
  kept: number
}

const MANIFEST = '.paperbrief-site.json'
const manifestSchema = z.object({
  pages: z.record(z.string(), z.string()),
  files: z.array(z.string()),
})

// Rendering waits for the library now and then; more at once gain nothing on one thread.
const CONCURRENCY = 4
// The generator starts every page of a call at once and keeps them all: few at a time cost little memory.
const SLICE = 200

/** @throws PublishError for what the file system refuses, and where a page cannot be made */
export async function writeSite(request: SiteRequest): Promise<SiteResult> {
  const { folder, pages, plan, files, prepare, onPage } = request
  const before = await readManifest(folder)
  const wanted = new Map(plan.map(({ route, fingerprint }) => [route, fingerprint]))
  const isCurrent = (route: Route) =>
    wanted.get(route) !== undefined && before.pages[route] === wanted.get(route)
  const written: string[] = []
  const write = async (path: string, data: string | Uint8Array) => {
    await writeFile(path, data)
    written.push(path)
    onPage?.(written.length)
  }
  try {
    await mkdir(folder, { recursive: true })
    const stale = listStale(pages.listed, isCurrent)
    await writePages(
      { ...pages, listed: { ...stale, papers: [] } },
      { folder, write },
      route => wanted.has(route) && !isCurrent(route),
    )
    for (let from = 0; from < stale.papers.length; from += SLICE) {
      const papers = stale.papers.slice(from, from + SLICE)
      await prepare?.(papers)
      await writePages(
        { ...pages, listed: { papers, digests: [], topics: [] } },
        { folder, write },
        () => false,
      )
    }
    written.push(...(await writeFiles(folder, files)))
    const removed = await removeOthers(folder, { before, wanted, files })
    // Last: after a crash half-way, what was written is written again rather than taken for current.
    await writeFile(
      join(folder, MANIFEST),
      JSON.stringify({ pages: Object.fromEntries(wanted), files: files.map(({ path }) => path) }),
    )
    return { written, removed, kept: plan.filter(({ route }) => isCurrent(route)).length }
  } catch (error) {
    throw error instanceof PublishError ? error : explainFileFault(error, folder)
  }
}

/** The listed pages, and of those without a list the ones that `isWanted`. */
async function writePages(
  pages: PagesOptions,
  { folder, write }: { folder: string; write: (path: string, data: string | Uint8Array) => Promise<void> },
  isWanted: (route: Route) => boolean,
): Promise<void> {
  let refused: Response | undefined
  const made = await toSSG(
    createPages(pages),
    { mkdir: path => mkdir(path, { recursive: true }).then(() => undefined), writeFile: write },
    {
      dir: folder,
      concurrency: CONCURRENCY,
      plugins: [
        {
          beforeRequestHook: request => {
            const route = decodeURIComponent(new URL(request.url).pathname).replace(/^\//, '')
            // A pattern stands for the pages that are listed.
            return route.includes(':') || isWanted(route) ? request : false
          },
          afterResponseHook: response => {
            if (response.status === 200) return response
            refused = response
            return false
          },
        },
      ],
    },
  )
  if (!made.success) throw made.error ?? new Error('the pages could not be made')
  if (refused) throw new Error(`a page answered ${refused.status}: ${refused.url}`)
}

function listStale(
  listed: PagesOptions['listed'],
  isCurrent: (route: Route) => boolean,
): NonNullable<PagesOptions['listed']> {
  const { papers = [], digests = [], topics = [] } = listed ?? {}
  return {
    papers: papers.filter(id => !isCurrent(routes.paper(id))),
    digests: digests.filter(digest => !isCurrent(routes.digest(digest))),
    topics: topics.filter(slug => !isCurrent(routes.topic(slug))),
  }
}

async function readManifest(folder: string): Promise<z.infer<typeof manifestSchema>> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
  } catch {
    return { pages: {}, files: [] }
  }
}

async function writeFiles(folder: string, files: readonly SiteFile[]): Promise<string[]> {
  const written: string[] = []
  for (const { path, content } of files) {
    const target = join(folder, path)
    const bytes = Buffer.from(content)
    const old = await readFile(target).catch(() => undefined)
    if (old?.equals(bytes)) continue
    await mkdir(join(target, '..'), { recursive: true })
    await writeFile(target, bytes)
    written.push(target)
  }
  return written
}

/** Only what an earlier build has written: whatever else lies there is the owner's. */
async function removeOthers(
  folder: string,
  {
    before,
    wanted,
    files,
  }: {
    before: z.infer<typeof manifestSchema>
    wanted: ReadonlyMap<Route, string>
    files: readonly SiteFile[]
  },
): Promise<string[]> {
  const kept = new Set(files.map(({ path }) => path))
  const gone = [
    ...Object.keys(before.pages)
      .filter(route => !wanted.has(route))
      .map(route => `${route || 'index'}.html`),
    ...before.files.filter(path => !kept.has(path)),
  ].filter(path => !path.split('/').includes('..'))
  for (const path of gone) await rm(join(folder, path), { force: true })
  return gone.map(path => join(folder, path))
}
