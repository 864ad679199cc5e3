/** Plants one wrong figure at a time, by rules that know nothing of the checker's reader. */
import type { CheckInput } from '../../src/check/check-input.ts'
import type { Random } from './open-random.ts'
import { allFields, type Field, maskFixed, type Plant, replaceStretch } from './plant.ts'

interface Figure {
  start: number
  end: number
  digits: string
  /** What follows: `%`, `亿`, `GB`, … or nothing. */
  suffix: string
}

const UNITS =
  '%|个百分点|個百分點|万亿|亿|億|万|萬|千|倍|×|[KMBT](?![A-Za-z0-9-])|毫秒|分钟|小时|秒|天|周|年|公里|米|克|[GMKTP]B(?!/)|[kMG]Hz|Hz|ms|µs|mW|µW|km|mm|cm|°C|℃|dB|Mio|Millionen|milliards?|millions?'
// Citations count nothing, so a wrong one is no wrong figure.
const addresses = /arXiv:\S+|\[\d+(?:, ?\d+)*\]/g
const figurePattern = new RegExp(
  `(?<![A-Za-z0-9._@#^⁰-⁹-])(\\d[\\d,]*(?:\\.\\d+)?)(\\s?(?:${UNITS}))?(?![\\d.]*[A-Za-z0-9@_])`,
  'g',
)
const listOrder = /^[)）.、](?!\d)/

/** The figures in digits, without those in names, addresses, formulas and list numbers. */
function findFigures(text: string): Figure[] {
  const masked = maskFixed(text).replace(addresses, found => ' '.repeat(found.length))
  return [...masked.matchAll(figurePattern)]
    .map(({ 0: whole, 1: digits = '', 2: suffix = '', index }) => ({
      start: index,
      end: index + whole.length,
      digits: digits.replace(/,$/, ''),
      suffix,
    }))
    .filter(({ digits, suffix, end }) => {
      const isOrder = suffix === '' && digits.length < 3 && listOrder.test(masked.slice(end))
      return !isOrder && (digits.match(/,/g) ?? []).length < 3
    })
}

/** A digit, the point, the unit, the scale word or the number word is another one. */
export function plantNumbers(input: CheckInput, random: Random): Plant[] {
  return allFields(input).flatMap(field => [
    ...findFigures(field.text).flatMap(figure => plantInFigure({ input, field, figure, random })),
    ...plantWords({ input, field, random }),
  ])
}

/** For translations: a figure of the abstract is left out. */
export function plantLostFigures(input: CheckInput): Plant[] {
  if (input.form.coverage !== 'whole') return []
  return allFields(input).flatMap(({ key, text }) =>
    findFigures(text).map(({ start, end }) =>
      replaceStretch({ kind: 'figure lost', input, key, start, end, by: '' }),
    ),
  )
}

interface Spot {
  input: CheckInput
  field: Field
  figure: Figure
  random: Random
}

function plantInFigure({ input, field, figure, random }: Spot): Plant[] {
  const { start, digits, suffix } = figure
  const end = start + digits.length + suffix.length
  const value = Number(digits.replaceAll(',', ''))
  const plants: Plant[] = []
  const write = (kind: string, figures: string, unit = suffix): void => {
    plants.push(replaceStretch({ kind, input, key: field.key, start, end, by: figures + unit }))
  }
  const writeOther = (kind: string, figures: string): void => {
    if (figures !== '' && Number(figures.replaceAll(',', '')) !== value) write(kind, figures)
  }
  writeOther('digit changed', changeDigit(digits, random))
  if (digits.length > 1) writeOther('digit dropped', dropDigit(digits, random))
  writeOther('digit doubled', digits.replace(/(\d)(?=\D*$)/, '$1$1'))
  if (/^\d+\.\d+$/.test(digits)) writeOther('point moved', movePoint(digits))
  // "5 to 10%" says the same as "5% to 10%": a sign that another figure of the list still bears is not lost.
  const isShared = /^\s?[–—~～\-、和与至到±].{0,10}%/.test(field.text.slice(end))
  for (const [kind, from, to] of suffixFaults)
    if (suffix.trim() === from && !(isShared && to === '')) write(kind, digits, suffix.replace(from, to))
  return plants
}

