/** The run that goes on now, or how the last one ended: on the page, and again in every event. */
import type { EndedRun, RunningRun, RunStatus } from '../jobs/run-desk.ts'
import type { AppWording } from './wording.ts'

/** `data-run` tells the script which run it is, so that it can see one begin and end. */
export function RunNow({ status: { running, last }, words }: { status: RunStatus; words: AppWording }) {
  if (running) return <Running run={running} words={words} />
  return last ? <Ended run={last} words={words} /> : <p data-run="">{words.idle}</p>
}

function Running({ run, words }: { run: RunningRun; words: AppWording }) {
  const { edition, date, startedAtMs, stage, done, total, label, notes, isStopping } = run
  const count = label ?? (total === undefined ? `${done ?? ''}` : `${done ?? 0} / ${total}`)
  return (
    <div data-run={`${startedAtMs}`}>
      <p data-line="">
        <b>{words.running(edition, date)}</b>
        {stage && ` · ${words.stages[stage]}`}
      </p>
      <p class="progress">
        {total === undefined || total === 0 ? (
          <progress aria-label={stage ? words.stages[stage] : words.now} />
        ) : (
          <progress aria-label={stage ? words.stages[stage] : words.now} max={total} value={done ?? 0} />
        )}{' '}
        <span>{count}</span>
      </p>
      {isStopping && <p class="notice">{words.stopping}</p>}
      <Notes run={{ notes }} words={words} />
    </div>
  )
}

function Ended({ run, words }: { run: EndedRun; words: AppWording }) {
  const { edition, date, state, message, hint } = run
  return (
    <div data-run="">
      <p data-line="">{words.ended[state](`${edition} ${date}`)}</p>
      {message && (
        <div class="notice bad">
          <p>{message}</p>
          {hint && <p>{hint}</p>}
        </div>
      )}
      <Notes run={run} words={words} />
    </div>
  )
}

function Notes({ run: { notes }, words }: { run: Pick<RunningRun, 'notes'>; words: AppWording }) {
  if (notes.length === 0) return null
  return (
    <section class="run-notes" aria-label={words.messages(notes.length)}>
      <ul>
        {notes.map(({ kind, text }) => (
          <li class={kind} lang="en">
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
