/** Check: nothing is said twice: no looping words, no repeated sentence, no field that copies another one. */
import type { Finding } from '../paper/finding.ts'
import type { CheckInput } from './check-input.ts'
import { excerpt } from './excerpt.ts'
import { findLinks, linkKey } from './find-links.ts'
import { findLoop } from './find-loop.ts'
import { findEchoedClause, findRetold } from './find-retold.ts'
import { once } from './once.ts'
import { type BriefField, readFields } from './read-fields.ts'
import { readSource, type Source } from './read-source.ts'
import { weighText } from './text-length.ts'

// Shorter ones come twice by chance: "代码已开源。" and "This is hard."
const MIN_SENTENCE = 8
const MIN_CLAUSE = 12
// In a translation of a source that repeats itself, this many words in a row count as its repetition.
const SOURCE_PHRASE = 5
const SOURCE_SENTENCE = 6

export function checkRepetition({ paper, brief, form, fullText }: CheckInput): Finding[] {
  const source = readSource({ paper, fullText })
  const fields = readFields({ brief, form }).filter(field => field.kind !== 'keywords')
  const isVerbatim = (text: string): boolean => source.text.includes(text.trim())
  const found = checkFields(fields, isVerbatim)
  const copies = found.length > 0 && keyOf(source.title) === keyOf(source.abstract) ? [] : found
  return [
    ...fields.flatMap(field => checkLoops(field, source)),
    ...fields.filter(field => !isVerbatim(field.text)).flatMap(field => checkSentences(field, source)),
    ...copies,
    ...(form.coverage === 'whole' ? fields.flatMap(field => checkLinks(field, source)) : []),
  ]
}

function report(
  field: string,
  { severity = 'error', message, quote }: { severity?: Finding['severity']; message: string; quote: string },
): Finding {
  return { check: 'repetition', severity, field, message, quote: excerpt(quote) }
}

// The bound keeps a field of thousands of links from costing its square.
const MAX_LINKS = 100

/** A translation has each link as often as its source. */
function checkLinks(field: BriefField, source: Source): Finding[] {
  if (field.kind === 'line') return []
  const links = findLinks(field.text).slice(0, MAX_LINKS)
  const twice = links.find(
    (link, at) => links.indexOf(link) < at && countIn(links, link) > countIn(source.links(), link),
  )
  return twice === undefined
    ? []
    : [report(field.key, { message: 'A link stands twice in the field.', quote: twice })]
}

function countIn(links: readonly string[], link: string): number {
  return links.filter(other => linkKey(other) === linkKey(link)).length
}

