/** The comment on a digest's last line that makes the file readable back byte for byte. */
import { cleanLine } from '../../paper/clean-text.ts'
import { anyLayoutSchema, type Digest, type DigestEntry, type Layout } from '../../paper/edition.ts'
import type { ParsedItem } from '../parsed-digest.ts'
import { isArxivId } from './paper-link.ts'
import { decodeValue, encodeValue, readRunList, writeRunList } from './run-list.ts'

export interface ClosingOptions {
  /** The table names all authors, not the first one only. */
  allAuthors?: boolean
}

export interface ClosingComment {
  /** The line it stands on, from 0. */
  line: number
  edition: string
  date: string
  language: string
  layout: Layout
  allAuthors: boolean
  /** Further attributes by name, still encoded: what each paper has of its own. */
  lists: ReadonlyMap<string, string>
}

const OPENING = '<!-- paperbrief '
const CLOSING = ' -->'

interface EntryList {
  name: string
  /** Not written where every paper has this value. */
  usual(digest: Digest): string
  write(entry: DigestEntry, digest: Digest): string
  read(item: ParsedItem, value: string): void
}

const entryLists: readonly EntryList[] = [
  {
    name: 'engines',
    usual: () => '',
    write: ({ brief }) => {
      const engine = cleanLine(brief.engine).replaceAll('/', '') || 'imported'
      const model = cleanLine(brief.model ?? '')
      return model ? `${engine}/${model}` : engine
    },
    read: (item, value) => {
      const [engine = '', ...model] = value.split('/')
      item.engine = engine
      if (model.length > 0) item.model = model.join('/')
    },
  },
  {
    name: 'versions',
    usual: () => '1',
    write: ({ brief, paper }, { layout }) =>
      layout === 'table' && isArxivId(paper.id) ? '1' : String(brief.version),
    read: (item, value) => {
      if (/^[1-9]\d{0,5}$/.test(value) && value !== '1') item.version = Number(value)
    },
  },
  {
    name: 'languages',
    usual: ({ language }) => cleanLine(language),
    write: ({ brief }) => cleanLine(brief.language),
    read: (item, value) => {
      item.language = value
    },
  },
  {
    name: 'reasons',
    usual: () => '',
    write: ({ fallbackReason = '' }) => cleanLine(fallbackReason),
    read: (item, value) => {
      if (value) item.fallbackReason = value
    },
  },
  {
    name: 'basis',
    usual: () => '',
    write: ({ brief: { basis, basisReason } }) =>
      basisReason ? `abstract/${cleanLine(basisReason)}` : basis === 'full-text' ? basis : '',
    read: (item, value) => {
      if (value === 'full-text') item.basis = value
      else if (value.startsWith('abstract/')) item.basisReason = value.slice('abstract/'.length)
    },
  },
  {
    name: 'retold',
    usual: () => '',
    write: ({ paper }) => (paper.abstractOrigin === 'retold' ? '1' : ''),
    read: (item, value) => {
      if (value) item.retold = true
    },
  },
  {
    name: 'withdrawn',
    usual: () => '',
    write: ({ paper }) => (paper.withdrawn ? '1' : ''),
    read: (item, value) => {
      if (value) item.withdrawn = true
    },
  },
]

export function writeClosingComment(digest: Digest, { allAuthors = false }: ClosingOptions): string {
  const attributes = [
    `edition=${encodeValue(cleanLine(digest.edition))}`,
    `date=${encodeValue(cleanLine(digest.date))}`,
    `language=${encodeValue(cleanLine(digest.language))}`,
    `layout=${digest.layout}`,
  ]
  if (allAuthors) attributes.push('authors=all')
  for (const list of entryLists) {
    const values = digest.entries.map(entry => list.write(entry, digest))
    const usual = list.usual(digest)
    if (values.some(value => value !== usual)) attributes.push(`${list.name}=${writeRunList(values)}`)
  }
  return OPENING + attributes.join(' ') + CLOSING
}

/** Undefined where the last line that is not empty holds none, or not all of what we write there. */
export function readClosingComment(lines: readonly string[]): ClosingComment | undefined {
  const line = lines.findLastIndex(text => text.trim() !== '')
  const text = lines[line]?.trimEnd() ?? ''
  const start = text.lastIndexOf(OPENING)
  // An abstract that holds such a comment has it behind a backslash.
  if (start < 0 || !text.endsWith(CLOSING) || text[start - 1] === '\\') return undefined
  const lists = new Map(
    text
      .slice(start + OPENING.length, -CLOSING.length)
      .split(' ')
      .map((attribute): [string, string] => {
        const equals = attribute.indexOf('=')
        return [attribute.slice(0, equals), attribute.slice(equals + 1)]
      }),
  )
  const value = (name: string) => decodeValue(lists.get(name) ?? '')
  const layout = anyLayoutSchema.safeParse(value('layout')).data
  const date = value('date')
  if (!layout || !/^\d{4}-\d{2}-\d{2}$/.test(date) || !lists.has('edition')) return undefined
  const allAuthors = value('authors') === 'all'
  return { line, edition: value('edition'), date, language: value('language'), layout, allAuthors, lists }
}

/** Adds to each item what the comment says of it; false where the comment was written for other papers. */
export function applyClosingComment(comment: ClosingComment, items: readonly ParsedItem[]): boolean {
  const known = entryLists.map(list => {
    const text = comment.lists.get(list.name)
    return { list, values: text === undefined ? undefined : readRunList(text, items.length), text }
  })
  if (known.some(({ values, text }) => text !== undefined && values === undefined)) return false
  items.forEach((item, index) => {
    item.language = comment.language
    for (const { list, values } of known) if (values) list.read(item, values[index] ?? '')
    item.version ??= 1
  })
  return true
}
