/** RSS 2.0, https://www.rssboard.org/rss-specification, with the whole text in `content:encoded`. */
import type { Feed, FeedItem } from './feed-model.ts'
import { element, type XmlNode, xmlDocument } from './feed-xml.ts'

// A channel must have a link; without a site of one's own, the papers' home is the nearest thing.
const NO_SITE = 'https://arxiv.org/'

/** @param selfUrl of the feed, where known */
export function writeRss(feed: Feed, selfUrl: string | undefined): string {
  const { title, language, description, homeUrl, updated, items } = feed
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      [
        element('channel', {}, [
          element('title', {}, title),
          element('link', {}, homeUrl ?? NO_SITE),
          element('description', {}, description),
          element('language', {}, language),
          element('lastBuildDate', {}, formatDate(updated)),
          element('generator', {}, 'Paperbrief'),
          element('docs', {}, 'https://www.rssboard.org/rss-specification'),
          ...(selfUrl
            ? [element('atom:link', { href: selfUrl, rel: 'self', type: 'application/rss+xml' })]
            : []),
          ...items.map(writeItem),
        ]),
      ],
    ),
  )
}

function writeItem({ id, title, url, html, summary, published, authors, tags }: FeedItem): XmlNode {
  return element('item', {}, [
    element('title', {}, title),
    ...(url ? [element('link', {}, url)] : []),
    element('guid', { isPermaLink: 'false' }, id),
    element('pubDate', {}, formatDate(published)),
    // RSS's own `author` is a mail address, which nobody wants to publish.
    ...authors.map(name => element('dc:creator', {}, name)),
    ...tags.map(tag => element('category', {}, tag)),
    ...(summary ? [element('description', {}, summary.replace(/[&<>]/g, escapeOnce))] : []),
    element('content:encoded', {}, html),
  ])
}

/** A description is HTML: plain text is escaped as HTML first, and then as XML. */
function escapeOnce(char: string): string {
  return { '&': '&amp;', '<': '&lt;', '>': '&gt;' }[char] ?? char
}

/** RFC 822 with a year of four digits. */
function formatDate(moment: string): string {
  return new Date(moment).toUTCString()
}
