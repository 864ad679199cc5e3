/** Chinese number words: what each character says, and how a run of them adds up. */
import {
  add,
  makeRational,
  multiply,
  one,
  parseDecimal,
  powerOfTen,
  type Rational,
  zero,
} from './rational.ts'

export interface HanNumber {
  value: Rational
  others: Rational[]
  vague: boolean
  /** More than one character, or one that counts by itself: 两, 五; a lone 百 or 千 begins many words. */
  firm: boolean
  /** Index of the character behind. */
  end: number
}

const digits = new Map(Array.from('零〇一二三四五六七八九', (char, index) => [char, Math.max(index - 1, 0)]))
for (const [char, value] of [
  ['两', 2],
  ['兩', 2],
  ['壹', 1],
  ['贰', 2],
  ['叁', 3],
] as const)
  digits.set(char, value)
const powers = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['億', 8],
  ['兆', 12],
])
const vagueHeads = '数數几幾上成近逾超'

const numerals = new Set([...digits.keys(), ...powers.keys()].map(char => char.charCodeAt(0)))

export function isHanNumeral(char: string): boolean {
  return numerals.has(char.charCodeAt(0))
}

/** 数, 几 and the like, which make a power of ten vague: 数百万. */
export function isVagueHead(char: string): boolean {
  return char !== '' && vagueHeads.includes(char)
}

const ODDMENTS = /[多余餘]/g

/** The 多 of 五百多万, 70 余万: somewhat more. */
function isOddment(text: string, at: number): boolean {
  return '多余餘'.includes(text.charAt(at) || ' ') && '万萬亿億'.includes(text.charAt(at + 1) || ' ')
}

/** 三千五百, 十亿, 二〇二五, 三点五; the run begins at `at`. */
export function readHanNumber(text: string, at: number): HanNumber | undefined {
  let end = at
  while (
    end - at < 20 &&
    (isHanNumeral(text.charAt(end)) || (end > at && isOddment(text, end))) &&
    !(end > at && opensUnit(text, end))
  )
    end++
  if (end === at || OMEN.test(text.slice(Math.max(0, at - 1), at + 1))) return undefined
  if (isDeterminer(text, at)) end = at + 1
  else if (endsInPrefix(text, at, end)) end--
  const run = text.slice(at, end).replace(ODDMENTS, '')
  const first = run.charAt(0)
  if (Array.from(run).every(char => digits.has(char))) return readDigits(text, run, end)
  if (Array.from(run).every(char => powers.has(char))) {
    // 十二 is no power of ten alone, 十 is ten, 百万 and 千亿 are used for sizes of that order.
    return {
      value: powerOfTen(sumPowers(run)),
      others: [],
      vague: run.length > 1,
      firm: run.length > 1 || first === '十',
      end,
    }
  }
  return { value: addUp(run), others: shortened(run), vague: false, firm: true, end }
}

const OMEN = /[征预預先前吉凶佳]兆/
const DETERMINERS = '这這那哪此同任某每另上下单單唯统統逐之'

/** The 一 of 这一零样本方法 and 统一三维表示 belongs to the word before; 这一百个 counts a hundred. */
export function isDeterminer(text: string, at: number): boolean {
  return (
    text.charAt(at) === '一' &&
    digits.has(text.charAt(at + 1)) &&
    DETERMINERS.includes(text.charAt(at - 1) || ' ')
  )
}

/** The 零 of 三零样本基线 begins the next word; 二零二零 and 九零后 are figures. */
function endsInPrefix(text: string, at: number, end: number): boolean {
  if (end - at < 2 || end - at > 3 || !'零〇'.includes(text.charAt(end - 1))) return false
  if ('年后後代'.includes(text.charAt(end) || ' ')) return false
  return Array.from(text.slice(at, end)).every(char => digits.has(char))
}

/** Digits in a row are a year or a code (二〇二五), a decimal (三点五), or "three or four" (三四), which is no figure. */
function readDigits(text: string, run: string, end: number): HanNumber | undefined {
  const spelled = Array.from(run, char => digits.get(char)).join('')
  if (/[点點]/.test(text.charAt(end)) && digits.has(text.charAt(end + 1))) {
    let last = end + 1
    while (digits.has(text.charAt(last)) && last - end < 20) last++
    const decimals = Array.from(text.slice(end + 1, last), char => digits.get(char)).join('')
    return { value: parseDecimal(`${spelled}.${decimals}`), others: [], vague: false, firm: true, end: last }
  }
  if (run.length === 1 || run.length >= 4 || /[零〇]/.test(run)) {
    return { value: parseDecimal(spelled), others: [], vague: false, firm: true, end }
  }
  return undefined
}

function sumPowers(run: string): number {
  return Array.from(run).reduce((sum, char) => sum + (powers.get(char) ?? 0), 0)
}

function addUp(run: string): Rational {
  let total = zero
  let section = zero
  let current: number | undefined
  for (const char of run) {
    const digit = digits.get(char)
    const power = powers.get(char)
    if (digit !== undefined) current = digit
    else if (power !== undefined && power < 4) {
      section = add(section, multiply(makeRational(current ?? 1), powerOfTen(power)))
      current = undefined
    } else if (power !== undefined) {
      section = add(section, makeRational(current ?? 0))
      // 千万亿 and 一百万亿: the larger power takes in all that stands before it.
      total =
        power === 8
          ? multiply(add(total, section), powerOfTen(8))
          : add(total, multiply(section, powerOfTen(power)))
      ;[section, current] = [zero, undefined]
    }
  }
  return add(total, add(section, makeRational(current ?? 0)))
}

/** 三万五 is 35,000 in speech. */
function shortened(run: string): Rational[] {
  const last = digits.get(run.charAt(run.length - 1))
  const power = powers.get(run.charAt(run.length - 2))
  if (last === undefined || power === undefined || power < 2) return []
  const base = addUp(run.slice(0, -1))
  return [add(base, multiply(makeRational(last), powerOfTen(power - 1)))]
}

/** 千瓦 and 兆字节 are units; elsewhere 千 is a thousand, and 兆 a million million in Taiwan. */
function opensUnit(text: string, at: number): boolean {
  const char = text.charAt(at)
  return (
    (char === '千' && '瓦克米吨噸帕字比赫电'.includes(text.charAt(at + 1) || ' ')) ||
    (char === '兆' && '字赫瓦位比帕电'.includes(text.charAt(at + 1) || ' '))
  )
}

/** The powers of ten behind digits: 6000 亿, 3百万; with what is added below them: 1亿2000万. */
export function readHanScale(text: string, at: number): { factor: Rational; end: number } {
  let factor = one
  const from = isOddment(text, at) ? at + 1 : at
  let end = from
  while (end - from < 4) {
    const power = powers.get(text.charAt(end))
    if (power === undefined || opensUnit(text, end)) break
    factor = multiply(factor, powerOfTen(power))
    end++
  }
  return { factor, end }
}
