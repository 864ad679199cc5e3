/** Reads papers from BibTeX and BibLaTeX: of arXiv itself, Zotero, DBLP, Crossref and whoever writes by hand. */
import { errorMessage } from '../paper/error.ts'
import { findFormulas } from '../paper/formulas.ts'
import { latexToText } from '../paper/latex.ts'
import type { ReadRecord } from './record-format.ts'
import { makeReferencePaper } from './reference-paper.ts'
import { type BibtexChunk, splitBibtex } from './split-bibtex.ts'

export interface BibtexRecord {
  /** Where the entry begins, from 1. */
  line: number
  read: ReadRecord
}

type Fields = Readonly<Record<string, unknown>>
type ParseEntry = (text: string) => {
  entries: { key: string; fields: Fields }[]
  errors: { error: string }[]
}

// Read as they stand, since the parser would turn formulas into markup.
const VERBATIM = [
  'title booktitle journal journaltitle abstract note url doi eprint volume number howpublished archiveprefix',
  'eprinttype primaryclass eprintclass',
].flatMap(names => names.split(' '))
const NO_ENTRIES = ['string', 'comment', 'preamble']
const MAX_STRINGS = 64 * 1024

/** Entry by entry; a bad one costs only itself. */
export async function* readBibtex(text: string): AsyncGenerator<BibtexRecord> {
  const parse = await loadParser()
  let strings = ''
  for (const chunk of splitBibtex(text)) {
    if (chunk.type === 'string' && chunk.text && strings.length < MAX_STRINGS) strings += `${chunk.text}\n`
    if (NO_ENTRIES.includes(chunk.type)) continue
    yield { line: chunk.line, read: readChunk(chunk, { parse, strings }) }
  }
}

/** The parser is large and slow to load, and most runs never meet a bibliography. */
async function loadParser(): Promise<ParseEntry> {
  const { parse } = await import('@retorquere/bibtex-parser')
  const options = {
    sentenceCase: false,
    english: false,
    unsupported: 'ignore',
    verbatimFields: VERBATIM,
  } as const
  return text => parse(text, { ...options, caseProtection: false })
}

function readChunk(
  { text, reason }: BibtexChunk,
  { parse, strings }: { parse: ParseEntry; strings: string },
): ReadRecord {
  if (text === undefined) return { reason: reason ?? 'not readable' }
  try {
    const { entries, errors } = parse(`${strings}${text}`)
    const entry = entries.at(-1)
    if (!entry) return { reason: (errors[0]?.error ?? 'not an entry').split('\n', 1)[0]?.slice(0, 200) ?? '' }
    const read = makeBibtexPaper(entry.fields)
    return read.paper ? read : { reason: `${entry.key.slice(0, 100)}: ${read.reason}` }
  } catch (error) {
    return { reason: errorMessage(error).slice(0, 200) }
  }
}

function makeBibtexPaper(fields: Fields): ReadRecord {
  const plain = (name: string) => toPlain(fields[name])
  const journal = plain('journal') ?? plain('journaltitle') ?? plain('booktitle')
  const [year, volume, date] = [plain('year') ?? plain('date'), plain('volume'), plain('date')]
  const parts = [journal, volume, year && `(${year.slice(0, 4)})`]
  return makeReferencePaper({
    title: plain('title'),
    authors: readCreators(fields.author),
    abstract: typeof fields.abstract === 'string' ? dropBraces(fields.abstract) : undefined,
    year,
    date,
    doi: fields.doi,
    url: fields.url,
    journal: journal === undefined ? undefined : parts.filter(part => part).join(' '),
    category: plain('primaryclass') ?? plain('eprintclass'),
    mentions: [
      /^arxiv$/i.test(plain('archiveprefix') ?? plain('eprinttype') ?? 'arxiv') ? fields.eprint : undefined,
      fields.note,
      fields.journal,
      fields.journaltitle,
      fields.howpublished,
      // DBLP's way: `journal = {CoRR}, volume = {abs/1706.03762}`.
      /corr/i.test(journal ?? '') ? fields.volume : undefined,
    ],
  })
}

function readCreators(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.map((creator: Fields) =>
    ['firstName', 'prefix', 'lastName', 'name', 'suffix']
      .map(part => creator[part])
      .filter(part => typeof part === 'string')
      .join(' '),
  )
}

function toPlain(value: unknown): string | undefined {
  return typeof value === 'string' ? dropBraces(latexToText(value)).trim() || undefined : undefined
}

/** The braces that protect capitals; those inside a formula stay. */
function dropBraces(text: string): string {
  let kept = ''
  let last = 0
  for (const { start, end } of findFormulas(text)) {
    kept += text.slice(last, start).replace(/[{}]/g, '') + text.slice(start, end)
    last = end
  }
  return kept + text.slice(last).replace(/[{}]/g, '')
}
