/** Reads arXiv identifiers in every spelling seen outside, and writes them in one. */

export interface ArxivId {
  /** Without version: `2505.17894` or `math/0611800`. */
  id: string
  /** The `vN` suffix, where one was given. */
  version?: number
}

// New scheme: YYMM.NNNN (until 1412) or YYMM.NNNNN; six digits are declared possible.
// Old scheme: archive[.SC]/YYMMNNN; the subject class is internal and dropped.
const NEW_SCHEME = /^(\d{2}(?:0[1-9]|1[0-2])\.\d{4,6})(?:v([1-9]\d*))?$/
const OLD_SCHEME = /^([a-z]+(?:-[a-z]+)?)(?:\.[A-Z]{2})?\/(\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v([1-9]\d*))?$/i
const WRAPPING =
  /^(?:https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html|format|e-print)\/|https?:\/\/huggingface\.co\/papers\/|https?:\/\/(?:dx\.)?doi\.org\/10\.48550\/arxiv\.|oai:arxiv\.org:|arxiv:\s*)/i

/** The identifier in `text` (bare, `arXiv:`, OAI, DOI or URL form), or undefined where there is none. */
export function parseArxivId(text: string): ArxivId | undefined {
  // No identifier is longer in any spelling; what is, is not worth a regular expression's time.
  if (text.length > 300) return undefined
  const bare = text
    .trim()
    .replace(WRAPPING, '')
    .replace(/[?#].*$/, '')
    .replace(/\.pdf$/i, '')
    .replace(/\/$/, '')
  const modern = NEW_SCHEME.exec(bare)
  if (modern?.[1]) return withVersion(modern[1], modern[2])
  const old = OLD_SCHEME.exec(bare)
  if (old?.[1] && old[2]) return withVersion(`${old[1].toLowerCase()}/${old[2]}`, old[3])
  return undefined
}

function withVersion(id: string, version: string | undefined): ArxivId {
  return version ? { id, version: Number(version) } : { id }
}

/** `2505.17894v2`, or without the suffix where the version is not known. */
export function formatArxivId({ id, version }: ArxivId): string {
  return version ? `${id}v${version}` : id
}

/** Links are made by code from the id, never taken from a model. */
export function abstractUrl(id: string): string {
  return `https://arxiv.org/abs/${id}`
}

export function pdfUrl(arxivId: ArxivId): string {
  return `https://arxiv.org/pdf/${formatArxivId(arxivId)}`
}
