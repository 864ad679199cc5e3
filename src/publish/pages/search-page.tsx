/** The search page: a server fills it with results; in a site of files the script asks the index beside it. */
import { Layout, type Place } from './layout.tsx'
import { PaperItem } from './paper-item.tsx'
import type { PaperRef } from './view.ts'
import { type Wording, wordingFor } from './wording.ts'

export interface SearchHit extends PaperRef {
  /** Pieces of text in which the words that were found are marked. */
  fragments: readonly { text: string; marked: boolean }[][]
}

export interface SearchResults {
  query: string
  hits: readonly SearchHit[]
  total: number
  /** From 1. */
  page: number
  pages: number
  ms: number
  /** What was wrong with the question. */
  fault?: string
}

export function SearchPage({ results, ...place }: Place & { results?: SearchResults | undefined }) {
  const words = wordingFor(place.site.language)
  return (
    <Layout {...place} title={results?.query ? `${words.search}: ${results.query}` : words.search} unlisted>
      <header class="masthead">
        <h1>{words.search}</h1>
      </header>
      <search>
        <form class="search" method="get">
          <input
            type="search"
            name="q"
            value={results?.query ?? ''}
            aria-label={words.search}
            placeholder={words.searchHint}
            maxlength={500}
          />
          <button type="submit">{words.search}</button>
        </form>
      </search>
      {place.site.mode === 'files' && (
        <noscript>
          <p>{words.searchNeedsScript}</p>
        </noscript>
      )}
      <div id="results" aria-live="polite" {...(place.site.mode === 'files' ? wordsForScript(words) : {})}>
        {results && <Results {...place} results={results} />}
      </div>
    </Layout>
  )
}

/** What the script says in the language of the site; it puts its own number in place of the 2. */
function wordsForScript({ papers, searchNeedsServer, nothingToSearch }: Wording) {
  return {
    'data-one': papers(1),
    'data-many': papers(2),
    'data-needs-server': searchNeedsServer,
    'data-nothing': nothingToSearch,
  }
}

function Results({ results, ...place }: Place & { results: SearchResults }) {
  const words = wordingFor(place.site.language)
  const { query, hits, total, page, pages, ms, fault } = results
  if (fault) return <p class="notice bad">{fault}</p>
  if (query === '') return null
  return (
    <>
      <p class="count">
        {words.papers(total)} <small>{Math.round(ms)} ms</small>
      </p>
      <ol class="hits" start={hits.length === 0 ? 1 : (page - 1) * hits.length + 1}>
        {hits.map(({ fragments, ...paper }) => (
          <PaperItem paper={paper} place={place}>
            {fragments.map(pieces => (
              <p class="fragment">
                {pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
              </p>
            ))}
          </PaperItem>
        ))}
      </ol>
      {pages > 1 && (
        <nav class="pager" aria-label={words.search}>
          {page > 1 && <a href={`?${new URLSearchParams({ q: query, page: String(page - 1) })}`}>←</a>}
          <span>
            {page} / {pages}
          </span>
          {page < pages && <a href={`?${new URLSearchParams({ q: query, page: String(page + 1) })}`}>→</a>}
        </nav>
      )}
    </>
  )
}
