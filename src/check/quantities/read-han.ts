/** Reads the quantity that a Chinese number word begins: 三个, 百分之五, 三分之一, 数百万, 翻倍. */
import { isDeterminer, isHanNumeral, isVagueHead, readHanNumber } from './chinese-numbers.ts'
import type { Weight } from './quantity.ts'
import {
  divide,
  equals,
  hundred,
  makeRational,
  multiply,
  one,
  parseDecimal,
  powerOfTen,
  type Rational,
} from './rational.ts'
import { percentUnit, timesUnit, type Unit } from './units.ts'

export interface HanReading {
  value: Rational
  others: Rational[]
  vague: boolean
  weight: Weight
  unit?: Unit
  /** Index of the character behind. */
  end: number
}

const classifiers =
  '个個种種项項类類组組名台臺条條张張段层層步轮輪次款部家篇例份座幅块塊支套门門大维維倍帧幀折级級天年月周小分秒人路位点點对對处處件只张场場代元阶階模语語方领領卷盘颗粒把群样樣批届屆幕集册章节節句字词詞岁歲度米公美'
type Idiom = readonly [
  string,
  { value: Rational; weight: Weight; unit?: Unit; others?: Rational[]; vague?: boolean },
]

/** Words that say a number without a numeral, and what they say. */
const idioms: readonly Idiom[] = [
  ['百亿亿次', { value: powerOfTen(18), weight: 'hidden' }],
  ['千万亿次', { value: powerOfTen(15), weight: 'hidden' }],
  ['十六进制', { value: makeRational(16), weight: 'hidden' }],
  ['十进制', { value: makeRational(10), weight: 'hidden' }],
  ['八进制', { value: makeRational(8), weight: 'hidden' }],
  ['二进制', { value: makeRational(2), weight: 'hidden' }],
  // "With absolute certainty" as often as 100%.
  ['百分之百', { value: hundred, weight: 'hidden', unit: percentUnit }],
  ['百分百', { value: hundred, weight: 'hidden', unit: percentUnit }],
  // GOPS, TOPS.
  ['每秒十亿次', { value: powerOfTen(9), weight: 'hidden' }],
  ['每秒万亿次', { value: powerOfTen(12), weight: 'hidden' }],
  // Binary, ternary and quaternary codes, and no money.
  ['二元', { value: makeRational(2), weight: 'hidden' }],
  ['三元', { value: makeRational(3), weight: 'hidden' }],
  ['四元', { value: makeRational(4), weight: 'hidden' }],
  // Blackjack.
  ['二十一点', { value: makeRational(21), weight: 'hidden' }],
  ['成千上万', { value: powerOfTen(3), others: [powerOfTen(4)], weight: 'hidden', vague: true }],
  ['成千上萬', { value: powerOfTen(3), others: [powerOfTen(4)], weight: 'hidden', vague: true }],
  ['成百上千', { value: powerOfTen(2), others: [powerOfTen(3)], weight: 'hidden', vague: true }],
  ['一半', { value: makeRational(1, 2), weight: 'medium' }],
  ['半数', { value: makeRational(1, 2), weight: 'hidden' }],
  ['半數', { value: makeRational(1, 2), weight: 'hidden' }],
  ['减半', { value: makeRational(1, 2), weight: 'medium' }],
  ['減半', { value: makeRational(1, 2), weight: 'medium' }],
  ['过半', { value: makeRational(1, 2), weight: 'hidden' }],
  ['翻两番', { value: makeRational(4), weight: 'medium', unit: timesUnit }],
  ['翻一番', { value: makeRational(2), weight: 'weak', unit: timesUnit }],
  ['翻了一番', { value: makeRational(2), weight: 'weak', unit: timesUnit }],
  ['翻倍', { value: makeRational(2), weight: 'weak', unit: timesUnit }],
  ['翻番', { value: makeRational(2), weight: 'weak', unit: timesUnit }],
  ['加倍', { value: makeRational(2), weight: 'weak', unit: timesUnit }],
  ['双倍', { value: makeRational(2), weight: 'weak', unit: timesUnit }],
  ['雙倍', { value: makeRational(2), weight: 'weak', unit: timesUnit }],
  ['倍增', { value: makeRational(2), weight: 'hidden', unit: timesUnit }],
  ['双', { value: makeRational(2), weight: 'hidden' }],
  ['雙', { value: makeRational(2), weight: 'hidden' }],
  ['单', { value: makeRational(1), weight: 'hidden' }],
  ['單', { value: makeRational(1), weight: 'hidden' }],
  ['首', { value: makeRational(1), weight: 'hidden' }],
  ['半', { value: makeRational(1, 2), weight: 'hidden' }],
  ['十几', { value: makeRational(10), weight: 'medium', vague: true }],
  ['十幾', { value: makeRational(10), weight: 'medium', vague: true }],
  ['十余', { value: makeRational(10), weight: 'medium', vague: true }],
  ['十餘', { value: makeRational(10), weight: 'medium', vague: true }],
  ['十多', { value: makeRational(10), weight: 'medium', vague: true }],
]
/** Words that begin with a numeral and count nothing. */
const plainWords =
  '三三两两 万千 千百 百十 百千 四分位 五分位 十分位 百分位 四处 四處 四面 四周 四肢 四则 四舍 五官 五花 六合 七夕 八方 八面 八门 八股 九宫 十字 十足 十分'.split(
    ' ',
  )
