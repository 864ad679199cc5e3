import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PageSource, Site } from './pages/view.ts'
import { type SitePage, writeSite } from './site.ts'

const site: Site = { name: 'Paperbrief', language: 'en', mode: 'files', editions: [], version: '1' }
const source: PageSource = {
  newestDigest: async () => undefined,
  digests: async () => [],
  digest: async () => undefined,
  paper: async () => undefined,
  topics: async () => [],
  topic: async slug => ({ topic: { slug, name: slug, papers: 1, weeks: [] }, papers: [] }),
}

function build(folder: string, plan: SitePage[], files: { path: string; content: string }[] = []) {
  const topics = plan.flatMap(({ route }) => (route.startsWith('topics/') ? [route.slice(7)] : []))
  return writeSite({
    folder,
    plan,
    files,
    pages: { site, source, listed: { papers: [], digests: [], topics } },
  })
}

const about = { route: 'about', fingerprint: '1' }
const tides = { route: 'topics/tides', fingerprint: '1' }
const freshFolder = () => mkdtempSync(join(tmpdir(), 'paperbrief-site-'))

describe('writeSite', () => {
  it('writes each planned page as a file, and no other', async () => {
    const folder = freshFolder()
    await build(folder, [{ route: '', fingerprint: '1' }, about, tides])
    expect(readFileSync(join(folder, 'topics/tides.html'), 'utf8')).toContain('<h1>tides</h1>')
    expect(existsSync(join(folder, 'index.html'))).toBe(true)
    expect(existsSync(join(folder, 'archive.html'))).toBe(false)
  })

  it('leaves alone what has not changed', async () => {
    const folder = freshFolder()
    await build(folder, [about, tides])
    writeFileSync(join(folder, 'about.html'), 'as it was')
    const { written, kept } = await build(folder, [about, { ...tides, fingerprint: '2' }])
    expect(written).toEqual([join(folder, 'topics/tides.html')])
    expect(kept).toBe(1)
    expect(readFileSync(join(folder, 'about.html'), 'utf8')).toBe('as it was')
  })

  it('takes away a page that is no more, and nothing that it has not written', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'CNAME'), 'papers.example')
    await build(folder, [about, tides], [{ path: 'feeds/a.atom', content: 'x' }])
    const { removed } = await build(folder, [about])
    expect(removed.toSorted()).toEqual([join(folder, 'feeds/a.atom'), join(folder, 'topics/tides.html')])
    expect(existsSync(join(folder, 'CNAME'))).toBe(true)
  })

  it('writes a file again only where its bytes differ', async () => {
    const folder = freshFolder()
    await build(folder, [], [{ path: 'a.txt', content: 'x' }])
    const before = statSync(join(folder, 'a.txt')).mtimeMs
    expect((await build(folder, [], [{ path: 'a.txt', content: 'x' }])).written).toEqual([])
    expect(statSync(join(folder, 'a.txt')).mtimeMs).toBe(before)
  })

  it('fails where a page cannot be made, and makes it the next time', async () => {
    const folder = freshFolder()
    const broken = { ...source, topic: async () => undefined }
    const plan = [tides]
    const pages = { site, listed: { papers: [], digests: [], topics: ['tides'] } }
    await expect(writeSite({ folder, plan, files: [], pages: { ...pages, source: broken } })).rejects.toThrow(
      '404',
    )
    expect((await writeSite({ folder, plan, files: [], pages: { ...pages, source } })).written).toHaveLength(
      1,
    )
  })

  it('starts anew where the list of an earlier build cannot be read', async () => {
    const folder = freshFolder()
    await build(folder, [about])
    writeFileSync(join(folder, '.paperbrief-site.json'), '{"pages": 3}')
    expect((await build(folder, [about])).written).toHaveLength(1)
  })
})
