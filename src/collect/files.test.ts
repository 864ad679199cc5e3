/** Tests of fileSource. */
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeAtomFeed } from '../../test/arxiv-atom-feed.ts'
import { writeListingError } from '../../test/listing-feed.ts'
import { writeOaiAnswer, writeOaiError } from '../../test/oai-archive.ts'
import { fileSource } from './files.ts'
import type { Collected } from './source.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paperbrief-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function collectPath(path: string, format?: string): Promise<Collected[]> {
  const all: Collected[] = []
  for await (const item of fileSource({ path, ...(format && { format }) }).collect({ date: '2025-11-28' }))
    all.push(item)
  return all
}

async function collect(content: string | Uint8Array, format?: string): Promise<Collected[]> {
  const path = join(folder, 'papers.dat')
  await writeFile(path, content)
  return collectPath(path, format)
}

const dayPack = (id: string, more: object = {}) =>
  JSON.stringify({
    id,
    pdf: `https://arxiv.org/pdf/${id}`,
    abs: `https://arxiv.org/abs/${id}`,
    authors: ['Ada Example'],
    title: `On ${id}`,
    categories: ['cs.CL', '68T50'],
    comment: null,
    summary: `What ${id}\nis about.`,
    ...more,
  })
const brief = (all: readonly Collected[]) =>
  all.map(item =>
    item.kind === 'paper' ? item.paper.id : `${('line' in item && item.line) || ''} ${item.reason}`.trim(),
  )

