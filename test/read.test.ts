import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder, ROOT, runProgram } from './program.ts'
import { openReplayServer, type ReplayAnswer, type ReplayRequest } from './replay-server.ts'

const CASE = join(ROOT, 'src/read/cases/tide-compression')
const paper =
  '{"id":"2505.00001","version":1,"title":"A paper","authors":["A. B."],"categories":["cs.CL"],"abstract":"We do a thing. It works."}\n'

async function showText(answer: (request: ReplayRequest) => ReplayAnswer, times = 1) {
  const server = await openReplayServer(answer)
  try {
    const cwd = freshFolder()
    writeFileSync(join(cwd, 'paperbrief.yaml'), `read: { baseUrl: "${server.url}" }\n`)
    writeFileSync(join(cwd, 'papers.jsonl'), paper)
    await runProgram(['import', 'papers.jsonl'], { cwd })
    const outcomes = []
    for (let time = 0; time < times; time++)
      outcomes.push(await runProgram(['show', '2505.00001', '--text'], { cwd }))
    return { outcomes, requests: server.requests.map(request => request.path) }
  } finally {
    await server.close()
  }
}

const gone: ReplayAnswer = { status: 404, body: 'Not found' }

describe('show --text', () => {
  it('prints the sections of the HTML, and asks for it once', async () => {
    const html = readFileSync(join(CASE, 'paper.html'), 'utf8')
    const { outcomes, requests } = await showText(
      ({ path }) => (path.startsWith('/html/') ? { body: html } : gone),
      2,
    )
    expect(outcomes[0]?.stdout).toMatch(/^# 1 /m)
    expect(outcomes[1]?.stdout).toBe(outcomes[0]?.stdout)
    expect(requests).toEqual(['/html/2505.00001v1'])
  })

  it('reads the PDF where there is no HTML', async () => {
    const pdf = readFileSync(join(CASE, 'paper.pdf'))
    const { outcomes } = await showText(({ path }) => (path.startsWith('/pdf/') ? { body: pdf } : gone))
    expect(outcomes[0]?.stdout).toMatch(/^# 1 /m)
  })

  it('says so where there is neither', async () => {
    const { outcomes } = await showText(() => gone)
    expect(outcomes[0]?.code).toBe(2)
    expect(outcomes[0]?.stderr).toContain('neither HTML nor a PDF')
  })
})
