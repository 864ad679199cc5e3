/** Makes a digest again of what was read out of one of ours. */
import type { Digest, DigestEntry } from '../src/paper/edition.ts'
import { builtInBook, type FormBook, findForm } from '../src/paper/form-book.ts'
import type { ParsedDigest, ParsedItem } from '../src/publish/parsed-digest.ts'

/**
 * Renders to the bytes that were parsed. The papers hold only what a digest shows of them; items without an
 * id are left out.
 */
export function digestFromParsed(parsed: ParsedDigest, book: FormBook = builtInBook): Digest {
  const { edition = '', date = '', language = '', layout } = parsed
  const entries = parsed.items.flatMap(item => {
    const { id } = item
    return id === undefined
      ? []
      : [readEntry({ ...item, id }, { parsed, form: findForm(parsed.layout, book)?.name ?? parsed.layout })]
  })
  return { edition, date, language, layout, entries }
}

function readEntry(
  item: ParsedItem & { id: string },
  { parsed: { language = '' }, form }: { parsed: ParsedDigest; form: string },
): DigestEntry {
  return {
    paper: {
      id: item.id,
      title: item.title ?? '',
      authors: item.authors ?? (item.firstAuthor ? [item.firstAuthor] : []),
      categories: [],
      abstract: '',
      abstractOrigin: item.retold ? 'retold' : 'missing',
      links: [],
      withdrawn: item.withdrawn ?? false,
    },
    brief: {
      paperId: item.id,
      version: item.version ?? 1,
      form,
      language: item.language ?? language,
      engine: item.engine ?? 'imported',
      ...(item.model !== undefined && { model: item.model }),
      ...(item.basis && { basis: item.basis }),
      ...(item.basisReason && { basisReason: item.basisReason }),
      fields: item.fields,
    },
    ...(item.fallbackReason !== undefined && { fallbackReason: item.fallbackReason }),
  }
}
