import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TranslationEngine } from '../engines/engine.ts'
import { compileGlossary, findTerms } from '../paper/glossary.ts'
import { makeTerm, termSchema } from '../paper/glossary-term.ts'
import { translateSentences } from './translate-sentences.ts'

/** An engine that makes each text into what the function says, and remembers what it was asked. */
function engineThat(translate: (text: string, call: number) => string) {
  const asked: string[][] = []
  const engine: TranslationEngine = {
    kind: 'translator',
    name: 'bergamot',
    model: 'fake',
    async translate({ texts }) {
      asked.push([...texts])
      return texts.map(text => translate(text, asked.length))
    },
    async close() {},
  }
  return { engine, asked }
}

/** Every word of small letters becomes 词; marks, figures and punctuation stay. */
const faithful = (text: string) => text.replace(/(?<![\w[])[A-Za-z]?[a-z]{2,}(?![\w\]])/g, '词')

async function translate(
  sentence: string,
  engine: TranslationEngine,
  terms: { source: string; target: string }[] = [],
) {
  const glossary = compileGlossary(
    'zh-Hans',
    terms.map(term => makeTerm(termSchema.parse(term), { scope: 'file' })),
  )
  const all = await translateSentences([sentence], {
    engine,
    language: 'zh-Hans',
    names: new Set(),
    findTerms: text => findTerms(text, glossary),
  })
  return all.get(sentence) ?? { text: '', how: 'missing' }
}

describe('translateSentences', () => {
  it('keeps formulas, links, names and figures letter for letter', async () => {
    const { engine, asked } = engineThat(faithful)
    const sentence = 'With $a_1 = 2$, GPT-4o gains 12.5% over 8 billion words (https://a.b/c_d).'
    const { text, how } = await translate(sentence, engine)
    expect(how).toBe('whole')
    for (const kept of ['$a_1 = 2$', 'GPT-4o', '12.5%', '80亿', '（https://a.b/c_d）。'])
      expect(text).toContain(kept)
    expect(asked[0]?.[0]).not.toMatch(/GPT|12\.5|billion|https|\$/)
  })

  it('asks once where nothing is lost, and once for a sentence that comes twice', async () => {
    const { engine, asked } = engineThat(faithful)
    await translateSentences(['We use GPT-4.', 'We use GPT-4.'], {
      engine,
      language: 'zh-Hans',
      names: new Set(),
    })
    expect(asked).toHaveLength(1)
    expect(asked[0]).toHaveLength(1)
  })

  it('tries marks of another kind where one is lost', async () => {
    const { engine, asked } = engineThat(text => faithful(text).replace(/X\d/, ''))
    const { text, how } = await translate('We train GPT-4 here.', engine)
    expect(how).toBe('whole')
    expect(text).toContain('GPT-4')
    expect(asked[1]?.[0]).toContain('[71]')
  })

  it('reads marks that the model wrote full-width or with blanks', async () => {
    const { engine } = engineThat(text => faithful(text).replace('X1', 'Ｘ １'))
    expect((await translate('We train GPT-4 here.', engine)).text).toContain('GPT-4')
  })

  it('translates between the marks where no kind of mark survives', async () => {
    const { engine } = engineThat(text => faithful(text.replace(/[A-Z]\d|\[\d+\]/g, '')))
    const { text, how } = await translate('We train GPT-4 on ImageNet here.', engine)
    expect(how).toBe('pieces')
    expect(text).toMatch(/词 GPT-4 词 ImageNet 词。/)
  })

  it('leaves the sentence as it is where a piece comes back empty', async () => {
    const { engine } = engineThat(() => '')
    expect(await translate('We train GPT-4 here.', engine)).toEqual({
      text: 'We train GPT-4 here.',
      how: 'source',
    })
  })

  it('protects a whole number that the first translation lost', async () => {
    const { engine } = engineThat(text => faithful(text).replace(/(?<![\w[])57(?![\w\]])/, '很多'))
    expect((await translate('We use 57 layers.', engine)).text).toContain('57')
  })

  it('takes a small number in words for kept', async () => {
    const { engine, asked } = engineThat(text => faithful(text).replace('5', '五'))
    expect((await translate('We use 5 layers.', engine)).text).toContain('五')
    expect(asked).toHaveLength(1)
  })

  it('puts in the rendering of a glossary term that the model rendered otherwise', async () => {
    const { engine, asked } = engineThat(faithful)
    const { text } = await translate('We train a neural network.', engine, [
      { source: 'neural network', target: '神经网络' },
    ])
    expect(text).toContain('神经网络')
    expect(asked).toHaveLength(2)
  })

  it('keeps the first translation where the protected term only makes it worse', async () => {
    const { engine } = engineThat((_, call) => (call === 1 ? '词词。' : ''))
    const { text } = await translate('We train a neural network.', engine, [
      { source: 'neural network', target: '神经网络' },
    ])
    expect(text).toBe('词词。')
  })

  it('sends nothing that is too long to be a sentence', async () => {
    const { engine, asked } = engineThat(faithful)
    expect((await translate('word '.repeat(1000), engine)).how).toBe('source')
    expect(asked).toEqual([])
  })

  // Numbered by their place, so that each is there once.
  const kinds: ((at: number) => [string, string])[] = [
    at => [`$x_{${at}}$`, `$x_{${at}}$`],
    at => [`Net${at}A`, `Net${at}A`],
    at => [`${at}.5%`, `${at}.5%`],
    at => [`https://a.b/c${at}x`, `https://a.b/c${at}x`],
    at => [`${at}.25 billion`, `${at}.25亿`.replace(/(\d+)\.25亿/, '$12.5亿')],
  ]
  const span = fc.constantFrom(...kinds)
  const noise = fc.constantFrom(
    'we',
    'show that',
    '7',
    '(and)',
    'so,',
    'X1',
    '[71]',
    'Z9',
    'N3',
    '\ue000',
    'α = 3',
  )
  const damage = fc.constantFrom('keep', 'drop', 'double', 'reorder', 'mangle', 'invent', 'empty', 'shout')

  it('has every protected span exactly once, or the sentence as it is, whatever the engine does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(span, noise), { minLength: 1, maxLength: 14 }),
        fc.array(damage, { minLength: 1, maxLength: 5 }),
        async (parts, damages) => {
          const words = parts.map((part, at): [string, string | undefined] =>
            typeof part === 'string' ? [part, undefined] : part(10 + at),
          )
          const sentence = `${words.map(([word]) => word).join(' ')}.`
          let call = 0
          const { engine } = engineThat(text =>
            spoil(faithful(text), damages[call++ % damages.length] ?? 'keep'),
          )
          const { text, how } = await translate(sentence, engine)
          if (how === 'source') expect(text).toBe(sentence)
          else {
            for (const [, restored] of words) if (restored) expect(text.split(restored)).toHaveLength(2)
            expect(text).not.toMatch(/[\ue000-\uf8ff]/)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

const MARK = /[XZKVNMYW]\d+|\[\d+\]/g

function spoil(text: string, how: string): string {
  const marks = text.match(MARK) ?? []
  if (how === 'empty') return ''
  if (how === 'drop') return text.replace(MARK, '')
  if (how === 'double') return text.replace(MARK, mark => `${mark} ${mark}`)
  if (how === 'invent') return `${text} X42 [88] N17`
  if (how === 'mangle') return text.replace(MARK, mark => `${mark}a`)
  if (how === 'shout') return text.toUpperCase()
  if (how === 'reorder') {
    const turned = marks.toReversed()
    return text.replace(MARK, () => turned.shift() ?? '')
  }
  return text
}
