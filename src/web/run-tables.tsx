/** The editions with when they run next, and the runs that there were. */
import { z } from 'zod'
import type { EditionNow } from '../jobs/edition-desk.ts'
import type { StoredRun } from '../library/runs.ts'
import type { Turn } from '../library/turns.ts'
import { Moment } from './backstage.tsx'
import type { AppWording } from './wording.ts'

export function EditionTable({ editions, words }: { editions: readonly EditionNow[]; words: AppWording }) {
  return (
    <section>
      <h2 id="editions">{words.editions}</h2>
      <section class="scroll" tabindex={0} aria-labelledby="editions">
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">{words.edition}</th>
              <th scope="col">{words.next}</th>
              <th scope="col">
                <span class="aloud">{words.runNow}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {editions.map(({ name, schedule, timezone, next }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>
                  {next ? (
                    <>
                      <Moment at={next} timezone={timezone} /> <small>{timezone}</small>
                    </>
                  ) : (
                    <small>{schedule === undefined ? words.unscheduled : <code>{schedule}</code>}</small>
                  )}
                </td>
                <td>
                  <form method="post" action="runs/start">
                    <input type="hidden" name="edition" value={name} />
                    <button type="submit" aria-label={`${words.runNow}: ${name}`}>
                      {words.runNow}
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

// What older versions kept, and runs that failed, have less.
const reportSchema = z.object({
  papers: z.number().optional(),
  written: z.number().optional(),
  reused: z.number().optional(),
  repaired: z.number().optional(),
  fellBack: z.number().optional(),
  flagged: z.number().optional(),
  seconds: z.number().optional(),
  cost: z.object({ amount: z.number().nullable(), currency: z.string() }).optional(),
  outputs: z.array(z.string()).default([]),
  fallbacks: z.array(z.object({ id: z.string(), reason: z.string() })).default([]),
  deliveries: z
    .array(z.object({ channel: z.string(), state: z.string(), error: z.string().optional() }))
    .default([]),
  error: z.string().optional(),
})
type Report = Partial<z.infer<typeof reportSchema>>

const COUNTS = ['papers', 'written', 'reused', 'repaired', 'fellBack', 'flagged'] as const

export function RunTable({
  runs,
  running,
  words,
}: {
  runs: readonly StoredRun[]
  running: Turn | undefined
  words: AppWording
}) {
  if (runs.length === 0) return <p>{words.noRuns}</p>
  return (
    <section>
      <h2 id="recent">{words.recentRuns}</h2>
      <section class="scroll" tabindex={0} aria-labelledby="recent">
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">{words.started}</th>
              <th scope="col">{words.edition}</th>
              <th scope="col">{words.date}</th>
              <th scope="col">{words.state}</th>
              {COUNTS.map(name => (
                <th scope="col" class="digits">
                  {words[name]}
                </th>
              ))}
              <th scope="col" class="digits">
                {words.amount}
              </th>
              <th scope="col" class="digits">
                {words.seconds}
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run, index) => (
              <RunRow run={run} isNow={index === 0 && isOf(running, run)} words={words} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function isOf(turn: Turn | undefined, { edition, date }: StoredRun): boolean {
  return turn?.edition === edition && turn.date === date
}

function RunRow({ run, isNow, words }: { run: StoredRun; isNow: boolean; words: AppWording }) {
  const report: Report = reportSchema.safeParse(run.report ?? {}).data ?? {}
  const { cost, seconds } = report
  const state = isNow && run.state === 'running' ? words.now : words.states[run.state]
  return (
    <tr>
      <td>
        <Moment at={run.createdAt} />
      </td>
      <td>{run.edition || words.none}</td>
      <td>{run.date}</td>
      <td>
        {state}
        <Details report={report} words={words} />
      </td>
      {COUNTS.map(name => (
        <td class="digits">{report[name] ?? ''}</td>
      ))}
      <td class="digits">
        {cost && cost.amount !== null ? `${cost.amount.toFixed(4)} ${cost.currency}` : ''}
      </td>
      <td class="digits">{seconds ?? ''}</td>
    </tr>
  )
}

function Details({ report, words }: { report: Report; words: AppWording }) {
  const { error, outputs = [], deliveries = [], fallbacks = [] } = report
  if (!error && outputs.length + deliveries.length + fallbacks.length === 0) return null
  return (
    <details class="run-details">
      <summary>{words.details}</summary>
      {error && <p lang="en">{error}</p>}
      <ul>
        {outputs.map(path => (
          <li>
            <code>{path}</code>
          </li>
        ))}
        {deliveries.map(({ channel, state, error: why }) => (
          <li>
            {channel}: {words.deliveryStates[state] ?? state} {why && <span lang="en">{why}</span>}
          </li>
        ))}
        {fallbacks.map(({ id, reason }) => (
          <li>
            <code>{id}</code> <span lang="en">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
