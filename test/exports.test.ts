/** The program's exports as files: EPUB, notes, PDF and posters. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../src/publish/chromium/find-chromium.ts'
import { HARD_PAPERS, writeHardCases } from './hard-cases.ts'
import { freshFolder, runProgram } from './program.ts'

const installed = await findChromium().catch(() => undefined)
const cwd = freshFolder()
const daily = ['--edition', 'daily', '--date', '2025-05-28']

beforeAll(async () => {
  writeHardCases(join(cwd, 'papers.jsonl'))
  const run = ['run', '--source', 'file:papers.jsonl', '--date', '2025-05-28', '--engine', 'extractive']
  expect((await runProgram(run, { cwd })).code).toBe(0)
}, 120_000)

describe('export', () => {
  it('writes a book into the folder of the caller', async () => {
    const outcome = await runProgram(['export', ...daily, '--format', 'epub', '--json'], { cwd })
    expect(outcome.json()).toMatchObject({
      edition: 'daily',
      format: 'epub',
      files: [join(cwd, 'daily-2025-05-28.epub')],
    })
    expect(readFileSync(join(cwd, 'daily-2025-05-28.epub')).toString('latin1', 30, 58)).toBe(
      'mimetypeapplication/epub+zip',
    )
  })

  it('writes a text to the file that is named, and to stdout where none is', async () => {
    const args = ['export', ...daily, '--format', 'bibtex']
    const { stdout } = await runProgram(args, { cwd })
    await runProgram([...args, '--out', 'new/refs.bib'], { cwd })
    expect(readFileSync(join(cwd, 'new', 'refs.bib'), 'utf8')).toBe(stdout)
  })

  it('writes notes, and keeps what is written below their line the next time', async () => {
    const args = ['export', ...daily, '--format', 'obsidian', '--out', 'vault', '--json']
    const first = (await runProgram(args, { cwd })).json()
    expect(first).toMatchObject({ kept: [] })
    const papers = join(cwd, 'vault', 'Papers')
    const names = readdirSync(papers)
    expect(names).toHaveLength(HARD_PAPERS)
    const file = join(papers, names[0] ?? '')
    writeFileSync(file, `${readFileSync(file, 'utf8')}Mine.\n`)
    writeFileSync(join(papers, names[1] ?? ''), 'A note of my own.')
    const second = (await runProgram(args, { cwd })).json()
    expect(second).toMatchObject({ kept: [join(papers, names[1] ?? '')] })
    expect(readFileSync(file, 'utf8')).toMatch(/\nMine\.\n$/)
    expect(readFileSync(join(papers, names[1] ?? ''), 'utf8')).toBe('A note of my own.')
  })

  it('says what to install where a PDF is wanted and there is no browser', async () => {
    const outcome = await runProgram(
      ['export', ...daily, '--format', 'pdf', '--chromium', '/nowhere/chromium'],
      { cwd },
    )
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain('--chromium')
    expect(existsSync(join(cwd, 'daily-2025-05-28.pdf'))).toBe(false)
  })

  it.skipIf(!installed)('prints a PDF (where a Chromium is installed)', async () => {
    const outcome = await runProgram(['export', ...daily, '--format', 'pdf', '--out', 'daily.pdf'], { cwd })
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(readFileSync(join(cwd, 'daily.pdf')).toString('latin1', 0, 5)).toBe('%PDF-')
  })
})

describe('poster', () => {
  it('refuses a paper that it does not know, and a format that it cannot make', async () => {
    const unknown = await runProgram(['poster', '9912.99999'], { cwd })
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('paperbrief import')])
    const format = await runProgram(['poster', '2505.00001', '--out', 'poster.gif'], { cwd })
    expect([format.code, format.stderr]).toEqual([2, expect.stringContaining('poster.png')])
  })

  it.skipIf(!installed)('pictures a paper (where a Chromium is installed)', async () => {
    const outcome = await runProgram(['poster', '2505.00001', '--out', 'poster.png', '--json'], { cwd })
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(outcome.json()).toMatchObject({ id: '2505.00001', form: 'summary', size: 'screen', cut: [] })
    const png = readFileSync(join(cwd, 'poster.png'))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080])
  })
})
