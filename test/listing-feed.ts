/** Writes feeds of arXiv's daily lists for tests, in the form of rss.arxiv.org. */

export interface ListingText {
  /** `2511.00001v1`. */
  id: string
  kind?: 'new' | 'cross' | 'replace' | 'replace-cross'
  title?: string
  creator?: string
  abstract?: string
  categories?: readonly string[]
}

/** RSS 2.0; `day`: `YYYY-MM-DD`, in winter. */
export function writeRssListing(day: string, items: readonly ListingText[]): string {
  const pubDate = `${new Date(day).toUTCString().slice(0, 16)} 00:00:00 -0500`
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
  <channel>
    <title>cs.CL updates on arXiv.org</title>
    <link>http://rss.arxiv.org/rss/cs.CL</link>
    <description>cs.CL updates on the arXiv.org e-print archive.</description>
    <lastBuildDate>${new Date(day).toUTCString()}</lastBuildDate>
    <pubDate>${pubDate}</pubDate>
${items.map(item => writeItem(item, pubDate)).join('\n')}
  </channel>
</rss>
`
}

/** Atom; the day of the feed stands in its entries, and in the time when it was made. */
export function writeAtomListing(day: string, items: readonly ListingText[]): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">
  <id>http://rss.arxiv.org/atom/cs.CL</id>
  <title>cs.CL updates on arXiv.org</title>
  <updated>${day}T05:00:19.866337+00:00</updated>
${items.map(item => writeEntry(item, day)).join('\n')}
</feed>
`
}

/** What comes with HTTP 400. */
export function writeListingError(message: string): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss version="2.0">
  <channel>
    <title>Feed error for query: http://rss.arxiv.org/rss/cs.XYZ</title>
    <description>${message}</description>
  </channel>
</rss>
`
}

function writeItem(item: ListingText, pubDate: string): string {
  const { id, kind = 'new', title = `On ${id}`, creator = 'Ada Example', categories = ['cs.CL'] } = item
  return `    <item>
      <title>${title}</title>
      <link>https://arxiv.org/abs/${id.replace(/v\d+$/, '')}</link>
      <description>${describe(item)}</description>
      <guid isPermaLink="false">oai:arXiv.org:${id}</guid>
${categories.map(category => `      <category>${category}</category>`).join('\n')}
      <pubDate>${pubDate}</pubDate>
      <arxiv:announce_type>${kind}</arxiv:announce_type>
      <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
      <dc:creator>${creator}</dc:creator>
    </item>`
}

function writeEntry(item: ListingText, day: string): string {
  const { id, kind = 'new', title = `On ${id}`, creator = 'Ada Example', categories = ['cs.CL'] } = item
  return `  <entry>
    <id>oai:arXiv.org:${id}</id>
    <title>${title}</title>
    <summary>${describe(item)}</summary>
${categories.map(category => `    <category term="${category}"/>`).join('\n')}
    <published>${day}T00:00:00-05:00</published>
    <arxiv:announce_type>${kind}</arxiv:announce_type>
    <dc:creator>${creator}</dc:creator>
  </entry>`
}

function describe({ id, kind = 'new', abstract = `What ${id} says.` }: ListingText): string {
  return `arXiv:${id} Announce Type: ${kind} \nAbstract: ${abstract}`
}
