/** `/feeds/…`: what was published, for feed readers, as it stands now. */
import { Hono } from 'hono'
import { renderLiveFeed } from '../jobs/feeds.ts'
import type { Library } from '../library/library.ts'
import type { FormBook } from '../paper/form-book.ts'
import { feedKinds, feedTypes } from '../publish/feed.ts'

const FEED_NAME = /^([a-z0-9][a-z0-9-]{0,39})\.([A-Za-z-]{2,20})\.([a-z]{3,4})$/

export function createFeeds({ library, book }: { library: Library; book?: FormBook | undefined }): Hono {
  const app = new Hono()
  app.get('/:name', async context => {
    const [, edition = '', language = '', ending] = FEED_NAME.exec(context.req.param('name')) ?? []
    const kind = feedKinds.find(known => known === ending)
    const feed = kind && (await renderLiveFeed({ library, book }, { edition, language, kind }))
    return feed ? context.body(feed, 200, { 'content-type': feedTypes[kind] }) : context.notFound()
  })
  return app
}
