/** The feeds of an edition in a language: RSS 2.0, Atom and JSON Feed of the same entries. */
import { writeAtom } from './feed-atom.ts'
import { writeJsonFeed } from './feed-json.ts'
import { type FeedSource, makeFeed } from './feed-model.ts'
import { writeRss } from './feed-rss.ts'

export const feedKinds = ['rss', 'atom', 'json'] as const
export type FeedKind = (typeof feedKinds)[number]

export const feedTypes: Record<FeedKind, string> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

/** `feeds/daily.zh-Hans.atom`, below the site. */
export function feedPath({
  edition,
  language,
  kind,
}: Pick<FeedSource, 'edition' | 'language'> & { kind: FeedKind }): string {
  return `feeds/${edition}.${language}.${kind}`
}

/** The same digests give the same bytes. */
export function renderFeed({ kind, ...source }: FeedSource & { kind: FeedKind }): string {
  return renderFeeds(source, [kind])[kind]
}

/** Several kinds of one feed for the price of one. */
export function renderFeeds(
  source: FeedSource,
  kinds: readonly FeedKind[] = feedKinds,
): Record<FeedKind, string> {
  const feed = makeFeed(source)
  const write = (kind: FeedKind) => {
    if (!kinds.includes(kind)) return ''
    const path = feedPath({ ...source, kind })
    const selfUrl = source.baseUrl && new URL(path, source.baseUrl).href
    return { rss: writeRss, atom: writeAtom, json: writeJsonFeed }[kind](feed, selfUrl)
  }
  return { rss: write('rss'), atom: write('atom'), json: write('json') }
}
