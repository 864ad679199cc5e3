/** Plants one wrong figure at a time in a correct text, by rules that know nothing of the checker's reader. */

export interface Plant {
  kind: string
  text: string
  /** For a person: what was changed into what. */
  change: string
}

interface Figure {
  start: number
  end: number
  digits: string
  /** What follows: `%`, `亿`, `B`, … or nothing. */
  suffix: string
}

export type Random = () => number

/** Mulberry32 (Tommy Ettinger, public domain): the same seed gives the same faults on every machine. */
export function openRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

// Citations count nothing, so a wrong one is no wrong figure.
const addresses = /https?:\/\/[!-~]+|arXiv:\S+|\[\d+(?:, ?\d+)*\]/g
const figures =
  /(?<![A-Za-z0-9._@#^⁰-⁹-])(\d[\d,]*(?:\.\d+)?)(\s?(?:%|个百分点|個百分點|万亿|亿|億|万|萬|千|倍|×|[KMBT](?![A-Za-z0-9-])))?(?![\d.]*[A-Za-z0-9@_])/g
const orderings = /^[)）.、](?!\d)/

/** The figures in digits, without those in names, addresses and list numbers. */
function findFigures(text: string): Figure[] {
  const masked = text.replace(addresses, found => ' '.repeat(found.length))
  const found: Figure[] = []
  for (const match of masked.matchAll(figures)) {
    const [whole, digits = '', suffix = ''] = match
    const end = match.index + whole.length
    const isOrder = suffix === '' && digits.length < 3 && orderings.test(masked.slice(end))
    if (!isOrder) found.push({ start: match.index, end, digits, suffix })
  }
  return found
}

/** All faults of every kind that this text can carry. */
export function plantFaults(text: string, coverage: 'whole' | 'selection', random: Random): Plant[] {
  const found = findFigures(text)
  const plants = found.flatMap(figure => plantInFigure({ text, figure, coverage, random }))
  return [...plants, ...plantSwaps(text, found), ...plantWords(text, random)].filter(
    plant => plant.text !== text,
  )
}

interface Spot {
  text: string
  figure: Figure
  coverage: 'whole' | 'selection'
  random: Random
}

function plantInFigure({ text, figure, coverage, random }: Spot): Plant[] {
  const plants: Plant[] = []
  const write = (kind: string, digits: string, suffix = figure.suffix) => {
    const change = `${figure.digits}${figure.suffix} → ${digits}${suffix}`
    plants.push({
      kind,
      text: text.slice(0, figure.start) + digits + suffix + text.slice(figure.end),
      change,
    })
  }
  const value = Number(figure.digits.replaceAll(',', ''))
  const writeNew = (kind: string, digits: string) => {
    if (digits !== '' && Number(digits.replaceAll(',', '')) !== value) write(kind, digits)
  }
  writeNew('digit changed', changeDigit(figure.digits, random))
  if (figure.digits.length > 1) writeNew('digit dropped', dropDigit(figure.digits, random))
  writeNew('digit doubled', figure.digits.replace(/(\d)(?=\D*$)/, '$1$1'))
  if (/^\d+\.\d+$/.test(figure.digits)) writeNew('point moved', movePoint(figure.digits))
  // "5 to 10%" says the same as "5% to 10%": a sign that another figure of the list still bears is not lost.
  const isShared = /^\s?[–—~～\-、和与至到].{0,10}%/.test(text.slice(figure.end))
  for (const [kind, from, to] of suffixFaults.filter(([, , to]) => !(isShared && to === '')))
    if (figure.suffix.trim() === from) write(kind, figure.digits, to)
  if (coverage === 'whole') write('figure lost', '', '')
  return plants
}

const suffixFaults = [
  ['scale', '万亿', '亿'],
  ['scale', '亿', '万'],
  ['scale', '億', '萬'],
  ['scale', '万', '亿'],
  ['scale', '萬', '億'],
  ['scale', '千', '万'],
  ['scale', 'K', 'M'],
  ['scale', 'M', 'B'],
  ['scale', 'B', 'M'],
  ['scale', 'T', 'B'],
  ['points', '%', '个百分点'],
  ['points', '个百分点', '%'],
  ['unit', '倍', '%'],
  ['unit', '×', '%'],
  ['unit', '%', ''],
  ['unit', '%', '倍'],
] as const

function changeDigit(digits: string, random: Random): string {
  const places = Array.from(digits, (char, at) => (/\d/.test(char) ? at : -1)).filter(at => at >= 0)
  const at = places[Math.floor(random() * places.length)] ?? 0
  const old = Number(digits.charAt(at))
  const lowest = at === 0 && digits.length > 1 && digits.charAt(1) !== '.' ? 1 : 0
  let fresh = old
  while (fresh === old) fresh = lowest + Math.floor(random() * (10 - lowest))
  return digits.slice(0, at) + fresh + digits.slice(at + 1)
}

function dropDigit(digits: string, random: Random): string {
  const places = Array.from(digits, (char, at) => (/\d/.test(char) ? at : -1)).filter(at => at >= 0)
  const at = places[Math.floor(random() * places.length)] ?? 0
  const dropped = digits.slice(0, at) + digits.slice(at + 1)
  return /^\d[\d,]*(?:\.\d+)?$/.test(dropped) ? dropped : ''
}

function movePoint(digits: string): string {
  const at = digits.indexOf('.')
  const bare = digits.replace('.', '')
  return at > 1
    ? `${bare.slice(0, at - 1)}.${bare.slice(at - 1)}`
    : `${bare.slice(0, at + 1)}.${bare.slice(at + 1)}`.replace(/\.$/, '')
}

/** Two neighbouring results of one kind exchanged. */
function plantSwaps(text: string, found: readonly Figure[]): Plant[] {
  const plants: Plant[] = []
  for (const [at, first] of found.entries()) {
    const second = found.slice(at + 1).find(({ suffix }) => suffix === first.suffix)
    if (!second || second.digits === first.digits || second.start - first.end > 120) continue
    const isResult = ({ digits, suffix }: Figure) =>
      suffix !== '' || digits.includes('.') || digits.length > 2
    if (!isResult(first) || !isResult(second)) continue
    const between = text.slice(first.end, second.start)
    const changed =
      text.slice(0, first.start) +
      second.digits +
      second.suffix +
      between +
      first.digits +
      first.suffix +
      text.slice(second.end)
    plants.push({
      kind: 'results swapped',
      text: changed,
      change: `${first.digits}${first.suffix} ⇄ ${second.digits}${second.suffix}`,
    })
  }
  return plants
}

const numerals = '四五六七八九十'

/** 九项 → 六项, 三倍 → 五倍, 数十亿 → 数亿. */
function plantWords(text: string, random: Random): Plant[] {
  const plants: Plant[] = []
  for (const match of text.matchAll(
    /(?<![一-十百千万亿第数几两])([四五六七八九十])(?=[个個种種项項类類种名台条组層层阶大])/g,
  )) {
    let fresh = match[1] ?? ''
    while (fresh === match[1]) fresh = numerals.charAt(Math.floor(random() * numerals.length))
    plants.push({
      kind: 'number word',
      text: text.slice(0, match.index) + fresh + text.slice(match.index + 1),
      change: `${match[1]} → ${fresh}`,
    })
  }
  for (const match of text.matchAll(/数十亿|数百万|数千万|数十万|数千亿/g)) {
    const fresh = match[0].endsWith('亿') ? '数亿' : '数亿'
    plants.push({
      kind: 'scale',
      text: text.slice(0, match.index) + fresh + text.slice(match.index + match[0].length),
      change: `${match[0]} → ${fresh}`,
    })
  }
  return plants
}
