import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../test/databases.ts'
import { type Library, openLibrary } from './library.ts'
import { openTurns, type TakeRequest, type Turns } from './turns.ts'

const MINUTE_MS = 60_000
const START = Date.parse('2025-05-01T00:00:00Z')

describe.each(databases)('turns on $name', ({ locate }) => {
  let library: Library
  let turns: Turns
  let edition = 0
  const at = (minutes: number) => new Date(START + minutes * MINUTE_MS)
  const turn = () => ({ edition: `e${edition}`, date: '2025-05-01' })
  const take = (owner: string, changes: Partial<TakeRequest> = {}) =>
    turns.take({ ...turn(), owner, now: at(0), leaseMs: 5 * MINUTE_MS, force: false, ...changes })

  beforeAll(async () => {
    library = await openLibrary({ ...(await locate()), command: 'vitest' })
    // As on a server that others use too.
    turns = openTurns(library.db, false)
  })
  afterAll(() => library.close())
  beforeEach(() => {
    edition++
  })

  it('let one of many in', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(owner => take(owner)))
    expect(answers.toSorted()).toEqual(['busy', 'busy', 'busy', 'taken'])
  })

  it('are free again when their owner has not been heard of', async () => {
    await take('a')
    await turns.renew(turn(), { owner: 'a', now: at(4), leaseMs: 5 * MINUTE_MS })
    expect(await take('b', { now: at(8) })).toBe('busy')
    expect(await take('b', { now: at(10) })).toBe('taken')
    // Whoever lost it neither keeps nor ends it.
    await turns.renew(turn(), { owner: 'a', now: at(11), leaseMs: 60 * MINUTE_MS })
    await turns.settle(turn(), { owner: 'a', now: at(11), again: () => undefined })
    expect(await take('c', { now: at(16) })).toBe('taken')
  })

  it('are taken over at once where nobody else can be at work', async () => {
    await take('a')
    const alone = openTurns(library.db, true)
    const request = { ...turn(), now: at(1), leaseMs: MINUTE_MS, force: false }
    expect(await alone.take({ ...request, owner: 'b' })).toBe('taken')
    expect(await alone.take({ ...request, owner: 'b' })).toBe('busy')
  })

  it('are done once, unless a person asks', async () => {
    await take('a')
    await turns.settle(turn(), { owner: 'a', now: at(1), again: () => undefined })
    expect(await take('b', { now: at(100) })).toBe('done')
    expect(await take('b', { now: at(100), force: true })).toBe('taken')
  })

  it('wait after a failure, and are counted', async () => {
    const attempts: number[] = []
    const fail = () =>
      turns.settle(turn(), {
        owner: 'a',
        now: at(1),
        again: count => {
          attempts.push(count)
          return at(6)
        },
      })
    await take('a')
    await fail()
    expect(await take('b', { now: at(5) })).toBe('waiting')
    expect(await take('a', { now: at(6) })).toBe('taken')
    await fail()
    expect(attempts).toEqual([1, 2])
  })

  it('are given back as if they had not been begun', async () => {
    await take('a')
    await turns.release(turn(), { owner: 'a', now: at(1) })
    expect(await take('b', { now: at(1) })).toBe('taken')
    let counted = 0
    await turns.settle(turn(), {
      owner: 'b',
      now: at(2),
      again: count => {
        counted = count
        return undefined
      },
    })
    expect(counted).toBe(1)
  })

  it('remember what was due when an edition was first seen, and forget what is long past', async () => {
    expect(await turns.firstDue('weekly', at(0))).toEqual(at(0))
    expect(await turns.firstDue('weekly', at(50))).toEqual(at(0))
    await take('a')
    await turns.settle(turn(), { owner: 'a', now: at(1), again: () => undefined })
    await take('a', { edition: 'other', date: '2025-12-01', now: new Date('2025-12-01T00:00:00Z') })
    expect(await take('b', { now: at(5) })).toBe('taken')
    expect(await turns.firstDue('weekly', at(50))).toEqual(at(0))
  })
})
