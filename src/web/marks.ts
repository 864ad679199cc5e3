/** `/marks`: what the reader has said of papers, for the script of the pages. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { Library } from '../library/library.ts'

// One app, one password, one reader.
export const READER = 'me'

const MAX_IDS = 500
export const MAX_NOTE = 20_000

const markSchema = z.object({
  id: z.string().min(1).max(200),
  kind: z.enum(['saved', 'read', 'hidden', 'note']),
  on: z.boolean(),
  note: z.string().max(MAX_NOTE).optional(),
})

/** `GET ?id=…&id=…`: `{id: kinds}`. `POST {id, kind, on}` with the header `x-paperbrief`. */
export function createMarks(library: Library): Hono {
  const app = new Hono()
  app.get('/', async context => {
    const ids = (context.req.queries('id') ?? []).slice(0, MAX_IDS)
    const kinds: Record<string, string[]> = {}
    for (const { paperId, kind } of await library.marks.of(READER, ids))
      kinds[paperId] = [...(kinds[paperId] ?? []), kind]
    return context.json(kinds)
  })
  app.post('/', async context => {
    // A form of another site cannot set this header; together with the check of the origin that keeps them out.
    if (context.req.header('x-paperbrief') === undefined)
      return context.text('This is for the pages alone.', 403)
    const parsed = markSchema.safeParse(await context.req.json().catch(() => undefined))
    if (!parsed.success) return context.text(z.prettifyError(parsed.error), 400)
    const { id, kind, on, note } = parsed.data
    const [paper] = await library.papers.find([id])
    if (!paper) return context.text('There is no such paper.', 404)
    if (on) await library.marks.set(READER, { paperId: id, kind, ...(note !== undefined && { note }) })
    else await library.marks.clear(READER, { paperId: id, kind })
    return context.body(null, 204)
  })
  return app
}
