/** The lint job: compares the digests in files with their papers, whoever made them. */
import { checkBrief } from '../check/check.ts'
import type { CheckInput } from '../check/check-input.ts'
import { checkDigestTerms, type DigestItem } from '../check/terms-digest.ts'
import { fileSource } from '../collect/files.ts'
import type { Finding } from '../paper/finding.ts'
import { type FormBook, findForm } from '../paper/form-book.ts'
import type { FullText } from '../paper/full-text.ts'
import type { Glossary } from '../paper/glossary.ts'
import type { Paper } from '../paper/paper.ts'
import type { ParsedDigest, ParsedItem } from '../publish/parsed-digest.ts'
import type { Progress } from './progress.ts'

export interface CheckedItem {
  id: string | null
  title: string | null
  findings: Finding[]
}

export interface CheckReport {
  items: CheckedItem[]
  counts: { items: number; errors: number; warnings: number; unmatched: number }
}

/** Where each item begins, beside the report, for people. */
export interface CheckedFile {
  path: string
  lines: number[]
  skipped: ParsedDigest['skipped']
  items: CheckedItem[]
}

export interface DigestFile {
  path: string
  digest: ParsedDigest
}

export interface CheckFilesRequest {
  digests: readonly DigestFile[]
  papers: ReadonlyMap<string, Paper>
  /** Of papers whose briefs were written from them, where they are at hand. */
  fullTexts?: ReadonlyMap<string, FullText> | undefined
  /** In place of what the text looks like. */
  language?: string | undefined
  /** Forms and labels besides the built-in ones. */
  book?: FormBook | undefined
  /** For each language; absent: terms are not checked. */
  glossaryOf?: ((language: string) => Glossary | undefined) | undefined
  progress: Progress
}

export function checkFiles({
  digests,
  papers,
  fullTexts,
  language,
  book,
  glossaryOf,
  progress,
}: CheckFilesRequest): {
  report: CheckReport
  files: CheckedFile[]
} {
  const total = digests.reduce((sum, { digest }) => sum + digest.items.length, 0)
  let done = 0
  let unmatched = 0
  const files = digests.map(({ path, digest }): CheckedFile => {
    const items = digest.items.map(item => {
      const paper = item.id === undefined ? undefined : papers.get(item.id)
      if (!paper) unmatched++
      progress.step('check', ++done, total)
      const fullText = paper && fullTexts?.get(paper.id)
      return checkItem(item, { digest, paper, fullText, language, book, glossaryOf })
    })
    addDigestTerms(items, glossaryOf)
    return { path, items, lines: digest.items.map(item => item.line), skipped: digest.skipped }
  })
  const items = files.flatMap(file => file.items)
  const findings = items.flatMap(item => item.findings)
  const errors = findings.filter(finding => finding.severity === 'error').length
  return {
    files,
    report: { items, counts: { items: items.length, errors, warnings: findings.length - errors, unmatched } },
  }
}

function checkItem(
  item: ParsedItem,
  {
    digest,
    paper,
    fullText,
    language,
    book,
    glossaryOf,
  }: {
    digest: ParsedDigest
    paper: Paper | undefined
    fullText: FullText | undefined
    language: string | undefined
    book: FormBook | undefined
    glossaryOf: CheckFilesRequest['glossaryOf']
  },
): CheckedItemWithBrief {
  const form = findForm(digest.layout, book)
  if (!form) throw new Error(`the layout ${digest.layout} has no form`)
  const brief = {
    paperId: item.id ?? '',
    version: item.version ?? 1,
    form: form.name,
    language:
      item.language ?? language ?? digest.language ?? guessLanguage(Object.values(item.fields).join(' ')),
    engine: item.engine ?? 'imported',
    fields: item.fields,
  }
  const checked = paper
    ? checkAgainst(
        {
          paper,
          brief,
          form,
          glossary: glossaryOf?.(brief.language),
          ...(item.basis === 'full-text' && { fullText }),
        },
        item,
      )
    : checkBrief({ paper: emptyPaper(item), brief, form }).filter(finding =>
        SOURCE_FREE_CHECKS.has(finding.check),
      )
  // The parser has already said which sections are missing, with the line they should stand on.
  const said = new Set(item.findings.map(finding => `${finding.check} ${finding.field}`))
  return {
    ...(paper && { subject: { paper, brief, form } }),
    id: item.id ?? null,
    title: item.title ?? paper?.title ?? item.fields.title ?? null,
    findings: [
      ...item.findings,
      ...checked.filter(
        finding => !(finding.check === 'structure' && said.has(`structure ${finding.field}`)),
      ),
    ],
  }
}

type CheckedItemWithBrief = CheckedItem & { subject?: DigestItem }

/** One term, one rendering in a digest; the subjects are taken off the items, which are shown as they are. */
function addDigestTerms(items: CheckedItemWithBrief[], glossaryOf: CheckFilesRequest['glossaryOf']): void {
  const known = items.flatMap(item => (item.subject ? [{ item, subject: item.subject }] : []))
  for (const { item } of known) delete item.subject
  if (!glossaryOf) return
  for (const [language, group] of Map.groupBy(known, ({ subject }) => subject.brief.language)) {
    const glossary = glossaryOf(language)
    if (!glossary) continue
    const found = checkDigestTerms(
      group.map(({ subject }) => subject),
      glossary,
    )
    for (const [at, { item }] of group.entries()) item.findings.push(...(found[at] ?? []))
  }
}

/** What the abstract alone does not say may stand in the full text: where that is not at hand, no one can tell. */
function checkAgainst(input: CheckInput, { basis }: ParsedItem): Finding[] {
  const findings = checkBrief(input)
  if (basis !== 'full-text' || input.fullText) return findings
  return findings.map(finding =>
    SOURCE_FREE_CHECKS.has(finding.check) || finding.severity === 'warning'
      ? finding
      : {
          ...finding,
          severity: 'warning',
          message: `${finding.message} It was written from the full text, which is not at hand here.`,
        },
  )
}

// What these say of a text holds whatever its paper says.
const SOURCE_FREE_CHECKS = new Set(['structure', 'markup', 'language', 'repetition'])

function emptyPaper(item: ParsedItem): Paper {
  return {
    id: item.id ?? '',
    title: item.title ?? '',
    authors: [],
    categories: [],
    abstract: '',
    abstractOrigin: 'missing',
    links: [],
    withdrawn: false,
  }
}

function guessLanguage(text: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  return /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en'
}

/** The papers wanted out of a file, without keeping the others. */
export async function findInFile(
  path: string,
  wanted: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Map<string, Paper>> {
  const found = new Map<string, Paper>()
  const today = new Date().toISOString().slice(0, 10)
  for await (const item of fileSource({ path }).collect({ date: today, signal })) {
    if (item.kind !== 'paper' || !wanted.has(item.paper.id)) continue
    const before = found.get(item.paper.id)
    if (!before || (item.paper.version ?? 0) >= (before.version ?? 0)) found.set(item.paper.id, item.paper)
  }
  return found
}
