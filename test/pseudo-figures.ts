/** Writes English figures and number words the Chinese way. */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const DIGITS = [...'零一二三四五六七八九']
/** Powers of ten. */
export const scales: Record<string, number> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
}

/** 8 billion is 80亿, 1.5 million is 150万: the decimal point moves, nothing is computed. */
export function scaleFigure(figure: string, power: number): string {
  const [whole = '', fraction = ''] = figure.replaceAll(',', '').split('.')
  const unit = power >= 12 ? 12 : whole.length + power > 8 ? 8 : whole.length + power > 4 ? 4 : 0
  const shift = power - unit
  const digits = whole + fraction
  const point = whole.length + shift
  const padded =
    point > digits.length
      ? digits.padEnd(point, '0')
      : digits.padStart(digits.length + Math.max(0, 1 - point), '0')
  const at = Math.max(1, point)
  const rest = padded.slice(at).replace(/0+$/, '')
  const head = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  return `${head}${rest === '' ? '' : `.${rest}`}${{ 0: '', 4: '万', 8: '亿', 12: '万亿' }[unit]}`
}

/** twelve is 十二, forty-two is 四十二, two million is 两百万. */
export function spellNumber(spelled: string): string | undefined {
  const [first = '', second] = spelled.toLowerCase().split(/[- ]/)
  const small = SMALL.indexOf(first)
  const tens = TENS.indexOf(first)
  if (second === undefined)
    return tens >= 0 ? spellSmall((tens + 2) * 10) : small >= 0 ? spellCount(small) : undefined
  const power = scales[second]
  if (power !== undefined && small > 0)
    return small === 10 && power === 3 ? '一万' : spellScaled(small, power)
  const unit = SMALL.indexOf(second)
  return tens >= 0 && unit > 0 && unit < 10 ? spellSmall((tens + 2) * 10 + unit) : undefined
}

function spellCount(value: number): string {
  return value === 2 ? '两' : spellSmall(value)
}

function spellSmall(value: number): string {
  const tens = Math.floor(value / 10)
  const unit = value % 10
  if (tens === 0) return DIGITS[unit] ?? ''
  return `${tens > 1 ? DIGITS[tens] : ''}十${unit > 0 ? DIGITS[unit] : ''}`
}

function spellScaled(value: number, power: number): string {
  if (power === 9) return value === 1 ? '十亿' : `${value * 10}亿`
  return `${spellCount(value)}${{ 2: '百', 3: '千', 6: '百万', 12: '万亿' }[power] ?? ''}`
}
