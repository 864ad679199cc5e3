/** Finds the key phrases of a paper, verbatim: its own names first, then what it is about. */
import { softWords, stopwords, termParticiples } from './keyphrase-stopwords.ts'
import { findPaperNames } from './paper-names.ts'

export interface KeyphraseSource {
  title: string
  abstract: string
}

const FEWEST = 3
const MOST = 6
const MOST_NAMES = 2
const LONGEST_WORDS = 4
const LONGEST_CHARACTERS = 60
// A Chinese phrase cannot be cut at words, so only short runs are phrases.
const LONGEST_HAN = 10
const UNUSABLE =
  /\$\$[^$]*\$\$|\$[^$\n]*\$|(?:https?:\/\/|www\.)\S+|(?<![\w.-])[\w.-]{1,100}\.(?:com|org|io|net)\/\S*/g
const WORD = /[\p{L}\p{N}]+(?:[-–_'’.+/][\p{L}\p{N}]+)*\+*/gu
// Two sentences without a space between them; a compound that is cut off ("in-").
const BROKEN_WORD = /\p{Ll}\.\p{Lu}|-(?:and|by|for|in|of|on|or|the|to|with)$/u
const HAN_STOP =
  /[的了和在是对与及为以并等中其之该此被把将从到由于通过基于我们本文提出一种方法研究进行使用利用有效可以能够实现提高显著结果表明实验首先然而但]+/u

interface Word {
  text: string
  key: string
  start: number
  end: number
  /** Nothing but one space between this word and the one before it. */
  joined: boolean
}

/** Where a phrase was seen. */
interface Seen {
  inTitle: boolean
  /** Of its first occurrence, 0 to 1. */
  place: number
}

interface Phrase extends Seen {
  text: string
  /** In lower case and singular. */
  words: string[]
  times: number
}

/**
 * Three to six phrases, fewer where the text is too short. RAKE (Rose, Engel, Cramer and Cowley, "Automatic
 * Keyword Extraction from Individual Documents", 2010): candidates are runs of words between stop words and
 * punctuation, a word weighs its degree by its frequency. As in YAKE (Campos et al., Information Sciences 509,
 * 2020) a phrase gains by being repeated, by standing early and by standing in the title.
 */
export function findKeyphrases(source: KeyphraseSource): string[] {
  const title = hideUnusable(source.title)
  const abstract = hideUnusable(source.abstract)
  const phrases = new Map<string, Phrase>()
  collectPhrases({ text: title, inTitle: true, phrases })
  collectPhrases({ text: abstract, inTitle: false, phrases })
  const names = findPaperNames({ title, abstract }).slice(0, MOST_NAMES)
  return choose(names, rank([...phrases.values()]))
}

// Same length, so that places in the text stay; `|` cuts a phrase.
function hideUnusable(text: string): string {
  return text.replace(UNUSABLE, found => '|'.repeat(found.length))
}

function readWords(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const clean = found.replace(/[’']s?$/, '')
    const before = words.at(-1)
    const joined = before !== undefined && index === before.end + 1 && text[before.end] === ' '
    words.push({ text: clean, key: clean.toLowerCase(), start: index, end: index + clean.length, joined })
  }
  return words
}

interface Collecting {
  text: string
  inTitle: boolean
  phrases: Map<string, Phrase>
}

function collectPhrases(collecting: Collecting): void {
  const words = readWords(collecting.text)
  let run: Word[] = []
  for (const [at, word] of words.entries()) {
    const content = isContent(word, words[at + 1])
    if (!word.joined || !content) {
      addRun(collecting, run)
      run = []
    }
    if (content) run.push(word)
  }
  addRun(collecting, run)
}

function isContent({ text, key }: Word, next: Word | undefined): boolean {
  if (key === 'large') return /^(?:language|vision|multimodal|reasoning|video)/.test(next?.key ?? '')
  if (stopwords.has(key) || text.length > LONGEST_CHARACTERS || text.length < 2) return false
  if (BROKEN_WORD.test(text)) return false
  // 2025, 10x, 45.3: figures; adverbs cut a phrase as well.
  return !/^\d[\d.,/-]*(?:x|k|m|b|th|st|nd|rd|s)?$/i.test(text) && !/..ly$/.test(key)
}

function addRun({ text, inTitle, phrases }: Collecting, run: readonly Word[]): void {
  const words = trimRun(run)
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last || words.length > LONGEST_WORDS || words.every(({ key }) => softWords.has(key))) return
  const written = text.slice(first.start, last.end)
  const seen = { inTitle, place: inTitle ? 0 : first.start / text.length }
  if (/\p{Script=Han}/u.test(written)) addHan(phrases, { written, seen })
  else if (/\p{L}{2}/u.test(written) && written.length <= LONGEST_CHARACTERS)
    add(phrases, { text: written, words: words.map(({ key }) => singular(key)), ...seen })
}

/** Cuts verbs off: participles at the end, participles and gerunds at the head. */
function trimRun(run: readonly Word[]): readonly Word[] {
  let words = run
  while (words.length > 1 && isParticiple(words.at(-1))) words = words.slice(0, -1)
  const head = words[0]?.key ?? ''
  const isVerb =
    (isParticiple(words[0]) && !termParticiples.has(head)) || (/^[^-]*..ing$/.test(head) && words.length > 2)
  return isVerb && words.length > 1 ? words.slice(1) : words
}

function isParticiple(word: Word | undefined): boolean {
  return /^[^-]*..ed$/.test(word?.key ?? '')
}

function addHan(phrases: Map<string, Phrase>, { written, seen }: { written: string; seen: Seen }): void {
  for (const part of written.split(HAN_STOP))
    if (part.length >= 2 && part.length <= LONGEST_HAN) add(phrases, { text: part, words: [part], ...seen })
}

function add(phrases: Map<string, Phrase>, phrase: Omit<Phrase, 'times'>): void {
  const key = phrase.words.join(' ')
  const known = phrases.get(key)
  if (!known) {
    phrases.set(key, { ...phrase, times: 1 })
    return
  }
  known.times++
  // The abstract writes it as running text does, the title with capitals.
  if (known.inTitle && known.times === 2 && !phrase.inTitle) known.text = phrase.text
}

function singular(word: string): string {
  return word.length > 3 && /[^s]s$/.test(word) && !/(?:us|is|ss|ics)$/.test(word) ? word.slice(0, -1) : word
}

function rank(phrases: readonly Phrase[]): Phrase[] {
  const frequency = new Map<string, number>()
  const degree = new Map<string, number>()
  for (const { words, times } of phrases)
    for (const word of words) {
      frequency.set(word, (frequency.get(word) ?? 0) + times)
      degree.set(word, (degree.get(word) ?? 0) + times * words.length)
    }
  const weigh = (word: string) => {
    const often = frequency.get(word) ?? 1
    return ((degree.get(word) ?? 0) / often) * Math.log2(1 + often) * (softWords.has(word) ? 0.3 : 1)
  }
  return phrases
    .map(phrase => ({ phrase, score: scorePhrase(phrase, weigh) }))
    .sort((a, b) => Number(isLoneWord(a.phrase)) - Number(isLoneWord(b.phrase)) || b.score - a.score)
    .map(({ phrase }) => phrase)
}

/** A single word is seldom a term: only where the title has it and the abstract comes back to it. */
function isLoneWord({ words, inTitle, times }: Pick<Phrase, 'words' | 'inTitle' | 'times'>): boolean {
  return words.length === 1 && !/\p{Script=Han}|-/u.test(words[0] ?? '') && !(inTitle && times > 2)
}

function scorePhrase({ words, inTitle, times, place }: Phrase, weigh: (word: string) => number): number {
  const weight = words.reduce((sum, word) => sum + weigh(word), 0) / Math.sqrt(words.length)
  // A long run that comes once often hides a verb.
  const length = words.length > 2 && times === 1 && !inTitle ? 0.6 : 1
  return weight * length * (inTitle ? 2.5 : 1) * (1 + 1.5 * Math.log2(times)) * (1.2 - 0.5 * place)
}

function choose(names: readonly string[], ranked: readonly Phrase[]): string[] {
  const chosen: Pick<Phrase, 'text' | 'words'>[] = []
  for (const text of names) chooseOne(chosen, { text, words: [singular(text.toLowerCase())] })
  for (const phrase of ranked) {
    if (chosen.length >= (isLoneWord(phrase) ? FEWEST : MOST)) break
    chooseOne(chosen, phrase)
  }
  return chosen.map(({ text }) => text)
}

function chooseOne(
  chosen: Pick<Phrase, 'text' | 'words'>[],
  { text, words }: Pick<Phrase, 'text' | 'words'>,
): void {
  if (!chosen.some(other => overlaps(other.words, words))) chosen.push({ text, words })
}

/** One holds the other, or they share half of their words. */
function overlaps(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter(word =>
    b.some(other => other === word || other.split('-').includes(word) || word.split('-').includes(other)),
  ).length
  return shared > 0 && shared >= Math.min(a.length, b.length) / 2
}
