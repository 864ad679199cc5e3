/** Reads papers from RIS, the exchange format of reference managers: `TY  - JOUR` to `ER  -`. */
import type { ReadRecord } from './record-format.ts'
import { makeReferencePaper } from './reference-paper.ts'

export interface RisRecord {
  /** Where the record begins, from 1. */
  line: number
  read: ReadRecord
}

// Some programs write one blank before the dash, some none behind it.
const TAG = /^([A-Z][A-Z0-9]) {1,3}-(?: (.*))?$/

/** Fields by tag; a line without a tag goes on with the field before it. */
export function* readRis(text: string): Generator<RisRecord> {
  let fields: Map<string, string[]> | undefined
  let start = 0
  let last: string[] | undefined
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    const [, tag, value = ''] = TAG.exec(raw.trimEnd()) ?? []
    if (tag === 'TY') {
      if (fields) yield { line: start, read: makeRisPaper(fields) }
      fields = new Map()
      start = index + 1
    } else if (tag === 'ER') {
      if (fields) yield { line: start, read: makeRisPaper(fields) }
      fields = undefined
      last = undefined
    } else if (tag !== undefined && fields) {
      last = fields.get(tag) ?? []
      last.push(value)
      fields.set(tag, last)
    } else if (last && raw.trim() !== '') last.push(`${last.pop() ?? ''} ${raw.trim()}`)
  }
  // The end mark of the last record may be missing; a record is whole without it.
  if (fields) yield { line: start, read: makeRisPaper(fields) }
}

function makeRisPaper(fields: ReadonlyMap<string, string[]>): ReadRecord {
  const first = (...tags: string[]) => tags.map(tag => fields.get(tag)?.[0]).find(value => value)
  const journal = first('JO', 'JF', 'T2', 'JA', 'BT')
  const year = first('PY', 'Y1', 'DA')?.slice(0, 4)
  const volume = first('VL')
  return makeReferencePaper({
    title: first('TI', 'T1', 'CT'),
    authors: [...(fields.get('AU') ?? []), ...(fields.get('A1') ?? [])].map(turnName),
    abstract: first('AB', 'N2'),
    year,
    // `2020/05/28/` or `2020-05-28`.
    date: first('DA', 'Y1', 'PY')?.replaceAll('/', '-').replace(/-+$/, ''),
    doi: first('DO'),
    url: first('UR', 'L3'),
    journal: journal && [journal, volume, year && `(${year})`].filter(Boolean).join(' '),
    mentions: ['M1', 'AN', 'C1', 'M3', 'N1', 'UR', 'JO', 'T2', 'ID'].flatMap(tag => fields.get(tag) ?? []),
  })
}

/** `Rodrigues, Waldyr A., Jr` → `Waldyr A. Rodrigues Jr`. */
function turnName(name: string): string {
  const [last = '', forenames = '', suffix = ''] = name.split(',').map(part => part.trim())
  return [forenames, last, suffix].filter(part => part !== '').join(' ')
}
