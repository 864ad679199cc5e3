/** The brief as one text of numbered sentences, folded so that it can be searched, all places kept. */
import { toSimplified } from '../chinese-variants.ts'
import type { BriefField } from '../read-fields.ts'
import { chineseVariant } from '../scripts.ts'

export interface BriefSentence {
  field: BriefField
  /** Where it stands in the folded text. */
  start: number
  end: number
  /** As it stands in the brief. */
  text: string
}

export interface BriefText {
  /** Small letters, Simplified characters, a line break between sentences. */
  folded: string
  sentences: readonly BriefSentence[]
}

export function readBriefText(fields: readonly BriefField[], language: string): BriefText {
  const isTraditional = chineseVariant(language) === 'Hant'
  const sentences: BriefSentence[] = []
  let folded = ''
  for (const field of fields) {
    for (const text of field.sentences()) {
      const start = folded.length
      folded += foldSentence(text, isTraditional)
      sentences.push({ field, start, end: folded.length, text })
      folded += '\n'
    }
  }
  return { folded, sentences }
}

/** Never longer or shorter than the sentence: what is found in one is quoted from the other. */
function foldSentence(text: string, isTraditional: boolean): string {
  const plain = isTraditional ? keepLength(text, toSimplified(text)) : text
  const folded = plain.toLowerCase().replace(/(?<=\d),(?=\d{3})/g, ',')
  return keepLength(plain, /\p{Script=Han}/u.test(folded) ? widenMarks(folded) : folded)
}

/** Some write Chinese with the marks of English; they part clauses all the same. */
function widenMarks(text: string): string {
  return text
    .replace(/,(?!\d)/g, '，')
    .replace(/;/g, '；')
    .replace(/:(?![\d/])/g, '：')
}

function keepLength(text: string, folded: string): string {
  return folded.length === text.length ? folded : text
}
