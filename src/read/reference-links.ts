/** Finds the arXiv id, the DOI and the address that a reference names. */
import { parseArxivId } from '../paper/arxiv-id.ts'
import type { Reference } from '../paper/full-text.ts'

const ARXIV =
  /\barxiv(?:\.org\/(?:abs|pdf|html)\/|\s*[.:]\s*(?:arxiv:)?\s*|\s+preprint\s+(?:arxiv:)?\s*|,?\s*abs\/)((?:\d{4}\.\d{4,5}|[a-z-]{2,12}\/\d{7})(?:v\d{1,2})?)/i
const CORR = /\b(?:corr,?\s*)?abs\/(\d{4}\.\d{4,5})/i
const DOI = /\b(10\.\d{4,9}\/[^\s"<>{}|\\^`]{1,200})/
const URL = /\bhttps?:\/\/[^\s"<>{}|\\^`]{4,500}/

/** `links`: addresses that stand behind the words, in order; only http and https ones are used. */
export function makeReference({
  label,
  text,
  links = [],
}: {
  label?: string
  text: string
  links?: readonly string[]
}): Reference {
  const reference: Reference = label ? { label, text } : { text }
  const all = [text, ...links].map(each => each.slice(0, 5000))
  const arxiv = firstMatch(all, ARXIV) ?? firstMatch(all, CORR)
  const arxivId = arxiv ? parseArxivId(arxiv)?.id : undefined
  if (arxivId) reference.arxivId = arxivId
  const doi = firstMatch(all, DOI)
  if (doi) reference.doi = trimEnd(doi)
  const url = all.slice(1).find(link => /^https?:\/\//.test(link)) ?? URL.exec(text.slice(0, 5000))?.[0]
  if (url) reference.url = trimEnd(url)
  return reference
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | undefined {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1]
    if (found) return found
  }
  return undefined
}

/** Sentence marks behind an address are not part of it; a bracket is, where it was opened inside. */
function trimEnd(link: string): string {
  const trimmed = link.replace(/[.,;:'\]]{1,4}$/, '')
  return trimmed.endsWith(')') && !trimmed.includes('(') ? trimmed.slice(0, -1) : trimmed
}
