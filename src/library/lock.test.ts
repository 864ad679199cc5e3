import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeLock, WorkspaceInUseError } from './lock.ts'

const freshPath = () => join(mkdtempSync(join(tmpdir(), 'lock-')), 'lock')

describe('takeLock', () => {
  it('refuses a second opener and names the first by pid and command', () => {
    const path = freshPath()
    takeLock(path, 'paperbrief run')
    expect(() => takeLock(path, 'paperbrief export')).toThrow(
      new RegExp(`process ${process.pid} \\(paperbrief run\\)`),
    )
  })

  it('can be taken again once it is released', () => {
    const path = freshPath()
    takeLock(path, 'paperbrief run').release()
    expect(existsSync(path)).toBe(false)
    takeLock(path, 'paperbrief run').release()
  })

  it('takes over the lock of a process that is gone', async () => {
    const path = freshPath()
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    writeFileSync(
      path,
      JSON.stringify({ pid: child.pid, command: 'paperbrief run', host: hostname(), since: 'yesterday' }),
    )
    takeLock(path, 'paperbrief export')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      pid: process.pid,
      command: 'paperbrief export',
    })
  })

  it('takes over a lock whose pid now belongs to another program', () => {
    const path = freshPath()
    writeFileSync(
      path,
      JSON.stringify({
        pid: process.pid,
        born: '1',
        command: 'paperbrief run',
        host: hostname(),
        since: 'before the reboot',
      }),
    )
    if (existsSync('/proc/self/stat')) expect(() => takeLock(path, 'paperbrief export')).not.toThrow()
  })

  it('takes over a lock that was never written to its end', () => {
    const path = freshPath()
    writeFileSync(path, '{"pid":')
    expect(() => takeLock(path, 'paperbrief run')).not.toThrow()
  })

  it('believes the lock of another machine', () => {
    const path = freshPath()
    writeFileSync(
      path,
      JSON.stringify({ pid: 1, command: 'paperbrief serve', host: 'elsewhere', since: 'today' }),
    )
    expect(() => takeLock(path, 'paperbrief run')).toThrow(WorkspaceInUseError)
  })

  it('does not remove the lock that another process took in its place', () => {
    const path = freshPath()
    const lock = takeLock(path, 'paperbrief run')
    const other = JSON.stringify({ pid: process.pid, command: 'other', host: hostname(), since: 'later' })
    writeFileSync(path, other)
    lock.release()
    expect(readFileSync(path, 'utf8')).toBe(other)
  })
})
