/** Finds words of a Chinese brief for particular things that no word of the paper warrants: a hospital, an award. */

import { once } from '../once.ts'
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
}

// What a reader may do with the paper, or what it leaves open, is said in words of the brief's own.
const OPEN =
  /摘要|原文|论文(?:未|没|并)|文中|文章|正文|作者(?:未|没|并)|没有|未[^来]|尚|仍|不|无|能否|是否|可|宜|应|需|要|若|如|假|适合|建议|优先|尝试|先|值得|有望|有助|便于|供|例|类似|比如|等|或|潜在|未来|今后|想|希望|意味|启/
const TOLD =
  /摘要|原文|文中|文章|正文|(?:论文|作者)(?:并)?(?:未|没)|没有(?:给|说|提|报|交|列|公|披|讨|涉)|未(?:给|说|提|报|交|列|公|披|讨|涉)|能否|是否|尚(?:未|不|需|待)|有待/

// Longer than any sentence: hostile text is not searched without end.
const MAX_SENTENCE = 1000

const known = new WeakMap<readonly unknown[], Map<RegExp, boolean>>()

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
    const found = memory.get(warrant) ?? warrant.test(lower)
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
      if (open.test(clause) || TOLD.test(text.slice(0, at)) || !isWord(clause, at - start, word.word))
        continue
      found.push({
        sentence,
        word: word.word,
        clause: sentence.text.slice(start, end + 1),
        start: sentence.start + start,
        end: sentence.start + end,
        at: sentence.start + at,
        isSure: word.isSure,
      })
    }
    const [first] = found
    const isSure = found.some(other => other.isSure || other.word !== first?.word)
    return first ? [{ ...first, isSure }] : []
  })
}

interface Hit {
  word: WarrantedWord
  at: number
}

function findWords(text: string): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < text.length; at++) {
    const candidates = warrantedWords.get(text.charAt(at))
    const word = candidates?.find(other => text.startsWith(other.word, at) && standsFree(text, at, other))
    if (!word) continue
    hits.push({ word, at })
    at += word.word.length - 1
  }
  return hits
}

function standsFree(text: string, at: number, { word, notBehind, notBefore }: WarrantedWord): boolean {
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + word.length)]
  return !(before !== '' && notBehind.includes(before)) && !(behind !== '' && notBefore.includes(behind))
}

// Made on demand: where the runtime has no dictionary of Chinese words, every place counts as a word.
const segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }))

/** 作物 is no word of 操作物体. */
function isWord(clause: string, at: number, word: string): boolean {
  const ends = new Set([0])
  for (const { index, segment } of segmenter().segment(clause)) ends.add(index + segment.length)
  return ends.has(at) && ends.has(at + word.length)
}

const MARK = /[，,；;。！？!?：:]/

function clauseAt(text: string, at: number): { start: number; end: number } {
  let start = at
  while (start > 0 && !MARK.test(text.charAt(start - 1))) start--
  let end = at
  while (end < text.length && !MARK.test(text.charAt(end))) end++
  return { start, end }
}
