/** Words a quantity for the finding's message, with its size in Chinese where a power of ten is easily mistaken. */
import type { Quantity } from './quantity.ts'
import {
  absolute,
  compare,
  divide,
  makeRational,
  powerOfTen,
  type Rational,
  significantDigits,
} from './rational.ts'

/** `"80 billion" (800亿)` for a Chinese brief; the quoted words alone where the size is plain. */
export function describeQuantity({ text, value, unit }: Quantity, language: string): string {
  const size = language.startsWith('zh') && unit?.dimension !== 'percent' ? spellHanSize(value) : undefined
  return size && size !== text ? `"${text}" (${size})` : `"${text}"`
}

const hanScales = [
  { power: 12, spelling: '万亿' },
  { power: 8, spelling: '亿' },
  { power: 4, spelling: '万' },
]

/** 12300000 as 1230万; undefined below ten thousand, and for figures that do not get shorter that way. */
function spellHanSize(value: Rational): string | undefined {
  const digits = significantDigits(value)
  if (!digits || digits.length > 5 || compare(absolute(value), powerOfTen(4)) < 0) return undefined
  const scale = hanScales.find(({ power }) => compare(value, powerOfTen(power)) >= 0)
  if (!scale) return undefined
  return `${spellDecimal(divide(value, powerOfTen(scale.power)))}${scale.spelling}`
}

function spellDecimal({ top, bottom }: Rational): string {
  let scaled = { top, bottom }
  let decimals = 0
  for (; scaled.bottom !== 1n && decimals < 20; decimals++) scaled = divide(scaled, makeRational(1, 10))
  const digits = scaled.top.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
