/** Tells from the beginning of a file how it is to be read. */
import { isJsonRecord } from './json-record.ts'
import { looksLikeHtml } from './looks-like-html.ts'
import { looksLikeIdList } from './read-id-list.ts'
import { recordFormats } from './record-formats.ts'
import { CollectError } from './source.ts'

/**
 * `lines`: a JSON object a line. `list`: one JSON document. `atom`: a feed of arXiv's query API. `oai`: an OAI-PMH
 * answer. `listings`: a feed of arXiv's daily lists, RSS or Atom. `ids`: arXiv ids or addresses.
 */
export type FileShape = 'lines' | 'list' | 'atom' | 'oai' | 'listings' | 'bibtex' | 'ris' | 'ids'

/** `head`: the first bytes of the file, unpacked. Throws CollectError `file-empty`, `file-format-unknown`. */
export function detectFileShape(head: Buffer, path: string): FileShape {
  const text = new TextDecoder().decode(head).trimStart()
  if (text === '')
    throw new CollectError(`${path} is empty`, {
      code: 'file-empty',
      hint: 'Check that the download or export that made it has finished.',
    })
  if (head.includes(0) && !text.startsWith('{'))
    throw unknown(path, 'binary data', 'PDF, ZIP and UTF-16 files are not read.')
  if (text.startsWith('<')) return detectXml(text, path)
  if (text.startsWith('[')) return 'list'
  if (!text.startsWith('{')) {
    const shape = detectText(text)
    if (shape) return shape
  }
  const lines = text.split('\n')
  // A document of one object spread over lines begins like this; a record a line does not.
  if (/^\{\s*$/.test(lines[0] ?? '')) return 'list'
  return detectLines(lines, path)
}

function detectXml(text: string, path: string): FileShape {
  if (looksLikeHtml(text)) throw unknown(path, 'a web page', 'Save the data behind the page, not the page.')
  const root = /<([A-Za-z][\w.:-]{0,60})/.exec(text)?.[1]
  if (root === 'OAI-PMH') return 'oai'
  if (root === 'rss' && text.includes('arxiv.org')) return 'listings'
  if (root === 'feed') return /<id>\s{0,9}(?:oai:|https?:\/\/rss\.)/.test(text) ? 'listings' : 'atom'
  throw unknown(path, `XML of an unknown kind (<${root ?? '?'}>)`)
}

function detectText(text: string): FileShape | undefined {
  if (/(?:^|\n)[ \t]{0,20}@[A-Za-z]{1,30}\s{0,20}[{(]/.test(text)) return 'bibtex'
  if (/(?:^|\n)TY {1,3}-/.test(text)) return 'ris'
  return looksLikeIdList(text.split('\n')) ? 'ids' : undefined
}

function detectLines(lines: readonly string[], path: string): FileShape {
  const records = lines.map(parseLine).filter(isJsonRecord)
  const [first] = records
  if (first && Array.isArray(first.items)) return 'list'
  if (first && !records.some(record => recordFormats.some(format => format.fits(record)))) {
    const keys = Object.keys(first).slice(0, 8).join(', ').slice(0, 200)
    throw unknown(path, `JSON records of an unknown kind (keys: ${keys})`)
  }
  // A damaged first line does not spoil a file; where no line at all is JSON there must at least be a brace.
  if (first || lines[0]?.startsWith('{')) return 'lines'
  throw unknown(path, 'text of an unknown kind')
}

function parseLine(line: string): unknown {
  try {
    return line.trimStart().startsWith('{') ? JSON.parse(line) : undefined
  } catch {
    return undefined
  }
}

function unknown(path: string, what: string, more = ''): CollectError {
  const names = recordFormats.map(format => format.name).join(', ')
  const hint = `Readable are JSON lines (${names}), a JSON list of them, Atom of arXiv's query API, OAI-PMH answers, arXiv's RSS and Atom lists, BibTeX, RIS, and lists of arXiv ids; each also gzipped.`
  return new CollectError(`${path}: ${what}`, { code: 'file-format-unknown', hint: `${hint} ${more}`.trim() })
}
