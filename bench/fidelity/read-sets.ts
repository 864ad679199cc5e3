/** The sets of clean pairs: the project's own two halves, its sample briefs, and published digests where they are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { CheckInput } from '../../src/check/check-input.ts'
import { translationForm } from '../../src/paper/form.ts'
import { findForm } from '../../src/paper/form-book.ts'
import { type Paper, paperSchema } from '../../src/paper/paper.ts'
import { parseDigest } from '../../src/publish/parse-digest.ts'
import { findBundledGlossary } from './bundled-glossary.ts'
import { readPairs, toInput } from './pair.ts'

export interface PairSet {
  name: string
  inputs: CheckInput[]
  /** What others published has faults of its own, so its errors are not all false. */
  isClean: boolean
}

const root = new URL('../../', import.meta.url)
const shared = new URL('../shared/', root)

/**
 * `tuned`: the checks were improved on these. `held-out`: nobody looked at them while doing so. `fresh`: written
 * before anybody read the checks, measured once so, and only then mended for.
 */
export function readOwnSets(): PairSet[] {
  const own = ['tuned', 'held-out', 'fresh'].map(name => ({
    name,
    inputs: readPairs(new URL(`bench/fidelity/pairs/${name}.jsonl`, root)).map(toInput),
    isClean: true,
  }))
  return [...own, readSamples(), ...readReference()]
}

function readSamples(): PairSet {
  const papers = new Map<string, Paper>()
  for (const text of readFolder(new URL('samples/papers/', root)))
    for (const line of text.split('\n').filter(Boolean)) {
      const paper = paperSchema.parse(JSON.parse(line))
      papers.set(paper.id, paper)
    }
  const inputs = readFolder(new URL('samples/briefs/', root)).flatMap(text => readDigest(text, papers))
  return { name: 'samples', inputs, isClean: true }
}

/** Published summaries were written from full texts: figures that no abstract has are errors of theirs here. */
function readReference(): PairSet[] {
  if (!existsSync(new URL('reference/', shared)) || !existsSync(new URL('samples/', shared))) return []
  const papers = readRecordedPapers()
  const inputs = readFolder(new URL('reference/', shared)).flatMap(text => readDigest(text, papers))
  return ['translation', 'summary']
    .map(form => ({
      name: `published, ${form}`,
      inputs: inputs.filter(input => input.form.name === form),
      isClean: false,
    }))
    .filter(set => set.inputs.length > 0)
}

function readRecordedPapers(): Map<string, Paper> {
  const papers = new Map<string, Paper>()
  const add = ({ id, title, summary }: { id: string; title: string; summary: string }) => {
    const fold = (text: string) => text.replace(/\s+/g, ' ').trim()
    const paper = { id, title: fold(title), authors: [], categories: [], abstract: fold(summary) }
    papers.set(id, paperSchema.parse(paper))
  }
  const archive = new URL('samples/arxiv-75k.jsonl.gz', shared)
  if (existsSync(archive))
    for (const line of gunzipSync(readFileSync(archive)).toString().split('\n').filter(Boolean))
      add(JSON.parse(line))
  const daily = new URL('samples/hf-daily/', shared)
  for (const text of existsSync(daily) ? readFolder(daily, '.json') : []) {
    const listed: unknown = JSON.parse(text)
    if (Array.isArray(listed)) for (const { paper } of listed) if (paper?.summary) add(paper)
  }
  return papers
}

function readDigest(text: string, papers: ReadonlyMap<string, Paper>): CheckInput[] {
  const digest = parseDigest(text)
  if (!digest) return []
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
    return paper ? [{ paper, form, brief, glossary: findBundledGlossary(brief.language) }] : []
  })
}

function readFolder(folder: URL, extension = ''): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith(extension))
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
}
