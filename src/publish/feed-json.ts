/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. */
import type { Feed, FeedItem } from './feed-model.ts'

/** @param selfUrl of the feed, where known */
export function writeJsonFeed(feed: Feed, selfUrl: string | undefined): string {
  const { title, language, description, homeUrl, items } = feed
  const written = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(homeUrl && { home_page_url: homeUrl }),
    ...(selfUrl && { feed_url: selfUrl }),
    description,
    language,
    items: items.map(item => writeItem(item, language)),
  }
  return `${JSON.stringify(written, null, 1)}\n`
}

function writeItem(item: FeedItem, feedLanguage: string) {
  const { id, url, source, title, html, summary, published, updated, authors, tags, language } = item
  return {
    id,
    ...(url && { url }),
    ...(source && source !== url && { external_url: source }),
    title,
    content_html: html,
    ...(summary && { summary }),
    date_published: published,
    date_modified: updated,
    ...(authors.length > 0 && { authors: authors.map(name => ({ name })) }),
    ...(tags.length > 0 && { tags }),
    ...(language !== feedLanguage && { language }),
  }
}
