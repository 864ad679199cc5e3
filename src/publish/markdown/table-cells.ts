/** Splits a row of a Markdown table into its cells. */

/** Still Markdown; undefined for a line that is no row. A `|` behind a backslash splits nothing. */
export function splitTableCells(line: string): string[] | undefined {
  const row = line.trim()
  if (!row.startsWith('|')) return undefined
  const cells: string[] = []
  let start = 1
  for (let at = 1; at < row.length; at++) {
    if (row[at] === '\\') at++
    else if (row[at] === '|') {
      cells.push(row.slice(start, at).trim())
      start = at + 1
    }
  }
  const rest = row.slice(start).trim()
  return rest === '' ? cells : [...cells, rest]
}

/** `| --- | :---: |`, the line below the header. */
export function isDelimiterRow(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every(cell => /^:?-+:?$/.test(cell))
}
