import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FullText } from '../paper/full-text.ts'
import { readArxivHtml } from './arxiv-html.ts'
import { ReadError } from './read-error.ts'

const MATH = `<math id="m" class="ltx_Math" alttext="\\displaystyle x_{i}" display="inline"><semantics><msub><mi>x</mi><mi>i</mi></msub><annotation encoding="application/x-tex">x_{i}</annotation></semantics></math>`
const FILLER =
  'The lamp of the northern pier burns all night, and nobody has ever counted the moths around it.'

/** A page as arXiv serves it: chrome, watermark, article, footer. */
function page(
  article: string,
  { title = 'Lamps', head = '', watermark = 'arXiv:2601.01234v2 [cs.CL] 09 Jan 2026' } = {},
): string {
  return `<!DOCTYPE html><html lang="en"><head><title>${title}</title>${head}<script>steal()</script></head><body>
<dialog id="modal-form"><h5>Report GitHub Issue</h5><p>Description:</p></dialog>
<header class="arxiv-html-header"><a href="/">Back to arXiv</a></header>
<nav class="ltx_page_navbar"><nav class="ltx_TOC"><ol><li>1 Introduction</li></ol></nav></nav>
<div class="ltx_page_main"><div id="infobox"><a id="license-tr">License: CC BY 4.0</a><div id="watermark-tr">
${watermark}</div></div><div class="ltx_page_content"><article class="ltx_document">${article}</article></div></div>
<footer class="arxiv-html-footer"><p>Instructions for reporting errors</p></footer></body></html>`
}

const ABSTRACT = `<div class="ltx_abstract"><h6 class="ltx_title ltx_title_abstract">Abstract</h6><p class="ltx_p">${FILLER}</p></div>`
const paragraph = (html: string): string => `<div class="ltx_para"><p class="ltx_p">${html}</p></div>`
const section = (html: string): string =>
  `<section id="S1" class="ltx_section"><h2 class="ltx_title ltx_title_section"><span class="ltx_tag ltx_tag_section">1 </span>Light</h2>${html}</section>`

function read(article: string, options?: Parameters<typeof page>[1]): FullText {
  return readArxivHtml({ html: page(ABSTRACT + article, options), id: '2601.01234' })
}

const firstText = (text: FullText): string => {
  const block = text.sections[0]?.blocks[0]
  return block?.kind === 'paragraph' ? block.text : ''
}

const codeOf = (html: string): string => {
  try {
    readArxivHtml({ html, id: '2601.01234' })
    return 'read'
  } catch (error) {
    return error instanceof ReadError ? error.code : 'no ReadError'
  }
}

