/** The layout of a form of the user's own: by its template, or else in the way of the summary. */
import { cleanLine, cleanParagraphs } from '../../paper/clean-text.ts'
import type { Digest, DigestEntry } from '../../paper/edition.ts'
import type { Form, FormField, FormLayout } from '../../paper/form.ts'
import { findLabels, type Labels } from '../../paper/labels.ts'
import { PublishError } from '../publish-error.ts'
import { renderClosingLine } from './closing-line.ts'
import { escapeSlot } from './escape-slot.ts'
import { nameField } from './field-label.ts'
import { joinKeywords } from './keyword-list.ts'
import { linkPaper } from './paper-link.ts'
import { renderSummary } from './summary.ts'
import { compileTemplate, type Slot, type Template } from './template.ts'

const FRAME_SLOTS = ['edition', 'date', 'language', 'count']
const PAPER_SLOTS = [
  ...['n', 'index', 'id', 'version', 'title', 'author', 'authors', 'categories', 'published', 'colon'],
  ...['link.abs', 'link.pdf'],
]

export interface CompiledLayout {
  header: Template
  paper: Template
  footer: Template
}

/** What stands in a slot: text to escape, or Markdown that needs none. */
interface Value {
  text: string
  isSafe?: boolean
}

/** @throws TemplateError, `part` in its message */
function compileLayout(
  { header = '', paper, footer = '' }: FormLayout,
  form: Pick<Form, 'fields'>,
): CompiledLayout {
  return {
    header: compileTemplate(header, FRAME_SLOTS),
    paper: compileTemplate(paper, paperSlots(form)),
    footer: compileTemplate(footer, FRAME_SLOTS),
  }
}

/** The names that may stand in each part of a layout. */
export function layoutSlots(part: keyof FormLayout, form: Pick<Form, 'fields'>): readonly string[] {
  return part === 'paper' ? paperSlots(form) : FRAME_SLOTS
}

function paperSlots({ fields }: Pick<Form, 'fields'>): string[] {
  return [...PAPER_SLOTS, ...FRAME_SLOTS, ...fields.flatMap(({ key }) => [`field.${key}`, `label.${key}`])]
}

export interface CustomOptions {
  form: Form | undefined
  /** In further languages. */
  labels?: readonly Labels[] | undefined
}

/** @throws PublishError where the form is not in the settings any more */
export function renderCustom(digest: Digest, { form, labels }: CustomOptions): string {
  if (!form)
    throw new PublishError(`The form of the layout "${digest.layout}" is not there.`, {
      code: 'publish-no-form',
      hint: 'Name its file under "forms" in paperbrief.yaml.',
    })
  if (!form.layout) return renderSummary(digest, { form, labels })
  const layout = compileLayout(form.layout, form)
  const frame = frameValues(digest)
  const papers = digest.entries.map((entry, index) =>
    fill(layout.paper, name => frame[name] ?? paperValue(name, { entry, index, digest, form, labels })),
  )
  const blocks = [
    fill(layout.header, name => frame[name]),
    papers.join(endsInRow(form.layout.paper) ? '\n' : '\n\n'),
    fill(layout.footer, name => frame[name]),
  ].filter(block => block !== '')
  // The rows of a table stand right below its head.
  const joined = blocks.reduce((page, block) =>
    endsInRow(page) && block.startsWith('|') ? `${page}\n${block}` : `${page}\n\n${block}`,
  )
  return `${[joined, renderClosingLine(digest, { labels })].filter(block => block !== '').join('\n\n')}\n`
}

/** Its last line is a row of a table or a point of a list. */
function endsInRow(markdown: string): boolean {
  return /(?:^|\n) {0,3}(?:\||[-*+] |\d{1,9}[.)] )[^\n]*\n*$/.test(markdown)
}

function fill(template: Template, find: (name: string) => Value | undefined): string {
  return template
    .map(piece => (typeof piece === 'string' ? piece : fillSlot(piece, find(piece.name))))
    .join('')
    .replace(/\n+$/, '')
}

function fillSlot(slot: Slot, value: Value | undefined): string {
  if (!value) throw new Error(`the template has {{${slot.name}}}, which was checked when it was read`)
  if (value.isSafe) return value.text
  const keepsParagraphs = slot.isParagraph || (slot.place === 'cell' && !slot.isStrict)
  return escapeSlot(keepsParagraphs ? cleanParagraphs(value.text) : cleanLine(value.text), slot)
}

function frameValues({ edition, date, language, entries }: Digest): Record<string, Value> {
  return {
    edition: { text: edition },
    date: { text: date },
    language: { text: language },
    count: { text: String(entries.length) },
  }
}

interface PaperCase {
  entry: DigestEntry
  index: number
  digest: Digest
  form: Form
  labels: readonly Labels[] | undefined
}

function paperValue(name: string, paperCase: PaperCase): Value | undefined {
  const { entry, index, digest, form, labels } = paperCase
  const { paper, brief } = entry
  switch (name) {
    case 'n':
      return { text: String(index + 1) }
    case 'index':
      return { text: String(index) }
    case 'version':
      return { text: String(brief.version) }
    case 'title':
      return { text: cleanLine(paper.title) || paper.id }
    case 'author':
      return { text: paper.authors[0] ?? '' }
    case 'authors':
      return { text: paper.authors.join(', ') }
    case 'categories':
      return { text: paper.categories.join(', ') }
    case 'published':
      return { text: paper.published ?? '' }
    case 'id':
      return { text: paper.id }
    case 'colon':
      return { text: findLabels(digest.language, labels).marks.colon, isSafe: true }
    case 'link.abs':
      return { text: linkPaper({ id: paper.id }, 'abstract'), isSafe: true }
    case 'link.pdf':
      return { text: linkPaper({ id: paper.id }, 'pdf'), isSafe: true }
    default:
      return fieldValue(name, paperCase, form.fields)
  }
}

function fieldValue(
  name: string,
  { entry: { brief }, digest }: PaperCase,
  fields: readonly FormField[],
): Value | undefined {
  const [part, key] = name.split('.')
  const field = fields.find(candidate => candidate.key === key)
  if (!field) return undefined
  if (part === 'label') return { text: nameField(field, digest.language) }
  const text = brief.fields[field.key] ?? ''
  return field.kind === 'keywords'
    ? { text: joinKeywords(text, { from: brief.language, to: digest.language }) }
    : { text }
}
