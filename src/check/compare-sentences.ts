/** Sentences of a source and of its translation in the shape that aligning compares: clues and lengths. */
import { latexToText } from '../paper/latex.ts'
import type { AlignmentInput } from './align-sentences.ts'
import { toSimplified } from './chinese-variants.ts'
import { chineseVariant } from './scripts.ts'
import { readClues, type WordClues } from './sentence-clues.ts'
import { countWords, expectedRatio, weighText } from './text-length.ts'

export interface SentenceComparison {
  source: readonly string[]
  target: readonly string[]
  /** Of the target. */
  language: string
  /** In nats. */
  lossCost: number
}

export function compareSentences({ source, target, language, lossCost }: SentenceComparison): AlignmentInput {
  const words = wordClues(language)
  const isTraditional = chineseVariant(language) === 'Hant'
  return {
    source: source.map(sentence => ({ clues: readClues(sentence, words), length: countWords(sentence) })),
    target: target.map(sentence => ({
      text: foldTarget(isTraditional ? toSimplified(sentence) : sentence),
      length: weighText(sentence),
    })),
    expectedRatio: expectedRatio(language),
    lossCost,
  }
}

export function wordClues(language: string): WordClues {
  if (language.startsWith('en')) return 'same'
  return chineseVariant(language) ? 'dictionary' : 'none'
}

/** Formulas become text, as they have in the source: "wait-$k$" is "wait-k". */
function foldTarget(sentence: string): string {
  return (sentence.includes('$') ? latexToText(sentence) : sentence)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d)/g, '')
}
