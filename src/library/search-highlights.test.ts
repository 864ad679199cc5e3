import { describe, expect, it } from 'vitest'
import { parseSearchQuery } from '../paper/search-query.ts'
import { createMarker, type Highlight } from './search-highlights.ts'
import type { Stems } from './search-stems.ts'

const stems: Stems = {
  load: async () => {},
  stem: word => (word === 'the' ? '' : word.replace(/(?:ing|s)$/, '')),
}

function mark(query: string, texts: Record<string, string>, prefix = false): Highlight[] {
  const marker = createMarker(parseSearchQuery(query).groups, { stems, segmenter: undefined, prefix })
  return marker.mark(
    Object.entries(texts).map(([field, text]) => ({ field, text, isTitle: field.startsWith('title') })),
  )
}
const marked = ({ text, marks }: Highlight) => marks.map(([start, end]) => text.slice(start, end))

describe('createMarker', () => {
  it('marks every form of a word', () => {
    const [title] = mark('harbour', { title: 'Harbours and harbouring' })
    expect(title && marked(title)).toEqual(['Harbours', 'harbouring'])
  })

  it('marks neither what is excluded nor what filters', () => {
    expect(mark('-boat author:sand cat:tide', { title: 'Boat, sand and tide' })).toEqual([])
  })

  it('marks both halves of a compound that was typed as one word, and the reverse', () => {
    const [apart] = mark('pretraining', { title: 'On pre-training' })
    expect(apart && marked(apart)).toEqual(['pre', 'training'])
    const [joined] = mark('pre-training', { title: 'On pretraining' })
    expect(joined && marked(joined)).toEqual(['pretraining'])
  })

  it('marks what the last word may go on to be', () => {
    const [title] = mark('harb', { title: 'A harbour' }, true)
    expect(title && marked(title)).toEqual(['harbour'])
  })

  it('marks words where no spaces stand between them', () => {
    const [name] = mark('GPT', { abstract: '本文使用GPT-4o训练模型。' })
    expect(name && marked(name)).toEqual(['GPT'])
    const [words] = mark('模型', { abstract: '模型，大模型' })
    expect(words && marked(words)).toEqual(['模型', '模型'])
  })

  it('shows the passage with the most of the words, cut between words', () => {
    const filler = 'nothing of note is said in these lines at all '.repeat(12)
    const text = `boat ${filler}the quiet boat moors ${filler}`
    const [passage] = mark('quiet boat', { abstract: text })
    expect(passage?.text).toMatch(/^…\S.*\S…$/s)
    expect(passage?.text.length).toBeLessThan(260)
    expect(passage && marked(passage)).toEqual(['quiet', 'boat'])
  })

  it('shows titles whole, and two passages at most', () => {
    const highlights = mark('boat', {
      title: 'Boat',
      titleTranslated: 'boat',
      a: 'boat',
      b: 'boat boat',
      c: 'boat',
    })
    expect(highlights.map(({ field }) => field)).toEqual(['title', 'titleTranslated', 'b', 'a'])
  })

  it('puts the lines of a passage on one line without moving its marks', () => {
    const [passage] = mark('boat', { abstract: 'One.\n\nA boat\tthere.' })
    expect(passage).toMatchObject({ text: 'One.  A boat there.', marks: [[8, 12]] })
  })
})
