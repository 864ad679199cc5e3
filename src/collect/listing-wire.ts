/** The feeds of arXiv's daily lists (rss.arxiv.org), as they come: RSS 2.0 and Atom, whole or cut off. */
import { cleanLine } from '../paper/clean-text.ts'
import { type Announcement, announcementSchema } from '../paper/listing.ts'
import { inEasternTime } from './arxiv-announcement-window.ts'
import { isDay } from './collect-days.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'
import { CollectError } from './source.ts'
import { xmlAttribute, xmlChildren, xmlText } from './xml-element.ts'

export interface ListingFeed {
  /** The day of the lists in US Eastern time; of an empty Atom feed the day on which it was made. */
  day: string | undefined
  items: ListingItem[]
  /** What arXiv complains about; there are no items then. */
  error: string | undefined
}

/** Texts as sent: not cleaned, entities resolved, TeX left in the names. */
export interface ListingItem {
  /** `oai:arXiv.org:2509.13332v1`. */
  id: string | undefined
  title: string | undefined
  /** Behind `arXiv:… Announce Type: … Abstract:`. */
  abstract: string | undefined
  categories: string[]
  /** Undefined where it is none that we know. */
  kind: Announcement | undefined
  /** The day of the announcement. */
  day: string | undefined
  creator: string | undefined
  license: string | undefined
  doi: string | undefined
  journalRef: string | undefined
}

/** Throws CollectError `source-nonsense`, retryable, where the text is no such feed, or is cut off. */
export function parseListingFeed(text: string): ListingFeed {
  const { name, root } = parseXml(text)
  if (name === 'rss') return readRss(xmlChildren(root, 'channel')[0] ?? {})
  if (name === 'feed') return readAtom(root)
  throw notAFeed(`<${name.slice(0, 40)}>`)
}

/** What stands whole before the cut; undefined where the text is not a feed that lacks its end. */
export function rescueListingFeed(text: string): ListingFeed | undefined {
  const isRss = /<rss[\s>]/.test(text.slice(0, 1000))
  const [item, close, end] = isRss ? ['item', '</channel></rss>', '</rss>'] : ['entry', '</feed>', '</feed>']
  if (text.trimEnd().endsWith(end)) return undefined
  const last = text.lastIndexOf(`</${item}>`)
  const cut = last >= 0 ? last + item.length + 3 : text.indexOf(`<${item}>`)
  try {
    return cut < 0 ? undefined : parseListingFeed(text.slice(0, cut) + close)
  } catch {
    return undefined
  }
}

function readRss(channel: XmlElement): ListingFeed {
  return finish({
    title: xmlText(channel, 'title'),
    words: xmlText(channel, 'description'),
    day: dayOfRfc822(xmlText(channel, 'pubDate')),
    items: xmlChildren(channel, 'item').map(item => ({
      ...readCommon(item, xmlText(item, 'description')),
      id: xmlText(item, 'guid'),
      categories: xmlChildren(item, 'category').map(category => String(category['#text'] ?? '')),
      day: dayOfRfc822(xmlText(item, 'pubDate')),
    })),
  })
}

function readAtom(feed: XmlElement): ListingFeed {
  const items = xmlChildren(feed, 'entry').map(entry => ({
    ...readCommon(entry, xmlText(entry, 'summary')),
    id: xmlText(entry, 'id'),
    categories: xmlChildren(entry, 'category').map(category => xmlAttribute(category, 'term') ?? ''),
    day: dayOf(xmlText(entry, 'published')),
  }))
  const madeMs = Date.parse(xmlText(feed, 'updated') ?? '')
  return finish({
    title: xmlText(feed, 'title'),
    words: xmlText(feed, 'subtitle'),
    day: items[0]?.day ?? (Number.isNaN(madeMs) ? undefined : inEasternTime(madeMs).day),
    items,
  })
}

function readCommon(
  element: XmlElement,
  text: string | undefined,
): Omit<ListingItem, 'id' | 'categories' | 'day'> {
  // Measured from the front: the description of an abstract is never that long before it begins.
  const intro = /^\s{0,20}arXiv:\S{1,60} Announce Type: [\w-]{1,20}\s{0,20}Abstract:/.exec(text ?? '')?.[0]
  return {
    title: xmlText(element, 'title'),
    abstract: intro === undefined ? text : text?.slice(intro.length),
    kind: announcementSchema.safeParse(xmlText(element, 'arxiv:announce_type')?.trim()).data,
    creator: xmlText(element, 'dc:creator'),
    license: xmlText(element, 'dc:rights'),
    doi: xmlText(element, 'arxiv:DOI'),
    journalRef: xmlText(element, 'arxiv:journal_reference'),
  }
}

function finish(feed: {
  title: string | undefined
  words: string | undefined
  day: string | undefined
  items: ListingItem[]
}): ListingFeed {
  const failed = feed.title?.trim().startsWith('Feed error for query')
  return {
    day: feed.day,
    items: failed ? [] : feed.items,
    error: failed ? cleanLine(feed.words ?? '').slice(0, 300) || 'unknown error' : undefined,
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Thu, 03 Feb 2011 00:00:00 -0500`: the day as it is written, which is the Eastern one. */
function dayOfRfc822(text: string | undefined): string | undefined {
  const [, date = '', name = '', year] =
    /^[A-Z][a-z]{2}, (\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/.exec(text ?? '') ?? []
  const month = MONTHS.indexOf(name) + 1
  return dayOf(`${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`)
}

function dayOf(text: string | undefined): string | undefined {
  const day = text?.trim().slice(0, 10) ?? ''
  return isDay(day) ? day : undefined
}

function notAFeed(what: string): CollectError {
  return new CollectError(`received ${what} where a feed of daily lists was expected`, {
    code: 'source-nonsense',
    hint: 'Check the `baseUrl` of the arXiv source; the present one is https://rss.arxiv.org.',
    retryable: true,
  })
}
