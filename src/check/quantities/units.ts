/** Units of measure in English and Chinese, each with its factor to the base unit of its dimension. */
import { makeRational, one, powerOfTen, type Rational } from './rational.ts'

export interface Unit {
  dimension: string
  factor: Rational
}

const day = 86_400n
const factors: Record<string, Rational> = {
  nano: powerOfTen(-9),
  micro: powerOfTen(-6),
  milli: powerOfTen(-3),
  centi: powerOfTen(-2),
  kilo: powerOfTen(3),
  mega: powerOfTen(6),
  giga: powerOfTen(9),
  tera: powerOfTen(12),
  peta: powerOfTen(15),
  exa: powerOfTen(18),
  minute: makeRational(60),
  hour: makeRational(3600),
  day: makeRational(day),
  week: makeRational(7n * day),
}

/** `dimension[:factor] spelling spelling …`; months and years are dimensions of their own, their days vary. */
const table = `
  percent % percent 百分之
  point pp pps ppt 百分点 百分點 个百分点 個百分點 个点 個點
  times × x X times fold 倍 folds
  time s sec secs second seconds 秒 秒钟 秒鐘
  time:nano ns nanosecond nanoseconds 纳秒 奈秒
  time:micro μs µs us microsecond microseconds 微秒
  time:milli ms msec millisecond milliseconds 毫秒
  time:minute min mins minute minutes 分钟 分鐘
  time:hour h hr hrs hour hours 小时 小時 个小时 個小時
  time:day day days 天
  time:week week weeks 周 週 星期 个星期 個星期
  month month months 个月 个多月 個多月 個月
  year year years yr yrs 年 岁 歲
  byte bytes 字节 位元組
  byte:kilo kB KB KiB kilobyte kilobytes 千字节
  byte:mega MB MiB megabyte megabytes 兆字节
  byte:giga GB GiB G gigabyte gigabytes 吉字节
  byte:tera TB TiB terabyte terabytes 太字节
  byte:peta PB PiB petabyte petabytes 拍字节
  bit bit bits 比特
  bitrate:kilo kbps Kbps
  bitrate:mega Mbps
  bitrate:giga Gbps
  hertz Hz 赫兹 赫茲
  hertz:kilo kHz KHz 千赫兹
  hertz:mega MHz 兆赫
  hertz:giga GHz 吉赫
  rate fps FPS
  metre m metre metres meter meters 米 公尺
  metre:nano nm 纳米 奈米 nanometers
  metre:micro μm µm um 微米 micrometers microns
  metre:milli mm millimeter millimeters 毫米 公釐
  metre:centi cm centimeter centimeters 厘米 公分
  metre:kilo km kilometer kilometers kilometre kilometres 公里 千米
  mile mile miles 英里
  hectare ha hectare hectares 公顷 公頃
  acre acre acres 英亩 英畝
  gram g gram grams 克
  gram:milli mg 毫克
  gram:kilo kg kilogram kilograms 公斤 千克
  gram:mega t tonne tonnes 吨 噸
  gram:giga kt 千吨 千噸
  gram:tera Mt 兆吨
  gram:peta Gt 吉吨
  watt W watts 瓦
  watt:micro µW μW 微瓦
  watt:milli mW 毫瓦
  watt:kilo kW 千瓦
  watt:mega MW 兆瓦
  watt:giga GW 吉瓦
  watthour Wh 瓦时 瓦時 瓦小时
  watthour:kilo kWh 千瓦时 千瓦時 千瓦小时 千瓦·时
  watthour:mega MWh 兆瓦时 兆瓦時
  watthour:giga GWh 吉瓦时 吉瓦時
  watthour:tera TWh 太瓦时 太瓦時
  pascal:kilo kPa 千帕
  pascal:mega MPa 兆帕
  pascal:giga GPa 吉帕
  volt:milli mV 毫伏
  ampere:milli mA 毫安
  ampere:micro µA μA 微安
  electronvolt eV 电子伏 电子伏特 電子伏特
  electronvolt:milli meV 毫电子伏 毫电子伏特
  electronvolt:kilo keV 千电子伏 千电子伏特
  electronvolt:mega MeV 兆电子伏 兆电子伏特
  electronvolt:giga GeV 吉电子伏 吉电子伏特
  electronvolt:tera TeV 太电子伏 太电子伏特
  energy J joules 焦耳
  decibel dB 分贝 分貝
  degree ° ℃ deg degree degrees 度 摄氏度 攝氏度
  flop FLOPs FLOPS
  flop:giga GFLOPs GFLOPS
  flop:tera TFLOPs TFLOPS
  calendar 月份 月
  date 日
  usd ＄ USD dollar dollars 美元 美金
  eur € EUR euro euros 欧元 歐元
  gbp £ GBP 英镑 英鎊
  jpy JPY yen 日元 日圓
  cny ¥ RMB CNY yuan 元 人民币 人民幣
  dimension D`

const latinUnits = new Map<string, Unit>()
const hanUnits = new Map<string, { spelling: string; unit: Unit }[]>()

for (const line of table.trim().split('\n')) {
  const [head = '', ...spellings] = line.trim().split(' ')
  const [dimension = '', factor] = head.split(':')
  const unit: Unit = { dimension, factor: factor ? (factors[factor] ?? one) : one }
  for (const spelling of spellings) {
    if (!/[\u3400-\u9fff]/.test(spelling)) latinUnits.set(spelling, unit)
    else addHanUnit(spelling, unit)
  }
}

function addHanUnit(spelling: string, unit: Unit): void {
  const first = spelling.charAt(0)
  const known = hanUnits.get(first) ?? []
  hanUnits.set(
    first,
    [...known, { spelling, unit }].sort((a, b) => b.spelling.length - a.spelling.length),
  )
}

/** The unit that a Latin word or a mark names; short ones keep their case: `MB`, `ms`. */
export function findLatinUnit(word: string): Unit | undefined {
  return latinUnits.get(word) ?? (word.length > 3 ? latinUnits.get(word.toLowerCase()) : undefined)
}

/** The longest Chinese unit that stands at `at`. */
export function findHanUnit(text: string, at: number): { unit: Unit; end: number } | undefined {
  for (const { spelling, unit } of hanUnits.get(text.charAt(at)) ?? []) {
    if (text.startsWith(spelling, at)) return { unit, end: at + spelling.length }
  }
  return undefined
}

export const percentUnit: Unit = { dimension: 'percent', factor: one }
/** A month by its name or number: October, 10月. */
export const calendarUnit: Unit = { dimension: 'calendar', factor: one }
export const pointUnit: Unit = { dimension: 'point', factor: one }
export const ratioUnit: Unit = { dimension: 'ratio', factor: one }
export const timesUnit: Unit = { dimension: 'times', factor: one }
