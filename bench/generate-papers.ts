/** As many papers as a benchmark needs, made from the bundled ones. */
import { readFileSync } from 'node:fs'

const samples = ['weekly', 'daily', 'arxiv'].flatMap(name =>
  readFileSync(new URL(`../samples/papers/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>),
)

/** JSON lines; every id is new, every title has a number of its own. */
export function generatePapers(count: number): string {
  return Array.from({ length: count }, (_item, index) => {
    const paper: Record<string, unknown> = { ...samples[index % samples.length], listings: undefined }
    const id = `26${String(1 + Math.floor(index / 90_000)).padStart(2, '0')}.${String(index % 90_000).padStart(5, '0')}`
    return `${JSON.stringify({ ...paper, id, title: `${paper.title} (Part ${index + 1})` })}\n`
  }).join('')
}
