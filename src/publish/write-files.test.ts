/** Tests of writing into the output folder. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wildText } from '../../test/wild-digest.ts'
import { PublishError } from './publish-error.ts'
import { digestPath, writeFileAtomically } from './write-files.ts'

describe('digestPath', () => {
  it('sorts digests by edition, year and month', () => {
    expect(digestPath({ edition: 'weekly', date: '2025-07-04' })).toBe('weekly/2025/07/2025-07-04.md')
    expect(digestPath({ edition: '每周', date: '2025-07-04', variant: 'en.table' })).toBe(
      '每周/2025/07/2025-07-04.en.table.md',
    )
  })

  it.each([
    { edition: '..', date: '2025-07-04' },
    { edition: 'a/b', date: '2025-07-04' },
    { edition: 'a\\b', date: '2025-07-04' },
    { edition: '', date: '2025-07-04' },
    { edition: '.git', date: '2025-07-04' },
    { edition: 'con', date: '2025-07-04' },
    { edition: 'weekly', date: '2025-07-04/..' },
    { edition: 'weekly', date: '../../etc' },
    { edition: 'weekly', date: '2025-07-04', variant: '/../../x' },
  ])('refuses %o', file => {
    expect(() => digestPath(file)).toThrow(PublishError)
  })

  it('never leaves the folder, whatever the names', () => {
    fc.assert(
      fc.property(wildText, wildText, (edition, variant) => {
        let path = ''
        try {
          path = digestPath({ edition, date: '2025-07-04', variant })
        } catch (error) {
          expect(error).toBeInstanceOf(PublishError)
          return
        }
        expect(path.split('/')).toHaveLength(4)
        expect(path).not.toMatch(/(?:^|\/)\.|[\\\0\n]/)
      }),
    )
  })
})

describe('writeFileAtomically', () => {
  let root = ''
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'paperbrief-write-'))
  })
  afterEach(() => rm(root, { recursive: true }))

  it('makes the folders on the way and leaves no draft behind', async () => {
    const path = await writeFileAtomically({ folder: join(root, 'out'), path: 'a/b.md', content: '潮' })
    expect(path).toBe(join(root, 'out', 'a', 'b.md'))
    expect(await readFile(path, 'utf8')).toBe('潮')
    expect(await readdir(join(root, 'out', 'a'))).toEqual(['b.md'])
  })

  it('does not write equal bytes again', async () => {
    const path = await writeFileAtomically({ folder: root, path: 'b.md', content: '潮' })
    await utimes(path, 1, 1)
    const { ino } = await stat(path)
    await writeFileAtomically({ folder: root, path: 'b.md', content: '潮' })
    expect(await stat(path)).toMatchObject({ ino, mtimeMs: 1000 })
    await writeFileAtomically({ folder: root, path: 'b.md', content: '汐' })
    expect(await readFile(path, 'utf8')).toBe('汐')
  })

  it('replaces a link in the place of the file and leaves what it points to alone', async () => {
    await writeFile(join(root, 'secret'), 'old')
    await mkdir(join(root, 'out'))
    await symlink(join(root, 'secret'), join(root, 'out', 'b.md'))
    await writeFileAtomically({ folder: join(root, 'out'), path: 'b.md', content: 'new' })
    expect(await readFile(join(root, 'secret'), 'utf8')).toBe('old')
    expect(await readFile(join(root, 'out', 'b.md'), 'utf8')).toBe('new')
  })

  it('follows no link out of the output folder', async () => {
    await mkdir(join(root, 'out'))
    await mkdir(join(root, 'elsewhere'))
    await symlink(join(root, 'elsewhere'), join(root, 'out', 'weekly'))
    const written = writeFileAtomically({ folder: join(root, 'out'), path: 'weekly/2025/b.md', content: '' })
    await expect(written).rejects.toMatchObject({ code: 'output-outside' })
    expect(await readdir(join(root, 'elsewhere'))).toEqual([])
  })

  it('writes into an output folder that is a link itself', async () => {
    await mkdir(join(root, 'real'))
    await symlink(join(root, 'real'), join(root, 'out'))
    await writeFileAtomically({ folder: join(root, 'out'), path: 'a/b.md', content: 'x' })
    expect(await readFile(join(root, 'real', 'a', 'b.md'), 'utf8')).toBe('x')
  })

  it('names the setting where a folder or a file is in the way, and changes nothing', async () => {
    await mkdir(join(root, 'b.md'))
    await writeFile(join(root, 'a'), 'a file')
    await expect(writeFileAtomically({ folder: root, path: 'b.md', content: 'x' })).rejects.toMatchObject({
      code: 'output-is-folder',
      hint: expect.stringContaining('publish.markdown.dir (or --out)'),
    })
    await expect(writeFileAtomically({ folder: root, path: 'a/b.md', content: 'x' })).rejects.toBeInstanceOf(
      PublishError,
    )
    expect((await readdir(root)).toSorted()).toEqual(['a', 'b.md'])
    expect(await readFile(join(root, 'a'), 'utf8')).toBe('a file')
  })

  it.each(['../x.md', '/etc/x', 'a//b', 'a/./b', 'a/../../b', '', 'a\0b'])(
    'refuses the path %j',
    async path => {
      await expect(writeFileAtomically({ folder: root, path, content: 'x' })).rejects.toMatchObject({
        code: 'output-bad-name',
      })
    },
  )
})
