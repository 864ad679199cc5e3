/** Tests of the browser; those that need one are left out where none is installed. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from './chromium/find-chromium.ts'
import { type Chromium, openChromium } from './chromium.ts'

const installed = await findChromium().catch(() => undefined)

function profiles(): string[] {
  return readdirSync(tmpdir()).filter(name => name.startsWith('paperbrief-chromium-'))
}

/** A program in a folder of its own. */
function makeProgram(script: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'paperbrief-')), 'chromium')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

describe('findChromium', () => {
  it('finds one by its name on the path', async () => {
    const program = makeProgram('exit 0')
    expect(await findChromium({ path: join(program, '..'), platform: 'linux' })).toBe(program)
  })

  it('says what to install where there is none', async () => {
    const nowhere = mkdtempSync(join(tmpdir(), 'paperbrief-'))
    await expect(findChromium({ path: nowhere, platform: 'aix' })).rejects.toMatchObject({
      code: 'chromium-missing',
      hint: expect.stringContaining('--chromium'),
    })
  })

  it('takes no other than the one that was named', async () => {
    await expect(findChromium({ executable: '/nowhere/chromium' })).rejects.toMatchObject({
      code: 'chromium-missing',
    })
  })
})

describe('openChromium', () => {
  it('says why a program ended that is no browser', async () => {
    const before = profiles().length
    await expect(
      openChromium({ executable: makeProgram('echo no display >&2; exit 7') }),
    ).rejects.toMatchObject({
      code: 'chromium-failed',
      message: expect.stringContaining('code 7; no display'),
    })
    expect(profiles().length).toBeLessThanOrEqual(before)
  })

  it('gives up on one that does not answer, and ends it', async () => {
    const program = makeProgram('echo $$ > "$0.pid"; exec sleep 60')
    await expect(openChromium({ executable: program, timeoutMs: 300 })).rejects.toMatchObject({
      code: 'chromium-timeout',
    })
    const pid = execFileSync('cat', [`${program}.pid`], { encoding: 'utf8' }).trim()
    expect(() => process.kill(Number(pid), 0)).toThrow()
  }, 20_000)
})

describe.skipIf(!installed)('a page of Chromium (where one is installed)', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium.close())

  it('prints as many sheets as its style says', async () => {
    const page = await chromium.openPage({ width: 400, height: 300 })
    await page.show('<style>@page { size: 100mm 80mm } p { break-after: page }</style><p>1<p>2<p>3')
    const pdf = Buffer.from(await page.printPdf()).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toMatch(/\/Count 3/)
    // 100 mm are 283.5 points; a sheet has whole pixels.
    const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    expect(Math.abs(Number(width) - 283.5)).toBeLessThan(1)
    expect(Math.abs(Number(height) - 226.8)).toBeLessThan(1)
  })

  it('pictures exactly its size', async () => {
    const page = await chromium.openPage({ width: 400, height: 300 })
    await page.show('<p>1')
    const png = Buffer.from(await page.takePng())
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([400, 300])
  })

  it('runs no script of a page and asks no host for anything', async () => {
    let asked = 0
    const server = createServer((_, answer) => {
      asked++
      answer.end()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const page = await chromium.openPage({ width: 400, height: 300 })
    await page.show(
      `<title>still</title><script>document.title = 'ran'</script><img src="http://127.0.0.1:${port}/a.png" onerror="document.title = 'ran'"><iframe src="http://localhost:${port}/"></iframe>`,
    )
    expect(await page.evaluate('document.title')).toBe('still')
    await page.takePng()
    expect(asked).toBe(0)
    await new Promise(resolve => server.close(resolve))
  })

  it('says what is wrong with an expression', async () => {
    const page = await chromium.openPage({ width: 400, height: 300 })
    await expect(page.evaluate('nowhere.x')).rejects.toThrow('nowhere is not defined')
  })

  it('ends when it is told to stop, and leaves no profile', async () => {
    const before = profiles()
    const stop = new AbortController()
    const other = await openChromium({ signal: stop.signal })
    const page = await other.openPage({ width: 400, height: 300 })
    const waiting = page.evaluate('new Promise(() => {})')
    stop.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    await other.close()
    expect(profiles()).toEqual(before)
  })
})
