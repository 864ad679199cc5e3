/** Finds the arXiv identifier that a bibliographic record mentions in one of its fields. */
import { type ArxivId, parseArxivId } from '../paper/arxiv-id.ts'

const MENTION =
  /(?:arxiv(?:\.org\/(?:abs|pdf|html)\/|\.|:\s{0,3}|\s{1,3}(?:preprint\s{1,3})?(?:arxiv:\s{0,3})?))((?:\d{4}\.\d{4,6}|[a-z]{2,8}(?:-[a-z]{2,8})?(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?)(?!\d)/i
const MAX_LENGTH = 2000

/**
 * The first one in `texts`: as a whole (`1706.03762`, a URL, a DOI of arXiv), or named in the text
 * (`arXiv preprint arXiv:1706.03762`, `arXiv: 1409.3215`), or as DBLP writes it (`abs/1409.0473`).
 */
export function findArxivId(texts: readonly unknown[]): ArxivId | undefined {
  for (const text of texts) {
    if (typeof text !== 'string' || text.length > MAX_LENGTH) continue
    const whole = parseArxivId(text.trim().replace(/^abs\//, ''))
    if (whole) return whole
    const named = MENTION.exec(text)?.[1]
    const found = named === undefined ? undefined : parseArxivId(named)
    if (found) return found
  }
  return undefined
}
