/** Turns Chinese text from one script into the other, words and not only characters, and leaves all else as it is. */
import { findFormulas } from '../paper/formulas.ts'

export type ConvertText = (text: string) => string

/**
 * What Taiwan calls otherwise and papers mean in one sense only. OpenCC's own list of words is not taken: it is made for
 * programs and writes 函式 for a loss function, 引數 for the parameters of a model and 物件 for the object of a study.
 */
const TAIWANESE = `軟件 軟體|硬件 硬體|數據 資料|數據庫 資料庫|信息 資訊|網絡 網路|互聯網 網際網路|算法 演算法|人工智能 人工智慧|
  視頻 影片|音頻 音訊|代碼 程式碼|程序代碼 程式碼|編程 程式設計|內存 記憶體|顯存 顯示記憶體|緩存 快取|服務器 伺服器|用戶 使用者|
  變量 變數|字符 字元|默認 預設|分辨率 解析度|計算機 電腦|屏幕 螢幕|鏈接 連結|魯棒 穩健`
/** Words that hold one of these without meaning it. */
const KEPT = '大數據 演算法 運算法則 計算法 內存在'

const LINK_OR_CODE = /`[^`\n]{1,2000}`|(?:https?:\/\/|www\.)[^\s<>（）()，。；、]{1,2000}/g
const HAN = /\p{Script=Han}/u

/**
 * Traditional characters (and, but for Hong Kong and Macau, the technical words of Taiwan), with OpenCC's tables of
 * phrases, so that 头发 becomes 頭髮 and 发现 becomes 發現. Formulas, links and code stay as they are. The tables take a
 * quarter of a second and about 60 MB, so they are loaded at the first call only.
 * @param language tag that the text is for: `zh-Hant`, `zh-Hant-HK`
 */
export async function loadTraditional(language = 'zh-Hant'): Promise<ConvertText> {
  const isHongKong = /-(?:HK|MO)\b/.test(language)
  const key = isHongKong ? 'hk' : 'tw'
  loaded[key] ??= makeTraditional(isHongKong)
  return loaded[key]
}

/** Simplified characters. The tables take 20 ms and 4 MB. */
export async function loadSimplified(): Promise<ConvertText> {
  loaded.cn ??= makeSimplified()
  return loaded.cn
}

const loaded: Partial<Record<'hk' | 'tw' | 'cn', Promise<ConvertText>>> = {}

async function makeTraditional(isHongKong: boolean): Promise<ConvertText> {
  const { Converter, CustomConverter } = await import('opencc-js/cn2t')
  const convert = Converter({ from: 'cn', to: isHongKong ? 'hk' : 'tw' })
  if (isHongKong) return text => convertWords(text, convert)
  const rename = CustomConverter([
    ...TAIWANESE.split('|').map((pair): [string, string] => {
      const [mainland = '', taiwanese = ''] = pair.trim().split(' ')
      return [mainland, taiwanese]
    }),
    ...KEPT.split(' ').map((word): [string, string] => [word, word]),
  ])
  return text => convertWords(text, part => rename(convert(part)))
}

async function makeSimplified(): Promise<ConvertText> {
  const { Converter } = await import('opencc-js/t2cn')
  const convert = Converter({ from: 'tw', to: 'cn' })
  return text => convertWords(text, convert)
}

/** Between formulas, links and code. */
function convertWords(text: string, convert: ConvertText): string {
  if (!HAN.test(text)) return text
  const spans = [
    ...findFormulas(text),
    ...[...text.matchAll(LINK_OR_CODE)].map(({ 0: raw, index }) => ({
      start: index,
      end: index + raw.length,
    })),
  ].toSorted((a, b) => a.start - b.start)
  let out = ''
  let last = 0
  for (const { start, end } of spans) {
    if (start > last) out += convert(text.slice(last, start))
    out += text.slice(Math.max(last, start), Math.max(last, end))
    last = Math.max(last, end)
  }
  return out + convert(text.slice(last))
}

/**
 * Converts each field that a model wrote in the other script than was asked for. A few characters of the other one (a
 * name, a quotation) convert nothing: what they are, a check says.
 */
export async function mendScript(
  fields: Record<string, string>,
  { script, language }: { script: 'Hans' | 'Hant'; language: string },
): Promise<Record<string, string>> {
  if (!mayBeOther(Object.values(fields).join(''), script)) return fields
  const simplify = await loadSimplified()
  const mended: Record<string, string> = {}
  for (const [key, text] of Object.entries(fields)) {
    const simple = simplify(text)
    const share = shareOfTraditional(text, simple)
    if (script === 'Hans') mended[key] = share >= MIN_TRADITIONAL ? simple : text
    else {
      const isOther = HAN.test(text) && share < MAX_STRAY
      mended[key] = isOther ? (await loadTraditional(language))(text) : text
    }
  }
  return mended
}

// So common that no abstract in their script does without: the tables are not loaded where they are absent.
const COMMON = {
  Hans: /[這個為與對過進還應開會學樣問題種產業將圖現實經結數據計種類關訓練識別處點體於總來說語]/gu,
  Hant: /[这个为与对过进还应开会学样问题种产业将图现实经结数据计类关训练识别处点体于总来说语]/gu,
}

function mayBeOther(text: string, script: 'Hans' | 'Hant'): boolean {
  return (text.match(COMMON[script])?.length ?? 0) > 1
}

// Of running Traditional text about a third of the characters have another Simplified form.
const MIN_TRADITIONAL = 0.1
const MAX_STRAY = 0.03

/** Of the Chinese characters, those that the Simplified text has otherwise. */
function shareOfTraditional(text: string, simple: string): number {
  const before = [...text]
  const after = [...simple]
  const han = before.filter(character => HAN.test(character)).length
  return han === 0 ? 0 : before.filter((character, at) => character !== after[at]).length / han
}
