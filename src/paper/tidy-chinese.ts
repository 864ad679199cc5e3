/** Mends the punctuation and spaces of machine-made Chinese and Japanese; words are never touched. */

const CJK = '\\u3005-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff'
const WIDE_MARK = '\\u3000-\\u3004\\u3008-\\u3011\\uff01-\\uff0f\\uff1a-\\uff1f“”‘’'
// A private character stands for a name, a figure or a formula.
const HELD = '\\ue000-\\uf8ff'
const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }

const SPACE_BETWEEN = new RegExp(`(?<=[${CJK}${WIDE_MARK}])\\s+(?=[${CJK}${WIDE_MARK}])`, 'g')
const SPACE_BESIDE_MARK = /\s+(?=[，。；：？！、）】》])|(?<=[，。；：？！、（【《])\s+/g
const NARROW_MARK = new RegExp(
  `(?<=[${CJK}${HELD}）”》%]\\s?)[,;:?!](?![\\d/])\\s*|(?<!\\d)[,;:?!]\\s*(?=[${CJK}])`,
  'g',
)
const HAS_CJK = new RegExp(`[${CJK}]`)

/** `方法 , 准确率 (ACC)为 5% .` → `方法，准确率（ACC）为 5%。` Text without Chinese or Japanese stays as it is. */
export function tidyChinese(text: string): string {
  if (!HAS_CJK.test(text)) return text
  return widenBrackets(text)
    .replace(NARROW_MARK, mark => WIDE[mark.trim()] ?? mark)
    .replace(/\s*[.．。]\s*$/, '。')
    .replace(/([，、；：])\1+/g, '$1')
    .replace(SPACE_BETWEEN, '')
    .replace(SPACE_BESIDE_MARK, '')
}

/** Brackets around Chinese, or behind or before it, are full-width, and both of a pair are alike. */
function widenBrackets(text: string): string {
  const characters = [...text]
  const open: number[] = []
  for (const [at, character] of characters.entries()) {
    if (character === '(' || character === '（') open.push(at)
    if (character !== ')' && character !== '）') continue
    const from = open.pop()
    if (from === undefined) continue
    const around = `${characters[from - 1] ?? ''}${characters[from - 2] ?? ''}${characters[at + 1] ?? ''}`
    const isWide = HAS_CJK.test(characters.slice(from, at).join('').slice(0, 400)) || HAS_CJK.test(around)
    if (isWide) [characters[from], characters[at]] = ['（', '）']
  }
  return characters.join('')
}
