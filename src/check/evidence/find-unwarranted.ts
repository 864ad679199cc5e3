/** Finds words of a Chinese brief for particular things that no word of the paper warrants: a hospital, an award. */
import { LastMade, once } from '../once.ts'
import type { BriefSentence, BriefText } from './brief-text.ts'
import { type WarrantedWord, warrantedWords } from './warranted-words.ts'

export interface Unwarranted {
  sentence: BriefSentence
  word: string
  /** The clause that has it, as it stands in the brief. */
  clause: string
  /** Where the clause stands in the folded text, and the word in it. */
  start: number
  end: number
  at: number
  /** No choice of a translator's: the word is of that kind, or the sentence has another such word. */
  isSure: boolean
  /** It may be cut out of a longer word, or only say whose an institution is. */
  isDoubtful: boolean
}

// What a reader may do with the paper, or what it leaves open, is said in words of the brief's own.
const OPEN =
  /摘要|原文|论文(?:未|没|并)|文中|文章|正文|作者(?:未|没|并)|没有|未[^来]|尚|仍|不|无|能否|是否|可|宜|应|需|要|若|如|假|适合|建议|优先|尝试|先|留意|注意|关注|考虑|借鉴|值得|有望|有助|便于|供|例|类似|比如|等|或|潜在|未来|今后|想|希望|意味|启/
const TOLD =
  /摘要|原文|文中|文章|正文|(?:论文|作者)(?:并)?(?:未|没)|没有(?:给|说|提|报|交|列|公|披|讨|涉)|未(?:给|说|提|报|交|列|公|披|讨|涉)|能否|是否|尚(?:未|不|需|待)|有待/

// Longer than any sentence: hostile text is not searched without end.
const MAX_SENTENCE = 1000

const known = new LastMade<readonly unknown[], Map<RegExp, boolean>>()

/**
 * One for each sentence at most, in reading order. `key` stands for the paper; `lower` is its text in small letters.
 * A field in `advice` is judged only where it tells of facts.
 */
export function findUnwarranted(
  { folded, sentences }: BriefText,
  { key, lower, advice }: { key: readonly unknown[]; lower: string; advice: (field: string) => boolean },
): Unwarranted[] {
  const memory = known.get(key) ?? new Map<RegExp, boolean>()
  known.set(key, memory)
  const isWarranted = (warrant: RegExp): boolean => {
    const remembered = memory.get(warrant)
    if (remembered !== undefined) return remembered
    const found = warrant.test(lower)
    memory.set(warrant, found)
    return found
  }
  return sentences.flatMap(sentence => {
    const text = folded.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE))
    const found: Unwarranted[] = []
    for (const { word, at } of findWords(text)) {
      if (isWarranted(word.warrant)) continue
      const { start, end } = clauseAt(text, at)
      const clause = text.slice(start, end)
      const open = advice(sentence.field.key) ? OPEN : TOLD
      if (open.test(clause) || TOLD.test(text.slice(0, at))) continue
      const bounds = findBounds(clause, at - start, word.word)
      if (bounds === 'none') continue
      found.push({
        sentence,
        word: word.word,
        clause: sentence.text.slice(start, end + 1),
        start: sentence.start + start,
        end: sentence.start + end,
        at: sentence.start + at,
        isSure: word.isSure,
        isDoubtful: bounds === 'doubtful' || isAttribute(word.word, clause.slice(at - start)),
      })
    }
    const [first] = found
    const certain = found.find(other => !other.isDoubtful) ?? first
    const isSure = found.some(
      other => !other.isDoubtful && (other.isSure || (other.word !== certain?.word && !certain?.isDoubtful)),
    )
    return certain ? [{ ...certain, isSure }] : []
  })
}

interface Hit {
  word: WarrantedWord
  at: number
}

function findWords(text: string): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < text.length; at++) {
    const word = warrantedWords.findAt(text, at, standsFree)
    if (!word) continue
    hits.push({ word, at })
    at += word.word.length - 1
  }
  return hits
}

function standsFree({ word, notBehind, notBefore }: WarrantedWord, text: string, at: number): boolean {
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + word.length)]
  return !(before !== '' && notBehind.includes(before)) && !(behind !== '' && notBefore.includes(behind))
}

// Made on demand: where the runtime has no dictionary of Chinese words, every place counts as a word.
const segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }))

// Characters that are words by themselves before any other word: 两家医院, 某大学.
const FREE =
  '的地得了在和与及或同跟对从由自把被将使让用以为是有无含向到至按据经于个种名位家所座台辆只条张项类组套款该各每这那某本其并也都又就还而则即等中上下前后内外间里时年月日新老大小多少全主半非去做作看说如像比第约近超达两三四五六七八九十百千万亿'

// Characters that end the word before them: 消费级显卡.
const ENDINGS = '态级式型性化率度器机法学者员力量值层端侧版流网人品物体场块件域集点线面感论'

/** 作物 is no word of 操作物体, and 分子 hardly one of 细分子类, where a single character is left before it. */
function findBounds(clause: string, at: number, word: string): 'none' | 'doubtful' | 'sure' {
  let [earlier, before] = ['', '']
  let [isBegun, isEnded] = [at === 0, false]
  for (const { index, segment } of segmenter().segment(clause)) {
    const end = index + segment.length
    if (end < at) earlier = segment
    if (end === at) [before, isBegun] = [segment, true]
    isEnded ||= end === at + word.length
  }
  if (!isBegun || !isEnded) return 'none'
  const isEnding = earlier.length > 1 && ENDINGS.includes(before)
  return before.length === 1 && HAN.test(before) && !FREE.includes(before) && !isEnding ? 'doubtful' : 'sure'
}
const HAN = /[\u3400-\u9fff]/

const NATION = /^(?:[\u4e00-\u9fff]国|日本|印度|欧洲|欧盟|俄罗斯|西班牙|越南|非洲|阿拉伯)$/
const INSTITUTION =
  /^.{2,24}?(?:中心|局|署|委员会|协会|学会|联盟|组织|机构|科学院|研究院|研究所|实验室|国会|法院|银行|基金会|储备|国家|标准|法案|条例|公约|[国内外财教卫]\S?部|（\s?[a-z]{2,8}\b)/

/** 美国 before an institution that everybody knows for American: the paper need not say so. */
function isAttribute(word: string, rest: string): boolean {
  return NATION.test(word) && INSTITUTION.test(rest)
}

const MARK = /[，,；;。！？!?：:]/

function clauseAt(text: string, at: number): { start: number; end: number } {
  let start = at
  while (start > 0 && !MARK.test(text.charAt(start - 1))) start--
  let end = at
  while (end < text.length && !MARK.test(text.charAt(end))) end++
  return { start, end }
}
