/** Tests of fileSource on the formats of other programs. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeAtomListing, writeRssListing } from '../../test/listing-feed.ts'
import { writeOaiAnswer, writeOaiError, writeOaiRecord } from '../../test/oai-archive.ts'
import { fileSource } from './files.ts'
import type { Collected } from './source.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paperbrief-formats-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function collect(content: string): Promise<Collected[]> {
  const path = join(folder, 'papers.dat')
  await writeFile(path, content)
  const all: Collected[] = []
  for await (const item of fileSource({ path }).collect({ date: '2025-11-28' })) all.push(item)
  return all
}

const brief = (all: readonly Collected[]) =>
  all.map(item =>
    item.kind === 'paper' ? item.paper.id : `${('line' in item && item.line) || ''} ${item.reason}`.trim(),
  )

describe('fileSource', () => {
  it('reads an OAI-PMH answer, with versions and what was deleted', async () => {
    const records = [
      writeOaiRecord({ id: '2511.00001', day: '2025-11-28' }),
      writeOaiRecord({ id: '2511.00002', day: '2025-11-28', deleted: true }),
    ]
    const all = await collect(writeOaiAnswer(`<ListRecords>${records.join('')}</ListRecords>`))
    expect(all).toMatchObject([
      { paper: { id: '2511.00001', version: 1 }, versions: [{ version: 1 }], listing: { source: 'file' } },
      { kind: 'skipped', deletedId: '2511.00002' },
    ])
  })

  it('takes an OAI-PMH answer that nothing matches for an empty one', async () => {
    expect(await collect(writeOaiError('noRecordsMatch'))).toEqual([])
  })

  it.each([
    ['RSS', writeRssListing],
    ['Atom', writeAtomListing],
  ])('reads a daily list in %s, listed on its own day', async (_, write) => {
    const all = await collect(
      write('2025-12-03', [{ id: '2512.00001v1' }, { id: '2511.00002v2', kind: 'replace' }]),
    )
    expect(all).toMatchObject([
      { paper: { id: '2512.00001' }, listing: { source: 'arxiv-listings', date: '2025-12-03', kind: 'new' } },
      { paper: { id: '2511.00002', version: 2 }, listing: { kind: 'replace', place: 2 } },
    ])
  })

  it('yields what stands before the cut of a daily list, and then says that it is cut', async () => {
    const feed = writeRssListing('2025-12-03', [{ id: '2512.00001v1' }, { id: '2512.00002v1' }])
    const path = join(folder, 'cut.xml')
    await writeFile(path, feed.slice(0, feed.lastIndexOf('</item>')))
    const all: Collected[] = []
    const reading = (async () => {
      for await (const item of fileSource({ path }).collect({ date: '2025-12-03' })) all.push(item)
    })()
    await expect(reading).rejects.toMatchObject({ code: 'file-damaged' })
    expect(brief(all)).toEqual(['2512.00001'])
  })

  it('reads lines of the Kaggle snapshot, with their versions', async () => {
    const line = JSON.stringify({
      id: '0704.0001',
      submitter: 'Ada Example',
      authors: "C. Bal\\'azs and A. Example Jr",
      title: 'A title\n  on two lines',
      comments: null,
      'journal-ref': 'J. Ex. 1 (2007)',
      doi: null,
      'report-no': null,
      categories: 'hep-ph math.CO',
      license: null,
      abstract: '  What it\nsays.\n',
      versions: [
        { version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' },
        { version: 'v2', created: 'Tue, 24 Jul 2007 20:10:27 GMT' },
      ],
      update_date: '2008-11-26',
      authors_parsed: [
        ['Balázs', 'C.', ''],
        ['Example', 'A.', 'Jr', 'Somewhere'],
      ],
    })
    expect(await collect(`${line}\n`)).toMatchObject([
      {
        paper: {
          id: '0704.0001',
          version: 2,
          title: 'A title on two lines',
          authors: ['C. Balázs', 'A. Example Jr'],
          categories: ['hep-ph', 'math.CO'],
          abstract: 'What it says.',
          published: '2007-04-02',
          updated: '2007-07-24',
          journalRef: 'J. Ex. 1 (2007)',
        },
        versions: [{ version: 1, submitted: '2007-04-02T19:18:42.000Z' }, { version: 2 }],
      },
    ])
  })

  it('reads CSL-JSON and items of Zotero', async () => {
    const csl = [
      {
        id: 'a',
        type: 'article-journal',
        title: 'On the Example',
        author: [{ family: 'Example', given: 'Ada' }, { literal: 'The Example Team' }],
        issued: { 'date-parts': [[2020, 5, 8]] },
        DOI: '10.1000/ABC',
        'container-title': 'Journal of Examples',
        volume: '4',
      },
      {
        id: 'b',
        type: 'article',
        title: 'A preprint',
        number: 'arXiv:1706.03762',
        author: [{ family: 'B' }],
      },
    ]
    expect(await collect(JSON.stringify(csl))).toMatchObject([
      {
        paper: {
          id: 'doi:10.1000/abc',
          authors: ['Ada Example', 'The Example Team'],
          published: '2020-05-08',
          doi: '10.1000/ABC',
          journalRef: 'Journal of Examples 4 (2020)',
          abstractOrigin: 'missing',
        },
      },
      { paper: { id: '1706.03762' } },
    ])
    const zotero = {
      items: [
        {
          itemType: 'preprint',
          title: 'Another preprint',
          creators: [{ creatorType: 'author', firstName: 'Ada', lastName: 'Example' }],
          abstractNote: 'What it says.',
          archiveID: 'arXiv:2511.00001',
          date: '2025-11-28',
        },
        { itemType: 'attachment', title: 'PDF' },
      ],
    }
    expect(await collect(JSON.stringify(zotero))).toMatchObject([
      { paper: { id: '2511.00001', authors: ['Ada Example'], abstract: 'What it says.' } },
      { kind: 'skipped', reason: 'entry 2: no paper (attachment)' },
    ])
  })

  it('reads a list of arXiv ids and addresses', async () => {
    const text =
      '# to read\n2511.00001v2, arXiv:2511.00002\nhttps://arxiv.org/pdf/hep-th/9901001.pdf # old\n\nhello\n'
    const all = await collect(text)
    expect(brief(all)).toEqual(['2511.00001', '2511.00002', 'hep-th/9901001', '5 "hello" is no arXiv id'])
    expect(all[0]).toMatchObject({
      paper: { version: 2, title: '', abstract: '', abstractOrigin: 'missing' },
    })
  })

  it.each([
    '',
    '<OAI-PMH>',
    '<rss>arxiv.org',
    '<feed><id>oai:',
    '[',
    '{"id": "',
    '@article{',
    'TY  - ',
    '2511.00001 ',
  ])('reads or refuses whatever begins with "%s", and never fails otherwise', async start => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async rest => {
        try {
          await collect(start + rest)
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^file-/), hint: expect.any(String) })
        }
      }),
      { numRuns: 40 },
    )
  })
})
