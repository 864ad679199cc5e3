/** Asks for the feeds of arXiv's daily lists: several categories at once, fewer where that is more than a feed holds. */
import { type ListingFeed, type ListingItem, parseListingFeed, rescueListingFeed } from './listing-wire.ts'
import type { PoliteAnswer, PoliteFetch } from './polite-fetch.ts'
import { refusal } from './refusal.ts'
import { CollectError } from './source.ts'

export interface FeedOptions {
  fetch: PoliteFetch
  /** `https://rss.arxiv.org`, without a slash at the end. */
  baseUrl: string
  format: 'rss' | 'atom'
  signal?: AbortSignal
}

export interface ReadFeed {
  /** The day of the newest of the feeds. */
  day: string | undefined
  items: ListingItem[]
  /** Why items may be missing at the end; undefined where all are there. */
  flaw: string | undefined
  /** Whether the flaw may pass by itself. */
  retryable: boolean
}

// A feed ends there (info.arxiv.org/help/rss), without a word.
const MAX_ITEMS = 2000

/** Throws CollectError `source-…`; of a feed that is cut off in every attempt, what stands before the cut. */
export async function readFeeds(categories: readonly string[], options: FeedOptions): Promise<ReadFeed> {
  const feed = await readFeed(categories, options)
  if (feed.items.length < MAX_ITEMS) return feed
  if (categories.length === 1) {
    const flaw = `the feed of ${categories[0]} holds ${MAX_ITEMS} papers, which is as much as it can`
    return { ...feed, flaw, retryable: false }
  }
  const middle = Math.ceil(categories.length / 2)
  const left = await readFeeds(categories.slice(0, middle), options)
  const right = await readFeeds(categories.slice(middle), options)
  return {
    day: [left.day, right.day]
      .filter(day => day !== undefined)
      .sort()
      .at(-1),
    items: [...left.items, ...right.items],
    flaw: left.flaw ?? right.flaw,
    retryable: left.flaw !== undefined ? left.retryable : right.retryable,
  }
}

async function readFeed(
  categories: readonly string[],
  { fetch, baseUrl, format, signal }: FeedOptions,
): Promise<ReadFeed> {
  // Kept from the last attempt: most of a feed is better than none of it.
  let rescued: ListingFeed | undefined
  const parse = (answer: PoliteAnswer): ListingFeed => {
    rescued = undefined
    try {
      return checkFeed(answer)
    } catch (error) {
      if (answer.status === 200) rescued = rescueListingFeed(answer.text())
      throw error
    }
  }
  const url = `${baseUrl}/${format}/${categories.join('+')}`
  const accept = 'application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.8'
  try {
    const { day, items } = await fetch.read(url, { accept, ...(signal && { signal }), parse })
    return { day, items, flaw: undefined, retryable: false }
  } catch (error) {
    if (!(error instanceof CollectError) || !rescued || rescued.error !== undefined) throw error
    const flaw = `the feed of ${categories.join('+')} was cut off after ${rescued.items.length} papers`
    return { day: rescued.day, items: rescued.items, flaw, retryable: true }
  }
}

/** Errors are feeds of the same form, with HTTP 400. */
function checkFeed(answer: PoliteAnswer): ListingFeed {
  if (answer.status !== 200) throw refusal('arXiv', { status: answer.status, said: wordsOf(answer) })
  const feed = parseListingFeed(answer.text())
  if (feed.error !== undefined) throw refusal('arXiv', { said: feed.error })
  return feed
}

function wordsOf(answer: PoliteAnswer): string {
  try {
    return parseListingFeed(answer.text()).error ?? ''
  } catch {
    return answer.text().replace(/<[^<>]*>/g, ' ')
  }
}
