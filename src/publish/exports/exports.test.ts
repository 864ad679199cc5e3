/** Tests of the exports that other programs read. */
import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { makeDigest, wildText } from '../../../test/wild-digest.ts'
import { exportBibtex } from './bibtex.ts'
import { exportCsl } from './csl.ts'
import { exportJsonl } from './jsonl.ts'
import { exportOpml } from './opml.ts'
import { exportRis } from './ris.ts'

const paper = {
  id: '2509.22622',
  title: 'LongTide: Real-time Models of 3D Tides at 50% & $L_2$ Cost',
  authors: ['Yukang Chen', 'Anna van der Berg', 'Tide and Ebb Team'],
  abstract: 'One.\n\nTwo_2.',
  doi: '10.1000/a_b',
  published: '2025-09-26',
}
const digest = makeDigest('bilingual', [{ paper }])

const wildDigests = fc
  .record({
    title: wildText,
    authors: fc.array(wildText, { maxLength: 3 }),
    abstract: wildText,
    comment: wildText,
  })
  .map(parts => makeDigest('bilingual', [{ paper: parts }, { paper: { ...parts, id: 'doi:10.1/x' } }]))

describe('exportBibtex', () => {
  it('writes an entry as arXiv does, with names and capitals kept', () => {
    expect(exportBibtex(digest)).toBe(
      [
        '@misc{chen2025longtide,',
        '  title = {{LongTide}: Real-time Models of {3D} Tides at 50\\% \\& $L_2$ Cost},',
        '  author = {Yukang Chen and Anna van der Berg and {Tide and Ebb Team}},',
        '  year = {2025},',
        '  eprint = {2509.22622},',
        '  archivePrefix = {arXiv},',
        '  primaryClass = {cs.CL},',
        '  doi = {10.1000/a_b},',
        '  url = {https://arxiv.org/abs/2509.22622},',
        '  abstract = {One. Two\\_2.},',
        '}\n',
      ].join('\n'),
    )
  })

  it('passes no command of a formula that does more than draw', () => {
    const hostile = makeDigest('bilingual', [{ paper: { title: '$\\input{/etc/passwd}$ and $\\alpha$' } }])
    expect(exportBibtex(hostile)).toContain(
      '{\\$\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{}\\$ and $\\alpha$}',
    )
  })

  it('stays one balanced entry for each paper, whatever their titles', () => {
    fc.assert(
      fc.property(wildDigests, wild => {
        const text = exportBibtex(wild)
        expect(text.match(/^@/gm)).toHaveLength(2)
        let depth = 0
        for (const [brace] of text.matchAll(/[{}]/g)) {
          depth += brace === '{' ? 1 : -1
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
        expect(text).not.toMatch(/\\(?:input|write|def|csname)/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('exportRis', () => {
  it('writes one tag a line', () => {
    expect(exportRis(digest).split('\r\n')).toEqual([
      'TY  - UNPB',
      'TI  - LongTide: Real-time Models of 3D Tides at 50% & $L_2$ Cost',
      'AU  - Chen, Yukang',
      'AU  - van der Berg, Anna',
      'AU  - Tide and Ebb Team',
      'PY  - 2025',
      'DA  - 2025/09/26',
      'PB  - arXiv',
      'AN  - arXiv:2509.22622',
      'DO  - 10.1000/a_b',
      'UR  - https://arxiv.org/abs/2509.22622',
      'KW  - cs.CL',
      'KW  - cs.AI',
      'AB  - One. Two_2.',
      'ER  - ',
      '',
    ])
  })

  it('holds one record for each paper, whatever their titles', () => {
    fc.assert(
      fc.property(wildDigests, wild => {
        const lines = exportRis(wild).split(/\r?\n|\r/)
        expect(lines.filter(line => line === 'ER  - ')).toHaveLength(2)
        for (const line of lines) expect(line).toMatch(/^(?:[A-Z][A-Z0-9] {2}- .*)?$/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('exportCsl', () => {
  it('writes an array of items', () => {
    expect(JSON.parse(exportCsl(digest))).toEqual([
      {
        id: 'chen2025longtide',
        type: 'article',
        title: paper.title,
        author: [
          { family: 'Chen', given: 'Yukang' },
          { family: 'van der Berg', given: 'Anna' },
          { literal: 'Tide and Ebb Team' },
        ],
        issued: { 'date-parts': [[2025, 9, 26]] },
        abstract: paper.abstract,
        DOI: '10.1000/a_b',
        number: 'arXiv:2509.22622',
        archive: 'arXiv',
        archive_location: '2509.22622',
        publisher: 'arXiv',
        keyword: 'cs.CL, cs.AI',
        URL: 'https://arxiv.org/abs/2509.22622',
      },
    ])
  })
})

describe('exportJsonl', () => {
  it('writes a paper with its listings and its brief on each line', () => {
    const listing = {
      paperId: paper.id,
      source: 'huggingface',
      date: '2025-09-30',
      votes: 3,
      kind: 'new' as const,
    }
    const [entry] = digest.entries
    const text = exportJsonl(digest, { listings: [listing, { ...listing, paperId: 'other' }] })
    expect(text.endsWith('}\n')).toBe(true)
    expect(JSON.parse(text)).toEqual({ ...entry?.paper, listings: [listing], brief: entry?.brief })
  })

  it('writes one line for each paper, whatever their titles', () => {
    fc.assert(
      fc.property(wildDigests, wild => {
        const lines = exportJsonl(wild).trimEnd().split('\n')
        expect(lines.map(line => JSON.parse(line).title)).toEqual(
          wild.entries.map(entry => entry.paper.title),
        )
      }),
    )
  })
})

describe('exportOpml', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    processEntities: true,
    trimValues: false,
  })

  it('links every paper of the digest', () => {
    expect(parser.parse(exportOpml(digest)).opml.body.outline).toMatchObject({
      type: 'link',
      url: 'https://arxiv.org/abs/2509.22622',
    })
  })

  it('stays one outline for each paper, whatever its title', () => {
    fc.assert(
      fc.property(wildDigests, wild => {
        const text = exportOpml(wild)
        expect(text.match(/<outline [^<>]*\/>/g)).toHaveLength(2)
        expect(text.match(/[<>]/g)).toHaveLength(22)
      }),
    )
  })
})
