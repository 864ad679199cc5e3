/** Words that a source and its Chinese translation share by the dictionary, found in stretches of either text. */
import { lookUp } from '../english-chinese.ts'

/** The keys of the words that stand in a stretch of text. */
export type FindWords = (text: string) => readonly string[]

export interface WordFinders {
  inSource: FindWords
  inBrief: FindWords
}

// One character stands in too many words to tell anything.
const MIN_FORM = 2

/** For briefs in Chinese; in other languages the words are compared as they stand. */
export function openWordFinders(source: string, brief: string): WordFinders {
  const inSource = (text: string): string[] => [...new Set(listEnglish(text))]
  if (!/\p{Script=Han}/u.test(brief)) return { inSource, inBrief: inSource }
  const vocabulary = new Map<string, string[]>()
  for (const word of listWords(source)) {
    const entry = lookUp(word)
    const forms = entry?.translations.filter(form => form.length >= MIN_FORM && brief.includes(form)) ?? []
    if (entry && forms.length > 0)
      vocabulary.set(entry.key, [...new Set([...(vocabulary.get(entry.key) ?? []), ...forms])])
  }
  const inBrief = (text: string): string[] =>
    [...vocabulary].filter(([, forms]) => forms.some(form => text.includes(form))).map(([key]) => key)
  return { inSource, inBrief }
}

function listEnglish(text: string): string[] {
  return listWords(text).flatMap(word => lookUp(word)?.key ?? [])
}

function listWords(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{3,}/g) ?? []
}
