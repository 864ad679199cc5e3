/** All digests by calendar: a month a table, a day a cell. */
import { Layout, PageLink, type Place } from './layout.tsx'
import { routes } from './routes.ts'
import type { DigestRef } from './view.ts'
import { type Wording, wordingFor } from './wording.ts'

export function ArchivePage({ digests, ...place }: Place & { digests: readonly DigestRef[] }) {
  const words = wordingFor(place.site.language)
  const months = Map.groupBy(digests, ({ date }) => date.slice(0, 7))
  return (
    <Layout {...place} title={words.archive}>
      <header class="masthead">
        <h1>{words.archive}</h1>
        {digests.length === 0 && <p>{words.noDigest}</p>}
      </header>
      <div class="months">
        {Array.from(months, ([month, inMonth]) => (
          <Month place={place} month={month} digests={inMonth} words={words} />
        ))}
      </div>
    </Layout>
  )
}

const DAY_MS = 86_400_000
const WEEK = 7

function Month({
  place,
  month,
  digests,
  words,
}: {
  place: Place
  month: string
  digests: readonly DigestRef[]
  words: Wording
}) {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const first = Date.UTC(year, number - 1)
  const days = Math.round((Date.UTC(year, number) - first) / DAY_MS)
  // Monday first, as in most of the world.
  const offset = (new Date(first).getUTCDay() + WEEK - 1) % WEEK
  const byDay = Map.groupBy(digests, ({ date }) => Number(date.slice(8)))
  const weeks = Array.from({ length: Math.ceil((offset + days) / WEEK) }, (_, week) =>
    Array.from({ length: WEEK }, (_, weekday) => week * WEEK + weekday - offset + 1),
  )
  return (
    <section class="month">
      <h2>{words.month(year, number)}</h2>
      <table>
        <thead>
          <tr>
            {words.weekdays.map(day => (
              <th scope="col">{day}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr>
              {week.map(day => (
                <td>
                  {day >= 1 && day <= days && <Day place={place} day={day} digests={byDay.get(day) ?? []} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Day({ place, day, digests }: { place: Place; day: number; digests: readonly DigestRef[] }) {
  if (digests.length === 0) return <span class="day">{day}</span>
  return (
    <>
      <span class="day">{day}</span>
      {digests.map(digest => (
        <PageLink from={place} to={routes.digest(digest)} class="number">
          {digest.edition} <small>{digest.papers}</small>
        </PageLink>
      ))}
    </>
  )
}
