/** What `collect` says: a row for each source and category, then what went wrong or may have. */
import type { CollectCounts, CollectRow } from '../jobs/count-collected.ts'
import { NoSourceError } from '../jobs/no-source-error.ts'
import type { RunOutcome } from '../jobs/run.ts'
import { EXIT, exitCodeOf } from './exit-code.ts'

const COLUMNS: readonly (keyof CollectCounts)[] = ['fetched', 'new', 'known', 'replaced', 'withdrawn']
// Rare: shown where there is one.
const RARE_COLUMNS: readonly (keyof CollectCounts)[] = ['deleted', 'skipped']

export function describeCollected(rows: readonly CollectRow[]): string {
  if (rows.length === 0) return 'No source is set.'
  const columns = [...COLUMNS, ...RARE_COLUMNS.filter(column => rows.some(row => row[column] > 0))]
  const table = [
    ['source', 'category', ...columns, ''],
    ...rows.map(row => [
      row.source,
      row.category ?? '',
      ...columns.map(column => String(row[column])),
      row.state === 'ok' ? '' : row.state,
    ]),
  ]
  const widths = table[0]?.map((_, place) => Math.max(...table.map(line => line[place]?.length ?? 0))) ?? []
  const lines = table.map(line =>
    line
      .map((cell, place) =>
        place < 2 || place === line.length - 1
          ? cell.padEnd(widths[place] ?? 0)
          : cell.padStart(widths[place] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  const reasons = new Set(rows.flatMap(({ source, reason }) => (reason ? [`${source}: ${reason}`] : [])))
  return [...lines, ...reasons].join('\n')
}

/** Nothing came because no source could be read; a source that broke off after some papers has been read. */
export function findCollectFault({ collected: { sources, ids } }: RunOutcome): number {
  const [first] = sources
  if (!first?.error || ids.length > 0 || sources.some(source => !source.error)) return EXIT.done
  const { message, code, cause } = first.error
  return exitCodeOf(new NoSourceError(message, { code, cause }))
}
