/** The site job: the library's digests and their papers as a site of files. */
import { createHash } from 'node:crypto'
import { pairSentences } from '../check/pair-sentences.ts'
import type { ArchivedPaper } from '../library/archive.ts'
import type { Library } from '../library/library.ts'
import type { FormBook } from '../paper/form-book.ts'
import { latexToText } from '../paper/latex.ts'
import { fingerprintTemplates, readAssets } from '../publish/pages/assets.ts'
import { routes } from '../publish/pages/routes.ts'
import type { DigestRef, PaperView, Site } from '../publish/pages/view.ts'
import { type SearchPart, type SearchRecord, writeSearchIndex } from '../publish/search-index.ts'
import { type SiteFile, type SitePage, type SiteResult, writeSite } from '../publish/site.ts'
import { type LibraryPages, openPageSource } from './page-source.ts'
import type { Progress } from './progress.ts'
import { openRelatedPapers } from './related-papers.ts'
import { gatherTopics, type Topic } from './topics.ts'

export interface SiteJobRequest {
  library: Library
  site: Site
  /** Forms and labels besides the built-in ones. */
  book?: FormBook | undefined
  /** Absolute. */
  folder: string
  /** Feeds and whatever else lies beside the pages. */
  files: readonly SiteFile[]
  progress: Progress
}

export interface SiteReport extends SiteResult {
  /** Parts of the search index that were made anew. */
  indexed: string[]
}

// Papers are loaded this many at a time: few queries, little memory.
const CHUNK = 100

export async function publishSite(request: SiteJobRequest): Promise<SiteReport> {
  const { library, folder, progress } = request
  const site = { ...request.site, feeds: nameFeeds(request.files) }
  const papers = await library.archive.papersInDigests()
  const topics = await gatherTopics(library)
  const { source, prepare } = await takeSnapshot(
    openPageSource({
      library,
      book: request.book,
      language: site.language,
      related: openRelatedPapers(
        library,
        papers.map(({ id }) => id),
      ),
      pairSentences,
    }),
    topics,
  )
  const digests = await source.digests()
  const base = hash([fingerprintTemplates(), site])
  const plan = await planPages({ library, papers, digests, topics, base })
  const pages = writeSite({
    folder,
    plan,
    prepare,
    pages: {
      site,
      source,
      listed: {
        papers: papers.map(({ id }) => id),
        digests,
        topics: topics.map(({ slug }) => slug),
      },
    },
    files: [
      ...readAssets().map(({ path, content }) => ({ path, content })),
      ...request.files,
      ...mapSite(plan, site),
    ],
    onPage: done => progress.step('publish', done),
  })
  // Pagefind works in a process of its own: pages are made while it does.
  const index = writeSearchIndex(folder, planIndex({ library, papers, base }))
  // Neither goes on writing behind the back of one who was told that the other has failed.
  await Promise.allSettled([pages, index])
  return { ...(await pages), indexed: await index }
}

function nameFeeds(files: readonly SiteFile[]): string[] {
  return files.map(({ path }) => path).filter(path => path.startsWith('feeds/'))
}

/** While a site is built nothing changes: lists are loaded once, and papers as many at a time as are made together. */
async function takeSnapshot(
  live: LibraryPages,
  topics: readonly Topic[],
): Promise<{ source: LibraryPages; prepare: (papers: readonly string[]) => Promise<void> }> {
  const digests = await live.digests()
  let views = new Map<string, PaperView>()
  return {
    source: {
      ...live,
      digests: async () => digests,
      digest: ref => live.digestAmong(ref, digests),
      topics: async () =>
        topics.map(({ slug, name, papers, weeks }) => ({ slug, name, papers: papers.length, weeks })),
      topic: async slug => {
        const topic = topics.find(each => each.slug === slug)
        return topic && live.topicOf(topic)
      },
      paper: async id => views.get(id) ?? live.paper(id),
    },
    async prepare(ids) {
      views = await live.papers(ids)
    },
  }
}