describe('fileSource', () => {
  it('reads a day pack, and lists its papers by their place in the file', async () => {
    const all = await collect(`${dayPack('2511.00001')}\n${dayPack('2511.00002', { comment: '9 pages' })}\n`)
    expect(all).toMatchObject([
      {
        paper: { id: '2511.00001', categories: ['cs.CL'], abstract: 'What 2511.00001 is about.' },
        listing: { paperId: '2511.00001', source: 'file', date: '2025-11-28', place: 1, kind: 'new' },
      },
      { paper: { id: '2511.00002', comment: '9 pages' }, listing: { place: 2 } },
    ])
  })

  it('reads our own lines, once for each listing', async () => {
    const record = {
      id: '2511.00001',
      version: 2,
      title: 'On lines',
      authors: ['Ada Example'],
      categories: ['cs.CL'],
      published: '2025-11-26',
      abstract: 'One.\n\nTwo.',
      abstractOrigin: 'retold',
      listings: [
        { source: 'arxiv', date: '2025-11-27', place: 4, kind: 'cross' },
        { source: 'huggingface', date: '2025-11-28', place: 1, votes: 12 },
      ],
    }
    expect(await collect(JSON.stringify(record))).toMatchObject([
      {
        paper: { version: 2, abstract: 'One.\n\nTwo.', abstractOrigin: 'retold' },
        listing: { paperId: '2511.00001', source: 'arxiv', date: '2025-11-27', place: 4, kind: 'cross' },
      },
      { listing: { paperId: '2511.00001', source: 'huggingface', votes: 12, kind: 'new' } },
    ])
  })

  it('reads a list of Daily Papers', async () => {
    const entries = [
      {
        paper: {
          id: '2608.00001',
          title: 'One',
          summary: 'Text.',
          submittedOnDailyAt: '2026-08-21T00:00:00.000Z',
        },
      },
      { paper: { id: '2608.00002', title: 'Two' } },
    ]
    expect(await collect(JSON.stringify(entries, null, 2))).toMatchObject([
      { paper: { id: '2608.00001' }, listing: { source: 'huggingface', date: '2026-08-21', place: 1 } },
      { kind: 'skipped', reason: 'entry 2: no summary (2608.00002)' },
    ])
  })

  it('reads an Atom feed', async () => {
    const all = await collect(writeAtomFeed([{ id: '2511.00001v1' }, { id: '2511.00002v3' }]))
    expect(all).toMatchObject([
      { paper: { id: '2511.00001', version: 1 }, listing: { source: 'file', place: 1 } },
      { paper: { id: '2511.00002', version: 3 }, listing: { source: 'file', place: 2 } },
    ])
  })

  it('reads gzip, a byte-order mark and Windows line ends', async () => {
    const text = `\ufeff${dayPack('2511.00001')}\r\n\r\n${dayPack('2511.00002')}\r\n`
    expect(brief(await collect(gzipSync(text)))).toEqual(['2511.00001', '2511.00002'])
  })

  it('yields a paper that stands twice in the file twice', async () => {
    const line = dayPack('2511.00001')
    expect(brief(await collect(`${line}\n${line}\n`))).toEqual(['2511.00001', '2511.00001'])
  })

  it('loses only the lines that are bad, and names them', async () => {
    const lines = [
      dayPack('2511.00001'),
      'garbage',
      '[1, 2]',
      dayPack('', {}),
      dayPack('2511.00002', { title: null }),
      '{}',
      Buffer.concat([
        Buffer.from('{"id": "2511.00003", "title": "'),
        Buffer.from([0xff, 0xfe]),
        Buffer.from('"}'),
      ]),
      dayPack('2511.00004', { summary: 'x'.repeat(9_000_000) }),
      dayPack('2511.00005'),
      dayPack('2511.00006').slice(0, 60),
    ]
    const content = Buffer.concat(
      lines.flatMap((line, index) => [Buffer.from(index > 0 ? '\n' : ''), Buffer.from(line)]),
    )
    const all = await collect(content)
    expect(brief(all)).toEqual([
      '2511.00001',
      '2 not JSON',
      '3 not a JSON object',
      '4 no id',
      '5 no title',
      '6 no id',
      '7 not valid UTF-8',
      '8 longer than 8 MB',
      '2511.00005',
      '10 half-written last line',
    ])
    expect(all[1]).toMatchObject({ where: join(folder, 'papers.dat') })
    expect(all[8]).toMatchObject({ listing: { place: 2 } })
  })

  it('reads on after a damaged first line', async () => {
    expect(brief(await collect(`th of a line"}\n${dayPack('2511.00001')}\n`))).toEqual([
      '1 not JSON',
      '2511.00001',
    ])
  })

  it('accepts a last line without a line break', async () => {
    expect(brief(await collect(dayPack('2511.00001')))).toEqual(['2511.00001'])
  })

  it('yields what stands before the cut of a packed file, and then says that it is cut', async () => {
    const lines = Array.from({ length: 4000 }, (_, n) =>
      dayPack(`2511.${String(n + 1).padStart(5, '0')}`, { comment: `${Math.sin(n)}` }),
    )
    const packed = gzipSync(lines.join('\n'))
    const path = join(folder, 'cut.gz')
    await writeFile(path, packed.subarray(0, packed.length / 2))
    const all: Collected[] = []
    const reading = (async () => {
      for await (const item of fileSource({ path }).collect({ date: '2025-11-28' })) all.push(item)
    })()
    await expect(reading).rejects.toMatchObject({ code: 'file-damaged' })
    expect(all.length).toBeGreaterThan(500)
  })

  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'file-empty'],
    ['a file of blanks', '\n \n', 'file-empty'],
    ['an empty packed file', gzipSync(''), 'file-empty'],
    ['a web page', '<!DOCTYPE html>\n<html><body>Not found</body></html>', 'file-format-unknown'],
    ['XML of another kind', '<?xml version="1.0"?><opml version="2.0"/>', 'file-format-unknown'],
    [
      'RSS of another kind',
      '<rss version="2.0"><channel><title>News</title></channel></rss>',
      'file-format-unknown',
    ],
    ['an OAI-PMH answer without records', writeOaiAnswer('<Identify/>', 'Identify'), 'file-format-unknown'],
    ['an OAI-PMH error', writeOaiError('badArgument'), 'file-damaged'],
    ['half an OAI-PMH answer', writeOaiAnswer('<ListRecords/>').slice(0, 200), 'file-damaged'],
    ['the error feed of a daily list', writeListingError('Bad archive at arxiv.org'), 'file-damaged'],
    ['plain text', 'Dear reader,\nthese are words.\n', 'file-format-unknown'],
    ['a PDF', '%PDF-1.7\n\u0000\u0001', 'file-format-unknown'],
    ['UTF-16', Buffer.from('\ufeff{"id": "2511.00001"}', 'utf16le'), 'file-format-unknown'],
    ['JSON lines of another kind', '{"temperature": 3}\n{"temperature": 4}\n', 'file-format-unknown'],
    ['half a list', '[{"paper": {"id": "2608', 'file-damaged'],
    ['half a feed', writeAtomFeed([{ id: '2511.00001v1' }]).slice(0, 900), 'file-damaged'],
    ['damaged gzip', Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.from('nonsense')]), 'file-damaged'],
  ])('refuses %s', async (_, content, code) => {
    const failure = expect(collect(content)).rejects
    await failure.toMatchObject({ code, message: expect.stringContaining(join(folder, 'papers.dat')) })
  })

  it('refuses a folder and a missing file, with a hint', async () => {
    await expect(collectPath(folder)).rejects.toMatchObject({
      code: 'file-unreadable',
      hint: expect.any(String),
    })
    await expect(collectPath(join(folder, 'none'))).rejects.toMatchObject({
      code: 'file-missing',
      hint: expect.any(String),
    })
  })

  it.skipIf(process.getuid?.() === 0)('refuses a file without permission', async () => {
    const path = join(folder, 'secret')
    await writeFile(path, dayPack('2511.00001'))
    await chmod(path, 0)
    await expect(collectPath(path)).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  it('holds records to the format that is named', async () => {
    const line = JSON.stringify({ id: '2511.00001', title: 'T', abstract: 'ours', summary: 'theirs' })
    expect(await collect(line, 'paperbrief')).toMatchObject([{ paper: { abstract: 'ours' } }])
    expect(() => fileSource({ path: 'x', format: 'word' })).toThrow('word')
  })

  it('closes the file when the reader stops early', async () => {
    await writeFile(join(folder, 'long'), `${dayPack('2511.00001')}\n`.repeat(5000))
    const before = await countOpenFiles()
    for await (const _ of fileSource({ path: join(folder, 'long') }).collect({ date: '2025-11-28' })) break
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(await countOpenFiles()).toBe(before)
  })
})

async function countOpenFiles(): Promise<number> {
  return existsSync('/proc/self/fd') ? (await readdir('/proc/self/fd')).length : 0
}

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))

describe.skipIf(!existsSync(samples))('fileSource on the recordings in ../shared', () => {
  it.each([
    ['arxiv-days/2025-05-28.jsonl', 345],
    ['arxiv-days/2025-07-04.jsonl', 217],
    ['arxiv-days/2025-09-29.jsonl', 324],
    ['arxiv-days/2025-11-28.jsonl', 21],
    ['arxiv-days/2026-06-30.jsonl', 532],
    ['hf-daily/daily_papers_2024-05-27.json', 13],
    ['hf-daily/daily_papers_2026-08-21.json', 17],
    ['hf-daily/paper_2407.13168_page-props_excerpt.json', 1],
    ['arxiv-atom/arxivpy_q_testing_s0_m100_cfe7536492ca.xml', 100],
    ['arxiv-atom/zoia2020_id_1601.00001.xml', 1],
  ])('reads every paper of %s', async (file, count) => {
    const all = await collectPath(join(samples, file))
    expect(all.filter(item => item.kind === 'skipped')).toEqual([])
    expect(all).toHaveLength(count)
  })
})
