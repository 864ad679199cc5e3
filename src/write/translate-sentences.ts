/** Translates sentences so that formulas, links, names and figures come through letter for letter, or not at all. */
import type { TranslationEngine } from '../engines/engine.ts'
import { cleanLine } from '../paper/clean-text.ts'
import type { TermUse } from '../paper/glossary.ts'
import { SOURCE_LANGUAGE } from '../paper/language.ts'
import { MASK_STYLES, type MaskedText, maskText, splitAtSpans, unmaskText } from '../paper/mask-text.ts'
import { findProtectedSpans, type ProtectedSpan } from '../paper/protected-spans.ts'
import { tidyChinese } from '../paper/tidy-chinese.ts'

export interface SentenceTranslation {
  text: string
  /** `pieces`: translated between what is protected, so the order of words is that of the source. */
  how: 'whole' | 'pieces' | 'source'
}

export interface TranslationContext {
  engine: TranslationEngine
  language: string
  /** Words that are names in this paper. */
  names: ReadonlySet<string>
  findTerms?: ((text: string) => readonly TermUse[]) | undefined
  signal?: AbortSignal | undefined
}

interface Attempt {
  style: number
  allFigures: boolean
  terms: boolean
}

// The first disturbs the sentence least. Where a figure or a term was lost, the second protects it too; where a mark
// was lost, it uses marks of another kind, and so does the third.
const ATTEMPTS: readonly Attempt[] = [
  { style: 0, allFigures: false, terms: false },
  { style: 1, allFigures: true, terms: true },
  { style: 2, allFigures: false, terms: false },
]

// What is longer is no sentence, and costs the engine more memory than it has.
const LONGEST_SENTENCE = 1500

interface Work {
  sentence: string
  terms: readonly TermUse[]
  best?: { text: string; lost: number }
}

/** By sentence. @throws EngineError where the engine cannot work at all, or the signal's reason */
export async function translateSentences(
  sentences: readonly string[],
  context: TranslationContext,
): Promise<Map<string, SentenceTranslation>> {
  const done = new Map<string, SentenceTranslation>()
  const works: Work[] = []
  for (const sentence of new Set(sentences)) {
    if (sentence.length > LONGEST_SENTENCE) done.set(sentence, { text: sentence, how: 'source' })
    else works.push({ sentence, terms: context.findTerms?.(sentence) ?? [] })
  }
  for (const attempt of ATTEMPTS.slice(0, MASK_STYLES)) await tryAll(works, attempt, context)
  const lost: Work[] = []
  for (const work of works) {
    if (work.best) done.set(work.sentence, { text: work.best.text, how: 'whole' })
    else lost.push(work)
  }
  for (const [sentence, translation] of await translatePieces(lost, context)) done.set(sentence, translation)
  return done
}

async function tryAll(works: readonly Work[], attempt: Attempt, context: TranslationContext): Promise<void> {
  const open: { work: Work; masked: MaskedText }[] = []
  for (const work of works) {
    // The third attempt is for marks that were lost, not for terms.
    if (work.best && (work.best.lost === 0 || attempt.style > 1)) continue
    const masked = maskText(
      work.sentence,
      protect(work, attempt, context.language, context.names),
      attempt.style,
    )
    if (masked && hasWords(work.sentence)) open.push({ work, masked })
  }
  const translations = await ask(
    open.map(({ masked }) => masked.text),
    context,
  )
  for (const [at, { work, masked }] of open.entries()) {
    const text = read(translations[at] ?? '', { masked, sentence: work.sentence, language: context.language })
    if (text === undefined) continue
    const lost = countLost(work, masked, text)
    if (!work.best || lost < work.best.lost) work.best = { text, lost }
  }
}

async function ask(
  texts: readonly string[],
  { engine, language, signal }: TranslationContext,
): Promise<string[]> {
  if (texts.length === 0) return []
  return engine.translate({ texts, from: SOURCE_LANGUAGE, to: language, signal })
}

function protect(
  { sentence, terms }: Work,
  attempt: Attempt,
  language: string,
  names: ReadonlySet<string>,
): Pick<ProtectedSpan, 'start' | 'end' | 'restored'>[] {
  const spans = findProtectedSpans(sentence, { language, names, allFigures: attempt.allFigures })
  if (!attempt.terms) return spans
  const free = terms.filter(
    use => !use.isAbbreviation && !spans.some(span => span.start < use.end && use.start < span.end),
  )
  return [
    ...spans,
    ...free.map(({ start, end, term }) => ({
      start,
      end,
      restored: term.keep ? sentence.slice(start, end) : term.target,
    })),
  ].sort((a, b) => a.start - b.start)
}

