/** Reads the template of a layout of the user's own: Markdown with `{{…}}` where something of a digest stands. */
import { distance } from 'fastest-levenshtein'
import { PublishError } from '../publish-error.ts'
import { findPlace, type SlotPlace } from './template-place.ts'

/** A template that cannot be used; `line` counts from 1 within the template. */
export class TemplateError extends PublishError {
  readonly line: number

  constructor(line: number, message: string, hint: string) {
    super(message, { code: 'template-invalid', hint })
    this.line = line
  }
}

export interface Slot extends SlotPlace {
  name: string
}

/** Literal Markdown and slots in turn. */
export type Template = readonly (string | Slot)[]

/** Names of slots that hold an address, and so may stand between the brackets of a link. */
const ADDRESS = /^link\./

const SLOT = /\{\{([^{}\n]{0,80})\}\}/g
const HTML = /<(?=[A-Za-z/!?\0])/

/**
 * @param known the names that may stand in `{{…}}`
 * @throws TemplateError for an unknown name, and for a place where text of a paper could not be told from Markdown
 */
export function compileTemplate(text: string, known: readonly string[]): Template {
  const lines = text.replace(/\n+$/, '').split('\n')
  const pieces: (string | Slot)[] = []
  for (const [index, line] of lines.entries()) {
    const isApart = isEdge(lines[index - 1]) && isEdge(lines[index + 1])
    pieces.push(...compileLine(line, { line: index + 1, known, isApart }))
    if (index < lines.length - 1) pieces.push('\n')
  }
  return pieces
}

function isEdge(line: string | undefined): boolean {
  return line === undefined || line.trim() === ''
}

interface LineCase {
  /** From 1. */
  line: number
  known: readonly string[]
  /** Blank lines, or the ends of the template, stand around it. */
  isApart: boolean
}

function compileLine(text: string, { line, known, isApart }: LineCase): (string | Slot)[] {
  const names = [...text.matchAll(SLOT)].map(([, name = '']) => name.trim())
  // One character for each slot, so that what stands around it can be looked at.
  const literal = text.replace(SLOT, '\0')
  refuseUnsafe(literal, line)
  for (const name of names) if (!known.includes(name)) throw unknownName(name, { line, known })
  const parts = literal.split('\0')
  return parts.flatMap((part, index): (string | Slot)[] => {
    const name = names[index]
    if (name === undefined) return part === '' ? [] : [part]
    const place = findPlace({ literal, slot: index, isApart })
    if (place.isAddress && !ADDRESS.test(name))
      throw new TemplateError(
        line,
        `{{${name}}} stands in the address of a link`,
        'Only {{link.abs}} and {{link.pdf}} can.',
      )
    return [part, { name, ...place }]
  })
}

function unknownName(name: string, { line, known }: Pick<LineCase, 'line' | 'known'>): TemplateError {
  const nearest = known.toSorted((a, b) => distance(a, name) - distance(b, name))[0]
  return new TemplateError(
    line,
    `{{${name}}} stands for nothing`,
    `Did you mean {{${nearest}}}? Known here: ${known.join(', ')}.`,
  )
}

const REFUSED: [RegExp, string, string][] = [
  [
    /\{\{|\}\}/,
    'a {{ or }} has no partner on its line',
    'Write {{name}}, with nothing else between the braces.',
  ],
  [HTML, 'HTML cannot stand in a template', 'Text of papers would not be made safe inside it: use Markdown.'],
  [
    /^\s*(?:`{3}|~{3})/,
    'a block of code cannot stand in a template',
    'Text of papers would show its escapes there.',
  ],
  [/`.*\0|\0.*`/, 'code marks stand on a line with {{…}}', 'Text of papers would show its escapes in code.'],
  [/^(?: {4}| {0,3}\t).*\0/, 'a line with {{…}} is indented like code', 'Indent it by at most three blanks.'],
  [/\\\0/, 'a backslash stands before {{…}}', 'It would undo the escapes of the text: remove it.'],
]

function refuseUnsafe(literal: string, line: number): void {
  for (const [pattern, message, hint] of REFUSED)
    if (pattern.test(literal)) throw new TemplateError(line, message, hint)
}
