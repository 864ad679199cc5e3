import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fullTextSchema } from '../paper/full-text.ts'
import { readArxivHtml } from './arxiv-html.ts'

const SAMPLES = new URL('../../../shared/samples/arxiv-html/', import.meta.url)

/** File, the paper's id, and what is in it: sections, figures, tables, references. */
const READ: [string, string, number[]][] = [
  ['arxiv2023_view-as-html_sample_paper.html', '2101.00001', [8, 5, 1, 40]],
  ['arxiv2026_excerpt_2410.00260v2.html', '2410.00260', [3, 1, 0, 3]],
  ['arxiv2026_excerpt_2609.04056v1.html', '2609.04056', [2, 0, 0, 0]],
  ['llamapun_0903.1000.html', '0903.1000', [8, 0, 0, 7]],
  ['llamapun_1307.8133.html', '1307.8133', [10, 12, 2, 54]],
  ['llamapun_1311.0066.xhtml', '1311.0066', [16, 0, 0, 35]],
  ['llamapun_astro-ph9710163.html', 'astro-ph/9710163', [5, 5, 2, 63]],
  ['arxiv_browse_native_html_2403.10561v1.html', '2403.10561', [1, 0, 0, 0]],
]
const REDUCED = [
  'defuddle_141-arxiv-equation-tables.html',
  'defuddle_142-arxiv-multi-citations.html',
  'defuddle_143-arxiv-cross-references.html',
  'defuddle_144-arxiv-footnote-marks.html',
]

const load = (name: string): string => readFileSync(new URL(name, SAMPLES), 'utf8')

describe.skipIf(!existsSync(SAMPLES))('recorded pages in ../shared', () => {
  it.each(READ)('reads %s from ../shared', (name, id, counts) => {
    const text = fullTextSchema.parse(readArxivHtml({ html: load(name), id }))
    expect([text.sections.length, text.figures.length, text.tables.length, text.references.length]).toEqual(
      counts,
    )
    expect(JSON.stringify(text)).not.toMatch(
      /Report Issue|footnotemark|Experimental support|localStorage|\\\\displaystyle/,
    )
  })

  it.each(REDUCED)('reads %s from ../shared', name => {
    expect(readArxivHtml({ html: load(name), id: '2101.00001' }).sections).toHaveLength(1)
  })

  it('refuses the failed conversion in ../shared', () => {
    expect(() =>
      readArxivHtml({
        html: load('arxiv2026_rebuilt_2608.30667v1_conversion_failure.html'),
        id: '2608.30667',
      }),
    ).toThrow(expect.objectContaining({ code: 'read-conversion-failed' }))
  })
})
