/** All pages as one application: a server answers with it, and the static site is what it answers, written to files. */
import { Hono } from 'hono'
import { ssgParams } from 'hono/ssg'
import { type Layout, layoutSchema } from '../../paper/edition.ts'
import { ArchivePage } from './archive-page.tsx'
import { DigestPage } from './digest-page.tsx'
import type { Place } from './layout.tsx'
import { PaperPage } from './paper-page.tsx'
import { AboutPage, EmptyPage, NotFoundPage } from './plain-pages.tsx'
import { idOfSlug, type Route, routes } from './routes.ts'
import { SearchPage, type SearchResults } from './search-page.tsx'
import { TopicPage, TopicsPage } from './topic-pages.tsx'
import type { DigestRef, PageSource, Site } from './view.ts'

export interface PagesOptions {
  site: Site
  source: PageSource
  /** Answers a search; without it the page is empty until its script fills it. */
  search?: (query: string, page: number) => Promise<SearchResults>
  /** Which pages a site of files has. */
  listed?: { papers: readonly string[]; digests: readonly DigestRef[]; topics: readonly string[] }
}

const DIGEST_NAME = /^(\d{4}-\d{2}-\d{2})\.([A-Za-z-]{2,20})\.([a-z][a-z0-9-]{0,50})$/

export function createPages({ site, source, search, listed }: PagesOptions): Hono {
  const app = new Hono()
  const place = (route: Route): Place => ({ site, route })

  app.get('/', async context => {
    const newest = await source.newestDigest()
    const view = newest && (await source.digest(newest))
    return context.html(
      view ? <DigestPage {...place(routes.home)} view={view} /> : <EmptyPage {...place(routes.home)} />,
    )
  })
  app.get('/archive', async context =>
    context.html(<ArchivePage {...place(routes.archive)} digests={await source.digests()} />),
  )
  app.get('/topics', async context =>
    context.html(<TopicsPage {...place(routes.topics)} topics={await source.topics()} />),
  )
  app.get('/about', context => context.html(<AboutPage {...place(routes.about)} />))
  app.get('/search', async context => {
    const query = context.req.query('q')?.slice(0, 500) ?? ''
    const page = Math.max(1, Math.min(1000, Number.parseInt(context.req.query('page') ?? '1', 10) || 1))
    const results = query === '' ? undefined : await search?.(query, page)
    return context.html(<SearchPage {...place(routes.search)} results={results} />)
  })
  app.get(
    '/digests/:edition/:name',
    ssgParams(() =>
      (listed?.digests ?? []).map(digest => {
        const [, edition = '', name = ''] = routes.digest(digest).split('/')
        return { edition, name }
      }),
    ),
    async context => {
      const { edition, name } = context.req.param()
      const [, date = '', language = '', layoutName] = DIGEST_NAME.exec(name) ?? []
      const layout = readLayout(layoutName)
      const view = layout && (await source.digest({ edition, date, language, layout }))
      return view
        ? context.html(<DigestPage {...place(`digests/${edition}/${name}`)} view={view} />)
        : context.notFound()
    },
  )
  app.get(
    '/papers/:slug',
    ssgParams(() => (listed?.papers ?? []).map(id => ({ slug: routes.paper(id).split('/')[1] ?? '' }))),
    async context => {
      const slug = context.req.param('slug')
      const id = idOfSlug(slug)
      const view = id === undefined ? undefined : await source.paper(id)
      return view ? context.html(<PaperPage {...place(`papers/${slug}`)} view={view} />) : context.notFound()
    },
  )
  app.get(
    '/topics/:slug',
    ssgParams(() => (listed?.topics ?? []).map(slug => ({ slug }))),
    async context => {
      const slug = context.req.param('slug')
      const view = await source.topic(slug)
      return view ? context.html(<TopicPage {...place(`topics/${slug}`)} view={view} />) : context.notFound()
    },
  )
  app.notFound(context =>
    context.html(<NotFoundPage {...place(context.req.path.replace(/^\/+/, ''))} />, 404),
  )
  return app
}

/** As `routes.digest` writes it; undefined for none of ours. */
function readLayout(name: string | undefined): Layout | undefined {
  if (name?.startsWith('form-')) return `form:${name.slice('form-'.length)}`
  return layoutSchema.safeParse(name).data
}
