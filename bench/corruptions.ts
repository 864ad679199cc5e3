/** Plants one fault of a named kind in a brief, the way models and typists do. */
import type { CheckInput } from '../src/check/check-input.ts'
import { findLinks } from '../src/check/find-links.ts'
import { isCodeName, isName } from '../src/check/latin-tokens.ts'
import { readFields } from '../src/check/read-fields.ts'
import { readSource } from '../src/check/read-source.ts'

/** Below `limit`, from 0. */
export type Pick = (limit: number) => number

/** The same numbers for the same seed (mulberry32), so that two runs plant the same faults. */
export function openPick(seed: number): Pick {
  let state = seed >>> 0
  return limit => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

/** The brief with the fault, or undefined where this brief has no place for it. */
export type Corruption = (input: CheckInput, pick: Pick) => CheckInput | undefined

const TRADITIONAL = new Map(
  '们們 这這 个個 为為 对對 时時 来來 发發 现現 经經 过過 进進 实實 应應 开開 关關 与與 从從 会會 学學 习習 样樣 问問 题題 动動 种種 产產 业業 将將 图圖 视視 频頻 觉覺 语語 论論 证證 验驗 试試 测測 评評 设設 计計 训訓 练練 该該 识識 调調 读讀 较較 输輸 转轉 连連 选選 适適 长長 间間 际際 险險 随隨 难難 项項 预預 领領 额額 术術 机機 构構 标標 检檢 择擇 据據 损損 换換 扩擴 护護 报報 拟擬 数數 断斷 无無 显顯 条條 规規 观觀 资資 质質 购購 轨軌 决決 况況 减減 击擊 创創 别別 则則 势勢 单單 历歷 压壓 变變 号號 员員 响響 围圍 场場 块塊 声聲 处處 备備 头頭 奖獎 层層 带帶 帧幀 库庫 张張 录錄 径徑 态態 总總 战戰'
    .split(' ')
    .map(pair => [pair[0] ?? '', pair[1] ?? '']),
)

export const corruptions: Record<string, Corruption> = {
  'last sentence dropped': onText('whole', (text, pick) =>
    dropSentence(text, () => splitStops(text).length - 1, pick),
  ),
  'middle sentence dropped': onText('whole', (text, pick) =>
    dropSentence(text, count => 1 + pick(count - 2), pick),
  ),
  truncated: onText('any', (text, pick) => cut(text, pick)),
  'sentence repeated': onText('any', (text, pick) => {
    const sentences = splitStops(text)
    const at = pick(sentences.length)
    return sentences.toSpliced(at, 0, sentences[at] ?? '').join('')
  }),
  'letter of a name changed': onName(isName, (name, pick) =>
    replaceAt(name, pick, /[A-Za-z]/, 'aeioustrnmXKQZ'),
  ),
  'digit of a name changed': onName(isCodeName, (name, pick) => replaceAt(name, pick, /\d/, '0123456789')),
  'link dropped': onLink(() => ''),
  'link altered': onLink((link, pick) => replaceAt(link, pick, /[a-z](?=[^/]*$)/, 'aeioustrnm')),
  '\\textbf leaked': onName(isName, name => `\\textbf{${name}}`),
  'markdown emphasis': onText('any', (text, pick) => {
    const words = [...text.matchAll(/[\u4e00-\u9fff]{4}/g)]
    const at = words[pick(words.length)]?.index
    return at === undefined
      ? undefined
      : `${text.slice(0, at)}**${text.slice(at, at + 4)}**${text.slice(at + 4)}`
  }),
  'English sentence left in': (input, pick) => {
    const english = readSource(input)
      .sentences()
      .filter(sentence => sentence.split(' ').length > 7)
    const sentence = english[pick(english.length)]
    return sentence === undefined
      ? undefined
      : onText('any', text => {
          const sentences = splitStops(text)
          return sentences.toSpliced(pick(sentences.length), 1, sentence).join('')
        })(input, pick)
  },
  'Traditional characters': onText('any', (text, pick) => {
    const places = [...text.matchAll(/[\u4e00-\u9fff]/g)].filter(({ 0: char }) => TRADITIONAL.has(char))
    const chosen = new Set(Array.from({ length: 3 }, () => places[pick(places.length)]?.index))
    return [...text].map((char, at) => (chosen.has(at) ? (TRADITIONAL.get(char) ?? char) : char)).join('')
  }),
}

function splitStops(text: string): string[] {
  return text.match(/[^。！？]+[。！？]?|[。！？]/g) ?? []
}

function dropSentence(text: string, choose: (count: number) => number, _: Pick): string | undefined {
  const sentences = splitStops(text)
  return sentences.length < 4 ? undefined : sentences.toSpliced(choose(sentences.length), 1).join('')
}

/** Anywhere but at the end of a sentence. */
function cut(text: string, pick: Pick): string | undefined {
  const at = Math.floor(text.length * 0.3) + pick(Math.floor(text.length * 0.6))
  const rest = text.slice(0, at)
  return /[。！？.]\s*$/.test(rest) || rest.length < 10 ? undefined : rest
}

function replaceAt(word: string, pick: Pick, places: RegExp, letters: string): string | undefined {
  const found = [...word.matchAll(new RegExp(places, 'g'))]
  const place = found[pick(found.length)]
  if (!place) return undefined
  const letter = letters[pick(letters.length)] ?? ''
  return letter.toLowerCase() === place[0].toLowerCase()
    ? undefined
    : word.slice(0, place.index) + letter + word.slice(place.index + 1)
}

/** Changes a text field: of translations only (`whole`), or of any brief. */
function onText(
  scope: 'whole' | 'any',
  change: (text: string, pick: Pick) => string | undefined,
): Corruption {
  return (input, pick) => {
    if (scope === 'whole' && input.form.coverage !== 'whole') return undefined
    const fields = readFields(input).filter(({ kind }) => kind === 'text')
    const field = fields[pick(fields.length)]
    const text = field && change(field.text, pick)
    return field && text !== undefined && text !== field.text ? withField(input, field.key, text) : undefined
  }
}

/** Changes one name, in every place of the brief, as a model that misread it would. */
function onName(
  isKind: (token: string) => boolean,
  change: (name: string, pick: Pick) => string | undefined,
): Corruption {
  return (input, pick) => {
    const names = readSource(input).names().counts
    const places = readFields(input).flatMap(field =>
      field
        .tokens()
        .filter(({ text }) => isKind(text) && names.has(text) && text.length > 2)
        .map(({ text }) => ({ key: field.key, name: text })),
    )
    const place = places[pick(places.length)]
    const changed = place && change(place.name, pick)
    if (!place || changed === undefined || names.has(changed)) return undefined
    const text = input.brief.fields[place.key] ?? ''
    return text.includes(place.name)
      ? withField(
          input,
          place.key,
          text.replace(place.name, () => changed),
        )
      : undefined
  }
}

function onLink(change: (link: string, pick: Pick) => string | undefined): Corruption {
  return (input, pick) => {
    const links = readFields(input).flatMap(({ key, text }) => findLinks(text).map(link => ({ key, link })))
    const place = links[pick(links.length)]
    const changed = place && change(place.link, pick)
    if (!place || changed === undefined || (changed === '' && input.form.coverage !== 'whole'))
      return undefined
    return withField(
      input,
      place.key,
      (input.brief.fields[place.key] ?? '').replace(place.link, () => changed),
    )
  }
}

function withField(input: CheckInput, key: string, text: string): CheckInput {
  return { ...input, brief: { ...input.brief, fields: { ...input.brief.fields, [key]: text } } }
}
