/** The frame of every page: head, navigation, foot. */
import { html } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { withoutDirectionMarks } from './rich-text.tsx'
import { fileFrom, hrefFrom, type Route, routes } from './routes.ts'
import type { Site } from './view.ts'
import { type Wording, wordingFor } from './wording.ts'

export interface Place {
  site: Site
  /** Of this page. */
  route: Route
}

interface LayoutProps extends Place {
  title: string
  /** For search engines and previews: one or two sentences. */
  description?: string
  /** Not for search engines: lists and faults. */
  unlisted?: boolean
  feed?: { title: string; file: string }
}

// Of a page's title, in characters: a tab shows far fewer.
const MAX_TITLE = 300

export function Layout({
  site,
  route,
  title,
  description,
  unlisted,
  feed,
  children,
}: PropsWithChildren<LayoutProps>) {
  const words = wordingFor(site.language)
  const heading = withoutDirectionMarks(title).slice(0, MAX_TITLE)
  const summary = description && withoutDirectionMarks(description)
  const full = title === site.name ? title : `${heading} · ${site.name}`
  return (
    <>
      {html`<!doctype html>`}
      <html lang={site.language} data-mode={site.mode}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{full}</title>
          {summary && <meta name="description" content={summary} />}
          <meta property="og:title" content={heading} />
          <meta property="og:site_name" content={site.name} />
          <meta property="og:type" content="article" />
          {summary && <meta property="og:description" content={summary} />}
          {site.baseUrl && (
            <>
              <link rel="canonical" href={new URL(pageFile(route, site), site.baseUrl).href} />
              <meta property="og:url" content={new URL(pageFile(route, site), site.baseUrl).href} />
            </>
          )}
          {unlisted && <meta name="robots" content="noindex" />}
          <link rel="icon" href={fileFrom(route, 'assets/icon.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={fileFrom(route, 'assets/style.css')} />
          {feed && (
            <link
              rel="alternate"
              type="application/atom+xml"
              title={feed.title}
              href={fileFrom(route, feed.file)}
            />
          )}
          <script src={fileFrom(route, 'assets/paperbrief.js')} defer />
        </head>
        <body>
          <a class="skip" href="#main">
            {words.skip}
          </a>
          <Header site={site} route={route} />
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <footer class="foot">
            <p>{words.checked}</p>
            <p class="keys">
              {words.keys}: <kbd>j</kbd> <kbd>k</kbd> {words.keyNext} · <kbd>o</kbd> {words.keyOpen} ·{' '}
              <kbd>s</kbd> {words.keySave} · <kbd>/</kbd> {words.keySearch}
            </p>
          </footer>
        </body>
      </html>
    </>
  )
}

function Header({ site, route }: Place) {
  const words = wordingFor(site.language)
  const links: [Route, string][] = [
    [routes.home, words.today],
    [routes.archive, words.archive],
    [routes.topics, words.topics],
    ...appLinks(site, words),
    [routes.about, words.about],
  ]
  return (
    <header class="top">
      <a class="brand" href={hrefFrom(route, routes.home, site.mode)}>
        {site.name}
      </a>
      <nav aria-label={site.name}>
        {links.map(([to, name]) => (
          <a href={hrefFrom(route, to, site.mode)} aria-current={to === route ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <search class="seek">
        <form action={hrefFrom(route, routes.search, site.mode)} method="get">
          <input
            type="search"
            name="q"
            id="seek"
            aria-label={words.search}
            placeholder={words.searchHint}
            maxlength={500}
          />
        </form>
      </search>
      <button
        type="button"
        class="theme"
        data-theme-toggle
        aria-label={words.theme}
        title={words.theme}
        hidden
      >
        ◐
      </button>
    </header>
  )
}

/** Pages that only a server has. */
function appLinks({ mode }: Site, words: Wording): [Route, string][] {
  if (mode === 'files') return []
  return [
    ['saved', words.saved],
    ['runs', words.backstage],
  ]
}

function pageFile(route: Route, { mode }: Site): string {
  return mode === 'app' ? route : `${route || 'index'}.html`
}

/** For what is written in another language than the page itself. */
export function langBeside({ language }: Site, lang: string): { lang?: string } {
  return lang === language ? {} : { lang }
}

/** A link to another page of the site. */
export function PageLink({
  from,
  to,
  children,
  ...rest
}: PropsWithChildren<{
  from: Place
  to: Route
  class?: string
  rel?: string
  lang?: string
  id?: string
}>): Child {
  return (
    <a href={hrefFrom(from.route, to, from.site.mode)} {...rest}>
      {children}
    </a>
  )
}
