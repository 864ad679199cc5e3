/** Tells from the beginning of a file how it is to be read. */
import { isJsonRecord } from './json-record.ts'
import { looksLikeHtml } from './looks-like-html.ts'
import { recordFormats } from './record-formats.ts'
import { CollectError } from './source.ts'

/** `lines`: a JSON object a line. `list`: one JSON document. `atom`: a feed of arXiv's query API. */
export type FileShape = 'lines' | 'list' | 'atom'

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
  const lines = text.split('\n')
  // A document of one object spread over lines begins like this; a record a line does not.
  if (/^\{\s*$/.test(lines[0] ?? '')) return 'list'
  return detectLines(lines, path)
}

function detectXml(text: string, path: string): FileShape {
  if (looksLikeHtml(text)) throw unknown(path, 'a web page', 'Save the data behind the page, not the page.')
  const root = /<([A-Za-z][\w.:-]{0,60})/.exec(text)?.[1]
  if (root === 'feed' && /<id>\s{0,9}oai:/.test(text)) throw unknown(path, 'a feed of daily lists')
  if (root === 'feed') return 'atom'
  throw unknown(path, `XML of an unknown kind (<${root ?? '?'}>)`)
}

function detectLines(lines: readonly string[], path: string): FileShape {
  const records = lines.map(parseLine).filter(isJsonRecord)
  const [first] = records
  if (first && !records.some(record => recordFormats.some(format => format.fits(record)))) {
    const keys = Object.keys(first).slice(0, 8).join(', ').slice(0, 200)
    throw unknown(path, `JSON records of an unknown kind (keys: ${keys})`)
  }
  // A damaged first line does not spoil a file; where no line at all is JSON there must at least be a brace.
  if (first || lines[0]?.startsWith('{')) return 'lines'
  throw unknown(path, 'neither JSON lines, nor a JSON list, nor Atom')
}

function parseLine(line: string): unknown {
  try {
    return line.trimStart().startsWith('{') ? JSON.parse(line) : undefined
  } catch {
    return undefined
  }
}

function unknown(path: string, what: string, more = ''): CollectError {
  const hint = `Readable are JSON lines (${recordFormats.map(format => format.name).join(', ')}), a JSON list of them, and Atom of arXiv's query API; each also gzipped.`
  return new CollectError(`${path}: ${what}`, { code: 'file-format-unknown', hint: `${hint} ${more}`.trim() })
}
