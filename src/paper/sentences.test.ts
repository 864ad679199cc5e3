/** Tests of splitSentences. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.ts'

// Written with `|` where a cut is expected.
describe('splitSentences in Latin scripts', () => {
  it.each([
    ['plain sentences', 'We propose a method. | It works! | Does it scale? | Yes.'],
    ['abbreviations', 'Models, e.g. BERT, i.e. Encoders vs. Decoders, are used. | See Fig. 3 and Eq. (2).'],
    ['et al.', 'Smith et al. [3] and Wu et al. Attention models fail. | By Li et al. | We differ.'],
    ['numbers before a point', 'It costs No. 5 approx. 3.5 GB in v1.2.3. | The answer is no. | Another one.'],
    ['years and units', 'Released in 2024. | It takes 100 ms. | These figures hold.'],
    ['dotted capitals', 'Hospitals in the U.S. Army use it. | We test in the U.S. | We find no effect.'],
    ['initials', 'As J. R. Smith and C. S. Peirce said, it is so. | We follow plan B. | The rest is open.'],
    ['firms and exclaimed names', 'Acme Inc. Research and Yahoo! Answers agree. | Yahoo! is a firm.'],
    ['links', 'Code: https://example.org/a.b?c=d!e. | Data at www.example.org/v1.0.'],
    ['quotes and brackets', 'They said “it works.” | (So do we.) | He asked "why?" | "Because."'],
    ['titles with a question', 'What Changed? | Detecting Edits with Models'],
    [
      'small-letter names',
      'We use a server. | vLLM is fast. | mT5 is small. | x-vectors vs. d-vectors are not.',
    ],
    ['going on in small letters', 'We ask “is it so?” and answer ... yes, it is etc. and so on.'],
    ['ellipses', 'It grows ... | We stop it… | Then we go on.'],
    ['formulas', 'Let $f(x. Y) = 2. Z$ hold. | A $\\sim$2. x gain. | Is $x = 1.$ | We say so.'],
    ['prices', 'It costs $5. | We pay $10 or $5-$10 in all. | They do not.'],
    ['bracketed formulas', 'Given \\(a. B\\) and \\[c. D\\] and $$e. F$$ we stop. | \\method does not.'],
    ['enumerations', 'Steps are: 1. Read it. | 2. Write it. | (iii) Check it. | (4) Publish it.'],
    ['a lost space', 'We give results.|We propose X (RE).|However, Node.js and torch.Tensor stay.'],
    ['journal names', 'In Phys. Rev. Lett. 3 we read it. | In Proc. Natl. Acad. | This is new.'],
    ['citations after the stop', 'It was shown. | [12] It was seen.'],
  ])('cuts rightly: %s', (_, marked) => {
    const expected = marked.split('|').map(part => part.trim())
    const text = marked.replace(/ \| /g, ' ').replace(/\|/g, '')
    expect(splitSentences(text, 'en')).toEqual(expected)
  })

  it('ends a sentence at a blank line and before list items, not at a wrapped line', () => {
    const text = 'A title\n\nA wrapped\nline goes on:\n- first;\n- second.\n1. Third\nand more.'
    expect(splitSentences(text, 'en')).toEqual([
      'A title',
      'A wrapped\nline goes on:',
      '- first;',
      '- second.',
      '1. Third\nand more.',
    ])
  })

  it('knows abbreviations of the language asked for', () => {
    expect(splitSentences('Modelle, z.B. Netze bzw. Bäume, lernen. Abb. 3 zeigt es.', 'de')).toEqual([
      'Modelle, z.B. Netze bzw. Bäume, lernen.',
      'Abb. 3 zeigt es.',
    ])
  })
})

describe('splitSentences in Chinese and Japanese', () => {
  it.each([
    ['full-width marks', '我们提出方法。|它有效吗？！|有效；|结束！'],
    ['closing quotes and brackets', '他说：“它有效。”|（见图。）|我们同意。'],
    ['a quotation inside', '我们回答“什么是智能？”的问题，以及《你好！》一书。|完。'],
    ['ellipses', '包括视觉、语言……等任务。|我们继续……|下一步。'],
    ['numbers and links', '准确率为3.5%，见https://a.org/b.c?d=e。|模型v1.2更好。'],
    ['half-width stops', '这是第一句. |这是第二句! |BERT很好.|结束。'],
    ['Japanese', '手法を提案する。|「有効か？」と問う。|結果は良好である。'],
    ['English stop before Chinese', 'We use BERT. |我们使用它。'],
    ['initials in brackets', '美国劳工部（U.S. Department of Labor）统计。|结束。'],
  ])('cuts rightly: %s', (_, marked) => {
    const expected = marked.split('|').map(part => part.trim())
    expect(splitSentences(marked.replace(/\|/g, ''), 'zh-Hans')).toEqual(expected)
  })
})

describe('splitSentences on any input', () => {
  const pieces = fc.constantFrom(
    ...[
      '. ',
      '! ',
      '。',
      '…',
      '$',
      '\\(',
      '\n\n',
      '\n- ',
      ' e.g. ',
      ' et al. ',
      '“',
      '”',
      '(',
      ')',
      '3.',
      'We ',
    ],
  )
  const wild = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary' }), fc.lorem()))
    .map(parts => parts.join(''))

  it('loses no character but white space', () => {
    fc.assert(
      fc.property(wild, fc.constantFrom('en', 'zh-Hans', 'ja', 'de', ''), (text, language) => {
        const sentences = splitSentences(text, language)
        expect(sentences.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(sentences.every(sentence => sentence !== '' && sentence.trim() === sentence)).toBe(true)
      }),
    )
  })

  it.each(['.', '. ', '$', '\\(', '$$', '\n', ' ', 'a', '")', '…', '。”', '1. ', 'A. ', '\\'])(
    'takes linear time on 400,000 times %j',
    unit => {
      const startedAt = performance.now()
      splitSentences(unit.repeat(400_000), 'en')
      expect(performance.now() - startedAt).toBeLessThan(3_000)
    },
  )
})