const allIdioms: readonly Idiom[] = [
  ...idioms,
  ...plainWords.map(
    word =>
      [
        word,
        { value: readHanNumber(word.charAt(0), 0)?.value ?? makeRational(0), weight: 'hidden' },
      ] satisfies Idiom,
  ),
]
const idiomsByHead = Map.groupBy(allIdioms, ([word]) => word.charCodeAt(0))

/** "Two or three" is no figure. */
const approximate =
  /^(?:一两|一二|两三|二三|三四|三五|四五|五六|六七|七八|八九)(?![一二三四五六七八九十百千万亿零〇成倍分\d])/

/** The reading that begins at `at`, or undefined where no number word begins there. */
export function readHan(text: string, at: number): HanReading | undefined {
  const char = text.charAt(at)
  if (!isHanNumeral(char)) return readIdiom(text, at) ?? readVague(text, at)
  if (isDeterminer(text, at)) return readNumeral(text, at)
  if (approximate.test(text.slice(at, at + 3)))
    return { value: one, others: [], vague: false, weight: 'hidden', end: at + 2 }
  return readIdiom(text, at) ?? readNumeral(text, at)
}

function readIdiom(text: string, at: number): HanReading | undefined {
  for (const [word, said] of idiomsByHead.get(text.charCodeAt(at)) ?? []) {
    // 十分 is "very", 十分钟 ten minutes, 十分之一 a tenth.
    if (word === '十分' && '钟鐘之'.includes(text.charAt(at + 2) || ' ')) continue
    // 四周 is "all around", 四周后 four weeks later.
    if (word === '四周' && '后後前内內之的以时時'.includes(text.charAt(at + 2) || ' ')) continue
    if (text.startsWith(word, at)) return { others: [], vague: false, ...said, end: at + word.length }
  }
  return undefined
}

/** 数百, 几千, 上万, 近千: a head, then powers of ten only. */
function readVague(text: string, at: number): HanReading | undefined {
  // 促成万物互联: all things.
  if (!isVagueHead(text.charAt(at)) || /^万[物能象]/.test(text.slice(at + 1, at + 3))) return undefined
  const number = readHanNumber(text, at + 1)
  if (!number || !/^[十百千万萬亿億]+$/.test(text.slice(at + 1, number.end))) return undefined
  return { value: number.value, others: [], vague: true, weight: 'medium', end: number.end }
}