// The unit of the same place says another thing: hours for minutes, gigabytes for megabytes.
const suffixFaults = [
  ['scale', '万亿', '亿'],
  ['scale', '亿', '万'],
  ['scale', '亿', '千万'],
  ['scale', '億', '萬'],
  ['scale', '万', '亿'],
  ['scale', '万', '千'],
  ['scale', '萬', '億'],
  ['scale', 'K', 'M'],
  ['scale', 'M', 'B'],
  ['scale', 'B', 'M'],
  ['scale', 'T', 'B'],
  ['scale', 'Millionen', 'Milliarden'],
  ['scale', 'millions', 'milliards'],
  ['unit', '%', '个百分点'],
  ['unit', '个百分点', '%'],
  ['unit', '倍', '%'],
  ['unit', '×', '%'],
  ['unit', '%', ''],
  ['unit', '%', '倍'],
  ['unit', '毫秒', '秒'],
  ['unit', '秒', '分钟'],
  ['unit', '分钟', '小时'],
  ['unit', '小时', '天'],
  ['unit', '天', '小时'],
  ['unit', '公里', '米'],
  ['unit', 'GB', 'MB'],
  ['unit', 'MB', 'GB'],
  ['unit', 'KB', 'MB'],
  ['unit', 'TB', 'GB'],
  ['unit', 'kHz', 'MHz'],
  ['unit', 'MHz', 'GHz'],
  ['unit', 'ms', 's'],
  ['unit', 'µs', 'ms'],
  ['unit', 'µW', 'mW'],
  ['unit', 'mW', 'W'],
  ['unit', 'km', 'm'],
  ['unit', 'mm', 'cm'],
] as const

function changeDigit(digits: string, random: Random): string {
  const at = random.choose(digitPlaces(digits))
  const old = Number(digits.charAt(at))
  const lowest = at === 0 && digits.length > 1 && digits.charAt(1) !== '.' ? 1 : 0
  let fresh = old
  while (fresh === old) fresh = lowest + random.below(10 - lowest)
  return digits.slice(0, at) + fresh + digits.slice(at + 1)
}

function dropDigit(digits: string, random: Random): string {
  const at = random.choose(digitPlaces(digits))
  const dropped = digits.slice(0, at) + digits.slice(at + 1)
  return /^\d[\d,]*(?:\.\d+)?$/.test(dropped) ? dropped : ''
}

function digitPlaces(digits: string): number[] {
  return [...digits.matchAll(/\d/g)].map(({ index }) => index)
}

function movePoint(digits: string): string {
  const at = digits.indexOf('.')
  const bare = digits.replace('.', '')
  return at > 1
    ? `${bare.slice(0, at - 1)}.${bare.slice(at - 1)}`
    : `${bare.slice(0, at + 1)}.${bare.slice(at + 1)}`.replace(/\.$/, '')
}

const numerals = '四五六七八九十'
const vagueFaults: Record<string, string> = {
  数十亿: '数亿',
  数百万: '数亿',
  数千万: '数亿',
  数十万: '数亿',
  数千亿: '数亿',
  数百: '数万',
  数千: '数亿',
}

/** 九项 → 六项, 数十亿 → 数亿. */
function plantWords({ input, field: { key, text }, random }: Omit<Spot, 'figure'>): Plant[] {
  const counts =
    /(?<![一-十百千万亿第数几两])[四五六七八九十](?=[个個种種项項类類种名台条组層层阶大位家座款])/g
  const words = [...text.matchAll(counts)].map(({ 0: word, index }) => {
    const by = random.choose([...numerals].filter(numeral => numeral !== word))
    return replaceStretch({ kind: 'number word', input, key, start: index, end: index + 1, by })
  })
  const vague = [...text.matchAll(/数[十百千](?:万|亿)|数[百千](?![万亿])/g)].flatMap(
    ({ 0: word, index }) => {
      const by = vagueFaults[word]
      return by
        ? [replaceStretch({ kind: 'scale', input, key, start: index, end: index + word.length, by })]
        : []
    },
  )
  return [...words, ...vague]
}

/** Two neighbouring results of one kind change places. */
export function plantSwaps(input: CheckInput): Plant[] {
  return allFields(input).flatMap(({ key, text }) => {
    const found = findFigures(text)
    return found.flatMap((first, at) => {
      const second = found.slice(at + 1).find(({ suffix }) => suffix.trim() === first.suffix.trim())
      if (!second || second.digits === first.digits || second.start - first.end > 120) return []
      if (!isResult(first) || !isResult(second) || isRange(text.slice(first.end, second.start))) return []
      const by =
        second.digits + first.suffix + text.slice(first.end, second.start) + first.digits + second.suffix
      const end = second.start + second.digits.length + second.suffix.length
      return [replaceStretch({ kind: 'results swapped', input, key, start: first.start, end, by })]
    })
  })
}

function isResult({ digits, suffix }: Figure): boolean {
  return suffix !== '' || digits.includes('.') || digits.length > 2
}

/** The two ends of "90.4–95.2" are no two results. */
function isRange(between: string): boolean {
  return /^\s?[–—~～-]\s?$/.test(between)
}
