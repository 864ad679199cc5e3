import { describe, expect, it, vi } from 'vitest'
import { createManualClock } from '../../test/manual-clock.ts'
import type { Turns } from '../library/turns.ts'
import { PaperbriefError } from '../paper/error.ts'
import type { Progress } from './progress.ts'
import type { RunReport } from './run.ts'
import { openRunDesk, type RunDeskOptions, type RunStatus } from './run-desk.ts'

const turn = { edition: 'daily', date: '2025-05-01' }
const report = { papers: 3 } as RunReport

function fakeTurns() {
  return {
    take: vi.fn<Turns['take']>(async () => 'taken'),
    renew: vi.fn<Turns['renew']>(async () => {}),
    settle: vi.fn<Turns['settle']>(async () => {}),
    release: vi.fn<Turns['release']>(async () => {}),
    firstDue: vi.fn<Turns['firstDue']>(async (_, due) => due),
  }
}

/** A run that goes on until it is told how it ends. */
function openDesk() {
  const turns = fakeTurns()
  const clock = createManualClock(Date.parse('2025-05-01T00:00:00Z'))
  const { promise, resolve, reject } = Promise.withResolvers<RunReport>()
  let progress: Progress | undefined
  const perform: RunDeskOptions['perform'] = (_, means) => {
    progress = means.progress
    means.signal.addEventListener('abort', () => reject(means.signal.reason))
    return promise
  }
  const desk = openRunDesk({ turns, perform, clock })
  const seen: RunStatus[] = []
  desk.watch(status => seen.push(status))
  const start = async () => {
    const answer = await desk.start(turn, { force: false })
    if (answer.state !== 'started') throw new Error(answer.state)
    return answer.ended
  }
  const tell = (work: (progress: Progress) => void) => progress && work(progress)
  return { desk, turns, clock, seen, start, tell, resolve, reject }
}

describe('the desk', () => {
  it('tells whoever watches how far a run is and how it ended', async () => {
    const { desk, seen, start, tell, resolve } = openDesk()
    const ended = desk.start(turn, { force: false })
    await ended
    tell(progress => {
      progress.note('Writing with a model.')
      progress.step('write', 1, 3)
      progress.step('publish', 0)
    })
    expect(desk.status().running).toMatchObject({
      ...turn,
      stage: 'publish',
      done: 0,
      notes: [{ kind: 'note', text: 'Writing with a model.' }],
    })
    expect(desk.status().running).not.toHaveProperty('total')
    resolve(report)
    const answer = await ended
    expect(answer.state === 'started' && (await answer.ended)).toMatchObject({ state: 'done', report })
    expect(seen.at(-1)).toMatchObject({ last: { state: 'done' } })
    expect(seen.at(-1)).not.toHaveProperty('running')
    expect(start).toBeDefined()
  })

  it('lets in one of two that ask at once', async () => {
    const { desk } = openDesk()
    const answers = await Promise.all([desk.start(turn, { force: true }), desk.start(turn, { force: true })])
    expect(answers.map(({ state }) => state)).toEqual(['started', 'busy'])
  })

  it('begins nothing where another process is at it', async () => {
    const { desk, turns } = openDesk()
    turns.take.mockResolvedValueOnce('busy')
    expect(await desk.start(turn, { force: true })).toEqual({ state: 'busy', turn })
    expect(desk.status()).toEqual({})
    expect((await desk.start(turn, { force: true })).state).toBe('started')
  })

  it('is free again where the library could not be asked', async () => {
    const { desk, turns } = openDesk()
    turns.take.mockRejectedValueOnce(new Error('gone'))
    await expect(desk.start(turn, { force: true })).rejects.toThrow('gone')
    expect(desk.status()).toEqual({})
  })

  it('keeps what made a run fail, and when to try again', async () => {
    const { turns, clock, start, reject } = openDesk()
    const ended = start()
    await Promise.resolve()
    reject(
      new PaperbriefError('No source could be read.', { code: 'no-source', hint: 'Check the connection.' }),
    )
    expect(await ended).toMatchObject({
      state: 'failed',
      message: 'No source could be read.',
      hint: 'Check the connection.',
    })
    const again = turns.settle.mock.calls[0]?.[1].again
    expect([1, 2, 5].map(attempts => again?.(attempts)?.getTime())).toEqual([
      clock.now() + 5 * 60_000,
      clock.now() + 15 * 60_000,
      undefined,
    ])
  })

  it('stops a run for good where a person stops it', async () => {
    const { desk, turns, start } = openDesk()
    const ended = start()
    await Promise.resolve()
    await Promise.resolve()
    expect(desk.stop()).toBe(true)
    expect(desk.status().running?.isStopping).toBe(true)
    expect(desk.stop()).toBe(false)
    expect(await ended).toMatchObject({ state: 'stopped' })
    expect(turns.settle.mock.calls[0]?.[1].again(1)).toBeUndefined()
  })

  it('gives the turn back when the process ends, and begins nothing more', async () => {
    const { desk, turns, start } = openDesk()
    const ended = start()
    await Promise.resolve()
    await Promise.resolve()
    await desk.close()
    expect(await ended).toMatchObject({ state: 'stopped' })
    expect(turns.release).toHaveBeenCalledOnce()
    expect(turns.settle).not.toHaveBeenCalled()
    expect(await desk.start(turn, { force: true })).toEqual({ state: 'closed' })
  })

  it('renews its turn while the run goes on, and no longer', async () => {
    const { clock, turns, start, resolve } = openDesk()
    const ended = start()
    await clock.runUntil(clock.sleep(150_000))
    expect(turns.renew).toHaveBeenCalledTimes(2)
    resolve(report)
    await ended
    await clock.runUntil(clock.sleep(150_000))
    expect(turns.renew).toHaveBeenCalledTimes(2)
  })

  it('keeps the latest of a flood of messages', async () => {
    const { desk, tell, start } = openDesk()
    start()
    await Promise.resolve()
    await Promise.resolve()
    tell(progress => {
      for (let index = 0; index < 500; index++) progress.warn(`fault ${index}`)
    })
    expect(desk.status().running?.notes).toHaveLength(50)
    expect(desk.status().running?.notes.at(-1)).toEqual({ kind: 'warning', text: 'fault 499' })
  })
})
