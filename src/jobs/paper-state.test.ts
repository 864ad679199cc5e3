import { describe, expect, it } from 'vitest'
import type { Engine } from '../engines/engine.ts'
import { createExtractive } from '../engines/extractive.ts'
import type { StoredBrief } from '../library/briefs.ts'
import { findPaperState, type StateRequest } from './paper-state.ts'

const model: Engine = {
  kind: 'llm',
  name: 'llm',
  model: 'm',
  complete: async () => Promise.reject(new Error('not asked')),
}
const extractive = createExtractive()

const brief = (fields: Partial<StoredBrief>): StoredBrief => ({
  id: 1,
  paperId: 'p',
  version: 1,
  form: 'summary',
  language: 'zh-Hans',
  engine: 'llm',
  model: 'm',
  fields: {},
  recipe: 'r',
  source: 'text',
  attempt: 1,
  runId: 7,
  ...fields,
})

const state = (briefs: StoredBrief[], request: Partial<StateRequest> = {}) =>
  findPaperState({
    runId: 7,
    paperId: 'p',
    version: 1,
    source: 'text',
    language: 'zh-Hans',
    engines: [model, extractive],
    briefs,
    fresh: false,
    maxRevisions: 2,
    ...request,
  })

describe('findPaperState', () => {
  it('begins with the first engine where nothing is there', () => {
    expect(state([])).toMatchObject({ kind: 'write', job: { step: 0, attempt: 1 } })
  })

  it('is done where a brief in the language passed, of whichever run', () => {
    expect(state([brief({ outcome: 'pass', runId: 3 })])).toMatchObject({ kind: 'done' })
  })

  it('writes anew where the text has changed', () => {
    expect(state([brief({ outcome: 'pass', source: 'older text' })])).toMatchObject({ kind: 'write' })
  })

  it('writes anew what is from before with fresh', () => {
    expect(state([brief({ outcome: 'pass', runId: 3 })], { fresh: true })).toMatchObject({ kind: 'write' })
  })

  it('checks a brief that was saved before the process died', () => {
    expect(state([brief({})])).toMatchObject({ kind: 'check', job: { briefId: 1, step: 0 } })
  })

  it('revises a brief that failed its check, at most twice', () => {
    expect(state([brief({ outcome: 'revise' })])).toMatchObject({
      kind: 'write',
      job: { step: 0, attempt: 2, revises: 1 },
    })
    expect(state([brief({ outcome: 'fall-back', attempt: 3 })])).toMatchObject({
      kind: 'write',
      job: { step: 1, attempt: 1 },
    })
  })

  it('keeps a fall-back of this run, and gives the model another chance in the next', () => {
    const fallBack = brief({ engine: 'extractive', model: undefined, language: 'en', outcome: 'pass' })
    expect(state([fallBack])).toMatchObject({ kind: 'done' })
    expect(state([fallBack], { runId: 8 })).toMatchObject({ kind: 'write', job: { step: 0 } })
  })

  it('keeps what the only engine wrote', () => {
    const only = brief({ engine: 'extractive', model: undefined, language: 'en', outcome: 'pass', runId: 3 })
    expect(state([only], { engines: [extractive] })).toMatchObject({ kind: 'done' })
  })

  it('checks an imported brief in the language wanted before it is used', () => {
    const imported = brief({ engine: 'imported', model: undefined, runId: undefined, source: 'unknown' })
    expect(state([imported])).toMatchObject({ kind: 'check', job: { step: -1 } })
    expect(state([imported], { language: 'ja' })).toMatchObject({ kind: 'write' })
  })
})
