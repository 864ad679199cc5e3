import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../../test/databases.ts'
import type { Paper } from '../paper/paper.ts'
import { type Library, openLibrary } from './library.ts'

let serial = 0
function paper(fields: Partial<Paper> = {}): Paper {
  const id = `2501.${String(++serial).padStart(5, '0')}`
  return {
    id,
    title: `Title of ${id}`,
    authors: ['A. Author'],
    categories: ['cs.CL'],
    abstract: 'Text.',
    abstractOrigin: 'source',
    links: [],
    withdrawn: false,
    ...fields,
  }
}
const alone = (given: Paper) => [{ paper: given, listings: [] }]

describe.each(databases)('the library on $name', ({ locate }) => {
  let library: Library

  beforeAll(async () => {
    library = await openLibrary({ ...(await locate()), command: 'vitest' })
  })
  afterAll(() => library.close())

  describe('papers', () => {
    it('counts what is new and what was known', async () => {
      const given = paper()
      expect(await library.papers.add(alone(given))).toMatchObject({ papers: 1, known: 0 })
      expect(await library.papers.add(alone(given))).toMatchObject({ papers: 0, known: 1, versions: 0 })
    })

    it('keeps one paper that one file names twice', async () => {
      const given = paper()
      expect(await library.papers.add([...alone(given), ...alone(given)])).toMatchObject({
        papers: 1,
        known: 0,
      })
      expect(await library.papers.versions(given.id)).toHaveLength(1)
    })

    it('keeps both versions and finds the newer one', async () => {
      const first = paper({ version: 1 })
      await library.papers.add([...alone(first), ...alone({ ...first, version: 2, title: 'Better title' })])
      expect((await library.papers.versions(first.id)).map(version => version.version)).toEqual([1, 2])
      expect((await library.papers.find([first.id]))[0]?.title).toBe('Better title')
    })

    it('takes categories from one source and votes from the other', async () => {
      const fromArxiv = paper({ version: 1 })
      const listing = {
        paperId: fromArxiv.id,
        source: 'huggingface',
        date: '2025-01-02',
        votes: 12,
        kind: 'new' as const,
      }
      await library.papers.add(alone(fromArxiv))
      await library.papers.add([
        { paper: { ...fromArxiv, version: undefined, categories: [] }, listings: [listing] },
      ])
      expect((await library.papers.find([fromArxiv.id]))[0]?.categories).toEqual(['cs.CL'])
      expect((await library.papers.listings([fromArxiv.id])).get(fromArxiv.id)).toEqual([listing])
    })

    it('fills in a paper that a digest only named', async () => {
      const stub = paper({ title: '', abstract: '', abstractOrigin: 'missing' })
      await library.papers.add(alone(stub))
      await library.papers.add(
        alone({ ...stub, title: 'Known now', abstract: 'Text.', abstractOrigin: 'source' }),
      )
      expect((await library.papers.find([stub.id]))[0]).toMatchObject({
        title: 'Known now',
        abstractOrigin: 'source',
      })
    })

    it('does not replace a numbered text by an unnumbered one', async () => {
      const numbered = paper({ version: 1, abstract: 'The true text.' })
      await library.papers.add(alone(numbered))
      await library.papers.add(alone({ ...numbered, version: undefined, abstract: 'A wrapped copy.' }))
      expect((await library.papers.find([numbered.id]))[0]?.abstract).toBe('The true text.')
    })

    it('renews votes without a second listing', async () => {
      const given = paper()
      const listing = { paperId: given.id, source: 'huggingface', date: '2025-01-02', kind: 'new' as const }
      await library.papers.add([{ paper: given, listings: [{ ...listing, votes: 1 }] }])
      expect(
        await library.papers.add([{ paper: given, listings: [{ ...listing, votes: 9 }] }]),
      ).toMatchObject({
        listings: 0,
      })
      expect((await library.papers.listings([given.id])).get(given.id)).toMatchObject([{ votes: 9 }])
    })

    it('lists papers of a span of days by source', async () => {
      const given = paper()
      await library.papers.add([
        { paper: given, listings: [{ paperId: given.id, source: 'span', date: '2024-03-05', kind: 'new' }] },
      ])
      const within = { from: '2024-03-01', to: '2024-03-05' }
      expect(await library.papers.listedBetween({ ...within, source: 'span' })).toEqual([given.id])
      expect(await library.papers.listedBetween({ ...within, source: 'other' })).toEqual([])
      expect(
        await library.papers.listedBetween({ from: '2024-03-06', to: '2024-03-09', source: 'span' }),
      ).toEqual([])
    })

    it('keeps hostile text as it is', async () => {
      const given = paper({
        title: "Robert'); drop table paper;-- <script>",
        abstract: '\\textbf{x} \' " $1 ${y}',
      })
      await library.papers.add(alone(given))
      expect((await library.papers.find([given.id]))[0]).toMatchObject({
        title: given.title,
        abstract: given.abstract,
      })
    })
  })

  describe('briefs', () => {
    const draft = (given: Paper) => ({
      paperId: given.id,
      version: 1,
      form: 'translation',
      language: 'zh-Hans',
      engine: 'llm',
      model: 'm',
      fields: { title: '题', abstract: '文。' },
      recipe: 'r',
      source: 's',
      attempt: 1,
    })

    it('keeps one brief where the same is saved twice', async () => {
      const given = paper()
      await library.papers.add(alone(given))
      const first = await library.briefs.save(draft(given))
      const again = await library.briefs.save({
        ...draft(given),
        fields: { title: 'other', abstract: 'other' },
      })
      expect(again).toMatchObject({ id: first.id, fields: first.fields })
    })

    it('keeps the verdict with its findings', async () => {
      const given = paper()
      await library.papers.add(alone(given))
      const brief = await library.briefs.save(draft(given))
      const finding = {
        check: 'links',
        severity: 'error' as const,
        message: 'a link is missing',
        expected: 'https://example.org',
      }
      await library.briefs.judge({ briefId: brief.id, outcome: 'revise', findings: [finding] })
      expect((await library.briefs.find(brief.id))?.outcome).toBe('revise')
      expect((await library.briefs.findings([brief.id])).get(brief.id)).toEqual([finding])
    })

    it('gives no cost where a price is not known', async () => {
      const given = paper()
      await library.papers.add(alone(given))
      const { id: runId } = await library.runs.start({ target: 'cost', exclusive: true })
      const call = {
        runId,
        paperId: given.id,
        step: 'draft',
        engine: 'llm',
        model: 'm',
        outcome: 'ok',
        latencyMs: 5.4,
      }
      await library.briefs.saveCalls([{ ...call, usage: { in: 10, out: 5, cached: 8 }, costAmount: 0.5 }])
      expect(await library.briefs.cost(runId)).toEqual({ in: 10, out: 5, cached: 8, amount: 0.5, calls: 1 })
      await library.briefs.saveCalls([
        { ...call, usage: { in: 1, out: 1, cached: 0 }, costAmount: undefined },
      ])
      expect((await library.briefs.cost(runId)).amount).toBeUndefined()
    })
  })

  describe('digests', () => {
    const key = { edition: 'daily', date: '2025-01-03', language: 'zh-Hans', layout: 'bilingual' as const }

    it('replaces the same number published again', async () => {
      const given = paper()
      await library.papers.add(alone(given))
      const brief = await library.briefs.save({
        paperId: given.id,
        version: 1,
        form: 'translation',
        language: 'en',
        engine: 'extractive',
        fields: {},
        recipe: 'd',
        source: 's',
        attempt: 1,
      })
      await library.digests.save(key, {
        allAuthors: false,
        entries: [{ paperId: given.id, briefId: brief.id }],
      })
      await library.digests.save(key, {
        allAuthors: false,
        entries: [{ paperId: given.id, briefId: brief.id, fallbackReason: 'why' }],
      })
      expect((await library.digests.find(key))?.entries).toEqual([
        { paperId: given.id, briefId: brief.id, fallbackReason: 'why' },
      ])
      expect(
        await library.digests.alreadyListed({ edition: 'daily', date: '2025-01-04', ids: [given.id] }),
      ).toEqual(new Set([given.id]))
      expect(
        await library.digests.alreadyListed({ edition: 'daily', date: key.date, ids: [given.id] }),
      ).toEqual(new Set())
    })
  })

  describe('runs', () => {
    it('goes on with the run that an interrupted process left', async () => {
      const first = await library.runs.start({ target: 'a', exclusive: true })
      expect(await library.runs.start({ target: 'a', exclusive: true })).toEqual({
        id: first.id,
        resumed: true,
      })
    })

    it('gives up unfinished runs for other targets', async () => {
      const first = await library.runs.start({ target: 'b', exclusive: true })
      await library.runs.start({ target: 'c', exclusive: true })
      expect(await library.runs.isRunning(first.id)).toBe(false)
    })
  })
})
