import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FullText, Section } from '../paper/full-text.ts'
import { selectSections } from './sections.ts'

const LONG = 'The lamp burns all night. Nobody counts the moths. '.repeat(60).trim()

function section(
  heading: string,
  { text = LONG, ...rest }: Partial<Section> & { text?: string } = {},
): Section {
  return { heading, level: 1, kind: 'body', blocks: [{ kind: 'paragraph', text }], ...rest }
}

function paper(sections: Section[]): FullText {
  return {
    paperId: '2601.01234',
    origin: 'arxiv-html',
    sections,
    figures: [{ label: 'Figure 1', caption: 'A lamp.' }],
    tables: [],
    references: [],
    warnings: [],
  }
}

const WHOLE = paper([
  section('Introduction'),
  section('Related Work'),
  section('Lamp Model'),
  section('Experiments'),
  section('Limitations'),
  section('Acknowledgements', { kind: 'acknowledgements' }),
  section('Proofs', { kind: 'appendix' }),
])
const size = (parts: readonly { heading: string; text: string }[]): number =>
  parts.reduce((sum, { heading, text }) => sum + heading.length + text.length, 0)

describe('choosing sections', () => {
  it('names what each section tells, and leaves out what no field needs', () => {
    const chosen = selectSections(WHOLE, { maxChars: 1_000_000 })
    expect(chosen.map(({ heading, role }) => `${heading}: ${role}`)).toEqual([
      'Introduction: problem',
      'Related Work: other',
      'Lamp Model: method',
      'Experiments: results',
      'Limitations: conclusion',
    ])
  })

  it('gives the whole text where the budget allows', () => {
    expect(selectSections(WHOLE, { maxChars: 1_000_000 }).every(({ text }) => text === LONG)).toBe(true)
  })

  it('keeps something of every field within a small budget, and cuts at the end of a sentence', () => {
    const chosen = selectSections(WHOLE, { maxChars: 4000 })
    expect(chosen.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['problem', 'method', 'results', 'conclusion']),
    )
    expect(chosen.every(({ text }) => text.endsWith('. …'))).toBe(true)
  })

  it('lets a subsection follow its section', () => {
    const chosen = selectSections(paper([section('Evaluation'), section('Moths at dusk', { level: 2 })]), {
      maxChars: 100_000,
    })
    expect(chosen.map(({ role }) => role)).toEqual(['results', 'results'])
  })

  it('goes by place where headings tell nothing', () => {
    const chosen = selectSections(paper(['Dusk', 'Wick', 'Night', 'Dawn'].map(heading => section(heading))), {
      maxChars: 100_000,
    })
    expect(chosen.map(({ role }) => role)).toEqual(['problem', 'method', 'method', 'conclusion'])
  })

  it('shows a figure by its caption', () => {
    const chosen = selectSections(
      paper([
        section('Results', {
          blocks: [
            { kind: 'figure', ref: 0 },
            { kind: 'table', ref: 9 },
          ],
        }),
      ]),
      { maxChars: 1000 },
    )
    expect(chosen[0]?.text).toBe('Figure 1: A lamp.')
  })

  it('never passes the budget', () => {
    const anySection = fc.record({
      heading: fc.constantFrom('Introduction', 'Method', 'Data', 'Results', 'Conclusion', 'Moths'),
      text: fc.string({ maxLength: 3000 }),
    })
    fc.assert(
      fc.property(fc.array(anySection, { maxLength: 12 }), fc.nat(20_000), (parts, maxChars) => {
        expect(
          size(
            selectSections(paper(parts.map(({ heading, text }) => section(heading, { text }))), { maxChars }),
          ),
        ).toBeLessThanOrEqual(maxChars)
      }),
    )
  })
})
