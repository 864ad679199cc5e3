/** Finds units without a figure that the source does not have: 数分钟 for "hours", 两个数量级 for "an order of magnitude". */
import { findAll } from '../../paper/find-all.ts'
import type { Finding } from '../../paper/finding.ts'
import type { Side } from './read-side.ts'

interface Fault {
  quote: string
  expected?: string
}

type Finder = (brief: string, source: string) => Fault[]

const finders: readonly Finder[] = [findSpans, findMagnitudes, findTimes, findNames, findTails]
const MAX_FINDINGS = 6

/** For briefs in Chinese of sources in English. */
export function findOddUnits(source: Side, brief: Side): Finding[] {
  const findings: Finding[] = []
  for (const [field, text] of brief.texts)
    for (const { quote, expected } of finders.flatMap(find => find(text, source.text))) {
      if (findings.length >= MAX_FINDINGS) return findings
      if (source.text.includes(quote)) continue
      const tail = expected === undefined ? '' : `, which says "${expected}"`
      const message = `"${quote}" is not in the source${tail}.`
      const finding = { check: 'quantities', severity: 'error' as const, field, message, quote }
      findings.push(expected === undefined ? finding : { ...finding, expected })
    }
  return findings
}

const spans: Readonly<Record<string, RegExp>> = {
  秒: /\bsecond|(?<![A-Za-z])m?s\b|real[- ]time|instant/i,
  分钟: /\bminute|(?<![A-Za-z])mins?\b/i,
  小时: /\bhour|(?<![A-Za-z])hr?s?\b|overnight/i,
  天: /\bday|\bdaily|overnight/i,
  周: /\bweek|fortnight/i,
  星期: /\bweek|fortnight/i,
  年: /\byear|decade|annual|centur|long|recent|past|over time/i,
}

/** 数分钟 where the source speaks of no minute. */
function findSpans(brief: string, source: string): Fault[] {
  return findAll(brief, /[数几]个?(秒|分钟|小时|天|周|星期|年)(?![级代数轮])/g).flatMap(
    ([quote, unit = '']) => (spans[unit]?.test(source) === false ? [{ quote }] : []),
  )
}

const numbers = ['一', '两', '三', '四', '五', '六']
const words = ['one', 'two', 'three', 'four', 'five', 'six']
const many = '数'

function findMagnitudes(brief: string, source: string): Fault[] {
  const inBrief = findAll(brief, /([一两二三四五六数几多\d]|若干)\s?个[数數]量[级級]/g)
  if (inBrief.length === 0) return []
  const told = [
    ...findAll(source, /([A-Za-z0-9.-]{1,12}(?: to [a-z]{1,8})?)[\s-]{1,2}orders?[\s-]of[\s-]magnitude/gi),
  ]
  const counts = new Set(told.flatMap(([, word = '']) => countsOf(word.toLowerCase())))
  if (told.length === 0 || counts.has(many)) return []
  return inBrief.flatMap(([quote, number = '']) =>
    counts.has(countOf(number)) ? [] : [{ quote, expected: told[0]?.[0] ?? '' }],
  )
}

function countOf(number: string): string {
  if (/\d/.test(number)) return numbers[Number(number) - 1] ?? number
  return numbers.includes(number) ? number : number === '二' ? '两' : many
}

/** Of "two to three" both; 数 where the source counts nothing. */
function countsOf(phrase: string): string[] {
  const found = phrase.split(/[\s-]|to/).flatMap(word => {
    const at = word === 'an' || word === 'a' ? 0 : words.indexOf(word)
    return at >= 0 ? [numbers[at] ?? ''] : /^[1-6]$/.test(word) ? [numbers[Number(word) - 1] ?? ''] : []
  })
  return found.length > 0 ? found : [many]
}

/** 数倍 for "orders of magnitude". */
function findTimes(brief: string, source: string): Fault[] {
  const found = findAll(brief, /(?<![十百千万常整分实复])[数几]倍/g).map(([quote]) => ({ quote }))
  const isTold = /\btimes\b|fold|[×]|\\times|\d\s?x\b|multipl|factor of|doubl|twice|tripl/i
  return found.length > 0 && !isTold.test(source) ? found : []
}

const names: readonly (readonly [RegExp, RegExp])[] = [
  [/焦耳/, /joule|(?<![A-Za-z])[mkMµ]?J(?![A-Za-z])/],
  [/瓦特|瓦(?=\s?[/每])/, /watt|(?<![A-Za-z])[mkMGµ]?W(?![A-Za-z])/i],
  [/伏特/, /volt|(?<![A-Za-z])[mk]?V(?![A-Za-z])/i],
  [/千瓦时/, /kwh|kilowatt/i],
  [/赫兹/, /hz|hertz|herz/i],
]

function findNames(brief: string, source: string): Fault[] {
  return names.flatMap(([name, told]) => {
    const quote = name.exec(brief)?.[0]
    return quote !== undefined && !told.test(source) ? [{ quote }] : []
  })
}

const TAIL = /(?<=[)）]\s?)(?:[nµμmck]?m|[nµμm]?s|[KMGT]i?B|[kMG]?Hz|[mkM]?W|dB|bpp)(?![A-Za-z/])/g

/** The mm of 0.07（±0.1）mm. */
function findTails(brief: string, source: string): Fault[] {
  return findAll(brief, TAIL).flatMap(([quote]) =>
    new RegExp(`(?<![A-Za-z])${quote}(?![A-Za-z])`).test(source) ? [] : [{ quote }],
  )
}