describe('reading LaTeXML pages', () => {
  it('keeps the article and drops the chrome around it', () => {
    const text = read(
      `<h1 class="ltx_title ltx_title_document">Lamps<br class="ltx_break">and moths</h1>${section(paragraph(FILLER))}`,
    )
    expect(text.title).toBe('Lamps and moths')
    expect(text.version).toBe(2)
    expect(JSON.stringify(text)).not.toMatch(/steal|Report|Instructions|License|Back to arXiv/)
  })

  it('writes an inline formula once, as TeX', () => {
    expect(firstText(read(section(paragraph(`Let ${MATH} be bright. ${FILLER}`))))).toMatch(
      /^Let \$x_\{i\}\$ be bright\./,
    )
  })

  it('puts a footnote into its sentence once, without its mark', () => {
    const note =
      '<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>Or a moon.</span></span></span>'
    expect(firstText(read(section(paragraph(`It needs a lamp.${note} ${FILLER}`))))).toBe(
      `It needs a lamp. [footnote: Or a moon.] ${FILLER}`,
    )
  })

  it('drops footnote marks that point to the authors', () => {
    const mark =
      '<span class="ltx_note ltx_role_footnotemark"><sup class="ltx_note_mark">2</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">2</sup><span class="ltx_note_type">footnotemark: </span><span class="ltx_tag ltx_tag_note">2</span></span></span></span>'
    expect(firstText(read(section(paragraph(`Rana Oslo${mark}, and ${FILLER}`))))).toBe(
      `Rana Oslo, and ${FILLER}`,
    )
  })

  it('keeps citations as their marks', () => {
    expect(
      firstText(
        read(
          section(
            paragraph(
              `Known <cite class="ltx_cite">[<a href="#bib.bib3">3</a>, <a href="#bib.bib7">7</a>]</cite>. ${FILLER}`,
            ),
          ),
        ),
      ),
    ).toMatch(/^Known \[3, 7\]\./)
  })

  it('gives one formula for each row of an aligned display', () => {
    const row = (number: string): string =>
      `<tr class="ltx_equation"><td>${MATH}</td><td>${MATH}</td><td class="ltx_eqn_eqno"><span class="ltx_tag ltx_tag_equation">(${number})</span></td></tr>`
    const text = read(
      section(
        `${paragraph(FILLER)}<table class="ltx_equationgroup ltx_eqn_table"><tbody>${row('4a')}${row('4b')}</tbody></table>`,
      ),
    )
    expect(text.sections[0]?.blocks.slice(1)).toEqual([
      { kind: 'formula', tex: 'x_{i} x_{i}', number: '4a' },
      { kind: 'formula', tex: 'x_{i} x_{i}', number: '4b' },
    ])
  })

  it('spreads cells over rows and columns as empty ones', () => {
    const table = `<figure class="ltx_table"><figcaption class="ltx_caption"><span class="ltx_tag ltx_tag_table">Table 2: </span>Moths.</figcaption><table class="ltx_tabular"><thead><tr><th colspan="2">Night</th><th>Day</th></tr></thead><tbody><tr><td rowspan="2">a</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table></figure>`
    expect(read(section(paragraph(FILLER) + table)).tables).toEqual([
      {
        label: 'Table 2',
        caption: 'Moths.',
        rows: [
          ['Night', '', 'Day'],
          ['a', '1', '2'],
          ['', '3', '4'],
        ],
        headerRows: 1,
      },
    ])
  })

  it.each([
    ['2601.01234v2/fig.png', '', 'https://arxiv.org/html/2601.01234v2/fig.png'],
    ['x1.png', '', 'https://arxiv.org/html/2601.01234v2/x1.png'],
    ['x1.png', '<base href="/html/2601.01234v1/">', 'https://arxiv.org/html/2601.01234v1/x1.png'],
    ['https://tracker.example/x.png', '', undefined],
    ['x1.png', '<base href="https://tracker.example/">', undefined],
    ['data:image/png;base64,AAAA', '', undefined],
    ['javascript:alert(1)', '', undefined],
  ])('links the image %s with head "%s" to %s', (source, head, address) => {
    const figure = `<figure class="ltx_figure"><img src="${source}"><figcaption class="ltx_caption"><span class="ltx_tag">Figure 1: </span>A lamp.</figcaption></figure>`
    expect(read(section(paragraph(FILLER) + figure), { head }).figures[0]?.image).toBe(address)
  })

  it('takes each captioned panel of a frame without a caption as a figure', () => {
    const panel = (name: string): string =>
      `<figure class="ltx_figure"><figcaption class="ltx_caption">${name}</figcaption></figure>`
    const text = read(
      section(
        `${paragraph(FILLER)}<figure class="ltx_figure">${panel('Figure 1: Left.')}${panel('Figure 2: Right.')}</figure>`,
      ),
    )
    expect(text.figures).toEqual([
      { label: 'Figure 1', caption: 'Left.' },
      { label: 'Figure 2', caption: 'Right.' },
    ])
  })

  it('reads references with their ids, and never as a section', () => {
    const item = `<li id="bib.bib1" class="ltx_bibitem"><span class="ltx_tag ltx_tag_bibitem">[1]</span><span class="ltx_bibblock">A. Moth.</span><span class="ltx_bibblock">Lamps. arXiv preprint arXiv:1908.10084v3, 2019. doi:10.1000/xyz(1).</span></li>`
    const text = read(
      `${section(paragraph(FILLER))}<section class="ltx_bibliography"><h2 class="ltx_title">References</h2><ul class="ltx_biblist">${item}</ul></section>`,
    )
    expect(text.references).toEqual([
      {
        label: '[1]',
        text: 'A. Moth. Lamps. arXiv preprint arXiv:1908.10084v3, 2019. doi:10.1000/xyz(1).',
        arxivId: '1908.10084',
        doi: '10.1000/xyz(1)',
      },
    ])
    expect(text.sections).toHaveLength(1)
  })

  it('keeps a list below the item that holds it, and code with its indents', () => {
    const list =
      '<ul class="ltx_itemize"><li class="ltx_item"><span class="ltx_tag ltx_tag_item">•</span><div class="ltx_para"><p class="ltx_p">Wick.</p></div></li><li class="ltx_item"><span class="ltx_tag ltx_tag_item">•</span> Oil.</li></ul>'
    const text = read(
      section(`${paragraph(FILLER)}${list}<pre class="ltx_verbatim">if dark:\n    light()</pre>`),
    )
    expect(text.sections[0]?.blocks.slice(1)).toEqual([
      { kind: 'list', items: ['Wick.', 'Oil.'] },
      { kind: 'code', text: 'if dark:\n    light()' },
    ])
  })
})

