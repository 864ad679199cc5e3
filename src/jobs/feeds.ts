/** The feeds of everything that was published, as files. */
import type { DigestKey } from '../library/digests.ts'
import type { Library } from '../library/library.ts'
import type { FormBook } from '../paper/form-book.ts'
import { type FeedKind, feedKinds, feedPath, renderFeed, renderFeeds } from '../publish/feed.ts'
import { FEED_LIST_PATH, renderFeedList } from '../publish/feed-list.ts'
import type { FeedDigest } from '../publish/feed-model.ts'
import { loadWholeDigest } from './load-digests.ts'

export interface FeedPlan {
  entries: 'papers' | 'digests'
  /** How many digests a feed goes back. */
  keep: number
  name: string
  /** Of the site; ends in a slash. */
  baseUrl?: string | undefined
  /** Absolute; where the feeds lie when there is no site. */
  folder?: string | undefined
}

const LIVE_DIGESTS = 30
// Digests that were imported may be called anything; only these can be files' names everywhere.
const SAFE_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/

/** One feed as it stands now, for a server; undefined where nothing was published in that edition and language. */
export async function renderLiveFeed(
  { library, book }: { library: Library; book?: FormBook | undefined },
  { edition, language, kind }: { edition: string; language: string; kind: FeedKind },
): Promise<string | undefined> {
  const line = (await library.digests.list()).filter(
    digest => digest.papers > 0 && digest.edition === edition && digest.language === language,
  )
  if (line.length === 0) return undefined
  const digests = await loadLine(library, line.slice(0, LIVE_DIGESTS))
  return renderFeed({
    kind,
    edition,
    language,
    entries: 'papers',
    keep: LIVE_DIGESTS,
    book,
    digests,
    isFiles: false,
  })
}

/** Of each edition and language, in all three kinds; with a site of a known address also the list of them. */
export async function gatherFeeds(
  { library, book }: { library: Library; book?: FormBook | undefined },
  { entries, keep, name, baseUrl }: FeedPlan,
): Promise<{ path: string; content: string }[]> {
  const digests = (await library.digests.list()).filter(
    ({ papers, edition }) => papers > 0 && SAFE_NAME.test(edition),
  )
  const lines = [...Map.groupBy(digests, ({ edition, language }) => `${edition} ${language}`).values()]
  const files: { path: string; content: string }[] = []
  const listed: { edition: string; language: string }[] = []
  for (const line of lines) {
    const [newest] = line
    if (!newest) continue
    const { edition, language } = newest
    const source = { edition, language, entries, keep, name, baseUrl, book }
    const feeds = renderFeeds({ ...source, digests: await loadLine(library, line.slice(0, keep)) })
    files.push(
      ...feedKinds.map(kind => ({ path: feedPath({ edition, language, kind }), content: feeds[kind] })),
    )
    listed.push({ edition, language })
  }
  if (baseUrl && listed.length > 0)
    files.push({ path: FEED_LIST_PATH, content: renderFeedList(listed, { name, baseUrl }) })
  return files
}

async function loadLine(library: Library, keys: readonly DigestKey[]): Promise<FeedDigest[]> {
  const loaded: FeedDigest[] = []
  for (const key of keys) {
    const digest = await loadWholeDigest(library, key)
    if (digest) loaded.push(digest)
  }
  return loaded
}
