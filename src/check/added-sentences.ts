/** Finds the sentences of a translation that nothing in the source stands for. */
import { type AlignmentInput, alignSentences, MAX_SENTENCES } from './align-sentences.ts'
import { comparePieces, type SentencePair } from './compare-pieces.ts'
import { wordClues } from './compare-sentences.ts'
import { weighText } from './text-length.ts'

// In nats; low, so that a sentence without a counterpart stands alone. Of 111 correct translations 8 have such a one,
// each time beside a source sentence that stands alone too: the two are one said in other words.
const LOSS_COST = 1
// Share of the sentence that words of the source account for, by the dictionary: 90 in 100 of invented ones lie below.
const MAX_COVERAGE = 0.25
// What is shorter may be the second half of a sentence.
const MIN_WEIGHT = 12

/** In reading order; Chinese only, since for other languages there is no dictionary to know the source's words by. */
export function findAddedSentences({ source, target, language }: SentencePair): string[] {
  if (wordClues(language) !== 'dictionary' || Math.max(source.length, target.length) > MAX_SENTENCES)
    return []
  const { input } = comparePieces({ source, target, language })
  const alignment = alignSentences({ ...input, lossCost: LOSS_COST })
  if (!alignment || alignment.lost.length > 0) return []
  return alignment.added
    .filter(index => {
      const text = input.target[index]?.text ?? ''
      return weighText(text) >= MIN_WEIGHT && measureCoverage(text, input) < MAX_COVERAGE
    })
    .flatMap(index => target[index] ?? [])
}

function measureCoverage(text: string, { source }: Pick<AlignmentInput, 'source'>): number {
  const covered = new Uint8Array(text.length)
  for (const { clues } of source)
    for (const { forms } of clues)
      for (const form of forms) {
        // One character stands in too many words to tell anything; a letter or a digit is a name's or a figure's.
        if (form.length < 2 && !/[a-z0-9]/.test(form)) continue
        for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
          covered.fill(1, at, at + form.length)
      }
  return covered.reduce((sum, mark) => sum + mark, 0) / Math.max(1, text.length)
}
