/** Writes Atom feeds in the two forms of arXiv's query API, for tests and benchmarks; the texts are our own. */

export interface AtomEntryText {
  /** With version: `2511.00001v1`. */
  id: string
  title?: string
  summary?: string
  published?: string
  updated?: string
  categories?: string[]
  authors?: string[]
  comment?: string
}

/** The form of 2026: all namespaces on the root, everything on one line. */
export function writeAtomFeed(entries: readonly AtomEntryText[], total = entries.length): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/AbC/+xyz</id>
  <title>arXiv Query: search_query=cat:cs.CL&amp;id_list=&amp;start=0&amp;max_results=100</title>
  <updated>2026-04-12T22:45:06Z</updated>
  <link href="https://arxiv.org/api/query?search_query=cat:cs.CL&amp;start=0&amp;max_results=100" type="application/atom+xml"/>
  <opensearch:itemsPerPage>100</opensearch:itemsPerPage>
  <opensearch:totalResults>${total}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
${entries.map(writeEntry).join('\n')}
</feed>
`
}

function writeEntry({ id, ...entry }: AtomEntryText): string {
  const { title = `On ${id}`, summary = `What ${id} is about.`, categories = ['cs.CL'] } = entry
  const {
    published = '2025-11-26T15:00:00Z',
    updated = published,
    authors = ['Ada Example'],
    comment,
  } = entry
  return `  <entry>
    <id>http://arxiv.org/abs/${id}</id>
    <title>${title}</title>
    <updated>${updated}</updated>
    <link href="https://arxiv.org/abs/${id}" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/${id}" rel="related" type="application/pdf" title="pdf"/>
    <summary>${summary}</summary>
${categories.map(term => `    <category term="${term}" scheme="http://arxiv.org/schemas/atom"/>`).join('\n')}
    <published>${published}</published>
${comment === undefined ? '' : `    <arxiv:comment>${comment}</arxiv:comment>\n`}    <arxiv:primary_category term="${categories[0]}"/>
${authors.map(name => `    <author>\n      <name>${name}</name>\n      <arxiv:affiliation>Example University</arxiv:affiliation>\n    </author>`).join('\n')}
  </entry>`
}

/** The form before 2026: extension elements declare their own namespaces, lines are wrapped. */
export const olderAtomFeed = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?search_query%3D%26id_list%3Dmath/0601001" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=&amp;id_list=math/0601001&amp;start=0&amp;max_results=10</title>
  <id>http://arxiv.org/api/IUcm/Qp9</id>
  <updated>2020-09-04T00:00:00-04:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>
  <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">0</opensearch:startIndex>
  <opensearch:itemsPerPage xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">10</opensearch:itemsPerPage>
  <entry>
    <id>http://arxiv.org/abs/math/0601001v2</id>
    <updated>2006-02-03T04:05:06Z</updated>
    <published>2006-01-02T21:19:45Z</published>
    <title>A wrapped title about
  nothing at all</title>
    <summary>  The first line is indented, and the
second one follows
it. The names are G\\"odel's.
</summary>
    <author>
      <name>Kurt Beispiel</name>
    </author>
    <author>
      <name>Mar\u00eda Ejemplo</name>
    </author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/182.7 10.1000/183</arxiv:doi>
    <link title="doi" href="http://dx.doi.org/10.1000/182.7" rel="related"/>
    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Ex. 1, 2 (2006)</arxiv:journal_ref>
    <link href="http://arxiv.org/abs/math/0601001v2" rel="alternate" type="text/html"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="math.LO" scheme="http://arxiv.org/schemas/atom"/>
    <category term="math.LO" scheme="http://arxiv.org/schemas/atom"/>
    <category term="03B10, 03B15" scheme="http://arxiv.org/schemas/atom"/>
    <category term="F.4.1; I.2.3" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
</feed>
`

export const atomErrorFeed = `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/</id>
  <title>arXiv Search Results</title>
  <opensearch:itemsPerPage>1</opensearch:itemsPerPage>
  <opensearch:totalResults>1</opensearch:totalResults>
  <entry>
    <id>https://arxiv.org/api/errors#start_must_be_non-negative</id>
    <title>Error</title>
    <summary>start must be non-negative</summary>
    <author>
      <name>arXiv api core</name>
    </author>
  </entry>
</feed>
`
