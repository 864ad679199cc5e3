/** Plants faults of whole sentences: one lost, one added, one said twice, a text cut off or running in a circle. */
import type { CheckInput } from '../../src/check/check-input.ts'
import type { Random } from './open-random.ts'
import { findSentences, isChinese, type Plant, proseFields, replaceStretch } from './plant.ts'

// Less than a clause of its own may as well stand merged elsewhere.
const MIN_SENTENCE = 10

/** For translations; each sentence that is long enough by itself. */
export function plantLostSentences(input: CheckInput): Plant[] {
  if (input.form.coverage !== 'whole') return []
  return proseFields(input).flatMap(({ key, text }) => {
    const sentences = findSentences(text)
    if (sentences.length < 3) return []
    return sentences
      .filter(sentence => sentence.text.length >= MIN_SENTENCE)
      .map(({ start, end }) => {
        const at = sentences.findIndex(sentence => sentence.start === start)
        const where = at === 0 ? 'first' : at === sentences.length - 1 ? 'last' : 'middle'
        return replaceStretch({ kind: `${where} sentence lost`, input, key, start, end, by: '' })
      })
  })
}

const additions: Record<string, string[]> = {
  zh: [
    '此外，该方法已在三家医院完成部署，并获得了监管部门的批准。',
    '作者还与工业界合作，将其集成到一款面向消费者的产品之中。',
    '实验在8块H100显卡上进行，总共耗时两周。',
    '这一成果获得了该领域顶级会议的最佳论文奖。',
  ],
  'zh-Hant': ['此外，該方法已在三家醫院完成部署，並獲得了監管部門的批准。'],
  ja: ['さらに、本手法は三つの病院で導入され、規制当局の承認を得ている。'],
  de: [
    'Darüber hinaus wurde das Verfahren in drei Krankenhäusern eingeführt und von den Behörden zugelassen.',
  ],
  fr: ['En outre, la méthode a été déployée dans trois hôpitaux et approuvée par les autorités compétentes.'],
  en: ['In addition, the method was deployed in three hospitals and approved by the regulator.'],
}

/** A statement that the paper does not make, behind a sentence of the text. */
export function plantAddedSentences(input: CheckInput, random: Random): Plant[] {
  const { language } = input.brief
  const known = additions[language] ?? additions[language.slice(0, 2)]
  if (!known) return []
  return proseFields(input).flatMap(({ key, text }) => {
    const sentences = findSentences(text)
    const behind = sentences[random.below(sentences.length)]
    if (!behind || key === 'gist') return []
    const blank = isChinese(language) || language === 'ja' ? '' : ' '
    const place = { input, key, start: behind.end, end: behind.end }
    return [replaceStretch({ ...place, kind: 'sentence added', by: blank + random.choose(known) })]
  })
}

/** Anywhere but at the end of a sentence or of a link. */
export function plantTruncations(input: CheckInput, random: Random): Plant[] {
  return proseFields(input).flatMap(({ key, text }) => {
    const cut = (kind: string, at: number): Plant[] => {
      const rest = text.slice(0, at)
      const isWhole = /[。！？.!?”」）)$]\s*$|https?:\/\/\S+$/.test(rest) || text.slice(at).trim() === ''
      return isWhole || rest.length < 8
        ? []
        : [replaceStretch({ kind, input, key, start: at, end: text.length, by: '' })]
    }
    const within = Math.floor(text.length * (0.2 + 0.75 * random.next()))
    const comma = [...text.matchAll(/[，、；]/g)].map(({ index }) => index)
    return [
      ...cut('cut anywhere', within),
      ...cut('last characters cut', text.length - 2 - random.below(8)),
      ...(comma.length > 0 ? cut('cut at a comma', random.choose(comma) + random.below(2)) : []),
    ]
  })
}

export function plantRepetitions(input: CheckInput, random: Random): Plant[] {
  return proseFields(input).flatMap(({ key, text }) => {
    const sentences = findSentences(text).filter(sentence => sentence.text.length >= MIN_SENTENCE)
    if (sentences.length === 0) return []
    const blank = /^(?:zh|ja)/.test(input.brief.language) ? '' : ' '
    const one = random.choose(sentences)
    const write = (kind: string, at: number, by: string): Plant =>
      replaceStretch({ kind, input, key, start: at, end: at, by })
    const tail = one.text.slice(-12)
    return [
      write('sentence at once again', one.end, blank + one.text.trim()),
      write('sentence again at the end', text.length, blank + one.text.trim()),
      ...(sentences.length > 1 ? [write('text twice', text.length, blank + text)] : []),
      write('phrase in a circle', one.end, blank + tail.repeat(6)),
    ]
  })
}
