/** Atom, RFC 4287. */
import type { Feed, FeedItem } from './feed-model.ts'
import { element, type XmlNode, xmlDocument } from './feed-xml.ts'

/** @param selfUrl of the feed, where known */
export function writeAtom(feed: Feed, selfUrl: string | undefined): string {
  const { id, title, language, description, homeUrl, updated, items } = feed
  return xmlDocument(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
      element('id', {}, id),
      element('title', {}, title),
      element('subtitle', {}, description),
      element('updated', {}, updated),
      ...(selfUrl ? [element('link', { rel: 'self', type: 'application/atom+xml', href: selfUrl })] : []),
      ...(homeUrl ? [element('link', { rel: 'alternate', type: 'text/html', href: homeUrl })] : []),
      // For entries without authors of their own.
      element('author', {}, [element('name', {}, title)]),
      element('generator', {}, 'Paperbrief'),
      ...items.map(item => writeEntry(item, language)),
    ]),
  )
}

function writeEntry(item: FeedItem, feedLanguage: string): XmlNode {
  const { id, title, url, source, html, summary, published, updated, authors, tags, language } = item
  return element('entry', {}, [
    element('id', {}, id),
    element('title', { 'xml:lang': language === feedLanguage ? undefined : language }, title),
    ...(url ? [element('link', { rel: 'alternate', type: 'text/html', href: url })] : []),
    ...(source && source !== url ? [element('link', { rel: 'related', href: source })] : []),
    element('published', {}, published),
    element('updated', {}, updated),
    ...authors.map(name => element('author', {}, [element('name', {}, name)])),
    ...tags.map(term => element('category', { term })),
    ...(summary ? [element('summary', {}, summary)] : []),
    element('content', { type: 'html' }, html),
  ])
}
