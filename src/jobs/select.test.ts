/** Tests of which papers a digest holds, and how far back it looks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../../test/databases.ts'
import { type Library, openLibrary } from '../library/library.ts'
import type { Listing } from '../paper/listing.ts'
import type { Paper } from '../paper/paper.ts'
import { findFirstDay } from './catch-up.ts'
import { type SelectRequest, selectPapers } from './select.ts'

let serial = 0
const nextId = () => `2503.${String(++serial).padStart(5, '0')}`
const paper = (fields: Partial<Paper> = {}): Paper => ({
  id: nextId(),
  version: 1,
  title: `On ${serial}`,
  authors: ['Ada Example'],
  categories: ['cs.CL'],
  abstract: 'Text.',
  abstractOrigin: 'source',
  links: [],
  withdrawn: false,
  ...fields,
})

describe.each(databases)('selecting from $name', ({ locate }) => {
  let library: Library
  beforeAll(async () => {
    library = await openLibrary({ ...(await locate()), command: 'vitest' })
  })
  afterAll(() => library.close())

  const list = (given: Paper, date: string, kind: Listing['kind'] = 'new') =>
    library.papers.add([
      { paper: given, listings: [{ paperId: given.id, source: `s${given.id}`, date, kind }] },
    ])
  /** Each test sees its own papers only: its sources bear their names. */
  const select = (id: string, more: Partial<SelectRequest> = {}) =>
    selectPapers({
      library,
      edition: 'daily',
      date: '2025-03-10',
      from: '2025-03-07',
      source: `s${id}`,
      interests: { words: [], authors: [], categories: [], avoid: [] },
      repeats: false,
      limit: 'all',
      ...more,
    })
  const idsOf = async (id: string, more: Partial<SelectRequest> = {}) =>
    (await select(id, more)).selected.map(({ candidate }) => candidate.paper.id)
  const publish = async (given: Paper, date: string, edition = 'daily') => {
    await library.papers.add([{ paper: given, listings: [] }])
    const brief = await library.briefs.save({
      paperId: given.id,
      version: given.version ?? 1,
      form: 'summary',
      language: 'en',
      engine: 'extractive',
      fields: {},
      recipe: `r${date}`,
      source: 's',
      attempt: 1,
    })
    await library.digests.save(
      { edition, date, language: 'en', layout: 'summary' },
      { allAuthors: false, entries: [{ paperId: given.id, briefId: brief.id }] },
    )
  }

  it('takes a paper once, also where it is listed across later', async () => {
    const given = paper()
    await list(given, '2025-03-07')
    await publish(given, '2025-03-08')
    await list(given, '2025-03-10', 'cross')
    expect(await idsOf(given.id)).toEqual([])
    expect(await idsOf(given.id, { repeats: true })).toEqual([given.id])
  })

  it('counts a cross-list as new for whoever reads that category', async () => {
    const given = paper()
    await list(given, '2025-03-09', 'cross')
    expect(await idsOf(given.id)).toEqual([given.id])
  })

  it('leaves replaced papers out unless the edition asks for revisions', async () => {
    const given = paper({ version: 3 })
    await list(given, '2025-03-09', 'replace')
    expect(await idsOf(given.id)).toEqual([])
    expect(await idsOf(given.id, { revisions: true })).toEqual([given.id])
  })

  it('lists a paper again, where the edition asks for revisions, when its version is newer than the one listed', async () => {
    const given = paper()
    await list(given, '2025-03-07')
    await publish(given, '2025-03-08')
    await list(given, '2025-03-10', 'replace')
    expect(await idsOf(given.id, { revisions: true })).toEqual([])
    await list({ ...given, version: 2 }, '2025-03-10', 'replace')
    expect(await idsOf(given.id, { revisions: true })).toEqual([given.id])
    expect(await idsOf(given.id)).toEqual([])
  })

  it('leaves out, and names, what was withdrawn or deleted; what a person names is taken whole', async () => {
    const given = paper({ withdrawn: true })
    await list(given, '2025-03-09')
    expect(await select(given.id)).toEqual({ selected: [], withdrawn: [given.id] })
    expect(await idsOf(given.id, { ids: [given.id] })).toEqual([given.id])
    const deleted = paper()
    await list(deleted, '2025-03-09')
    await library.papers.markDeleted([deleted.id])
    expect(await select(deleted.id)).toEqual({ selected: [], withdrawn: [deleted.id] })
  })

  it('takes a paper back in when a version follows the withdrawn one', async () => {
    const given = paper({ withdrawn: true })
    await list(given, '2025-03-09')
    await list({ ...given, version: 2, withdrawn: false }, '2025-03-10')
    expect(await idsOf(given.id)).toEqual([given.id])
  })

  describe('findFirstDay', () => {
    const first = (edition: string, date: string, usual: string) =>
      findFirstDay({ library, edition, date, usual })

    it('keeps to the usual days where no digest was missed, or there is none', async () => {
      expect(await first('none', '2025-03-10', '2025-03-07')).toEqual({ from: '2025-03-07' })
      await publish(paper(), '2025-04-09', 'steady')
      expect(await first('steady', '2025-04-10', '2025-04-07')).toEqual({ from: '2025-04-07' })
    })

    it('goes back to the last digest, and says so', async () => {
      await publish(paper(), '2025-04-01', 'missed')
      await publish(paper(), '2025-05-01', 'missed')
      const found = await first('missed', '2025-04-15', '2025-04-12')
      expect(found).toMatchObject({ from: '2025-04-01', note: expect.stringContaining('2025-04-01') })
    })

    it('counts the day of a weekly digest again without a word: something may have been listed after it', async () => {
      await publish(paper(), '2025-04-05', 'weekly')
      expect(await first('weekly', '2025-04-12', '2025-04-06')).toEqual({ from: '2025-04-05' })
    })

    it('goes back 31 days at most, and says how to go further', async () => {
      await publish(paper(), '2025-01-01', 'asleep')
      const found = await first('asleep', '2025-04-15', '2025-04-12')
      expect(found).toMatchObject({ from: '2025-03-16', note: expect.stringContaining('--since') })
    })
  })
})
