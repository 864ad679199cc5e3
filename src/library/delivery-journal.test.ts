import { appendFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDeliveryJournal } from './delivery-journal.ts'

const newPath = () => join(mkdtempSync(join(tmpdir(), 'journal-')), 'deliveries.journal')

describe('the journal of deliveries', () => {
  it('tells the next process what was claimed last, and not what was cancelled', () => {
    const path = newPath()
    const journal = openDeliveryJournal(path)
    journal.claim('1@5', 1)
    journal.claim('2@5', 1)
    journal.claim('1@5', 2)
    journal.cancel('2@5')
    expect(openDeliveryJournal(path).read()).toEqual(new Map([['1@5', 2]]))
    expect(journal.read()).toEqual(new Map([['1@5', 2]]))
  })

  it('is no more when it is cleared, and can be written again', () => {
    const path = newPath()
    const journal = openDeliveryJournal(path)
    journal.claim('1@5', 1)
    journal.clear()
    expect(existsSync(path)).toBe(false)
    expect(journal.read()).toEqual(new Map())
    journal.claim('3@5', 1)
    expect(journal.read()).toEqual(new Map([['3@5', 1]]))
  })

  it('takes no word from half a line', () => {
    const path = newPath()
    openDeliveryJournal(path).claim('1@5', 1)
    appendFileSync(path, 'nonsense\n\n2@5 1')
    expect(openDeliveryJournal(path).read()).toEqual(new Map([['1@5', 1]]))
  })
})
