/** Plants statements turned round: a negation dropped or added, a rise that becomes a fall. */
import type { CheckInput } from '../../src/check/check-input.ts'
import { isChinese, type Plant, proseFields, replaceStretch } from './plant.ts'

type Turn = readonly [from: RegExp, to: string]

// What the words mean in the sentence is turned by the change in nearly every place where they stand.
const chineseDropped: readonly Turn[] = [
  [/不(?:再)?需要|不需/, '需要'],
  [/无需|無需/, '需要'],
  [/无法|無法|不能(?!指望)/, '能够'],
  [
    /没有(?=任何|一个|获益|效果|影响|差异|优势|显著|发现|证据|变化|明显|找到|检测|做|模型|处理|可|统计|改变|考虑|减少)/,
    '有',
  ],
  [/并不(?!是)|並不/, '确实'],
  [/从未|從未/, '经常'],
  [/不会(?=出现|损失|影响|赢|公开|变|带来)/, '会'],
  [/不依赖/, '依赖'],
  [/不(?=显著|可靠|明确|充分|相关|适用|改变|包含|使用|考虑|接受)/, ''],
  [/未(?=见|能|发现|发生|公开|考虑)/, ''],
  [/不足以/, '足以'],
  [/不存在/, '存在'],
  [/不到(?=\d)/, '超过'],
  [/不应/, '应'],
]
const chineseAdded: readonly Turn[] = [
  [/(?<![不未并])需要(?!不)/, '不需要'],
  [/(?<!不)能够/, '无法'],
  [/(?<!不)可以/, '不可以'],
  [/(?<![不并])依赖(?=[于\p{Script=Han}])/u, '不依赖'],
  [/(?<![不没])有帮助/, '没有帮助'],
  [/(?<![不])有效(?=[地，。])/, '无效'],
  [/(?<![不])优于/, '不优于'],
  [/(?<![不])足够/, '不足'],
  [/(?<![不未])达到(?=了?\d)/, '未达到'],
  [/(?<!不)成立/, '不成立'],
]
const chineseTurned: readonly Turn[] = [
  [/提高|提升|上升|增加|增长/, '降低'],
  [/降低|下降|减少|降至|缩小|缩短/, '提高'],
  [/高于|高出|超过(?!了?一半)/, '低于'],
  [/(?<![不])低于/, '高于'],
  [/优于|胜过/, '劣于'],
  [/更快|更高|更好|更强/, '更差'],
]
const englishDropped: readonly Turn[] = [
  [/\b(does|do|did|is|are|was|were|can|could|has|have) not\b/, '$1'],
  [/\bcannot\b/, 'can'],
  [/\bno (?=evidence|excess|significant|benefit|effect|difference)/, ''],
  [/\bnever\b/, 'always'],
]
const englishTurned: readonly Turn[] = [
  [/\b(?:rises?|increases?|improves?)\b/, 'falls'],
  [/\b(?:falls?|decreases?|drops?|cuts)\b/, 'rises'],
  [/\bmore\b/, 'less'],
]

/** In Chinese and English; other languages turn statements in ways that a list does not cover. */
export function plantNegations(input: CheckInput): Plant[] {
  if (isChinese(input.brief.language))
    return plantTurns(input, { 'negation dropped': chineseDropped, 'negation added': chineseAdded })
  return isEnglish(input) ? plantTurns(input, { 'negation dropped': englishDropped }) : []
}

/** More becomes less, and better becomes worse. */
export function plantDirections(input: CheckInput): Plant[] {
  if (isChinese(input.brief.language)) return plantTurns(input, { 'direction turned': chineseTurned })
  return isEnglish(input) ? plantTurns(input, { 'direction turned': englishTurned }) : []
}

function isEnglish({ brief }: CheckInput): boolean {
  return /^en\b/.test(brief.language)
}

function plantTurns(input: CheckInput, turns: Record<string, readonly Turn[]>): Plant[] {
  return proseFields(input).flatMap(({ key, text }) =>
    Object.entries(turns).flatMap(([kind, pairs]) =>
      pairs.flatMap(([from, to]) =>
        [...text.matchAll(new RegExp(from, `${from.flags}g`))].map(({ 0: words, 1: kept = '', index }) =>
          replaceStretch({
            kind,
            input,
            key,
            start: index,
            end: index + words.length,
            by: to.replace('$1', kept),
          }),
        ),
      ),
    ),
  )
}
