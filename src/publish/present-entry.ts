/** An entry of a digest as plain parts, safe and bounded, for feeds, mails and messages. */
import { cleanLine, cleanParagraphs } from '../paper/clean-text.ts'
import type { Digest, DigestEntry } from '../paper/edition.ts'
import { builtInForms, type Form } from '../paper/form.ts'
import { builtInBook, type FormBook, findForm } from '../paper/form-book.ts'
import { findLabels } from '../paper/labels.ts'
import { SOURCE_LANGUAGE } from '../paper/language.ts'
import { latexToText } from '../paper/latex.ts'
import { splitSentences } from '../paper/sentences.ts'
import { clipText } from './clip-text.ts'
import { nameField } from './markdown/field-label.ts'
import { joinKeywords } from './markdown/keyword-list.ts'
import { isArxivId, linkPaper } from './markdown/paper-link.ts'
import { routes } from './pages/routes.ts'
import { type Wording, wordingFor } from './pages/wording.ts'

export interface PresentedField {
  /** Absent for the abstract. */
  label?: string
  /** Paragraphs separated by a blank line. */
  text: string
}

export interface PresentedEntry {
  id: string
  /** In the language of the brief where it has a title of its own. */
  title: string
  /** The paper's own title, where another one stands above. */
  original?: string
  /** Of the title and the fields. */
  language: string
  /** The paper's page on the site, else where the paper itself is; absent for a paper that is nowhere. */
  url?: string
  /** Where the paper itself is. */
  source?: string
  pdf?: string
  authors: string[]
  categories: string[]
  /** What must not be overlooked: withdrawn, retold, left in its own language. */
  notices: string[]
  /** One or two sentences. */
  gist: string
  fields: PresentedField[]
  /** Code, project and the like. */
  links: { name: string; url: string }[]
}

export interface PresentOptions {
  book?: FormBook | undefined
  /** Of a site that has a page for each paper; ends in a slash. */
  baseUrl?: string | undefined
  /** Whether the pages of the site are files. Default true. */
  isFiles?: boolean | undefined
}

// Longer ones are not titles, names or abstracts; the whole of a paper stays below what any channel takes at once.
const [MAX_TITLE, MAX_NAME, MAX_FIELD, MAX_ENTRY] = [500, 200, 12_000, 40_000]
const [MAX_AUTHORS, MAX_LINKS] = [100, 8]
const MAX_GIST = 400

export function presentEntry(
  entry: DigestEntry,
  { language, layout }: Pick<Digest, 'language' | 'layout'>,
  { book = builtInBook, baseUrl, isFiles = true }: PresentOptions = {},
): PresentedEntry {
  const { paper, brief } = entry
  const words = wordingFor(language)
  const own = showLine(paper.title, MAX_TITLE)
  const title = showLine(brief.fields.title ?? '', MAX_TITLE) || own || showLine(paper.id, MAX_TITLE)
  const source = sourceOf(paper.id)
  const page = baseUrl && pageUrl(routes.paper(paper.id), { baseUrl, isFiles })
  const url = page ?? source
  const fields = showFields(entry, { language, form: findForm(layout, book) ?? builtInForms[brief.form] })
  return {
    id: paper.id,
    title,
    language: brief.fields.title ? brief.language : SOURCE_LANGUAGE,
    ...(own !== '' && own !== title && { original: own }),
    ...(url && { url }),
    ...(source && { source }),
    ...(isArxivId(paper.id) && { pdf: linkPaper(paper, 'pdf') }),
    authors: showList(paper.authors, MAX_AUTHORS),
    categories: showList(paper.categories, MAX_AUTHORS),
    notices: listNotices(entry, { words, colon: findLabels(language, book.labels).marks.colon }),
    gist: findGist(entry, fields),
    fields,
    links: paper.links.slice(0, MAX_LINKS).flatMap(link => {
      const href = webAddress(link.url)
      return href ? [{ name: words[link.kind === 'doi' ? 'other' : link.kind], url: href }] : []
    }),
  }
}

/** The address of a page of the site. */
export function pageUrl(
  route: string,
  { baseUrl, isFiles = true }: { baseUrl: string; isFiles?: boolean },
): string {
  return new URL(isFiles ? `${route || 'index'}.html` : route, baseUrl).href
}

/** `edition · date`, for subjects and headings. */
export function nameDigest({ edition, date }: Pick<Digest, 'edition' | 'date'>): string {
  return `${showLine(edition, MAX_NAME)} · ${date}`
}

/** One line as people read it: no LaTeX that Unicode can say, no hidden characters. */
export function showLine(text: string, max: number): string {
  // Cleaned text is rarely much shorter: what is far too long need not be read to its end.
  return clipText(cleanLine(latexToText(text.slice(0, max * 4))), max)
}

function showText(text: string, max: number): string {
  return clipText(cleanParagraphs(latexToText(text.slice(0, max * 4))), max)
}

function showList(texts: readonly string[], most: number): string[] {
  return texts
    .slice(0, most)
    .map(text => showLine(text, MAX_NAME))
    .filter(text => text !== '')
}

// Longer addresses are cut off by one program or another.
const MAX_ADDRESS = 2000

/** Undefined for all but the web's own schemes. */
function webAddress(url: string): string | undefined {
  const parsed = url.length <= MAX_ADDRESS ? URL.parse(url) : null
  return parsed && /^https?:$/.test(parsed.protocol) && parsed.href.length <= MAX_ADDRESS
    ? parsed.href
    : undefined
}

function sourceOf(id: string): string | undefined {
  const link = linkPaper({ id }, 'abstract')
  return webAddress(link)
}

function showFields(
  { brief }: DigestEntry,
  { language, form }: { language: string; form: Form | undefined },
): PresentedField[] {
  const known =
    form?.fields ?? Object.keys(brief.fields).map(key => ({ key, kind: 'text' as const, labels: {} }))
  let left = MAX_ENTRY
  return known.flatMap(field => {
    // The title stands above.
    if (field.key === 'title') return []
    const given = brief.fields[field.key] ?? ''
    const joined =
      field.kind === 'keywords'
        ? joinKeywords(given.slice(0, MAX_FIELD), { from: brief.language, to: language })
        : given
    const text = left > 0 ? showText(joined, Math.min(MAX_FIELD, left)) : ''
    left -= text.length
    if (text === '') return []
    const hasLabel = form === undefined || Object.keys(field.labels).length > 0
    return [{ ...(hasLabel && { label: showLine(nameField(field, language), MAX_NAME) }), text }]
  })
}

function findGist({ brief }: DigestEntry, fields: readonly PresentedField[]): string {
  const own = showLine(brief.fields.gist ?? '', MAX_GIST)
  if (own !== '') return own
  const first = fields[0]?.text.slice(0, MAX_GIST * 3) ?? ''
  const [one = '', two = ''] = splitSentences(first, brief.language)
  const space = /[a-z.]$/i.test(one) ? ' ' : ''
  return showLine(one.length < MAX_GIST / 3 ? `${one}${space}${two}` : one, MAX_GIST)
}

function listNotices(
  { paper, brief, fallbackReason }: DigestEntry,
  { words, colon }: { words: Wording; colon: string },
): string[] {
  const reason = (text: string, why: string) => `${text}${colon}${showLine(why, MAX_NAME)}`
  return [
    ...(paper.withdrawn ? [words.withdrawn] : []),
    ...(fallbackReason ? [reason(words.keptInSource, fallbackReason)] : []),
    ...(paper.abstractOrigin === 'retold' ? [words.retold] : []),
    ...(brief.basisReason ? [reason(words.abstractOnly, brief.basisReason)] : []),
  ]
}
