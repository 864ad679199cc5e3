/** Takes keys and passwords out of a settings file before it is shown, and puts them back when it is saved. */
import { isPair, isScalar, parseDocument, type Scalar, visit } from 'yaml'

interface Secret {
  start: number
  end: number
  /** As it stands in the file, quotes included. */
  source: string
}

const SECRET_KEY = /(?:^|_|-|[a-z])(?:key|pass|password|secret|token|webhook)$/i
const HAS_PASSWORD = /:\/\/[^/\s:@]*:[^/\s@]+@/
// Where YAML is broken its parts cannot be told for sure: what looks like a secret on a line is hidden.
const SECRET_ON_LINE =
  /\b(?:api_?key|password|pass|secret|token|webhook|smtp|url)["']?\s*:\s*("[^"\n]*"|'[^'\n]*'|[^\s,}#][^,}#\n]*)/gi
const HIDDEN = /"hidden ([1-9]\d{0,3})"/g

/** The text with `"hidden 1"`, `"hidden 2"`, … in place of secrets. A `${NAME}` is none: it says where one lies. */
export function hideSecrets(text: string): string {
  let shown = ''
  let at = 0
  for (const [index, { start, end }] of findSecrets(text).entries()) {
    shown += `${text.slice(at, start)}"hidden ${index + 1}"`
    at = end
  }
  return shown + text.slice(at)
}

/**
 * @param original the file that `hideSecrets` was shown from
 * @returns undefined where a number is none of the original's
 */
export function restoreSecrets(shown: string, original: string): string | undefined {
  const secrets = findSecrets(original)
  let isKnown = true
  const restored = shown.replace(HIDDEN, (whole, number: string) => {
    const secret = secrets[Number(number) - 1]
    if (!secret) isKnown = false
    return secret?.source ?? whole
  })
  return isKnown ? restored : undefined
}

function findSecrets(text: string): Secret[] {
  const document = parseDocument(text, { prettyErrors: false })
  if (document.errors.length > 0) return findOnLines(text)
  const secrets: Secret[] = []
  visit(document, {
    Scalar(role, node, ancestors) {
      if (role === 'key' || typeof node.value !== 'string' || !node.range) return
      const path = ancestors.flatMap(parent =>
        isPair(parent) && isScalar(parent.key) ? [String(parent.key.value)] : [],
      )
      if (isSecret(path, node)) secrets.push(cut(text, node.range[0], node.range[1]))
    },
  })
  return secrets.toSorted((a, b) => a.start - b.start)
}

function isSecret(path: readonly string[], { value }: Scalar): boolean {
  if (typeof value !== 'string' || value === '' || value.includes('${')) return false
  // A chat's address is its password.
  const isChat = path[0] === 'publish' && path[1] === 'chat'
  return SECRET_KEY.test(path.at(-1) ?? '') || HAS_PASSWORD.test(value) || (isChat && /^https?:/i.test(value))
}

function findOnLines(text: string): Secret[] {
  return [...text.matchAll(SECRET_ON_LINE)].flatMap(match => {
    const source = match[1] ?? ''
    if (source.includes('${')) return []
    const start = match.index + match[0].length - source.length
    return [cut(text, start, start + source.length)]
  })
}

function cut(text: string, start: number, end: number): Secret {
  // The lines of a block end with a line's end that belongs to what follows.
  const source = text.slice(start, end).trimEnd()
  return { start, end: start + source.length, source }
}
