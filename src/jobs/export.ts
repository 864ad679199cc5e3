/** The export job: a published digest in one of the formats that other programs read. */
import type { Library } from '../library/library.ts'
import type { FormBook } from '../paper/form-book.ts'
import { exportBibtex } from '../publish/exports/bibtex.ts'
import { exportCsl } from '../publish/exports/csl.ts'
import { exportJsonl } from '../publish/exports/jsonl.ts'
import { exportOpml } from '../publish/exports/opml.ts'
import { exportRis } from '../publish/exports/ris.ts'
import { renderDigest } from '../publish/render-digest.ts'
import { loadDigest } from './publish.ts'

export interface ExportRequest {
  library: Library
  key: Parameters<Library['digests']['find']>[0]
  format: 'markdown' | 'jsonl' | 'bibtex' | 'ris' | 'csl' | 'opml'
  /** Forms and labels besides the built-in ones. */
  book?: FormBook | undefined
}

/** The whole text; undefined where there is no such digest. */
export async function renderExport({
  library,
  key,
  format,
  book,
}: ExportRequest): Promise<string | undefined> {
  const digest = await loadDigest(library, key)
  if (!digest) return undefined
  const render = {
    markdown: () => renderDigest(digest, { allAuthors: digest.allAuthors, book }),
    jsonl: () => exportJsonl(digest),
    bibtex: () => exportBibtex(digest),
    ris: () => exportRis(digest),
    csl: () => exportCsl(digest),
    opml: () => exportOpml(digest),
  }
  return render[format]()
}
