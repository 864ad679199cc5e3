/** Measures the checks on a set of clean pairs: false errors, recall by sort and kind, speed. */
import { checkBrief } from '../../src/check/check.ts'
import type { CheckInput } from '../../src/check/check-input.ts'
import type { Finding } from '../../src/paper/finding.ts'
import { openRandom } from './open-random.ts'
import type { Plant } from './plant.ts'
import type { FaultSort } from './planters.ts'

export interface Clean {
  briefs: number
  errors: number
  warnings: number
  findings: { id: string; finding: Finding }[]
}

export interface Recall {
  sort: string
  kind: string
  planted: number
  /** Told as an error. */
  found: number
  /** Told at all. */
  told: number
}

export interface Missed {
  sort: string
  kind: string
  id: string
  change: string
}

export function measureClean(inputs: readonly CheckInput[]): Clean {
  const findings = inputs.flatMap(input =>
    checkBrief(input).map(finding => ({ id: input.paper.id, finding })),
  )
  const errors = findings.filter(({ finding }) => finding.severity === 'error').length
  return { briefs: inputs.length, errors, warnings: findings.length - errors, findings }
}

export interface RecallOptions {
  sorts: readonly FaultSort[]
  seed: number
  /** At most so many faults of one kind in one brief. */
  perBrief: number
}

/** Every fault by itself in an otherwise correct brief; found where it brings an error that was not there before. */
export function measureRecall(
  inputs: readonly CheckInput[],
  { sorts, seed, perBrief }: RecallOptions,
): { recalls: Recall[]; missed: Missed[] } {
  const recalls = new Map<string, Recall>()
  const missed: Missed[] = []
  for (const sort of sorts) {
    const random = openRandom(seed)
    for (const input of inputs) {
      const before = new Set(checkBrief(input).map(nameFinding))
      const kinds = Map.groupBy(sort.plant(input, random).filter(isChange(input)), ({ kind }) => kind)
      for (const [kind, plants] of kinds)
        for (const plant of random.draw(plants, perBrief)) {
          const fresh = checkPlant(input, plant).filter(finding => !before.has(nameFinding(finding)))
          const key = `${sort.name}/${kind}`
          const recall = recalls.get(key) ?? { sort: sort.name, kind, planted: 0, found: 0, told: 0 }
          const isFound = fresh.some(({ severity }) => severity === 'error')
          recall.planted++
          if (isFound) recall.found++
          if (fresh.length > 0) recall.told++
          recalls.set(key, recall)
          if (!isFound) missed.push({ sort: sort.name, kind, id: input.paper.id, change: plant.change })
        }
    }
  }
  return { recalls: [...recalls.values()], missed }
}

function isChange(input: CheckInput): (plant: Plant) => boolean {
  return ({ fields }) =>
    Object.keys(fields).length !== Object.keys(input.brief.fields).length ||
    Object.entries(fields).some(([key, text]) => input.brief.fields[key] !== text)
}

function checkPlant(input: CheckInput, { fields }: Plant): Finding[] {
  return checkBrief({ ...input, brief: { ...input.brief, fields } })
}

function nameFinding({ check, severity, field, message, quote, expected }: Finding): string {
  return JSON.stringify([check, severity, field, message, quote, expected])
}

/** Briefs a second of processor time; nothing that was read of a brief before is used again. */
export function measureSpeed(inputs: readonly CheckInput[], durationMs: number): number {
  const started = process.cpuUsage()
  let count = 0
  for (const end = performance.now() + durationMs; performance.now() < end; )
    for (const input of inputs) {
      checkBrief({ ...input, paper: { ...input.paper }, brief: { ...input.brief } })
      count++
    }
  const { user, system } = process.cpuUsage(started)
  return Math.round(count / ((user + system) / 1e6))
}