function readNumeral(text: string, at: number): HanReading | undefined {
  const perMille = readPart(text, at)
  if (perMille) return perMille
  const number = readHanNumber(text, at)
  if (!number) return undefined
  const fraction = readFraction(text, number.value, number.end)
  if (fraction) return fraction
  const { value, others, end } = number
  const behind = text.charAt(end)
  if (isTenths(text, at, end))
    return {
      value: multiply(value, makeRational(10)),
      others: [value],
      vague: false,
      weight: 'medium',
      unit: percentUnit,
      end: behind === '成' ? end + 1 : end,
    }
  const lonePower = end - at === 1 && '百千万萬亿億'.includes(text.charAt(at))
  if (lonePower) return readLonePower({ text, at, value, end })
  if (number.vague) return { value, others, vague: true, weight: 'medium', end }
  const counted = behind !== '' && classifiers.includes(text.charAt(behind === ' ' ? end + 1 : end))
  const isPlace = '第前'.includes(text.charAt(at - 1) || ' ')
  return {
    value,
    others: behind === '倍' ? [...others, addOne(value)] : others,
    vague: false,
    weight: weigh(value, counted, isPlace),
    end,
  }
}

/** 九成 is 90%, and so are both ends of 三至四成; 三成分, 两成像 and 一成不变 are other words. */
function isTenths(text: string, at: number, end: number): boolean {
  if (end - at === 1 && '至到～~'.includes(text.charAt(end) || ' ') && text.charAt(end + 2) === '成')
    return (
      '一二两兩三四五六七八'.includes(text.charAt(at)) &&
      isHanNumeral(text.charAt(end + 1)) &&
      isTenths(text, end + 1, end + 2)
    )
  if (end - at !== 1 || text.charAt(end) !== '成' || !'二两兩三四五六七八九'.includes(text.charAt(at)))
    return false
  return !'分为為本员員立功果长長都就品人型像绩績组組份对對'.includes(text.charAt(end + 1) || ' ')
}

/** 百科, 千问 and 万物 are words; 百级, 千余 and 万个 are sizes. */
function readLonePower({
  text,
  at,
  value,
  end,
}: {
  text: string
  at: number
  value: Rational
  end: number
}): HanReading {
  const isSize =
    '级級余餘多个個种種名条條张張卡'.includes(text.charAt(end) || ' ') &&
    !/[一-鿿]/.test(text.charAt(at - 1).replace(/[的了达達有含用约約]/, ''))
  return { value, others: [], vague: true, weight: isSize ? 'medium' : 'hidden', end }
}

function weigh(value: Rational, counted: boolean, isPlace: boolean): Weight {
  const ten = makeRational(10)
  const isSmall = value.bottom === 1n && value.top <= 3n
  if (isSmall) return 'weak'
  const upToTen = value.bottom === 1n && value.top <= ten.top
  if (upToTen && isPlace) return 'weak'
  return upToTen && !counted ? 'hidden' : 'medium'
}

/** 百分之五, 千分之3.2. */
function readPart(text: string, at: number): HanReading | undefined {
  const isPercent = text.startsWith('百分之', at)
  if (!isPercent && !text.startsWith('千分之', at) && !text.startsWith('万分之', at)) return undefined
  const top = readTop(text, at + 3)
  if (!top) return undefined
  if (isPercent)
    return { value: top.value, others: [], vague: false, weight: 'strong', unit: percentUnit, end: top.end }
  const bottom = powerOfTen(text.startsWith('千', at) ? 3 : 4)
  return {
    value: multiply(divide(top.value, bottom), hundred),
    others: [divide(top.value, bottom)],
    vague: false,
    weight: 'strong',
    unit: percentUnit,
    end: top.end,
  }
}

/** 三分之一, 十分之3. */
export function readFraction(text: string, bottom: Rational, at: number): HanReading | undefined {
  if (!text.startsWith('分之', at) || equals(bottom, makeRational(0))) return undefined
  const top = readTop(text, at + 2)
  return top && { value: divide(top.value, bottom), others: [], vague: false, weight: 'medium', end: top.end }
}

function readTop(text: string, at: number): { value: Rational; end: number } | undefined {
  const from = text.charAt(at) === ' ' ? at + 1 : at
  const digits = /\d{1,12}(?:\.\d{1,12})?/y
  digits.lastIndex = from
  const found = digits.exec(text)?.[0]
  if (found) return { value: parseDecimal(found), end: from + found.length }
  return readHanNumber(text, from)
}

/** 增加一倍 is twice as much. */
function addOne(value: Rational): Rational {
  return { top: value.top + value.bottom, bottom: value.bottom }
}
