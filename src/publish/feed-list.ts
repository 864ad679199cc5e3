/** The list of all feeds as OPML, for programs that read feeds to take over at once. */
import { feedPath } from './feed.ts'
import { element, xmlDocument } from './feed-xml.ts'
import { showLine } from './present-entry.ts'

export const FEED_LIST_PATH = 'feeds/paperbrief.opml'

export interface ListedFeed {
  edition: string
  language: string
}

/** OPML 2.0, http://opml.org/spec2.opml. @param baseUrl of the site: a subscription needs a whole address */
export function renderFeedList(
  feeds: readonly ListedFeed[],
  { name, baseUrl }: { name: string; baseUrl: string },
): string {
  return xmlDocument(
    element('opml', { version: '2.0' }, [
      element('head', {}, [element('title', {}, showLine(name, 100))]),
      element(
        'body',
        {},
        feeds.map(({ edition, language }) => {
          const text = `${showLine(name, 100)} · ${showLine(edition, 100)} (${language})`
          const xmlUrl = new URL(feedPath({ edition, language, kind: 'atom' }), baseUrl).href
          return element('outline', { type: 'rss', text, title: text, xmlUrl, htmlUrl: baseUrl, language })
        }),
      ),
    ]),
  )
}
