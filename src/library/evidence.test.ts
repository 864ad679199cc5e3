import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../../test/databases.ts'
import type { Evidence } from '../paper/evidence.ts'
import { type Library, openLibrary } from './library.ts'

const statement = (place: number, text: string): Evidence => ({
  field: 'results',
  place,
  statement: text,
  sentences: [{ text: 'It halves the error.', section: '4.1 Results' }, { text: 'The error halves.' }],
})

describe.each(databases)('evidence on $name', ({ locate }) => {
  let library: Library
  let briefId: number

  beforeAll(async () => {
    library = await openLibrary({ ...(await locate()), command: 'vitest' })
    const paper = { id: '2501.00001', title: 'One', authors: [], categories: [], abstract: 'Text.' }
    const kept = { ...paper, abstractOrigin: 'source' as const, links: [], withdrawn: false }
    await library.papers.add([{ paper: kept, listings: [] }])
    const brief = { paperId: paper.id, version: 1, form: 'summary', language: 'zh-Hans', engine: 'llm' }
    const saved = await library.briefs.save({ ...brief, fields: {}, recipe: 'r', source: 's', attempt: 1 })
    briefId = saved.id
  })
  afterAll(() => library.close())

  it('gives the statements of a brief back in their order, with their sections', async () => {
    await library.evidence.save(briefId, [statement(1, '第二句。'), statement(0, '第一句。')])
    const found = await library.evidence.ofBriefs([briefId])
    expect(found.get(briefId)).toEqual([statement(0, '第一句。'), statement(1, '第二句。')])
  })

  it('replaces what was kept before', async () => {
    await library.evidence.save(briefId, [statement(0, '第一句。'), statement(1, '第二句。')])
    await library.evidence.save(briefId, [{ ...statement(0, '新的一句。'), sentences: [] }])
    expect((await library.evidence.ofBriefs([briefId])).get(briefId)).toEqual([
      { ...statement(0, '新的一句。'), sentences: [] },
    ])
  })

  it('forgets a brief for which there is none', async () => {
    await library.evidence.save(briefId, [])
    expect(await library.evidence.ofBriefs([briefId, 999])).toEqual(new Map())
  })
})
