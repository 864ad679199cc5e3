/** `/runs`: what is running now, what ran before, and a button for each edition. */
import { Hono } from 'hono'
import type { EditionDesk, EditionNow } from '../jobs/edition-desk.ts'
import type { RunStatus } from '../jobs/run-desk.ts'
import type { Library } from '../library/library.ts'
import type { StoredRun } from '../library/runs.ts'
import { Backstage, Fault, type Frame } from './backstage.tsx'
import { readForm } from './read-form.ts'
import { RunNow } from './run-now.tsx'
import { EditionTable, RunTable } from './run-tables.tsx'
import { wordsOfApp } from './wording.ts'

export interface RunsOptions {
  library: Pick<Library, 'runs'>
  editionDesk: EditionDesk
  frame: Frame
}

const SHOWN_RUNS = 50

/** `GET /runs`; `POST /runs/start` with `edition`; `POST /runs/stop`. */
export function createRuns({ library, editionDesk, frame }: RunsOptions): Hono {
  const app = new Hono()
  const words = wordsOfApp(frame.site.language)
  const refusals: Record<string, string> = { busy: words.busy, unknown: words.unknownEdition }
  app.get('/runs', async context =>
    context.html(
      <RunsPage
        frame={frame}
        status={editionDesk.desk.status()}
        editions={editionDesk.editions()}
        runs={await library.runs.list(SHOWN_RUNS)}
        fault={refusals[context.req.query('refused') ?? '']}
      />,
    ),
  )
  app.post('/runs/start', async context => {
    const { edition: name } = await readForm(context, ['edition'])
    const edition = editionDesk.editions().find(each => each.name === name)
    if (!edition) return context.redirect('../runs?refused=unknown', 303)
    const turn = { edition: name, date: edition.today }
    const { state } = await editionDesk.desk.start(turn, { force: true })
    return context.redirect(state === 'started' ? '../runs' : '../runs?refused=busy', 303)
  })
  app.post('/runs/stop', context => {
    editionDesk.desk.stop()
    return context.redirect('../runs', 303)
  })
  return app
}

function RunsPage({
  frame,
  status,
  editions,
  runs,
  fault,
}: {
  frame: Frame
  status: RunStatus
  editions: readonly EditionNow[]
  runs: readonly StoredRun[]
  fault: string | undefined
}) {
  const words = wordsOfApp(frame.site.language)
  return (
    <Backstage frame={frame} tab="runs">
      {fault && <Fault message={fault} />}
      <section class="run-now" data-events="runs/events">
        <h2>{words.now}</h2>
        <p class="aloud" role="status" data-run-line />
        <div data-run-status>
          <RunNow status={status} words={words} />
        </div>
        {status.running && (
          <form method="post" action="runs/stop">
            <button type="submit">{words.stop}</button>
          </form>
        )}
        <noscript>
          <p>
            <small>{words.noScript}</small>
          </p>
        </noscript>
      </section>
      <EditionTable editions={editions} words={words} />
      <RunTable runs={runs} running={status.running} words={words} />
    </Backstage>
  )
}
