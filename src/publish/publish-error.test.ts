/** Tests of what people read when a file cannot be written. */
import { describe, expect, it } from 'vitest'
import { explainFileFault, PublishError } from './publish-error.ts'

function fault(code: string): Error {
  return Object.assign(new Error(`${code}: refused`), { code, syscall: 'open' })
}

describe('explainFileFault', () => {
  it.each([
    ['ENOSPC', 'output-full', false],
    ['EROFS', 'output-read-only', false],
    ['EACCES', 'output-forbidden', false],
    ['EISDIR', 'output-is-folder', false],
    ['ENOTDIR', 'output-not-folder', false],
    ['EBUSY', 'output-busy', true],
    ['EWHATEVER', 'output-failed', false],
  ])('makes a publish error of %s', (code, expected, retryable) => {
    const error = explainFileFault(fault(code), 'out/a.md')
    expect(error).toBeInstanceOf(PublishError)
    expect(error).toMatchObject({ code: expected, retryable, message: expect.stringContaining('out/a.md') })
  })

  it('leaves a bug a bug', () => {
    const bug = new TypeError('not a function')
    expect(explainFileFault(bug, 'out/a.md')).toBe(bug)
  })
})
