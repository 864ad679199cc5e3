/** Reads a settings file in YAML so that every complaint about it names the line and the nearest known key. */
import { distance } from 'fastest-levenshtein'
import { isMap, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { PaperbriefError } from './paper/error.ts'

/** Settings that cannot be used as they stand; nothing was read from outside or written. */
export class SettingsError extends PaperbriefError {}

/** The line of a setting in its file, by its path; undefined where it is not there. */
export type LineOf = (path: readonly PropertyKey[]) => number | undefined

/**
 * Parses YAML and replaces `${NAME}` in every string by `lookUp(NAME)`.
 * @throws SettingsError for broken YAML (with its line) and for a variable that is not set
 */
export function readYaml(
  text: string,
  file: string,
  lookUp: (name: string) => string | undefined,
): { content: unknown; lineOf: LineOf } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const broken = document.errors[0]
  if (broken) {
    throw new SettingsError(`${file}, line ${lines.linePos(broken.pos[0]).line}: ${broken.message}`, {
      code: 'settings-not-yaml',
      hint: 'Check the indentation and the quotes on that line.',
      cause: broken,
    })
  }
  // The line of the key where there is one, else of the value, else of the nearest parent.
  const lineOf: LineOf = path => {
    for (let depth = path.length; depth > 0; depth--) {
      const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true)
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isNode(key) && String(key) === String(path[depth - 1]))
        : undefined
      const node = pair?.key ?? document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return undefined
  }
  const replace = (value: unknown, path: PropertyKey[]): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => replace(item, [...path, index]))
    if (value && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, replace(item, [...path, key])]),
      )
    }
    if (typeof value !== 'string') return value
    return value.replace(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (_, name: string) => {
      const found = lookUp(name)
      if (found !== undefined) return found
      throw new SettingsError(`${place(file, lineOf(path))}: \${${name}} is not set.`, {
        code: 'settings-variable-missing',
        hint: `Set ${name} in the environment or in .env, or remove it from the settings.`,
      })
    })
  }
  return { content: replace(document.toJS({ maxAliasCount: 100 }) ?? {}, []), lineOf }
}

/**
 * The first complaint of a schema as an error that names the line, the key and the mend.
 * @param where `at`: the path of what the schema judged, where that is a part of the file
 */
export function describeIssue(
  error: z.ZodError,
  schema: z.core.$ZodType,
  { file, lineOf, at = [] }: { file: string; lineOf: LineOf; at?: readonly PropertyKey[] },
): SettingsError {
  const issue = meantIssue(error.issues)
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = [...at, ...issue.path, ...(unknown === undefined ? [] : [unknown])]
  const name = path.join('.')
  if (unknown === undefined) {
    return new SettingsError(`${place(file, lineOf(path))}: "${name}" ${plainMessage(issue)}.`, {
      code: 'settings-invalid',
      hint: `Correct "${name}" there.`,
    })
  }
  const known = knownKeys(schema, issue.path)
  const nearest = known.toSorted((a, b) => distance(a, unknown) - distance(b, unknown))[0]
  return new SettingsError(`${place(file, lineOf(path))}: "${name}" is not a setting.`, {
    code: 'settings-unknown-key',
    hint: nearest ? `Did you mean "${nearest}"? Known here: ${known.join(', ')}.` : 'Remove it.',
  })
}

function place(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}, line ${line}`
}

/**
 * A misspelt key explains the key that is missing beside it, so it is named first. A union hides the reason in its
 * branches; the branch that got furthest is the one that was meant.
 */
function meantIssue(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue {
  const first = issues.find(issue => issue.code === 'unrecognized_keys') ?? issues[0]
  if (!first) throw new Error('a failed parse has at least one issue')
  if (first.code !== 'invalid_union') return first
  const inner = first.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0]
  return inner && inner.path.length > 0 ? { ...inner, path: [...first.path, ...inner.path] } : first
}

function plainMessage(issue: z.core.$ZodIssue): string {
  const ours = issue.code === 'custom' || issue.code === 'invalid_format' || issue.code === 'invalid_union'
  return ours ? issue.message : `is wrong: ${issue.message.replace(/^Invalid (?:input|option): /, '')}`
}

/** The keys that the schema knows at a path; a record or a list lets any key or place through. */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const def = schema._zod.def as unknown as {
    shape?: Record<string, z.core.$ZodType>
    innerType?: z.core.$ZodType
    in?: z.core.$ZodType
    valueType?: z.core.$ZodType
    element?: z.core.$ZodType
    options?: z.core.$ZodType[]
  }
  const inner = def.innerType ?? def.in
  if (inner) return knownKeys(inner, path)
  if (def.options) return [...new Set(def.options.flatMap(option => knownKeys(option, path)))]
  const [head, ...rest] = path
  if (head === undefined) return Object.keys(def.shape ?? {})
  const next = def.shape?.[String(head)] ?? def.valueType ?? def.element
  return next ? knownKeys(next, rest) : []
}
