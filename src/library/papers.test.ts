/** Tests of what the library makes of papers that several sources tell of. */
import { eq, getTableColumns, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../../test/databases.ts'
import type { Listing } from '../paper/listing.ts'
import type { Paper } from '../paper/paper.ts'
import type { PaperVersion } from '../paper/paper-version.ts'
import { type Library, openLibrary } from './library.ts'
import * as schema from './schema.ts'

let serial = 0
const nextId = () => `2502.${String(++serial).padStart(5, '0')}`
const WORDS = ['amber', 'birch', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'heron', 'islet', 'jetty']
/** A telling title that no other test has. */
const titleOf = (n: number) =>
  `Learning about ${String(n)
    .split('')
    .map(digit => WORDS[Number(digit)])
    .join(' ')} from very few examples`
const nextTitle = () => titleOf(++serial)

function paper(fields: Partial<Paper> = {}): Paper {
  return {
    id: nextId(),
    title: nextTitle(),
    authors: ['Ada Example', 'Kurt Beispiel'],
    categories: [],
    abstract: 'Text.',
    abstractOrigin: 'source',
    links: [],
    withdrawn: false,
    ...fields,
  }
}
const fromFile = (paperId: string): Listing => ({
  paperId,
  source: 'file',
  date: '2025-02-03',
  place: 1,
  kind: 'new',
})
const listed = (given: Paper) => [{ paper: given, listings: [fromFile(given.id)] }]
const version = (number: number, more: Partial<PaperVersion> = {}): PaperVersion => ({
  version: number,
  submitted: `2025-02-0${number}T00:00:00.000Z`,
  withdrawn: false,
  ...more,
})

describe.each(databases)('papers kept by $name', ({ locate }) => {
  let library: Library
  beforeAll(async () => {
    library = await openLibrary({ ...(await locate()), command: 'vitest' })
  })
  afterAll(() => library.close())
  const add = async (given: Paper, versions?: PaperVersion[]) => {
    const { items } = await library.papers.add([{ paper: given, listings: [fromFile(given.id)], versions }])
    return items[0]
  }

  describe('of one work', () => {
    it('puts the listing of a bibliography to the arXiv paper of that DOI', async () => {
      const known = paper({ version: 2, doi: '10.1000/AbC.1' })
      await add(known)
      const entry = paper({ id: 'doi:10.1000/abc.1', title: 'A shorter title', doi: '10.1000/abc.1' })
      expect(await add(entry)).toEqual({ id: known.id, outcome: 'known' })
      expect((await library.papers.listings([known.id])).get(known.id)).toHaveLength(1)
      expect(await library.papers.find([entry.id])).toEqual([])
      expect((await library.papers.find([known.id]))[0]).toMatchObject({ title: known.title, version: 2 })
    })

    it('knows a paper by its title and an author where no identifier says it', async () => {
      const known = paper({ version: 1, authors: ['Jörg M. Müller-Lüdenscheid', 'Wei Zhang'] })
      await add(known)
      const entry = paper({
        id: `key:${known.id}`,
        title: `  ${known.title.toUpperCase()}! `,
        authors: ['Zhang, W.'],
        abstract: 'Retyped.',
        doi: '10.1000/typed',
      })
      expect(await add(entry)).toEqual({ id: known.id, outcome: 'known' })
      expect((await library.papers.find([known.id]))[0]).toMatchObject({
        abstract: 'Text.',
        authors: known.authors,
        doi: '10.1000/typed',
      })
    })

    it.each<[string, Partial<Paper>, Partial<Paper>]>([
      ['no author agrees', {}, { authors: ['Emil Other'] }],
      ['only the family name agrees, not the initial', {}, { authors: ['Zoe Example'] }],
      ['the authors are not told', {}, { authors: [] }],
      ['the DOIs differ', { doi: '10.1000/1' }, { doi: '10.1000/2' }],
      ['the title is a short one', { title: 'Introduction' }, { title: 'Introduction' }],
      [
        'the title comes again every year',
        { title: 'Proceedings of the Workshop on Examples and Instances' },
        { title: 'Proceedings of the Workshop on Examples and Instances' },
      ],
    ])('keeps two papers of one title apart where %s', async (_, one, other) => {
      const first = paper(one)
      const second = paper({ id: `key:${first.id}`, title: first.title, ...other })
      await add(first)
      expect(await add(second)).toEqual({ id: second.id, outcome: 'new' })
    })

    it('takes no third paper for one of two that bear the same title', async () => {
      const first = paper()
      const second = paper({ title: first.title })
      await add(first)
      await add(second)
      const third = paper({ id: `key:${first.id}`, title: first.title })
      expect(await add(third)).toMatchObject({ id: third.id, outcome: 'new' })
    })

    it('never takes one arXiv paper for another', async () => {
      const first = paper()
      await add(first)
      const second = paper({ title: first.title })
      expect(await add(second)).toMatchObject({ id: second.id, outcome: 'new' })
    })

    it('finds the same work twice in one call', async () => {
      const title = nextTitle()
      const [inOneFile, again, atArxiv] = [
        paper({ id: `key:${serial}a`, title }),
        paper({ id: `key:${serial}b`, title }),
        paper({ title, version: 1 }),
      ]
      const result = await library.papers.add([inOneFile, again, atArxiv].flatMap(listed))
      expect(result.items.map(({ id }) => id)).toEqual([atArxiv.id, atArxiv.id, atArxiv.id])
      expect(result).toMatchObject({ papers: 1, known: 0, listings: 1 })
    })

    it('gives a paper its arXiv id when it is found there later, with its briefs, digests and listings', async () => {
      const typed = paper({ id: 'doi:10.1000/later.1', doi: '10.1000/later.1' })
      await add(typed)
      const brief = await library.briefs.save({
        paperId: typed.id,
        version: 1,
        form: 'summary',
        language: 'en',
        engine: 'extractive',
        fields: { gist: 'It works.' },
        recipe: 'r',
        source: 's',
        attempt: 1,
      })
      const key = { edition: 'later', date: '2025-02-03', language: 'en', layout: 'summary' as const }
      await library.digests.save(key, {
        allAuthors: false,
        entries: [{ paperId: typed.id, briefId: brief.id }],
      })
      const found = paper({ version: 2, doi: '10.1000/LATER.1', title: 'Another title than was typed' })
      expect(await add(found)).toMatchObject({ id: found.id, outcome: 'known' })
      expect(await library.papers.standing(typed.id)).toBeUndefined()
      expect((await library.papers.versions(found.id)).map(stored => stored.version)).toEqual([1, 2])
      expect((await library.papers.listings([found.id])).get(found.id)).toHaveLength(1)
      expect((await library.digests.find(key))?.entries).toEqual([{ paperId: found.id, briefId: brief.id }])
      expect((await library.briefs.find(brief.id))?.paperId).toBe(found.id)
      expect(await add(typed)).toMatchObject({ id: found.id, outcome: 'known' })
      expect(await library.papers.findDoi('10.1000/Later.1')).toEqual([found.id])
    })

    it('gives it to neither of two arXiv papers that come at once', async () => {
      const typed = paper({ id: `key:${serial}c` })
      await add(typed)
      const twins = [paper({ title: typed.title }), paper({ title: typed.title })]
      const { items } = await library.papers.add(twins.flatMap(listed))
      expect(items.map(({ id }) => id)).toEqual(twins.map(({ id }) => id))
      expect(await library.papers.standing(typed.id)).toBeDefined()
    })

    it('leaves nothing behind under the id it had', async () => {
      const typed = paper({ id: `key:${serial}d` })
      await add(typed)
      await add(paper({ title: typed.title, version: 1 }))
      for (const table of Object.values(schema).filter(table => is(table, PgTable))) {
        const column = Object.values(getTableColumns(table)).find(({ name }) => name === 'paper_id')
        if (column) expect(await library.db.$count(table, eq(column, typed.id))).toBe(0)
      }
    })
  })

  describe('with a history', () => {
    it('keeps the longest one, and the newer of two as long', async () => {
      const given = paper({ version: 2 })
      const told = async () => (await library.papers.standing(given.id))?.history
      await add(given, [version(1), version(2)])
      await add(given, [version(1)])
      await add(given)
      expect(await told()).toEqual([version(1), version(2)])
      await add(given, [version(1), version(2, { withdrawn: true })])
      expect(await told()).toEqual([version(1), version(2, { withdrawn: true })])
    })

    it('makes no row of a version whose text it does not have', async () => {
      const given = paper({ version: 3 })
      await add(given, [version(1), version(2), version(3)])
      expect((await library.papers.versions(given.id)).map(stored => stored.version)).toEqual([3])
    })

    it('marks the version that was withdrawn, and no other', async () => {
      const given = paper({ version: 1 })
      await add(given)
      await add({ ...given, version: 2 })
      await add({ ...given, version: 3 }, [version(1), version(2, { withdrawn: true }), version(3)])
      expect((await library.papers.versions(given.id)).map(stored => stored.withdrawn)).toEqual([
        false,
        true,
        false,
      ])
    })

    it('tells new, known and replaced apart', async () => {
      const given = paper({ version: 1 })
      const outcomes = []
      for (const number of [1, 1, 2, 1, undefined])
        outcomes.push((await add({ ...given, version: number }))?.outcome)
      expect(outcomes).toEqual(['new', 'known', 'replaced', 'known', 'known'])
    })

    it('calls no paper replaced whose version it did not know', async () => {
      const given = paper()
      await add(given)
      expect((await add({ ...given, version: 2 }))?.outcome).toBe('known')
    })
  })

  describe('that were deleted', () => {
    it('are marked where they are known, until the source tells of them again', async () => {
      const given = paper({ version: 1 })
      await add(given)
      expect(await library.papers.markDeleted([given.id, '9901.99999'])).toBe(1)
      expect(await library.papers.deletedAmong([given.id])).toEqual(new Set([given.id]))
      await add(given)
      expect((await library.papers.standing(given.id))?.deleted).toBe(true)
      await add(given, [version(1)])
      expect(await library.papers.deletedAmong([given.id])).toEqual(new Set())
    })
  })

  describe('listed twice on a day', () => {
    it('stand there as what they are in the stronger list', async () => {
      const given = paper()
      const listing = (kind: Listing['kind']): Listing => ({
        paperId: given.id,
        source: 'arxiv',
        date: '2025-02-04',
        kind,
      })
      for (const kind of ['replace', 'cross', 'replace-cross'] as const)
        await library.papers.add([{ paper: given, listings: [listing(kind)] }])
      expect((await library.papers.listings([given.id])).get(given.id)).toMatchObject([{ kind: 'cross' }])
      const within = { from: '2025-02-04', to: '2025-02-04', source: 'arxiv' }
      expect(await library.papers.listedBetween({ ...within, kinds: ['new', 'cross'] })).toEqual([given.id])
      expect(await library.papers.listedBetween({ ...within, kinds: ['replace'] })).toEqual([])
    })
  })
})
