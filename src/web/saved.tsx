/** `/saved`: the papers that the reader has saved, and the notes on them and on others. */
import { Hono } from 'hono'
import { loadRefs } from '../jobs/page-source.ts'
import type { Library } from '../library/library.ts'
import { Layout, PageLink, type Place } from '../publish/pages/layout.tsx'
import { PaperItem } from '../publish/pages/paper-item.tsx'
import type { PaperRef, Site } from '../publish/pages/view.ts'
import { READER } from './marks.ts'
import { noteRoute } from './notes.tsx'
import { readForm } from './read-form.ts'
import { type AppWording, wordsOfApp } from './wording.ts'

export interface SavedOptions {
  library: Library
  site: Site
}

// A list of more is no list that a person reads.
const MAX_SHOWN = 500

interface SavedPaper {
  ref: PaperRef
  note?: string | undefined
}

export function createSaved({ library, site }: SavedOptions): Hono {
  const app = new Hono()
  const place: Place = { site, route: 'saved' }
  app.get('/saved', async context => {
    const [saved, others] = await loadSaved(library, site.language)
    return context.html(<SavedPage {...place} saved={saved} others={others} />)
  })
  app.post('/saved/remove', async context => {
    const { id } = await readForm(context, ['id'])
    await library.marks.clear(READER, { paperId: id, kind: 'saved' })
    return context.redirect('../saved', 303)
  })
  return app
}

/** Saved papers with their notes, then the papers that have a note alone; the newest mark first. */
async function loadSaved(library: Library, language: string): Promise<[SavedPaper[], SavedPaper[]]> {
  const saved = (await library.marks.list(READER, 'saved')).slice(0, MAX_SHOWN)
  const notes = (await library.marks.list(READER, 'note')).slice(0, MAX_SHOWN)
  const noteOf = new Map(notes.map(({ paperId, note }) => [paperId, note]))
  const ids = new Set([...saved, ...notes].map(({ paperId }) => paperId))
  const refs = await loadRefs(library, [...ids], language)
  const isSaved = new Set(saved.map(({ paperId }) => paperId))
  const present = (paperId: string): SavedPaper[] => {
    const ref = refs.get(paperId)
    return ref ? [{ ref, note: noteOf.get(paperId) }] : []
  }
  return [
    saved.flatMap(({ paperId }) => present(paperId)),
    notes.filter(({ paperId }) => !isSaved.has(paperId)).flatMap(({ paperId }) => present(paperId)),
  ]
}

function SavedPage({
  saved,
  others,
  ...place
}: Place & { saved: readonly SavedPaper[]; others: readonly SavedPaper[] }) {
  const words = wordsOfApp(place.site.language)
  return (
    <Layout {...place} title={words.saved} unlisted>
      <header class="masthead">
        <h1>{words.saved}</h1>
        {saved.length === 0 && <p>{words.savedEmpty}</p>}
      </header>
      <PaperList papers={saved} isSaved place={place} words={words} />
      {others.length > 0 && (
        <>
          <h2>{words.notes}</h2>
          <PaperList papers={others} isSaved={false} place={place} words={words} />
        </>
      )}
    </Layout>
  )
}

function PaperList({
  papers,
  isSaved,
  place,
  words,
}: {
  papers: readonly SavedPaper[]
  isSaved: boolean
  place: Place
  words: AppWording
}) {
  if (papers.length === 0) return null
  return (
    <ol class="hits">
      {papers.map(({ ref, note }) => (
        <PaperItem
          paper={ref}
          place={place}
          actions={
            <>
              <PageLink from={place} to={noteRoute(ref.id)}>
                {words.editNote}
              </PageLink>
              {isSaved && (
                <form method="post" action="saved/remove">
                  <input type="hidden" name="id" value={ref.id} />
                  <button type="submit">{words.remove}</button>
                </form>
              )}
            </>
          }
        >
          {note && <p class="own-note">{note}</p>}
        </PaperItem>
      ))}
    </ol>
  )
}
