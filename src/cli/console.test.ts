/** Tests of what the program says while it works. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openConsole } from './console.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function open(terminal: boolean) {
  const written: string[] = []
  const stream = { write: (text: string) => written.push(text), isTTY: terminal, columns: 60 }
  const console = openConsole({ json: false, quiet: false, verbose: false }, stream, stream)
  return { written, step: console.progress.step }
}

describe('a progress bar', () => {
  it('moves on a terminal, with what is left beside it, and never breaks a line', () => {
    const { written, step } = open(true)
    for (const done of [250, 500, 1000]) {
      vi.advanceTimersByTime(1000)
      step(
        'collect',
        done,
        1000,
        `${done / 10} %, about 14 min left: cs:cs:CL until 2024-02-29, 13000 records`,
      )
    }
    expect(written[0]).toContain('██████░░')
    expect(written[0]).toContain('25 %, about 14 min left')
    for (const line of written.slice(0, 3)) expect(line.replace('\r\x1b[2K', '').length).toBeLessThan(60)
    expect(written.at(-1)).toBe('\n')
  })

  it('is a plain line now and then elsewhere, and one at the end', () => {
    const { written, step } = open(false)
    for (let done = 0; done <= 30; done++) {
      vi.advanceTimersByTime(1000)
      step('collect', done, 30, `${done} of 30 days`)
    }
    expect(written.length).toBeGreaterThan(2)
    expect(written.length).toBeLessThan(6)
    expect(written.at(-1)).toBe('collect 30 of 30 days\n')
    expect(written.join('')).not.toContain('\r')
  })
})