// ASCII, Latin-1, general, Chinese and full-width marks and blanks; property classes are several times slower.
const MARKS =
  /[\s!-/\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+/g

/** Letters and digits only, small: two sentences that differ in a comma are one. */
function keyOf(text: string): string {
  return text.toLowerCase().replace(MARKS, '')
}

function countDuplicates(keys: readonly string[]): number {
  return keys.length - new Set(keys).size
}

function checkLoops(field: BriefField, source: Source): Finding[] {
  const text = field.plain()
  const loop = findLoop(text)
  if (loop && !source.text.includes(loop))
    return [report(field.key, { message: 'The text repeats itself in a loop.', quote: loop })]
  const stutter =
    /(?<![\p{L}\p{N}])(the|a|an|of|to|in|on|and|is|are|for|with|that|this|we|our|by|as|at|from|be)\s+\1(?![\p{L}\p{N}])|(在|和|是|与|了|被|把|对|将|为|及|或|由)\2(?!\p{P})/iu.exec(
      text,
    )?.[0]
  if (!stutter || source.lower.includes(stutter.toLowerCase())) return []
  return [
    report(field.key, { severity: 'warning', message: 'A word stands twice in a row.', quote: stutter }),
  ]
}

function checkSentences(field: BriefField, source: Source): Finding[] {
  const long = (sentence: string): boolean => weighText(sentence) >= MIN_SENTENCE
  const sentences = field.sentences().filter(long)
  const twice = findTwice(sentences)
  const near = twice.length > 0 ? undefined : findNearTwice(sentences)
  const isNew = twice.length === 0 && near === undefined
  const clauses = isNew ? field.text.split(CLAUSE_END).filter(clause => weighText(clause) >= MIN_CLAUSE) : []
  const clause = findTwice(clauses)[0]
  const echo = isNew ? findEchoedClause(field.text) : undefined
  const retold = isNew && clause === undefined ? findRetold(field.text) : undefined
  if (isNew && clause === undefined && echo === undefined && retold === undefined) return []
  // The source's own repetitions come again in a translation.
  const allowed = countDuplicates(source.sentences().filter(long).map(keyOf))
  if (twice.length > allowed)
    return twice
      .slice(0, 1)
      .map(quote => report(field.key, { message: 'A sentence stands twice in the field.', quote }))
  const same = near ?? retold
  if (same !== undefined && allowed === 0)
    return [
      report(field.key, {
        severity:
          findNearTwice(source.sentences(), LIKE_SHARE) === undefined &&
          !repeatsPhrase(source.lower, SOURCE_SENTENCE)
            ? 'error'
            : 'warning',
        message: 'Two sentences of the field say the same.',
        quote: same,
      }),
    ]
  const again = echo ?? clause
  if (again === undefined) return []
  const severity = echo === undefined && repeatsPhrase(source.lower, SOURCE_PHRASE) ? 'warning' : 'error'
  return [report(field.key, { severity, message: 'A clause stands twice in the field.', quote: again })]
}

const CLAUSE_END = /[，,；;。！？!?：:\n]|\.\s/

function findTwice(pieces: readonly string[]): string[] {
  const seen = new Set<string>()
  return pieces.filter(piece => {
    const key = keyOf(piece)
    const isSeen = seen.has(key)
    seen.add(key)
    return isSeen
  })
}

// The bound keeps a field of thousands of sentences from costing its square.
const MAX_COMPARED = 60
const MIN_NEAR = 16
const NEAR_SHARE = 0.9
// Two sentences of a source that its translation may bring nearer to each other.
const LIKE_SHARE = 0.75

/** A sentence that came again with a word or two changed. */
function findNearTwice(sentences: readonly string[], share = NEAR_SHARE): string | undefined {
  const keys = sentences.slice(0, MAX_COMPARED).map(sentence => keyOf(sentence.slice(0, 2000)))
  const grams = keys.map(key => once(() => bigrams(key)))
  for (let right = 1; right < keys.length; right++)
    for (let left = 0; left < right; left++) {
      const [one = 0, other = 0] = [keys[left]?.length, keys[right]?.length]
      const short = Math.min(one, other)
      // Sentences of unlike length cannot be near; most pairs end here.
      if (short < MIN_NEAR || short < share * Math.max(one, other)) continue
      if (overlap(grams[left]?.(), grams[right]?.()) >= share) return sentences[right]
    }
  return undefined
}

function bigrams(text: string): Set<string> {
  const grams = new Set<string>()
  for (let at = 0; at + 2 <= text.length; at++) grams.add(text.slice(at, at + 2))
  return grams
}

function overlap(left: ReadonlySet<string> | undefined, right: ReadonlySet<string> | undefined): number {
  if (!left || !right || left.size === 0 || right.size === 0) return 0
  let shared = 0
  for (const gram of left) if (right.has(gram)) shared++
  return shared / (left.size + right.size - shared)
}

/** "Optimizes" and "optimizing". */
const toStem = (word: string): string => word.slice(0, STEM)
const STEM = 6

/** Whether five words of the source come again in the same order: its translation may repeat itself too. */
function repeatsPhrase(lower: string, length: number): boolean {
  const all = lower.slice(0, 20_000).match(/[\p{L}\p{N}]+/gu) ?? []
  const seen = new Set<string>()
  for (let at = 0; at + length <= all.length; at++) {
    const phrase = all
      .slice(at, at + length)
      .map(toStem)
      .join(' ')
    if (seen.has(phrase)) return true
    seen.add(phrase)
  }
  return false
}

function checkFields(fields: readonly BriefField[], isVerbatim: (text: string) => boolean): Finding[] {
  const findings: Finding[] = []
  const seen = new Map<string, string>()
  const sentences = new Map<string, string>()
  for (const { key, text, sentences: split } of fields) {
    const whole = keyOf(text)
    const first = seen.get(whole)
    // A sentence quoted from the paper may be the gist and all that there is to say of the results.
    if (first !== undefined && !isVerbatim(text))
      findings.push(report(key, { message: `The field says the same as "${first}".`, quote: text }))
    const pieces =
      fields.length > 2 ? split().filter(sentence => weighText(sentence) >= 2 * MIN_SENTENCE) : []
    const copied =
      first === undefined
        ? pieces.find(sentence => (sentences.get(keyOf(sentence)) ?? key) !== key)
        : undefined
    if (copied && !isVerbatim(copied))
      findings.push(
        report(key, {
          severity: 'warning',
          message: `The sentence stands in "${sentences.get(keyOf(copied))}" too.`,
          quote: copied,
        }),
      )
    seen.set(whole, key)
    for (const sentence of pieces) if (!sentences.has(keyOf(sentence))) sentences.set(keyOf(sentence), key)
  }
  return findings
}