describe('refusing pages', () => {
  it.each([
    [
      'a failed conversion',
      page(
        '<div class="ltx_para"><span class="ltx_ERROR undefined">\\newboolean</span><p class="ltx_p">long</p></div>',
        { title: 'Untitled Document' },
      ),
      'read-conversion-failed',
    ],
    [
      'another paper',
      page(ABSTRACT + section(paragraph(FILLER)), { watermark: 'arXiv:2601.99999v1 [cs.CL]' }),
      'read-wrong-paper',
    ],
    [
      'an error page',
      '<html><body><h1>Service unavailable</h1><p>Try again later.</p></body></html>',
      'read-nonsense',
    ],
    [
      'a page that says there is no HTML',
      "<html><body><h1>No HTML for '2601.01234'</h1><p>HTML is not available for the source.</p></body></html>",
      'read-not-available',
    ],
    ['nothing', '', 'read-nonsense'],
    ['endless nesting', '<div>'.repeat(300_000), 'read-nonsense'],
    [
      'endless unclosed emphasis',
      Array.from({ length: 5000 }, (_, index) => `<p><b id=${index}>x`).join(''),
      'read-nonsense',
    ],
    ['fifty megabytes', 'x'.repeat(50_000_000), 'read-too-large'],
  ])('refuses %s', (_, html, code) => {
    expect(codeOf(html)).toBe(code)
  })

  it('reads a page with a broken command, and says so', () => {
    const text = read(section(paragraph(`<span class="ltx_ERROR undefined">\\foo</span>${FILLER}`)))
    expect(firstText(text)).toBe(FILLER)
    expect(text.warnings.join(' ')).toContain('1 command could not be converted')
  })
})

describe('reading other HTML', () => {
  it('reads what authors wrote themselves', () => {
    const text = readArxivHtml({
      html: `<html><body><h1>Lamps</h1>By Rana Oslo<br/><h2>Abstract</h2><p>${FILLER}</p><h2>2. Oil</h2>Loose ${FILLER}<h3>2.1 Wicks</h3><ul><li>long</li><li>short</li></ul><h2>References</h2><ol><li>A. Moth, 2019.</li></ol></body></html>`,
      id: '2601.01234',
    })
    expect(text.title).toBe('Lamps')
    expect(text.abstract).toBe(FILLER)
    expect(text.sections.map(({ number, heading, level }) => [number, heading, level])).toEqual([
      [undefined, '', 1],
      ['2', 'Oil', 1],
      ['2.1', 'Wicks', 2],
    ])
    expect(text.references).toEqual([{ text: 'A. Moth, 2019.' }])
  })

  it('reads XHTML, where any element may close itself', () => {
    const html = `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head><body><div class="ltx_document"><div class="ltx_abstract"><p class="ltx_p">${FILLER}</p></div><div class="ltx_section"><h2 class="ltx_title"><a id="S1"/>One</h2><div class="ltx_para"/><p class="ltx_p">${FILLER}</p></div></div></body></html>`
    expect(readArxivHtml({ html, id: '2601.01234' }).sections).toEqual([
      { heading: 'One', level: 1, kind: 'body', blocks: [{ kind: 'paragraph', text: FILLER }] },
    ])
  })

  it('never fails but by ReadError, and lets no control character through', () => {
    const token = fc.constantFrom(
      '<section class="ltx_section">',
      '</section>',
      '<p class=ltx_p>',
      '<math alttext="\u0000x\u202e">',
      '<table class="ltx_tabular"><tr><td colspan=999999999 rowspan=-3>',
      '<figure class="ltx_table">',
      '<figcaption>',
      '<ul class=ltx_itemize><li>',
      '<span class="ltx_note">',
      '<svg>',
      '<![CDATA[',
      '<!--',
      '<script>',
      '</p>',
      '<h2 class=ltx_title>',
      'Words of some length here. ',
      '\u0007',
      '\ud800',
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), tokens => {
        const html = page(`${ABSTRACT}${section(paragraph(FILLER))}${tokens.join('')}`)
        try {
          const text = readArxivHtml({ html, id: '2601.01234' })
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is left is what is tested
          expect(JSON.stringify(text)).not.toMatch(/\\u00[01]|[\u0000-\u0009\u202e]|\\ud800/)
        } catch (error) {
          if (!(error instanceof ReadError)) throw error
        }
      }),
      { numRuns: 150 },
    )
  })
})
