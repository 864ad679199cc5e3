/** Check: every link, DOI and arXiv id of the brief stands in the source, character for character. */
import { findAll } from '../paper/find-all.ts'
import type { Finding } from '../paper/finding.ts'
import type { Paper } from '../paper/paper.ts'
import type { CheckInput } from './check-input.ts'
import { editDistance } from './edit-distance.ts'
import { excerpt } from './excerpt.ts'
import { findLinks, linkKey } from './find-links.ts'
import { type BriefField, readFields } from './read-fields.ts'
import { readSource } from './read-source.ts'

// A link of another address altogether is invented; one this near is the source's, mistyped.
const MAX_TYPOS = 12

export function checkLinks({ paper, brief, form, fullText }: CheckInput): Finding[] {
  const fields = readFields({ brief, form })
  const { text: sourceText, links } = readSource({ paper, fullText })
  const source = links()
  const known = new Set([...source, ...joinBroken(sourceText), ...ownLinks(paper)].map(linkKey))
  const findings = fields.flatMap(field => checkField({ field, known, source, sourceText }))
  if (form.coverage !== 'whole') return findings
  // A link that came over with a fault is reported once, with what it should have been.
  const reported = new Set(findings.flatMap(finding => (finding.expected ? [linkKey(finding.expected)] : [])))
  const written = new Set(fields.flatMap(field => findLinks(field.text)).map(linkKey))
  const missing = [...new Map(source.map(link => [linkKey(link), link]))].filter(
    ([key]) => !written.has(key) && !reported.has(key),
  )
  return [...findings, ...missing.map(([, link]) => reportMissing(link, fields))]
}

function reportMissing(link: string, fields: readonly BriefField[]): Finding {
  const field = fields.find(({ kind }) => kind === 'text')?.key
  const finding: Finding = {
    check: 'links',
    severity: 'error',
    message: 'A link of the source is missing from the brief.',
    expected: link,
  }
  return field === undefined ? finding : { ...finding, field }
}

/** "https://gulls.example/ tide-maps/", "https: //gulls.example": where a blank fell into an address of the source, the brief may mend it. */
function joinBroken(text: string): string[] {
  const joined = findAll(text, BROKEN).map(([, head = '', tail = '']) => head + tail)
  return /: \/\//.test(text) ? [...joined, ...findLinks(text.replace(/(?<=https?:) (?=\/\/)/gi, ''))] : joined
}
const BROKEN = /(https?:\/\/[\w.~%/-]{4,100}\/) ([\w~%-]+(?:[/.][\w~%-]+)*\/?)/gi

/** The paper's own addresses are true without standing in its abstract. */
function ownLinks(paper: Paper): string[] {
  const own = [`arxiv.org/abs/${paper.id}`, `arxiv.org/pdf/${paper.id}`, `arXiv:${paper.id}`]
  return [
    ...own,
    ...(paper.doi ? [paper.doi, `doi.org/${paper.doi}`] : []),
    ...paper.links.map(link => link.url),
  ]
}

interface FieldCase {
  field: BriefField
  known: ReadonlySet<string>
  source: readonly string[]
  sourceText: string
}

function checkField({ field, known, source, sourceText }: FieldCase): Finding[] {
  // "见https://x.ai。GPT…": the stop ends a sentence, and the link before it is whole.
  const mangled = findMangled(field.text, sourceText).filter(
    ({ quote, severity }) =>
      severity === 'warning' ||
      !findLinks(quote).some(link => quote.startsWith(link) && known.has(linkKey(link))),
  )
  const findings = findLinks(field.text)
    .filter(link => !known.has(linkKey(link)) && !known.has(linkKey(link.replace(/v\d+$/, ''))))
    .filter(link => !mangled.some(({ quote, severity }) => severity === 'error' && quote.includes(link)))
    .map(link => reportUnknown({ link, key: field.key, source }))
  return [...mangled.map(mangling => reportMangled({ ...mangling, key: field.key, source })), ...findings]
}

function reportUnknown({
  link,
  key,
  source,
}: {
  link: string
  key: string
  source: readonly string[]
}): Finding {
  const expected = findNearest(link, source)
  return {
    check: 'links',
    severity: 'error',
    field: key,
    message: expected
      ? 'The link differs from the one in the source.'
      : 'The link does not stand in the source.',
    quote: excerpt(link),
    ...(expected ? { expected } : {}),
  }
}

function findNearest(link: string, source: readonly string[]): string | undefined {
  const key = linkKey(link)
  let nearest: string | undefined
  let least = Math.min(MAX_TYPOS, Math.ceil(key.length / 3)) + 1
  for (const candidate of source) {
    const other = linkKey(candidate)
    const sameStart =
      Math.min(key.length, other.length) >= 8 && (key.startsWith(other) || other.startsWith(key))
    const distance = sameStart ? 1 : editDistance(key, other, least)
    if (distance < least) {
      least = distance
      nearest = candidate
    }
  }
  return nearest
}

interface Mangling {
  quote: string
  severity: Finding['severity']
  message: string
}

const MANGLINGS: { pattern: RegExp; severity: Finding['severity']; message: string }[] = [
  {
    pattern: /https?(?:\s*[：:]\s*[／/]\s*[／/]|\s*：\s*\/\/)[^\s，。；、）】]{1,200}/giu,
    severity: 'error',
    message: 'The link holds full-width characters or spaces.',
  },
  {
    pattern:
      /https?:\/\/\s+[a-z0-9][^\s，。；、）】]{1,200}|\bwww\.\s+[a-z0-9-]+\.[a-z]{2,}|https?:\/\/[a-z0-9.-]{1,80}[．。／][a-z0-9][^\s，；、）】]{0,200}/giu,
    severity: 'error',
    message: 'The link is broken by a space or a full-width mark.',
  },
  {
    pattern:
      /(?<![\w.])(?:github|gitlab|huggingface|arxiv|zenodo)\s*[.．。]\s*(?:com|co|io|org)\s*[/／]\s*[\w.-]{1,100}(?:\s*[/／]\s*[\w.-]{1,100})?/giu,
    severity: 'error',
    message: 'The link is broken by a space or a full-width mark.',
  },
  {
    pattern:
      /https?:\/\/[\w.~%/?#@!$&*+=:-]{4,200}(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[^\s，。；、）】]{1,20}/gu,
    severity: 'warning',
    message: 'Words touch the end of the link and would become part of it; a space must stand between them.',
  },
]

/** The first reading of a stretch counts; another pattern may see the same fault in a part of it. */
function findMangled(text: string, source: string): Mangling[] {
  const found: (Mangling & { start: number; end: number })[] = []
  for (const { pattern, severity, message } of MANGLINGS)
    for (const { 0: quote, index: start } of findAll(text, pattern)) {
      const end = start + quote.length
      const isFault = severity === 'warning' || /[\s：／．。]/u.test(quote)
      const isSeen = found.some(other => start < other.end && end > other.start)
      if (isFault && !isSeen && !source.includes(quote)) found.push({ quote, severity, message, start, end })
    }
  return found
}

function reportMangled({
  quote,
  severity,
  message,
  key,
  source,
}: Mangling & { key: string; source: readonly string[] }): Finding {
  const repaired = quote.normalize('NFKC').replaceAll('。', '.').replace(/\s+/g, '')
  const expected = severity === 'error' ? findNearest(repaired, source) : undefined
  return {
    check: 'links',
    severity,
    field: key,
    message,
    quote: excerpt(quote),
    ...(expected ? { expected } : {}),
  }
}
