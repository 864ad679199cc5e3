/**
 * Measures what the checks find: recall on planted faults by sort, false errors on clean briefs, briefs a second.
 *
 *     npm run bench:fidelity -- [--pairs FILE.jsonl]… [--kind NAME]… [--seed N] [--per-brief N] [--verbose] [--json]
 *
 * It runs with one thread for the garbage collector (`package.json`), so that briefs a second are those of one core.
 *
 * A pair is one line `{id, title, abstract, form, language, fields}` with a correct brief in `fields`;
 * `form` is `translation` (fields `title`, `abstract`) or `summary` (six fields), `language` a tag such as `zh-Hans`.
 * With `faults: [{kind, field, from, to}]`, faults made by hand are counted too.
 */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { CheckInput } from '../src/check/check-input.ts'
import { measureClean, measureRecall, measureSpeed, type Recall } from './fidelity/measure.ts'
import { type Pair, readPairs, toInput } from './fidelity/pair.ts'
import { createHandPlanter } from './fidelity/plant-by-hand.ts'
import { type FaultSort, faultSorts } from './fidelity/planters.ts'
import { type PairSet, readOwnSets } from './fidelity/read-sets.ts'

// Long enough for everything to be compiled and for the machine's changing pace to average out.
const SPEED_MS = 8000

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', multiple: true },
    kind: { type: 'string', multiple: true },
    seed: { type: 'string', default: '20260214' },
    'per-brief': { type: 'string', default: '3' },
    verbose: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const given = new Map<CheckInput, Pair>()
const sets: PairSet[] = values.pairs?.map(readGiven) ?? readOwnSets()
const sorts: FaultSort[] = [...faultSorts, { name: 'by hand', plant: createHandPlanter(given) }].filter(
  ({ name }) => !values.kind || values.kind.includes(name),
)
const results = sets.map(set => ({ ...set, clean: measureClean(set.inputs), ...recallOf(set) }))
const speed = measureSpeed(
  sets.flatMap(({ inputs }) => inputs),
  SPEED_MS,
)
if (values.json) printJson()
else printReport()

function readGiven(file: string): PairSet {
  const pairs = readPairs(file)
  const inputs = pairs.map(toInput)
  for (const [at, pair] of pairs.entries()) if (inputs[at]) given.set(inputs[at], pair)
  return { name: basename(file), inputs, isClean: true }
}

function recallOf(set: PairSet) {
  const options = { sorts, seed: Number(values.seed), perBrief: Number(values['per-brief']) }
  return measureRecall(set.inputs, options)
}

function printJson(): void {
  const report = results.map(({ name, clean, recalls }) => ({ set: name, clean, recalls }))
  console.log(JSON.stringify({ seed: Number(values.seed), briefsPerSecond: speed, sets: report }))
}

function printReport(): void {
  for (const { name, clean, isClean } of results) {
    const per100 = (count: number): string => ((100 * count) / Math.max(1, clean.briefs)).toFixed(1)
    const note = isClean ? 'false errors' : 'errors (some are faults of the published text)'
    console.log(
      `${name}: ${clean.briefs} briefs, per 100 ${per100(clean.errors)} ${note}, ${per100(clean.warnings)} warnings`,
    )
    if (!values.verbose) continue
    for (const { id, finding } of clean.findings)
      console.log(
        `  ${id} ${finding.severity} ${finding.check}: ${finding.message} [${finding.quote ?? ''}] [${finding.expected ?? ''}]`,
      )
  }
  console.log(
    `\nrecall on planted faults (told as a warning only, in brackets)\n${row(
      '',
      sets.map(({ name }) => name),
    )}`,
  )
  for (const { name, goal } of sorts) {
    const cells = results.map(({ recalls }) => formatRecall(recalls.filter(({ sort }) => sort === name)))
    console.log(row(name + (goal ? ` ≥ ${goal}` : ''), cells))
    for (const kind of new Set(
      results.flatMap(({ recalls }) =>
        recalls.filter(({ sort }) => sort === name).map(recall => recall.kind),
      ),
    )) {
      const parts = results.map(({ recalls }) =>
        formatRecall(recalls.filter(recall => recall.sort === name && recall.kind === kind)),
      )
      console.log(row(`  ${kind}`, parts))
    }
  }
  if (values.verbose)
    for (const { name, missed } of results)
      for (const { sort, kind, id, change } of missed)
        console.log(`missed in ${name}: ${sort}, ${kind}, ${id}: ${change}`)
  console.log(`\n${speed} briefs a second on one core`)
}

function formatRecall(recalls: readonly Recall[]): string {
  const sum = (count: (recall: Recall) => number): number =>
    recalls.reduce((all, recall) => all + count(recall), 0)
  const [planted, found, told] = [
    sum(({ planted: all }) => all),
    sum(recall => recall.found),
    sum(recall => recall.told),
  ]
  if (planted === 0) return '–'
  const more = told > found ? ` (+${((told - found) / planted).toFixed(2)})` : ''
  return `${(found / planted).toFixed(3)} of ${planted}${more}`
}

function row(head: string, cells: readonly string[]): string {
  return head.padEnd(36) + cells.map(cell => cell.padEnd(24)).join('')
}
