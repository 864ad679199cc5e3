/** Finds words of opposed pairs in a sentence of the source and in a text of the brief. */
import { CUES } from '../english-cues.ts'
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import { opposedPairs } from './opposed-pairs.ts'

export interface Opposite {
  pair: number
  side: 0 | 1
  /** Index of the word in the source; place in the text of the brief. */
  start: number
  end: number
  /** Shows its side, or allows it, and accuses nobody. */
  isSoft: boolean
}

/** What a negation stands before speaks for neither side: "not similar". */
export function readSourceOpposites({ words }: SourceSentence): Opposite[] {
  const found: Opposite[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    // Most words are of no pair, and there are many.
    if (!word || word.opposed.length === 0) continue
    const isOpen = isDenied(words, at) || isPassive(words, at)
    for (const { pair, side, rest, isSoft } of word.opposed) {
      if (rest.length > 0 && !rest.every((part, index) => matches(words[at + 1 + index]?.text, part)))
        continue
      const end = at + 1 + rest.length
      found.push({ pair, side, start: at, end, isSoft: isSoft || isOpen })
      if (isOpen) found.push({ pair, side: side === 0 ? 1 : 0, start: at, end, isSoft: true })
    }
  }
  return found
}

/** "Outperformed by": the other one is the better. */
function isPassive(words: readonly SourceWord[], at: number): boolean {
  return words[at + 1]?.text === 'by' && words[at]?.text.endsWith('ed') === true
}

function matches(word: string | undefined, part: string): boolean {
  if (word === undefined) return false
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part
}

const DENIED_REACH = 3

function isDenied(words: readonly SourceWord[], at: number): boolean {
  for (let before = Math.max(0, at - DENIED_REACH); before < at; before++) {
    const { cues = 0, part } = words[before] ?? {}
    if ((cues & (CUES.negation | CUES.reserve)) !== 0 && part === words[at]?.part) return true
  }
  return false
}

// 不太相似, 并非局部, 难以提高.
const DENIAL =
  /(?:[不未没无非免别勿缺乏]|没有|无法|不能|未能|难以|避免|防止|而非|无需|无须|毋需|不需要?|不要求|不依赖)(?:[太很再会能够应更是法有曾])?$/

// 一致性不足, 准确率欠佳.
const LACK =
  /^[性度率力]?(?:的?[严尚仍也都均更较很太]?(?:不足|不够|不佳|欠佳|欠缺|缺失|缺乏|匮乏|有限|丧失|堪忧|存疑|[差低弱]))/
const LACK_REACH = 6

// 解开情感与立场的纠缠: what is undone is there no more.
const UNDOES =
  /(?:不随|不因|不受|无论|不论|不管|解开|解除|消除|打破|突破|攻克|冲破|摆脱|减少|减轻|缓解|克服|抵消|去除|规避|化解)[^，。；：]{0,10}$/
const UNDONE_REACH = 14

/** 过去 is no word of 通过去中心化, 不依赖 none of 不得不依赖. */
function isUncut(_: unknown, text: string, at: number): boolean {
  if (text.charAt(at) === '不') return !text.startsWith('不得', at - 2)
  return !(text.charAt(at) === '过' && /[通经超透]/.test(text.charAt(at - 1)))
}

/** The longest words first: 不相似 is not 相似. */
export function readBriefOpposites(text: string): Opposite[] {
  const opposites: Opposite[] = []
  const { chinese } = opposedPairs()
  for (let at = 0; at < text.length; ) {
    const found = chinese.findAt(text, at, isUncut)
    if (!found) {
      at++
      continue
    }
    const end = at + found.word.length
    const isDenied =
      DENIAL.test(text.slice(Math.max(0, at - 5), at)) ||
      UNDOES.test(text.slice(Math.max(0, at - UNDONE_REACH), at)) ||
      LACK.test(text.slice(end, end + LACK_REACH))
    for (const { pair, side, isSoft } of found.senses) {
      opposites.push({ pair, side, start: at, end, isSoft: isSoft || isDenied })
      if (isDenied) opposites.push({ pair, side: side === 0 ? 1 : 0, start: at, end, isSoft: true })
    }
    at = end
  }
  return opposites
}
