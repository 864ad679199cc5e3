/** Takes a reasoning model's thoughts out of its answer. */

const OPENING = /^<(think|thinking|reasoning|thought)>/
const LONE_CLOSING = /\n<\/(think|thinking|reasoning|thought)>[ \t]*\n/

/**
 * The answer without a leading `<think>…</think>`. Only a block that opens the answer is taken for thoughts,
 * since papers on reasoning models name these tags in their abstracts. A block that never ends is all there
 * is, so nothing is left; some chat templates write the opening tag themselves, so that only the end shows.
 */
export function stripReasoning(text: string): string {
  const answer = text.trim()
  const opened = OPENING.exec(answer)?.[1]
  if (opened) {
    const close = `</${opened}>`
    const end = answer.indexOf(close)
    return end < 0 ? '' : answer.slice(end + close.length).trim()
  }
  const closed = LONE_CLOSING.exec(answer)
  if (!closed || answer.slice(0, closed.index).includes(`<${closed[1]}>`)) return answer
  return answer.slice(closed.index + closed[0].length).trim()
}
