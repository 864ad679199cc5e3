/** Figures with a scale word (3.2 billion) in languages that count by ten thousands: 32亿. */

const POWERS: Record<string, number> = { thousand: 3, million: 6, billion: 9, trillion: 12 }

/** Units of ten thousand, a hundred million and a million million. */
const HAN_UNITS: Record<string, readonly [string, string, string]> = {
  zh: ['万', '亿', '万亿'],
  'zh-Hans': ['万', '亿', '万亿'],
  'zh-Hant': ['萬', '億', '兆'],
  ja: ['万', '億', '兆'],
}

const CURRENCIES: Record<string, string> = { $: '美元', '€': '欧元', '£': '英镑' }

export const SCALE_WORDS = Object.keys(POWERS)

/**
 * `3.2`, `billion` → `32亿`; undefined where the language has no such units or the figure is no plain number.
 * Exact: digits are moved, nothing is computed.
 */
export function convertScale(figure: string, word: string, language: string): string | undefined {
  const units = HAN_UNITS[language]
  const power = POWERS[word.toLowerCase()]
  const read = /^([~≈<>≤≥±+−-]?)([$€£]?)(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,12}))?$/.exec(figure)
  if (!units || power === undefined || !read) return undefined
  const [, sign = '', currency = '', whole = '', fraction = ''] = read
  if (currency && language !== 'zh-Hans' && language !== 'zh') return undefined
  const digits = whole.replaceAll(',', '')
  // The largest unit that leaves at least one digit before the point.
  const leading = /^0*/.exec(digits + fraction)?.[0].length ?? 0
  const length = digits.length - leading + power
  const places = [12, 8, 4].find(size => length > size)
  const unit = places === undefined ? '' : (units[places / 4 - 1] ?? '')
  return `${sign}${shift(digits, fraction, power - (places ?? 0))}${unit}${CURRENCIES[currency] ?? ''}`
}

/** The number with its point moved to the right, or to the left where `places` is negative. */
function shift(whole: string, fraction: string, places: number): string {
  const padded =
    places >= 0
      ? { digits: whole + fraction.padEnd(places, '0'), point: whole.length + places }
      : { digits: whole.padStart(1 - places, '0') + fraction, point: Math.max(whole.length + places, 1) }
  const before = padded.digits.slice(0, padded.point).replace(/^0+(?=\d)/, '')
  const after = padded.digits.slice(padded.point).replace(/0+$/, '')
  return after ? `${before}.${after}` : before
}
