/** The engine that needs no model: the abstract's own sentences in their roles, its key phrases, its gist. */
import { cleanLine, cleanParagraphs } from '../paper/clean-text.ts'
import { latexToText } from '../paper/latex.ts'
import { splitSentences } from '../paper/sentences.ts'
import type { Extract, ExtractiveEngine } from './engine.ts'
import { findKeyphrases } from './keyphrases.ts'
import { findOwnNames } from './paper-names.ts'
import { assignRoles, type ScoredSentence } from './sentence-roles.ts'

// Longer texts are no abstracts; the bound keeps hostile input cheap.
const LONGEST_ABSTRACT = 20_000

/** Verbatim, deterministic, faithful by construction; about 3,000 abstracts a second. */
export function createExtractive(): ExtractiveEngine {
  return { kind: 'extractive', name: 'extractive', extract }
}

function extract(text: { title: string; abstract: string }): Extract {
  const title = cleanLine(latexToText(text.title.slice(0, LONGEST_ABSTRACT)))
  const abstract = cleanParagraphs(latexToText(text.abstract.slice(0, LONGEST_ABSTRACT)))
  const language = /\p{Script=Han}{4}/u.test(abstract) ? 'zh' : 'en'
  const ownNames = findOwnNames({ title, abstract })
  const scored = assignRoles(
    splitSentences(abstract, language)
      .map(cleanLine)
      .filter(sentence => /[\p{L}\p{N}]/u.test(sentence)),
    ownNames,
  )
  return {
    sentences: scored.map(({ text: sentence, role }) => ({ text: sentence, role })),
    keyphrases: findKeyphrases({ title, abstract }),
    gist: findGist(scored, { title, ownNames }) ?? (title || abstract),
  }
}

// So much method is in a sentence that says what the paper proposes.
const ANNOUNCING = 6
// Such a sentence leans on the one before it.
const LEANING =
  /^(?:further,|furthermore|moreover|in addition|additionally|also|specifically|finally|then|second|third|besides|next|first,|firstly|when |it |this |these |they |such |to this end|to address (?:this|these))/i

/** The sentence that names what the paper does, in the words of its title; a result in it is welcome. */
function findGist(
  sentences: readonly ScoredSentence[],
  { title, ownNames }: { title: string; ownNames: readonly string[] },
): string | undefined {
  const titleWords = new Set(title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])
  let best: { text: string; score: number } | undefined
  let announced = false
  for (const [at, { text, scores }] of sentences.entries()) {
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])
    const shared = [...titleWords].filter(word => words.has(word)).length / Math.max(3, titleWords.size)
    const length = text.length < 60 ? -2 : text.length > 400 ? -1.5 : 0
    const leaning = LEANING.test(text) ? 3 : 0
    const announces: boolean = !announced && scores.method >= ANNOUNCING
    announced ||= announces
    const named = scores.method > scores.results && ownNames.some(name => text.includes(name)) ? 2 : 0
    const own = scores.method + scores.results / 3 - scores.resources - scores.problem / 2
    const score = own + 5 * shared + (announces ? 3 : 0) + named + length - leaning - at / 10
    if (!best || score > best.score) best = { text, score }
  }
  return best?.text
}
