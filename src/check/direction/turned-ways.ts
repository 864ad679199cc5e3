/** Finds ways that a brief turned round: 从现实到仿真 for "sim-to-real", "from B to A" for "from A to B". */
import { findAll } from '../../paper/find-all.ts'
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import type { Turn } from './negations.ts'
import { placesIn, type SentenceCase } from './sentence-case.ts'
import type { Span } from './tongue.ts'

interface Way {
  /** Where it begins and where it leads to. */
  from: Span
  to: Span
  /** 现实到仿真: without 从, so that only "sim-to-real" may be meant. */
  isBare: boolean
}

const REACH = 5
const TO = new Set(['to', 'into', 'toward', 'towards'])
const WAY =
  /(?:从|(?<![自理])由(?!于|面向))([^，。；：到至向为]{1,24}?)(?:迁移到|迁移至|转移到|扩展到|提高到|降低到|增加到|过渡到|泛化到|转换到|转换为|转化为|转变为|映射到|翻译成|转向|转为|变为|升至|降至|增至|到(?![达底处位来])|至(?![关今少多上此于])|[^，。；：从由到至]{0,6}?(?:生成|恢复|重建|重构|得到|预测|推断|提取|学习|合成|推导))([^，。；：从由]{1,16})|([^，。；：、的从由把将]{2,5})(?:到(?![达底处位来])|至(?![关今少多上此于]))([^，。；：、的从由]{2,5})/g

export function findTurnedWays(sentenceCase: SentenceCase): Turn[] {
  const { text, tongue, source, trace, isSure } = sentenceCase
  if (trace.bridge !== 'dictionary' || !isSure) return []
  const ways = listWays(text)
  if (ways.length === 0) return []
  return ways.flatMap((way): Turn[] => {
    const told = source.map(sentence => ({ sentence, ...countOrder(sentenceCase, sentence, way) }))
    const turned = told.find(({ crossed }) => crossed > 0)
    if (!turned || told.some(({ straight }) => straight > 0)) return []
    return [{ kind: 'exchange', quote: tongue.clauseAround(text, way.from.start), source: turned.sentence }]
  })
}

function listWays(text: string): Way[] {
  return findAll(text, WAY).flatMap(({ 0: all, 1: first, 2: second, 3: left, 4: right, index }) => {
    const [a, b] = [first ?? left, second ?? right]
    if (a === undefined || b === undefined) return []
    const from = index + all.indexOf(a)
    const to = index + all.length - b.length
    return [
      {
        from: { start: from, end: from + a.length },
        to: { start: to, end: to + b.length },
        isBare: first === undefined,
      },
    ]
  })
}

/** How often "to" has the two in this order, and how often in the other. */
function countOrder(
  sentenceCase: SentenceCase,
  { words, text }: SourceSentence,
  way: Way,
): { straight: number; crossed: number } {
  const count = { straight: 0, crossed: 0 }
  const compounds = text.toLowerCase()
  const has = (list: readonly SourceWord[], span: Span): boolean =>
    list.some(each =>
      placesIn(sentenceCase, each).some(place => place.start >= span.start && place.end <= span.end),
    )
  /** "Recovers B from A". */
  const addSource = (word: SourceWord, at: number): void => {
    const behind = words.slice(at + 1, at + 1 + REACH).filter(({ part }) => part === word.part)
    if (behind.some(({ text: other }) => TO.has(other))) return
    const before = words.slice(Math.max(0, at - REACH), at)
    if (has(behind, way.from) && has(before, way.to)) count.straight++
    else if (has(behind, way.to) && has(before, way.from)) count.crossed++
  }
  words.forEach((word, at) => {
    if (word.text === 'from' && sentenceCase.isWhole && !way.isBare) addSource(word, at)
    if (!TO.has(word.text)) return
    const start = Math.max(0, at - REACH)
    const from = words.slice(start, at).findLastIndex(other => other.text === 'from')
    const left = words[at - 1]
    const isCompound = left !== undefined && compounds.includes(`${left.text}-to-`)
    if (!isCompound && (from < 0 || way.isBare)) return
    const before = isCompound ? [left] : words.slice(start + from + 1, at)
    const behind = words
      .slice(at + 1, at + 1 + (isCompound ? 1 : REACH))
      .filter(({ part }) => part === word.part)
    const straight = [has(before, way.from), has(behind, way.to)]
    const crossed = [has(before, way.to), has(behind, way.from)]
    // Of a compound one half is enough: its halves stand nowhere else.
    if (isCompound ? straight.includes(true) : !straight.includes(false)) count.straight++
    else if (isCompound ? crossed.includes(true) : !crossed.includes(false)) count.crossed++
  })
  return count
}
