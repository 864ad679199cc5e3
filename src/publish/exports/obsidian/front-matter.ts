/** The properties of a note: YAML between two lines of `---`, renewed without losing what its owner added. */
import { parse, stringify } from 'yaml'

export type Properties = Record<string, string | readonly string[] | number>

/** Lists in which a person's own words may stand between ours. */
const SHARED = ['tags', 'aliases', 'digests'] as const

/** Every text in quotes, so that no title is a list, a number or a comment. */
export function writeFrontMatter(properties: Readonly<Record<string, unknown>>): string {
  return `---\n${stringify(properties, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', aliasDuplicateObjects: false })}---\n`
}

export interface SplitNote {
  /** What stands between the two lines; undefined where the note has no front matter. */
  yaml: string | undefined
  body: string
}

export function splitFrontMatter(note: string): SplitNote {
  const text = note.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  if (!text.startsWith('---\n')) return { yaml: undefined, body: text }
  const end = text.indexOf('\n---\n', 3)
  if (end < 0) return { yaml: undefined, body: text }
  return { yaml: text.slice(4, end + 1), body: text.slice(end + 5) }
}

/** Undefined where it is no mapping: then the note is not for us to write. */
export function readProperties(yaml: string): Record<string, unknown> | undefined {
  try {
    const content: unknown = parse(yaml, { maxAliasCount: 0 })
    return typeof content === 'object' && content !== null && !Array.isArray(content)
      ? { ...content }
      : undefined
  } catch {
    return undefined
  }
}

/** Ours first, in our order; what the owner added stays, tags and aliases of theirs too. */
export function mergeProperties(
  fresh: Properties,
  old: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...fresh }
  for (const [key, value] of Object.entries(old)) if (!(key in merged)) merged[key] = value
  for (const key of SHARED) {
    const [ours, theirs] = [fresh[key], old[key]]
    if (Array.isArray(ours) && Array.isArray(theirs)) merged[key] = [...new Set([...ours, ...theirs])]
  }
  return merged
}
