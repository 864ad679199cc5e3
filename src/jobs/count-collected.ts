/** Counts what a source brought, by the categories it was asked for. */
import { CollectError } from '../collect/source.ts'
import type { AddOutcome } from '../library/add-papers.ts'
import type { PaperbriefError } from '../paper/error.ts'
import type { Paper } from '../paper/paper.ts'

/** `ok`: papers came. `quiet`: none did, and nothing says that there should be any. The others: why it broke off. */
export type SourceState = 'ok' | 'quiet' | 'unreachable' | 'stale' | 'truncated' | 'failed'

export interface CollectCounts {
  /** Papers, each once: the sum of the next three. */
  fetched: number
  /** Not in the library before. */
  new: number
  known: number
  /** Known, and now in a newer version. */
  replaced: number
  /** Of those fetched, how many their source calls withdrawn. */
  withdrawn: number
  /** Said by the source to be deleted. */
  deleted: number
  /** Could not be read. */
  skipped: number
}

/** One source, or of a source that is asked for categories one of these. */
export interface CollectRow extends CollectCounts {
  source: string
  category: string | null
  state: SourceState
  /** Why it broke off, or why it may be quiet. */
  reason?: string
}

const STATES: Record<string, SourceState> = {
  'source-unreachable': 'unreachable',
  'source-throttled': 'unreachable',
  'source-stale': 'stale',
  'source-truncated': 'truncated',
}

const OUTCOMES: readonly AddOutcome[] = ['new', 'known', 'replaced']

export interface Tally {
  /** The same paper again is counted once, as what it was at first, or as replaced. */
  count(id: string, seen: { outcome: AddOutcome; paper: Pick<Paper, 'categories' | 'withdrawn'> }): void
  countDeleted(): void
  countSkipped(): void
  rows(end: { error?: PaperbriefError | undefined; notes: readonly string[] }): CollectRow[]
}

export function createTally(source: string, categories: readonly string[] = []): Tally {
  // Small numbers: a harvest has millions of papers.
  const marks = new Map<string, number>()
  let [deleted, skipped] = [0, 0]
  return {
    count(id, { outcome, paper }) {
      const before = marks.get(id)
      const first = before === undefined ? undefined : unpack(before)
      marks.set(
        id,
        pack({
          place: first?.place ?? placeOf(paper.categories, categories),
          outcome: first && !(first.outcome === 'known' && outcome === 'replaced') ? first.outcome : outcome,
          withdrawn: paper.withdrawn || (first?.withdrawn ?? false),
        }),
      )
    },
    countDeleted: () => deleted++,
    countSkipped: () => skipped++,
    rows({ error, notes }) {
      const counts = [...categories, null].map(createCounts)
      for (const mark of marks.values()) {
        const { place, outcome, withdrawn } = unpack(mark)
        const row = counts[place]
        if (!row) continue
        row.fetched++
        row[outcome]++
        if (withdrawn) row.withdrawn++
      }
      const rest = categories.length === 1 ? counts[0] : counts.at(-1)
      if (rest) Object.assign(rest, { deleted, skipped })
      const reason = error?.message ?? notes.join('; ')
      return [...categories, null].flatMap((category, place) => {
        const row = counts[place]
        if (!row || (category === null && categories.length > 0 && isEmpty(row))) return []
        const state = error ? stateOf(error) : row.fetched > 0 ? 'ok' : 'quiet'
        return [{ source, category, ...row, state, ...(state !== 'ok' && reason !== '' && { reason }) }]
      })
    },
  }
}

function createCounts(): CollectCounts {
  return { fetched: 0, new: 0, known: 0, replaced: 0, withdrawn: 0, deleted: 0, skipped: 0 }
}

function isEmpty(counts: CollectCounts): boolean {
  return Object.values(counts).every(count => count === 0)
}

function stateOf(error: PaperbriefError): SourceState {
  return (error instanceof CollectError && STATES[error.code]) || 'failed'
}

/** A paper of several categories counts in the first of its own that was asked for; the last place is for others. */
function placeOf(own: readonly string[], asked: readonly string[]): number {
  for (const category of own) {
    const place = asked.findIndex(wanted => category === wanted || category.startsWith(`${wanted}.`))
    if (place >= 0) return place
  }
  return asked.length
}

interface Mark {
  place: number
  outcome: AddOutcome
  withdrawn: boolean
}

function pack({ place, outcome, withdrawn }: Mark): number {
  return (place * OUTCOMES.length + OUTCOMES.indexOf(outcome)) * 2 + Number(withdrawn)
}

function unpack(mark: number): Mark {
  const rest = Math.floor(mark / 2)
  return {
    place: Math.floor(rest / OUTCOMES.length),
    outcome: OUTCOMES[rest % OUTCOMES.length] ?? 'known',
    withdrawn: mark % 2 === 1,
  }
}
