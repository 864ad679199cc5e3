/** Reads briefs with their papers: the project's samples, the golden cases, and the reference digests where they are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { CheckInput } from '../../src/check/check-input.ts'
import { builtInForms, type Form, summaryForm, translationForm } from '../../src/paper/form.ts'
import { type Paper, paperSchema } from '../../src/paper/paper.ts'

export interface Item extends CheckInput {
  set: string
}

const root = new URL('../../', import.meta.url)
const shared = new URL('../shared/', root)
type FindPaper = (id: string) => Paper | undefined

export function readSamples(): Item[] {
  const papers = new Map<string, Paper>()
  for (const text of readFolder(new URL('samples/papers/', root), '.jsonl')) {
    for (const line of text.split('\n').filter(Boolean)) {
      const paper = paperSchema.parse(JSON.parse(line))
      papers.set(paper.id, paper)
    }
  }
  const digests = readFolder(new URL('samples/briefs/', root), '.md')
  return digests.flatMap(text => readDigest('samples', text, id => papers.get(id)))
}

/** What others published. Its summaries were written from full texts, so figures that no abstract has are found there. */
export function readReference(): Item[] {
  if (!existsSync(new URL('reference/', shared))) return []
  const papers = readRecordedPapers()
  return readdirSync(new URL('reference/', shared)).flatMap(name => {
    const text = readFileSync(new URL(`reference/${name}`, shared), 'utf8')
    const set = /\[PDF\]\(|\/abs\//.test(text) ? 'reference translations' : 'reference summaries'
    return readDigest(set, text, id => papers.get(id))
  })
}

function readRecordedPapers(): Map<string, Paper> {
  const papers = new Map<string, Paper>()
  const add = (id: string, title: string, abstract: string) => papers.set(id, makePaper(id, title, abstract))
  const archive = gunzipSync(readFileSync(new URL('samples/arxiv-75k.jsonl.gz', shared))).toString()
  for (const line of archive.split('\n').filter(Boolean)) {
    const { id, title, summary } = JSON.parse(line) as { id: string; title: string; summary: string }
    add(id, title, summary)
  }
  const daily = readFileSync(new URL('samples/hf-daily/daily_papers_2025-09-29.json', shared), 'utf8')
  for (const { paper } of JSON.parse(daily) as { paper: { id: string; title: string; summary: string } }[])
    add(paper.id, paper.title, paper.summary)
  return papers
}

/** The golden cases that expect nothing. */
export function readCleanCases(): Item[] {
  const folder = new URL('src/check/cases/', root)
  const names = readdirSync(folder).filter(name => name.startsWith('quantities-clean-'))
  return names.map(name => {
    const read = (file: string) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8').trim()
    const [title = '', abstract = ''] = read('paper.txt').split('\n\n')
    const [head = '', ...blocks] = read('brief.txt').split(/^\[\[(?=\w+\]\])/m)
    const fields = Object.fromEntries(
      blocks.map(block => [block.slice(0, block.indexOf(']]')), block.slice(block.indexOf(']]') + 2).trim()]),
    )
    const form = builtInForms[/^form: (.*)$/m.exec(head)?.[1] ?? ''] ?? translationForm
    const language = /^language: (.*)$/m.exec(head)?.[1] ?? 'zh-Hans'
    return makeItem({ set: 'golden cases', paper: makePaper(name, title, abstract), form, language, fields })
  })
}

function readDigest(set: string, text: string, find: FindPaper): Item[] {
  const items: Item[] = []
  const add = (id: string, form: Form, fields: Record<string, string>) => {
    const paper = find(id)
    if (paper) items.push(makeItem({ set, paper, form, language: 'zh-Hans', fields }))
  }
  for (const block of text.split(/^## /m)) {
    const bilingual = /^.*\n\[(.*)\]\(https:\/\/arxiv\.org\/abs\/([\d.]+)\)\s*\n([\s\S]*)$/.exec(block)
    if (bilingual)
      add(bilingual[2] ?? '', translationForm, {
        title: bilingual[1] ?? '',
        abstract: (bilingual[3] ?? '').trim(),
      })
    const summary = /^\d+\.\[.*\]\(https:\/\/arxiv\.org\/pdf\/([\d.]+)\)\s*\n([\s\S]*)$/.exec(block)
    if (summary) add(summary[1] ?? '', summaryForm, { results: (summary[2] ?? '').trim() })
  }
  for (const line of text.split('\n')) {
    const [title = '', , link = '', abstract = ''] = line.replace(/^\|\s*|\s*\|$/g, '').split(/\s+\|\s+/)
    const id = /arxiv\.org\/pdf\/([\d.]+?)(?:v\d+)?\)/.exec(link)?.[1]
    if (id) add(id, translationForm, { title, abstract })
  }
  return items
}

function makeItem({
  set,
  paper,
  form,
  language,
  fields,
}: {
  set: string
  paper: Paper
  form: Form
  language: string
  fields: Record<string, string>
}): Item {
  return {
    set,
    paper,
    form,
    brief: { paperId: paper.id, version: 1, form: form.name, language, engine: 'imported', fields },
  }
}

function makePaper(id: string, title: string, abstract: string): Paper {
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim()
  return paperSchema.parse({ id, title: fold(title), authors: [], categories: [], abstract: fold(abstract) })
}

function readFolder(folder: URL, extension: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith(extension))
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
}
