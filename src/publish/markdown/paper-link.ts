/** The link from a digest to a paper, and the paper's id read back from it. */
import { type ArxivId, abstractUrl, parseArxivId, pdfUrl } from '../../paper/arxiv-id.ts'

const DOI_PREFIX = 'doi:'
const DOI_URL = /^https?:\/\/(?:dx\.)?doi\.org\/(?=10\.\d)/i
// For ids that name no place on the web: an anchor leads nowhere, but keeps the id.
const ANCHOR_PREFIX = '#paper-'

/** A version makes it the link to that version's PDF; of papers outside arXiv, versions have no address. */
export function linkPaper({ id, version }: ArxivId, target: 'abstract' | 'pdf'): string {
  if (isArxivId(id)) return target === 'pdf' ? pdfUrl(version ? { id, version } : { id }) : abstractUrl(id)
  if (id.startsWith(DOI_PREFIX)) return `https://doi.org/${encodePart(id.slice(DOI_PREFIX.length))}`
  return ANCHOR_PREFIX + encodePart(id)
}

export function isArxivId(id: string): boolean {
  const parsed = parseArxivId(id)
  return parsed !== undefined && parsed.id === id && parsed.version === undefined
}

/** Undefined where the link leads to no paper. Also reads the links of digests by others. */
export function readPaperLink(url: string): ArxivId | undefined {
  if (url.startsWith(ANCHOR_PREFIX)) return { id: decodePart(url.slice(ANCHOR_PREFIX.length)) }
  const arxivId = parseArxivId(url)
  if (arxivId) return arxivId
  return DOI_URL.test(url) ? { id: DOI_PREFIX + decodePart(url.replace(DOI_URL, '')) } : undefined
}

/** Nothing in it ends a Markdown link or a table cell. */
function encodePart(part: string): string {
  return encodeURIComponent(part.toWellFormed())
    .replace(/%2F/g, '/')
    .replace(/[!'()*~_]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
