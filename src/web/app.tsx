/** The web app: the pages live from the library, marks, and what only a server can do. */
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import type { EditionDesk } from '../jobs/edition-desk.ts'
import type { GlossaryDesk } from '../jobs/glossary-desk.ts'
import type { LibraryPages } from '../jobs/page-source.ts'
import type { SettingsFile } from '../jobs/settings-file.ts'
import type { Library } from '../library/library.ts'
import type { FormBook } from '../paper/form-book.ts'
import { readAssets } from '../publish/pages/assets.ts'
import { createPages } from '../publish/pages/pages.tsx'
import { NotFoundPage } from '../publish/pages/plain-pages.tsx'
import { routes } from '../publish/pages/routes.ts'
import type { Site } from '../publish/pages/view.ts'
import type { Frame } from './backstage.tsx'
import { type CostOptions, createCost } from './cost.tsx'
import { createFeeds } from './feeds.ts'
import { createGlossary } from './glossary.tsx'
import { type App, createGuard, type GuardOptions } from './guard.tsx'
import { keepPages } from './keep-pages.ts'
import { createMarks } from './marks.ts'
import { createNotes } from './notes.tsx'
import { createRunEvents } from './run-events.ts'
import { RunNow } from './run-now.tsx'
import { createRuns } from './runs.tsx'
import { createSaved } from './saved.tsx'
import type { Searcher } from './search.ts'
import { createSettingsPage } from './settings-page.tsx'
import { wordsOfApp } from './wording.ts'

export interface AppOptions extends Pick<GuardOptions, 'hosts' | 'passwordHash' | 'now'> {
  library: Library
  source: LibraryPages
  site: Site
  /** Forms and labels besides the built-in ones. */
  book?: FormBook | undefined
  searcher: Pick<Searcher, 'search' | 'findPaper'>
  editionDesk: EditionDesk
  settingsFile: SettingsFile
  glossaryDesk: GlossaryDesk
  reportCost: CostOptions['reportCost']
  /** Told of what went wrong inside; the reader is only told that something did. */
  onFault: (error: unknown) => void
}

export function createApp(options: AppOptions): App {
  const { library, source, site, searcher, editionDesk, onFault, hosts, passwordHash, now } = options
  const words = wordsOfApp(site.language)
  const frame: Frame = { site, hasPassword: passwordHash !== undefined }
  const app = createGuard({ site, hosts, passwordHash, now })
  // Before what reads an answer to its end: this one has none.
  app.get(
    '/runs/events',
    createRunEvents(editionDesk.desk, status => (<RunNow status={status} words={words} />).toString()),
  )
  app.use(compress())
  app.use(etag())
  for (const { path, type, content } of readAssets())
    app.get(`/${path}`, context =>
      context.body(new Uint8Array(content), 200, { 'content-type': type, 'cache-control': 'no-cache' }),
    )
  app.route('/marks', createMarks(library))
  app.route('/feeds', createFeeds({ library, book: options.book }))
  app.route('/', createSaved({ library, site }))
  app.route('/notes', createNotes({ library, site }))
  app.route('/', createRuns({ library, editionDesk, frame }))
  app.route('/settings', createSettingsPage({ settingsFile: options.settingsFile, frame }))
  app.route('/glossary', createGlossary({ glossaryDesk: options.glossaryDesk, frame }))
  app.route('/cost', createCost({ reportCost: options.reportCost, frame, now }))
  app.get('/search', async (context, next) => {
    const id = await searcher.findPaper(context.req.query('q') ?? '')
    return id === undefined ? next() : context.redirect(routes.paper(id), 303)
  })
  app.use(keepPages(now))
  app.route('/', createPages({ site, source, search: searcher.search }))
  app.notFound(context =>
    context.html(<NotFoundPage site={site} route={context.req.path.replace(/^\/+/, '')} />, 404),
  )
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse()
    onFault(error)
    return isDiskFull(error) ? context.text(words.diskFull, 507) : context.text(words.fault, 500)
  })
  return app
}

/** By the codes of the system and of Postgres, through errors that wrap others. */
function isDiskFull(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause)
    if (['ENOSPC', 'EDQUOT', '53100'].includes((current as NodeJS.ErrnoException).code ?? '')) return true
  return false
}
