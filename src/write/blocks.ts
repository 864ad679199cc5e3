/** The answer format: tagged plain-text blocks, which LaTeX cannot break as it breaks JSON. */
import { PaperbriefError } from '../paper/error.ts'
import type { Form, FormField } from '../paper/form.ts'

/** A model's answer that cannot be taken apart; asking again may help. Does not apply to a faulty text in good blocks. */
export class AnswerError extends PaperbriefError {}

const BLOCK_LINE = /^[ \t]*\[\[ *([A-Za-z_-]{1,40}) *\]\][ \t]*$/
const END = 'end'

/** `[[title]]` … `[[end]]`, in the order of the form. */
export function formatBlocks(fields: Record<string, string>, form: Form): string {
  return [...form.fields.flatMap(({ key }) => [`[[${key}]]`, fields[key] ?? '']), `[[${END}]]`].join('\n')
}

/**
 * The text of each block that was wanted, by its key; others of the form are passed over. Words before the first block (a greeting, a code fence) are dropped.
 * @throws AnswerError `answer-cut-off` without `[[end]]`, `answer-malformed` for a missing, doubled or unknown block
 */
export function parseBlocks(
  answer: string,
  form: Form,
  wanted: readonly FormField[] = form.fields,
): Record<string, string> {
  const blocks = new Map<string, string[]>()
  let current: string[] | undefined
  let ended = false
  for (const line of answer.split(/\r?\n/)) {
    const key = BLOCK_LINE.exec(line)?.[1]?.toLowerCase()
    if (key === END) {
      ended = true
      break
    }
    if (key === undefined) {
      current?.push(line)
      continue
    }
    if (!form.fields.some(field => field.key === key))
      throw malformed(`the answer has a block [[${key}]] that was not asked for`)
    if (blocks.has(key)) throw malformed(`the answer has the block [[${key}]] twice`)
    current = []
    blocks.set(key, current)
  }
  const missing = wanted.filter(field => !blocks.has(field.key)).map(field => `[[${field.key}]]`)
  if (blocks.size === 0) throw malformed('the answer has no block at all')
  if (!ended)
    throw new AnswerError('the answer was cut off: it has no [[end]]', {
      code: 'answer-cut-off',
      retryable: true,
    })
  if (missing.length > 0) throw malformed(`the answer lacks ${missing.join(', ')}`)
  return Object.fromEntries(wanted.map(({ key }) => [key, (blocks.get(key) ?? []).join('\n').trim()]))
}

function malformed(message: string): AnswerError {
  return new AnswerError(message, { code: 'answer-malformed', retryable: true })
}