/** The pages of this library for a server, which searches anyway. */
export function openLibraryPages(library: Library, language: string, book?: FormBook): LibraryPages {
  const related = async (ids: readonly string[]) => {
    const near = new Map<string, readonly string[]>()
    for (const id of ids)
      near.set(
        id,
        (await library.search.related(id)).map(({ paperId }) => paperId),
      )
    return near
  }
  return openPageSource({ library, book, language, related, pairSentences })
}

async function planPages({
  library,
  papers,
  digests,
  topics,
  base,
}: {
  library: Library
  papers: readonly ArchivedPaper[]
  digests: readonly DigestRef[]
  topics: readonly { slug: string }[]
  base: string
}): Promise<SitePage[]> {
  const prints = new Map(
    (await library.archive.digestFingerprints()).map(({ fingerprint, ...key }) => [
      routes.digest(key),
      fingerprint,
    ]),
  )
  const digestPages = digests.map(digest => ({
    route: routes.digest(digest),
    // A page names its neighbours, and the other digests of its day.
    fingerprint: hash([
      base,
      prints.get(routes.digest(digest)),
      digests.filter(({ date }) => date === digest.date),
      neighbours(digests, digest),
    ]),
  }))
  const [newest] = digestPages
  return [
    { route: routes.home, fingerprint: hash([base, newest?.fingerprint]) },
    { route: routes.archive, fingerprint: hash([base, digests]) },
    { route: routes.topics, fingerprint: hash([base, topics]) },
    { route: routes.about, fingerprint: base },
    { route: routes.search, fingerprint: base },
    ...digestPages,
    ...papers.map(({ id, fingerprint }) => ({
      route: routes.paper(id),
      fingerprint: hash([base, fingerprint]),
    })),
    ...topics.map(topic => ({ route: routes.topic(topic.slug), fingerprint: hash([base, topic]) })),
  ]
}

function neighbours(digests: readonly DigestRef[], { edition, language, layout, date }: DigestRef): string[] {
  const line = digests.filter(
    other => other.edition === edition && other.language === language && other.layout === layout,
  )
  const at = line.findIndex(other => other.date === date)
  return [line[at - 1]?.date ?? '', line[at + 1]?.date ?? '']
}

/** By the month of the newest digest that holds a paper: a new day changes the newest part alone. */
function planIndex({
  library,
  papers,
  base,
}: {
  library: Library
  papers: readonly ArchivedPaper[]
  base: string
}): SearchPart[] {
  const months = Map.groupBy(papers, ({ date }) => date.slice(0, 7))
  return Array.from(months, ([name, inMonth]) => ({
    name,
    fingerprint: hash([base, inMonth.map(({ id, fingerprint }) => [id, fingerprint])]),
    records: () => readRecords(library, inMonth),
  }))
}

async function* readRecords(
  library: Library,
  papers: readonly ArchivedPaper[],
): AsyncGenerator<SearchRecord> {
  for (let from = 0; from < papers.length; from += CHUNK) {
    const records = await library.archive.records(papers.slice(from, from + CHUNK).map(({ id }) => id))
    for (const [id, { paper, briefs }] of records) {
      const brief = briefs.find(({ outcome }) => outcome === 'pass')
      const fields = brief ? Object.values(brief.fields) : []
      yield {
        path: `${routes.paper(id)}.html`,
        title: brief?.fields.title || latexToText(paper.title) || id,
        text: [id, paper.title, paper.authors.slice(0, 30).join(', '), ...fields, paper.abstract]
          .map(latexToText)
          .join('\n'),
      }
    }
  }
}

/** For search engines; they want whole addresses, so that a site without one has no map. */
function mapSite(plan: readonly SitePage[], { baseUrl }: Site): SiteFile[] {
  if (!baseUrl) return []
  const urls = plan
    .filter(({ route }) => route !== routes.search)
    .map(({ route }) => `<url><loc>${new URL(`${route || 'index'}.html`, baseUrl).href}</loc></url>`)
  // A map holds 50,000 addresses at most.
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.slice(0, 50_000).join('\n')}\n</urlset>\n`
  return [{ path: 'sitemap.xml', content }]
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
