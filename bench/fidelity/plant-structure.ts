/** Plants faults of form: a field missing, empty or of another kind, a placeholder, words to the user. */
import type { CheckInput } from '../../src/check/check-input.ts'
import type { Random } from './open-random.ts'
import { findSentences, isChinese, type Plant } from './plant.ts'

export function plantStructure(input: CheckInput, random: Random): Plant[] {
  const { fields, language } = input.brief
  const keys = Object.keys(fields)
  const key = random.choose(keys)
  const text = fields[key] ?? ''
  const { [key]: _, ...others } = fields
  const write = (kind: string, by: string, at = key): Plant => ({
    kind,
    fields: { ...fields, [at]: by },
    change: `${at}: "${by.slice(0, 60)}"`,
  })
  const prose = input.form.fields.filter(({ kind }) => kind === 'text').map(field => field.key)
  const body = random.choose(prose)
  return [
    { kind: 'field missing', fields: others, change: key },
    write('field empty', random.choose(['', '  ', '\n'])),
    write('placeholder', random.choose(placeholders)),
    write(
      'refusal',
      isChinese(language) ? '抱歉，我无法提供该论文的翻译。' : "I'm sorry, but I cannot help with that.",
    ),
    write(
      'words to the user',
      (isChinese(language) ? random.choose(prefaces) : 'Sure! Here is the translation:\n') + fields[body],
      body,
    ),
    { kind: 'unknown field', fields: { ...fields, notes: text }, change: 'notes' },
    ...plantKinds(input, write),
  ]
}

const placeholders = [
  'N/A',
  '暂无',
  'Summary generation failed',
  'TODO',
  '...',
  'null',
  '[翻译]',
  '无法生成摘要',
]
const prefaces = ['以下是翻译：', '好的，以下是论文摘要的翻译：\n', '译文：', '当然！这里是中文翻译：\n']

type Write = (kind: string, by: string, at: string) => Plant

/** What a field of its kind must not be. */
function plantKinds({ brief: { fields, language }, form }: CheckInput, write: Write): Plant[] {
  return form.fields.flatMap(({ key, kind }) => {
    const text = fields[key] ?? ''
    const stop = /^(?:zh|ja)/.test(language) ? '。' : '.'
    if (kind === 'line') return [write('line of two', `${text}\n${text}`, key)]
    if (kind === 'sentence') {
      const more = findSentences(fields.results ?? '')[0]?.text ?? ''
      return [write('two sentences for one', `${text.replace(/[。.]$/, '')}${stop} ${more}`, key)]
    }
    if (kind !== 'keywords') return []
    const words = text.split(/、|, /)
    return [
      write('one keyword', words[0] ?? '', key),
      write(
        'too many keywords',
        [...words, ...words.map(word => `${word}2`), 'A1', 'B2', 'C3'].join('、'),
        key,
      ),
      write('keyword twice', [words[0], ...words.slice(0, 3)].join('、'), key),
    ]
  })
}
