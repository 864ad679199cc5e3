/** Reads a file of terms: CSV, tab-separated or YAML. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, stringify } from 'yaml'
import { errorMessage } from '../paper/error.ts'
import {
  describeTermIssue,
  type GlossaryFault,
  type ParsedGlossary,
  parseGlossaryCsv,
} from '../paper/glossary-csv.ts'
import { findGlossaryFaults } from '../paper/glossary-faults.ts'
import { type Term, termSchema } from '../paper/glossary-term.ts'
import { GlossaryError } from './glossary-error.ts'

const MAX_BYTES = 8 * 1024 * 1024
const MAX_TERMS = 100_000

/**
 * What a file has, with everything that is wrong with it: lines that cannot be used, and doubled terms, contradictions
 * and markup in those that can.
 * @throws GlossaryError where there is no such file, or it is too large
 */
export function readGlossaryFile(path: string): ParsedGlossary {
  const text = readText(path)
  const parsed = /\.ya?ml$/i.test(path) ? parseGlossaryYaml(text) : parseGlossaryCsv(text)
  const faults = [...parsed.faults, ...findGlossaryFaults(parsed.rows)]
  return { rows: parsed.rows.slice(0, MAX_TERMS), faults: faults.toSorted((a, b) => a.line - b.line) }
}

function readText(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile())
    throw new GlossaryError(`There is no glossary file ${path}.`, {
      code: 'glossary-file-missing',
      hint: 'Check the path; those under "glossary" in paperbrief.yaml are relative to it.',
    })
  if (stats.size > MAX_BYTES)
    throw new GlossaryError(
      `${basename(path)} has ${stats.size} bytes; a glossary has at most ${MAX_BYTES}.`,
      {
        code: 'glossary-file-too-large',
        hint: 'Give a file of terms, such as CSV with the columns source,target,note.',
      },
    )
  return readFileSync(path, 'utf8')
}

/** A list of terms, one under `terms`, or `term: rendering` line by line. */
export function parseGlossaryYaml(text: string): ParsedGlossary {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const parsed: ParsedGlossary = { rows: [], faults: [] }
  const lineOf = (node: unknown): number => {
    const range = (node as Node | null)?.range
    return range ? counter.linePos(range[0]).line : 1
  }
  const [error] = document.errors
  if (error) {
    const [place] = error.linePos ?? []
    parsed.faults.push({
      line: place?.line ?? 1,
      message: errorMessage(error).replace(/ at line \d+.*$/, ''),
      mend: 'Correct the YAML there.',
    })
    return parsed
  }
  for (const { entry, node } of listEntries(document.contents))
    addEntry(parsed, { entry, line: lineOf(node) })
  if (parsed.rows.length === 0 && parsed.faults.length === 0)
    parsed.faults.push({
      line: 1,
      message: 'there are no terms in it',
      mend: 'Write lines such as "agent: 智能体", or a list of entries with source and target.',
    })
  return parsed
}

function listEntries(contents: unknown): { entry: unknown; node: unknown }[] {
  const isTerms = isMap(contents) && contents.has('terms')
  const list: unknown = isTerms ? contents.get('terms', true) : contents
  if (isSeq(list)) return list.items.map(node => ({ entry: toPlain(node), node }))
  if (!isMap(list)) return []
  return list.items.flatMap(pair => {
    if (!isPair(pair)) return []
    const source = isScalar(pair.key) ? String(pair.key.value) : ''
    const value = toPlain(pair.value)
    const entry =
      value && typeof value === 'object' && !Array.isArray(value)
        ? { source, ...value }
        : { source, target: value }
    return [{ entry, node: pair.key }]
  })
}

/** Aliases are not followed: a file of terms has no need of them, and they can be made to grow without end. */
function toPlain(node: unknown): unknown {
  if (isScalar(node)) return node.value ?? undefined
  if (isSeq(node)) return node.items.map(toPlain)
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(pair => [isScalar(pair.key) ? String(pair.key.value) : '', toPlain(pair.value)]),
    )
  return undefined
}

function addEntry(parsed: ParsedGlossary, { entry, line }: { entry: unknown; line: number }): void {
  const result = termSchema.safeParse(entry)
  if (result.success) {
    parsed.rows.push({ term: result.data, line })
    return
  }
  const issue = result.error.issues.find(({ code }) => code === 'unrecognized_keys') ?? result.error.issues[0]
  const fault: Pick<GlossaryFault, 'message' | 'mend'> =
    issue?.code === 'unrecognized_keys'
      ? {
          message: `"${String(issue.keys[0]).slice(0, 40)}" is unknown`,
          mend: 'Known: source, target, abbreviation, keep, accept, avoid, forms, except, strict, note.',
        }
      : describeTermIssue(issue)
  parsed.faults.push({ line, ...fault })
}

/** A list of terms as `parseGlossaryYaml` reads it; what a term does not say is left out. */
export function formatGlossaryYaml(terms: readonly Term[]): string {
  const entries = terms.map(({ scope, edition: _, strict, ...term }) => {
    const said = Object.entries(term).filter(
      ([, value]) => value !== false && value !== undefined && !(Array.isArray(value) && value.length === 0),
    )
    return { ...Object.fromEntries(said), ...(strict !== (scope !== 'bundled') && { strict }) }
  })
  return stringify({ terms: entries }, { lineWidth: 0 })
}
