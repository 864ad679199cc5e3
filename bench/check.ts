/** Measures the checks on the sample briefs: briefs a second, recall on planted faults, errors on clean briefs. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkBrief } from '../src/check/check.ts'
import type { CheckInput } from '../src/check/check-input.ts'
import { translationForm } from '../src/paper/form.ts'
import { findForm } from '../src/paper/form-book.ts'
import { type Paper, paperSchema } from '../src/paper/paper.ts'
import { parseDigest } from '../src/publish/parse-digest.ts'
import { corruptions, openPick } from './corruptions.ts'

const SAMPLES = join(import.meta.dirname, '..', 'samples')
const TRIES = 8
const SPEED_MS = 3000

const verbose = process.argv.includes('--verbose')
const briefs = readBriefs()
reportClean()
reportRecall()
reportSpeed()

function readPapers(): Map<string, Paper> {
  const folder = join(SAMPLES, 'papers')
  const lines = readdirSync(folder).flatMap(file => readFileSync(join(folder, file), 'utf8').split('\n'))
  const papers = lines.filter(line => line.trim() !== '').map(line => paperSchema.parse(JSON.parse(line)))
  return new Map(papers.map(paper => [paper.id, paper]))
}

function readBriefs(): CheckInput[] {
  const papers = readPapers()
  const folder = join(SAMPLES, 'briefs')
  return readdirSync(folder).flatMap(file => {
    const digest = parseDigest(readFileSync(join(folder, file), 'utf8'))
    if (!digest) throw new Error(`${file} is in none of the three layouts`)
    const form = findForm(digest.layout) ?? translationForm
    return digest.items.flatMap(({ id = '', fields }) => {
      const paper = papers.get(id)
      const brief = {
        paperId: id,
        version: 1,
        form: form.name,
        language: 'zh-Hans',
        engine: 'imported',
        fields,
      }
      return paper ? [{ paper, form, brief }] : []
    })
  })
}

function countErrors(input: CheckInput): number {
  return checkBrief(input).filter(({ severity }) => severity === 'error').length
}

function reportClean(): void {
  const findings = briefs.flatMap(input =>
    checkBrief(input).map(finding => ({ id: input.paper.id, ...finding })),
  )
  const errors = findings.filter(({ severity }) => severity === 'error')
  const per100 = (count: number): string => ((100 * count) / briefs.length).toFixed(1)
  console.log(
    `${briefs.length} clean briefs: ${per100(errors.length)} errors and ${per100(findings.length - errors.length)} warnings per 100`,
  )
  for (const { id, check, field, message, quote, expected } of errors)
    console.log(' ', id, check, field, message, quote, expected)
}

function reportRecall(): void {
  const pick = openPick(20_250_930)
  for (const [kind, corrupt] of Object.entries(corruptions)) {
    let planted = 0
    let found = 0
    for (const input of briefs)
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const faulty = corrupt(input, pick)
        if (!faulty) continue
        planted++
        if (countErrors(faulty) > countErrors(input)) found++
        else if (verbose) console.log('  missed', kind, input.paper.id, changedText(input, faulty))
      }
    console.log(`${kind.padEnd(28)} ${found}/${planted} ${(found / planted).toFixed(3)}`)
  }
}

/** What differs, for reading: the changed field about the first difference. */
function changedText(input: CheckInput, faulty: CheckInput): string {
  const key =
    Object.keys(faulty.brief.fields).find(name => faulty.brief.fields[name] !== input.brief.fields[name]) ??
    ''
  const [before = '', after = ''] = [input.brief.fields[key], faulty.brief.fields[key]]
  const at = [...before].findIndex((char, index) => char !== after[index])
  return `${key}: ${before.slice(Math.max(0, at - 12), at + 50)} | ${after.slice(Math.max(0, at - 12), at + 30)}`
}

function reportSpeed(): void {
  const started = process.cpuUsage()
  let count = 0
  for (const end = performance.now() + SPEED_MS; performance.now() < end; )
    for (const { paper, brief, form } of briefs) {
      // Fresh objects: nothing that was read of a brief before may be used again.
      checkBrief({ paper: { ...paper }, brief: { ...brief }, form })
      count++
    }
  const { user, system } = process.cpuUsage(started)
  console.log(`${Math.round(count / ((user + system) / 1e6))} briefs a second of processor time`)
}
