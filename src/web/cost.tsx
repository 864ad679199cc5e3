/** `/cost`: what the models have cost, as bars and as a table. */
import { Hono } from 'hono'
import type { CostGroup, CostReport, CostSums } from '../jobs/cost.ts'
import { type CallGrouping, callGroupings } from '../paper/call-grouping.ts'
import { Backstage, type Frame } from './backstage.tsx'
import { type AppWording, wordsOfApp } from './wording.ts'

export interface CostOptions {
  /** @param since `YYYY-MM-DD`, UTC; undefined: since the first call */
  reportCost: (by: CallGrouping, since: string | undefined) => Promise<CostReport>
  frame: Frame
  now: () => number
}

const SPANS = [30, 90] as const
const DAY_MS = 86_400_000

/** `GET /cost?by=day&days=30`; `days=all` goes back to the first call. */
export function createCost({ reportCost, frame, now }: CostOptions): Hono {
  const app = new Hono()
  app.get('/', async context => {
    const by = callGroupings.find(each => each === context.req.query('by')) ?? 'day'
    const days = context.req.query('days') === 'all' ? undefined : findSpan(context.req.query('days'))
    const since =
      days === undefined ? undefined : new Date(now() - (days - 1) * DAY_MS).toISOString().slice(0, 10)
    const report = await reportCost(by, since)
    return context.html(<CostPage frame={frame} report={report} days={days} />)
  })
  return app
}

function findSpan(given: string | undefined): number {
  return SPANS.find(span => String(span) === given) ?? SPANS[0]
}

function CostPage({ frame, report, days }: { frame: Frame; report: CostReport; days: number | undefined }) {
  const words = wordsOfApp(frame.site.language)
  const { by, currency, groups, total, month } = report
  const money = (amount: number) => `${formatAmount(amount)} ${currency}`
  return (
    <Backstage frame={frame} tab="cost">
      <nav class="choices" aria-label={words.cost}>
        {callGroupings.map(each => (
          <a href={addressOf(each, days)} aria-current={each === by ? 'true' : undefined}>
            {words.by[each]}
          </a>
        ))}
        <span class="gap" />
        {[...SPANS, undefined].map(span => (
          <a href={addressOf(by, span)} aria-current={span === days ? 'true' : undefined}>
            {span === undefined ? words.allTime : words.lastDays(span)}
          </a>
        ))}
      </nav>
      {month && (
        <p>
          {words.month(
            month.month,
            formatAmount(month.spent),
            money(month.perMonth),
            formatAmount(month.left),
          )}
        </p>
      )}
      {total.calls === 0 ? (
        <p>{words.costEmpty}</p>
      ) : (
        <>
          {total.unpriced > 0 && <p class="notice">{words.unpriced(total.unpriced)}</p>}
          <Bars report={report} words={words} />
          <CostTable report={report} words={words} />
        </>
      )}
      {report.savings.map(({ smaller, larger, saved }) => (
        <p>
          {saved >= 0
            ? words.saving(smaller, larger, money(saved))
            : words.dearer(smaller, larger, money(-saved))}
        </p>
      ))}
      {groups.length === 0 && total.calls > 0 && <p>{words.none}</p>}
    </Backstage>
  )
}

function addressOf(by: CallGrouping, days: number | undefined): string {
  return `cost?${new URLSearchParams({ by, days: days === undefined ? 'all' : String(days) })}`
}

// More bars than this would be hairs on a phone; the table has them all.
const MAX_BARS = 90
const BAR_HEIGHT = 14
const BAR_WIDTH = 100

/** Money where any is known, else tokens. A row a group, so that names have room on a phone; the table says the same. */
function Bars({ report: { by, groups, total, currency }, words }: { report: CostReport; words: AppWording }) {
  const isMoney = total.amount > 0
  const sizeOf = ({ amount, tokens }: CostSums) => (isMoney ? amount : tokens.in + tokens.out)
  const most = Math.max(...groups.map(sizeOf), Number.MIN_VALUE)
  return (
    <figure class="bars" aria-label={`${words.cost}: ${words.by[by]}`}>
      <figcaption>
        <small>{isMoney ? currency : 'tokens'}</small>
      </figcaption>
      <ul>
        {groups.slice(0, MAX_BARS).map(group => (
          <li>
            <span class="name">{nameGroup(group, words)}</span>
            <svg
              viewBox={`0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden="true"
              height={BAR_HEIGHT}
            >
              <rect
                width={Math.max(0.5, Math.round((sizeOf(group) / most) * BAR_WIDTH * 100) / 100)}
                height={BAR_HEIGHT}
              />
            </svg>
            <span class="digits">{isMoney ? formatAmount(group.amount) : formatCount(sizeOf(group))}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function nameGroup({ key }: CostGroup, words: AppWording): string {
  return key === '(none)' ? words.none : key
}

function CostTable({
  report: { by, groups, total, currency },
  words,
}: {
  report: CostReport
  words: AppWording
}) {
  const numbers = [words.calls, words.failedCalls, words.tokensIn, words.cached, words.tokensOut, currency]
  return (
    <section class="scroll" tabindex={0} aria-label={words.by[by]}>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">{words.by[by]}</th>
            {numbers.map(name => (
              <th scope="col" class="digits">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(group => (
            <Sums name={nameGroup(group, words)} sums={group} />
          ))}
        </tbody>
        <tfoot>
          <Sums name={words.total} sums={total} />
        </tfoot>
      </table>
    </section>
  )
}

function Sums({ name, sums }: { name: string; sums: CostSums }) {
  const { calls, failed, tokens, cachedShare, amount, unpriced } = sums
  const cells = [
    formatCount(calls),
    formatCount(failed),
    formatCount(tokens.in),
    `${Math.round(cachedShare * 100)}%`,
    formatCount(tokens.out),
    unpriced < calls || amount > 0 ? formatAmount(amount) : '',
  ]
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map(cell => (
        <td class="digits">{cell}</td>
      ))}
    </tr>
  )
}

function formatCount(count: number): string {
  return count.toLocaleString('en')
}

/** Four digits after the point: a call costs a small part of a cent. */
function formatAmount(amount: number): string {
  return amount.toFixed(4)
}
