import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatGlossaryCsv, parseGlossaryCsv } from './glossary-csv.ts'
import { findGlossaryFaults } from './glossary-faults.ts'
import { makeTerm } from './glossary-term.ts'

describe('parseGlossaryCsv', () => {
  it('reads source, target and note without a header', () => {
    const { rows, faults } = parseGlossaryCsv(
      'agent,智能体,"not, ""代理"""\n\n# a remark\nworld model,世界模型\n',
    )
    expect(faults).toEqual([])
    expect(rows.map(({ term, line }) => [line, term.source, term.target, term.note])).toEqual([
      [1, 'agent', '智能体', 'not, "代理"'],
      [4, 'world model', '世界模型', undefined],
    ])
  })

  it('reads the columns that a header names, in any order, with a byte order mark and Windows line ends', () => {
    const { rows } = parseGlossaryCsv('\ufefftarget,source,keep,avoid\r\n,token,yes,令牌|代币\r\n')
    expect(rows[0]?.term).toMatchObject({
      source: 'token',
      target: 'token',
      keep: true,
      avoid: ['令牌', '代币'],
    })
  })

  it('reads tabs', () => {
    expect(parseGlossaryCsv('agent\t智能体\n').rows).toHaveLength(1)
  })

  it.each([
    ['agent,\n', 1, 'the term has no target'],
    [',智能体\n', 1, 'the source is empty'],
    ['agent,智能体\n"x,y\n', 2, 'a quotation mark is never closed'],
    ['agent,智能体,note,more\n', 1, '4 cells where 3 columns are expected'],
    ['source,target,keep\nagent,智能体,maybe\n', 2, '"keep" is neither yes nor no'],
    ['source,target,colour\nagent,智能体,red\n', 1, 'the column "colour" is unknown'],
    [`agent,${'长'.repeat(200)}\n`, 1, '"target" is too long for a term'],
  ])('names line and fault of %j', (text, line, message) => {
    expect(parseGlossaryCsv(text).faults).toMatchObject([{ line, message }])
  })

  it('counts the lines inside a quoted cell', () => {
    expect(parseGlossaryCsv('a,"甲\n乙"\nb,\n').faults).toMatchObject([{ line: 3 }])
  })

  it('reads back what it writes', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    const text = fc.stringMatching(/^[智能体代理",#=x]{1,6}$/).filter(given => given.trim() !== '')
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(word, text, text), { selector: ([source]) => source }), given => {
        const terms = given.map(([source, target, note]) =>
          makeTerm(
            { source, target, note, keep: false, accept: [], avoid: [target], forms: [], except: [] },
            { scope: 'file' },
          ),
        )
        const again = parseGlossaryCsv(formatGlossaryCsv(terms))
        expect(again.faults).toEqual([])
        expect(again.rows.map(({ term }) => makeTerm(term, { scope: 'file' }))).toEqual(terms)
      }),
    )
  })

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const { rows, faults } = parseGlossaryCsv(text)
        expect(rows.length + faults.length).toBeLessThanOrEqual(text.length + 1)
      }),
    )
  })
})

describe('findGlossaryFaults', () => {
  const faultsOf = (text: string) =>
    findGlossaryFaults(parseGlossaryCsv(text).rows).map(({ message }) => message)

  it('finds a term that stands twice, and one that contradicts itself', () => {
    expect(faultsOf('agent,智能体\nAgents,智能体\nagent,代理\n')).toEqual([
      '"Agents" stands on line 1 already',
      '"agent" is "智能体" on line 1 and "代理" here',
    ])
  })

  it('finds a rendering that is both wanted and unwanted', () => {
    expect(faultsOf('source,target,avoid\nagent,智能体,代理|智能体\n')).toEqual([
      '"智能体" is both wanted and to be avoided for "agent"',
    ])
  })

  it('finds markup', () => {
    expect(faultsOf('agent,**智能体**\n')).toEqual(['"**智能体**" contains markup'])
  })

  it('finds columns that were given the other way round', () => {
    expect(faultsOf('智能体,agent\n')).toEqual(['the source "智能体" has no word in Latin letters'])
  })
})

describe('the bundled glossary', () => {
  const { rows, faults } = parseGlossaryCsv(
    readFileSync(new URL('../../glossaries/zh-Hans.csv', import.meta.url), 'utf8'),
  )

  it('has four hundred terms or more, and no fault', () => {
    expect([...faults, ...findGlossaryFaults(rows)]).toEqual([])
    expect(rows.length).toBeGreaterThanOrEqual(400)
  })

  it('has Chinese renderings for all terms but those that stay in English', () => {
    const latin = rows.filter(({ term }) => !term.keep && !/\p{Script=Han}/u.test(term.target ?? ''))
    expect(latin.map(({ term }) => term.source)).toEqual([])
  })

  it('has no unwanted rendering that a wanted one of the same term ends or begins with', () => {
    const hidden = rows.flatMap(({ term }) =>
      term.avoid.filter(other => [term.target ?? '', ...term.accept].some(wanted => wanted.includes(other))),
    )
    expect(hidden).toEqual([])
  })
})