/** Undefined where the answer is none, or what is protected is not in it exactly once. */
function read(
  answer: string,
  { masked, sentence, language }: { masked: MaskedText; sentence: string; language: string },
): string | undefined {
  const line = cleanLine(answer)
  if (line === '' || line.length > 8 * sentence.length + 200) return undefined
  return unmaskText(line, masked, text => tidy(text, sentence, language))
}

/** The punctuation of the language, and an end like that of the source. */
function tidy(text: string, source: string, language: string): string {
  const isHan = /^(?:zh|ja)\b/.test(language)
  const tidied = isHan ? tidyChinese(text) : text
  const bare = tidied.replace(/[\s.。．]+$/, '')
  if (!/[.!?]["”')\]]*$/.test(source)) return bare
  return /[.!?。！？…]["”’」』）)]*$/.test(tidied) ? tidied : `${bare}${isHan ? '。' : '.'}`
}

const HAN_NUMERALS = ['零', '一', '[二两兩]', '三', '四', '五', '六', '七', '八', '九', '十']

/** How many whole numbers and terms of the source the translation does not have. */
function countLost({ sentence, terms }: Work, { spans }: MaskedText, text: string): number {
  let lost = 0
  let rest = text.normalize('NFKC')
  for (const piece of splitAtSpans(sentence, spans)) {
    for (const [figure] of piece.matchAll(/\d+/g)) {
      const numeral = HAN_NUMERALS[Number(figure)]
      const found = new RegExp(`(?<!\\d)${figure}(?!\\d)${numeral ? `|${numeral}` : ''}`).exec(rest)
      if (found) rest = rest.slice(0, found.index) + rest.slice(found.index + found[0].length)
      else lost++
    }
  }
  const small = text.toLowerCase()
  for (const { term, isAbbreviation } of terms) {
    const forms = [term.target, ...term.accept, ...(isAbbreviation ? [term.abbreviation ?? ''] : [])]
    if (!forms.some(form => form !== '' && small.includes(form.toLowerCase()))) lost++
  }
  return lost
}

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text)
}

/** The last way: only what stands between the protected spans is translated, so these cannot be touched. */
async function translatePieces(
  works: readonly Work[],
  context: TranslationContext,
): Promise<Map<string, SentenceTranslation>> {
  const plans = works.map(({ sentence }) => {
    const spans = findProtectedSpans(sentence, { language: context.language, names: context.names })
    return { sentence, spans, pieces: splitAtSpans(sentence, spans) }
  })
  const wanted = [...new Set(plans.flatMap(({ pieces }) => pieces.filter(hasWords)))]
  const answers = await ask(
    wanted.map(piece => piece.trim()),
    context,
  )
  const byPiece = new Map(wanted.map((piece, at) => [piece, cleanLine(answers[at] ?? '')]))
  return new Map(plans.map(plan => [plan.sentence, joinPieces(plan, byPiece, context.language)]))
}

function joinPieces(
  plan: { sentence: string; spans: readonly ProtectedSpan[]; pieces: readonly string[] },
  byPiece: ReadonlyMap<string, string>,
  language: string,
): SentenceTranslation {
  const { sentence, spans, pieces } = plan
  const translated = pieces.map(piece => (hasWords(piece) ? byPiece.get(piece) : piece))
  const isWhole = translated.every(
    (text, at) =>
      !hasWords(pieces[at] ?? '') || (text !== undefined && text !== '' && text.length < LONGEST_SENTENCE),
  )
  if (!isWhole) return { text: sentence, how: 'source' }
  const placed = translated.map((text, at) => place(text ?? '', pieces[at] ?? '', at === pieces.length - 1))
  // Each span is one private character while the punctuation is mended.
  const held = placed.reduce((out, text, at) => `${out}${String.fromCharCode(0xe000 + at - 1)}${text}`)
  const text = tidy(held, sentence, language).replace(
    /[\ue000-\uf8ff]/g,
    mark => spans[mark.charCodeAt(0) - 0xe000]?.restored ?? '',
  )
  return { text, how: 'pieces' }
}

/** A piece inside a sentence has no full stop, and the blanks that it had in the source. */
function place(text: string, piece: string, isLast: boolean): string {
  const bare = text.replace(/[\ue000-\uf8ff]/g, '').trim()
  const body = isLast || !hasWords(piece) ? bare : bare.replace(/[.。．]+$/, '')
  return `${/^\s/.test(piece) ? ' ' : ''}${body}${/\s$/.test(piece) ? ' ' : ''}`
}
