/** The workspaces whose pages are read: the demo, wild texts, and summaries from a full text. All made by the real program. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startLoopbackLlm } from '../loopback-llm.ts'
import { freshFolder, type ProgramOptions, ROOT, runProgram } from '../program.ts'
import { openReplayServer } from '../replay-server.ts'
import { RAN, wildTexts, writeWildPapers } from './wild-papers.ts'

const DATE = '2025-05-28'
const FROM_FILE = ['run', '--source', 'file:papers.jsonl', '--date', DATE]

/** Each returns the workspace's folder; the site lies in `site` within it. */
export async function makeDemo(): Promise<string> {
  const cwd = freshFolder()
  await succeed(['demo', '--out', 'demo'], { cwd })
  return join(cwd, 'demo')
}

/** A digest in the papers' own words, and one by a model that answers with scripts. */
export async function makeWild(): Promise<string> {
  const cwd = freshFolder()
  writeWildPapers(cwd)
  const fromBoth = [...FROM_FILE, '--source', 'file:feed.xml']
  writeFileSync(join(cwd, 'note.yaml'), WILD_FORM)
  writeFileSync(
    join(cwd, 'paperbrief.yaml'),
    [
      'forms: [note.yaml]',
      'editions:',
      '  daily: { layout: summary }',
      '  weekly: { layout: bilingual, repeats: true }',
      '  notes: { form: note, repeats: true }',
      'publish:',
      `  site: { name: "<script>window.${RAN}=1</script> & Co" }`,
    ].join('\n'),
  )
  for (const edition of ['daily', 'notes'])
    await succeed([...fromBoth, '--edition', edition, '--engine', 'extractive'], { cwd })
  const model = await openReplayServer(() => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: 'wild',
      object: 'chat.completion',
      created: 0,
      model: 'wild',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: WILD_ANSWER } }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    }),
  }))
  try {
    await succeed([...fromBoth, '--edition', 'weekly', '--engine', 'llm'], {
      cwd,
      env: { OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_API_KEY: 'k', PAPERBRIEF_MODEL: 'wild' },
    })
  } finally {
    await model.close()
  }
  return cwd
}

const WILD_FORM = `name: note
coverage: selection
fields:
  - key: claim
    kind: sentence
    labels: { en: Claim, zh-Hans: 主张 }
    instruction: what the paper claims
    from: [gist]
  - key: evidence
    kind: text
    labels: { en: Evidence, zh-Hans: 证据 }
    instruction: what supports the claim
    from: [abstract]
`

const WILD_ANSWER = `[[title]]\n坏 ${wildTexts[2]}\n[[abstract]]\n${wildTexts.join(' ')}\n${'坏'.repeat(100_000)}。\n[[end]]`

/** One paper that is read whole, and one of which there is only the abstract. */
export async function makeFullText(): Promise<string> {
  const cwd = freshFolder()
  const html = readFileSync(join(ROOT, 'src/read/cases/tide-compression/paper.html'), 'utf8')
  const arxiv = await openReplayServer(({ path }) =>
    path === '/html/2505.00001v1' ? { body: html } : { status: 404, body: 'Not found' },
  )
  const llm = await startLoopbackLlm()
  const papers = ['Packing Tides into Few Bytes', 'A Paper Without Any Text'].map((title, at) => ({
    id: `2505.0000${at + 1}`,
    version: 1,
    title,
    authors: ['Ada Example'],
    categories: ['cs.CL'],
    abstract: 'We present a code for the readings of tide gauges. It keeps batteries alive for longer.',
  }))
  writeFileSync(join(cwd, 'papers.jsonl'), papers.map(paper => `${JSON.stringify(paper)}\n`).join(''))
  writeFileSync(
    join(cwd, 'paperbrief.yaml'),
    [
      `read: { baseUrl: "${arxiv.url}" }`,
      'editions: { daily: { layout: summary, read: full } }',
      'publish: { site: {} }',
    ].join('\n'),
  )
  try {
    await succeed(FROM_FILE, {
      cwd,
      env: { OPENAI_BASE_URL: llm.baseUrl, OPENAI_API_KEY: 'k', PAPERBRIEF_MODEL: 'loopback' },
    })
  } finally {
    await llm.close()
    await arxiv.close()
  }
  return cwd
}

async function succeed(args: readonly string[], options: ProgramOptions): Promise<void> {
  const { code, stderr } = await runProgram(args, options)
  if (code !== 0) throw new Error(`paperbrief ${args.join(' ')} ended with ${code}: ${stderr}`)
}
