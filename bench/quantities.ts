/** Measures the quantities check: recall on planted faults, false errors on clean briefs, briefs a second. */
import { checkQuantities } from '../src/check/quantities.ts'
import { openRandom, plantFaults } from './quantities/plant-faults.ts'
import { type Item, readCleanCases, readReference, readSamples } from './quantities/read-briefs.ts'

const verbose = process.argv.includes('--verbose')
const SEED = 20_250_930
const SPEED_MS = 3000

const items = [...readSamples(), ...readReference(), ...readCleanCases()]
const clean = items.filter(item => countErrors(item) === 0)
reportClean()
reportRecall()
reportSpeed()

function countErrors(item: Item): number {
  return checkQuantities(item).filter(({ severity }) => severity === 'error').length
}

function reportClean(): void {
  const sets = Map.groupBy(items, ({ set }) => set)
  console.log('clean briefs (of the reference summaries, errors are figures that the abstract lacks):')
  for (const [set, members] of sets) {
    const findings = members.flatMap(item =>
      checkQuantities(item).map(finding => ({ id: item.paper.id, ...finding })),
    )
    const errors = findings.filter(({ severity }) => severity === 'error').length
    const per100 = ((100 * errors) / members.length).toFixed(1)
    console.log(
      `  ${set}: ${members.length} briefs, ${errors} errors (${per100} per 100), ${findings.length - errors} warnings`,
    )
    if (verbose)
      for (const { id, severity, message } of findings) console.log(`    ${id} ${severity}: ${message}`)
  }
}

/** Every fault by itself in an otherwise correct brief; found where the check reports any error. */
function reportRecall(): void {
  const random = openRandom(SEED)
  const counts = new Map<string, Count>()
  for (const item of clean) {
    for (const [field, text] of Object.entries(item.brief.fields)) {
      for (const plant of plantFaults(text, item.form.coverage, random)) {
        const brief = { ...item.brief, fields: { ...item.brief.fields, [field]: plant.text } }
        const found = countErrors({ ...item, brief }) > 0
        for (const kind of [`${item.form.name}: ${plant.kind}`, groupOf(plant.kind)]) {
          const { planted, told } = counts.get(kind) ?? { planted: 0, told: 0 }
          counts.set(kind, { planted: planted + 1, told: told + (found ? 1 : 0) })
        }
        if (verbose && !found)
          console.log(`  missed: ${item.paper.id} ${item.form.name}, ${plant.kind}: ${plant.change}`)
      }
    }
  }
  console.log(`recall on planted faults, in ${clean.length} briefs without errors:`)
  for (const [kind, { planted, told }] of [...counts].sort()) {
    console.log(`  ${kind}: ${told} of ${planted} (${(told / planted).toFixed(3)})`)
  }
}

interface Count {
  planted: number
  told: number
}

/** Swaps and losses leave every figure of the brief true somewhere in the source, so they stand apart. */
function groupOf(kind: string): string {
  return kind === 'results swapped' || kind === 'figure lost' ? `ALL: ${kind}` : 'ALL: wrong figures'
}

function reportSpeed(): void {
  const start = performance.now()
  let briefs = 0
  for (; performance.now() - start < SPEED_MS; briefs += items.length)
    for (const item of items) checkQuantities(item)
  console.log(
    `speed: ${Math.round((1000 * briefs) / (performance.now() - start))} briefs a second on one core`,
  )
}
