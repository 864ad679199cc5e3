/** Findings about how a digest is written down, in the words of the check `structure`. */
import type { Finding, Severity } from '../../paper/finding.ts'

// A finding quotes enough to find the place, not the paragraph.
const MAX_QUOTE_LENGTH = 80

export interface StructureFault {
  message: string
  severity?: Severity
  field?: string
  quote?: string
  expected?: string
}

export function findStructureFault({
  message,
  severity = 'error',
  field,
  quote,
  expected,
}: StructureFault): Finding {
  return {
    check: 'structure',
    severity,
    ...(field !== undefined && { field }),
    message,
    ...(quote !== undefined && { quote: shorten(quote) }),
    ...(expected !== undefined && { expected }),
  }
}

function shorten(text: string): string {
  return text.length <= MAX_QUOTE_LENGTH ? text : `${text.slice(0, MAX_QUOTE_LENGTH).toWellFormed()}…`
}
