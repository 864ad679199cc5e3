/** `/notes/…`: the reader's note on a paper, as a page of its own and as a part of the paper's page. */
import { Hono } from 'hono'
import { loadRefs } from '../jobs/page-source.ts'
import type { Library } from '../library/library.ts'
import { latexToText } from '../paper/latex.ts'
import { Layout, PageLink, type Place } from '../publish/pages/layout.tsx'
import { RichText } from '../publish/pages/rich-text.tsx'
import { idOfSlug, type Route, routes, slugOf } from '../publish/pages/routes.ts'
import type { PaperRef, Site } from '../publish/pages/view.ts'
import { MAX_NOTE, READER } from './marks.ts'
import { readForm } from './read-form.ts'
import { wordsOfApp } from './wording.ts'

export interface NotesOptions {
  library: Library
  site: Site
}

export function noteRoute(id: string): Route {
  return `notes/${slugOf(id)}`
}

/** `GET ?part` gives the form alone, for the script of the paper's page. */
export function createNotes({ library, site }: NotesOptions): Hono {
  const app = new Hono()
  const findPaper = async (slug: string): Promise<PaperRef | undefined> => {
    const id = idOfSlug(slug)
    return id === undefined ? undefined : (await loadRefs(library, [id], site.language)).get(id)
  }
  app.get('/:slug', async context => {
    const paper = await findPaper(context.req.param('slug'))
    if (!paper) return context.notFound()
    const marks = await library.marks.of(READER, [paper.id])
    const note = marks.find(({ kind }) => kind === 'note')?.note ?? ''
    const place: Place = { site, route: noteRoute(paper.id) }
    return context.req.query('part') === undefined
      ? context.html(<NotePage {...place} paper={paper} note={note} />)
      : context.html(<NoteForm {...place} id={paper.id} note={note} />)
  })
  app.post('/:slug', async context => {
    const paper = await findPaper(context.req.param('slug'))
    if (!paper) return context.notFound()
    const note = (await readForm(context, ['note'])).note.trim()
    if (note.length > MAX_NOTE) return context.text('That is too long.', 413)
    const mark = { paperId: paper.id, kind: 'note' } as const
    if (note === '') await library.marks.clear(READER, mark)
    else await library.marks.set(READER, { ...mark, note })
    return context.redirect(`../${routes.paper(paper.id)}#note`, 303)
  })
  return app
}

function NotePage({ paper, note, ...place }: Place & { paper: PaperRef; note: string }) {
  const words = wordsOfApp(place.site.language)
  return (
    <Layout {...place} title={words.note} unlisted>
      <header class="masthead">
        <h1>
          <PageLink from={place} to={routes.paper(paper.id)}>
            <RichText text={paper.titleTranslated ?? latexToText(paper.title)} />
          </PageLink>
        </h1>
      </header>
      <NoteForm {...place} id={paper.id} note={note} />
    </Layout>
  )
}

/** The paper's page lies as deep as this one, so that the form's address holds in both. */
function NoteForm({ site, id, note }: Place & { id: string; note: string }) {
  const words = wordsOfApp(site.language)
  return (
    <section class="note-editor" id="note">
      <h2>
        <label for="note-text">{words.note}</label>
      </h2>
      <form method="post" action={`../${noteRoute(id)}`}>
        <textarea
          id="note-text"
          name="note"
          rows={4}
          maxlength={MAX_NOTE}
          aria-describedby="note-hint"
          dir="auto"
        >
          {`\n${note}`}
        </textarea>
        <p>
          <button type="submit">{words.save}</button> <small id="note-hint">{words.noteHint}</small>
        </p>
      </form>
    </section>
  )
}
