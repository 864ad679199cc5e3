/** Compares the uses of one term in the source with its renderings in the brief. */
import type { Finding } from '../../paper/finding.ts'
import type { Term } from '../../paper/glossary-term.ts'
import { isChineseWord } from '../english-chinese.ts'
import { excerpt } from '../excerpt.ts'
import { findChanged } from './find-changed.ts'
import { findExchanged } from './find-exchanged.ts'
import { findMixed } from './find-mixed.ts'
import { findRenderings, type Occurrence } from './find-renderings.ts'
import { standsApart } from './match-remains.ts'
import { isOtherSense } from './other-sense.ts'
import { ENGLISH, isCertain, isPaired, MAX_SHIFT, type TermCase, type Written } from './term-case.ts'
import type { TermDemand } from './term-demand.ts'
import { tightenTerm } from './tight-text.ts'
import { isToldInPart } from './told-in-part.ts'
import { sentenceAt, type WrittenField } from './written-terms.ts'

export function judgeTerm(termCase: TermCase): Finding[] {
  const { term } = termCase.demand
  const found = findOwn(termCase)
  const good = findGood(termCase, found)
  const bad = findBad(termCase, found)
  const wrong = bad.find(written => isWrong(termCase, { written, good }))
  if (wrong) return [reportWrong(termCase, { wrong, good })]
  const mixed = findMixed(termCase, good) ?? findChanged(termCase, good)
  if (mixed) return [mixed]
  if (good.length > 0 || termCase.coverage !== 'whole' || standsLoose(termCase)) return []
  const exchanged = findExchanged(termCase)
  if (exchanged) return [exchanged]
  if (bad.length > 0) return [reportAbsent(termCase, 'warning')]
  if (term.strict) return [reportAbsent(termCase, mayBeReworded(termCase) ? 'warning' : 'error')]
  // Once, a term may be put in other words; what recurs has a rendering, and it is not the glossary's.
  return termCase.demand.places.length > 1 ? [reportAbsent(termCase, 'warning')] : []
}

/** A user's own rule holds wherever its term stands; the bundled glossary's where the term recurs or is in the title. */
function mayBeReworded(termCase: TermCase): boolean {
  const { term, places } = termCase.demand
  const own = places.filter(({ isAbbreviation }) => !isAbbreviation)
  const isPassing = term.scope === 'bundled' && own.length === 1 && own[0]?.field !== 'title'
  return isPassing || isToldInPart(termCase)
}

/** 场景的理解 is 场景理解 with a particle between, 学习表示 is 表示学习 with its verb before its object. */
function standsLoose({ demand: { term }, fields }: TermCase): boolean {
  const wanted = [term.target, ...term.accept].map(tightenTerm).filter(isCertain)
  return fields.some(({ tight: { text } }) => {
    const bare = text.replaceAll('的', '')
    return wanted.some(
      rendering =>
        bare.includes(rendering) || bare.includes(turnRound(rendering)) || standsApart(bare, rendering),
    )
  })
}

/** The two words of four characters in the other order; any other rendering as it is. */
function turnRound(rendering: string): string {
  return /^\p{Script=Han}{4}$/u.test(rendering) ? rendering.slice(2) + rendering.slice(0, 2) : rendering
}

/** Target and accepted renderings; the English itself where the rule does not forbid it. */
function findGood({ demand: { term, abbreviations } }: TermCase, found: readonly FoundInField[]): Written[] {
  const wanted = new Set([term.target, ...term.accept])
  return found.flatMap(({ field, occurrences }) => {
    const native = occurrences
      .filter(({ rendering }) => wanted.has(rendering))
      .map(occurrence => locate(field, occurrence))
    const english = field.english
      .filter(use => use.term === term && (use.isAbbreviation || term.keep || term.scope === 'bundled'))
      .map(({ start, end }) => locateText(field, { start, end, rendering: ENGLISH }))
    const short = [...abbreviations]
      .filter(abbreviation => abbreviation !== term.abbreviation)
      .flatMap(abbreviation => findShort(field, abbreviation))
    return [
      ...native,
      ...english.filter(({ position }) => !native.some(other => other.position === position)),
      ...short,
    ]
  })
}

/** A short form that only the source gives; those of the glossary are found with its terms. */
function findShort(field: WrittenField, abbreviation: string): Written[] {
  const found: Written[] = []
  for (let at = field.text.indexOf(abbreviation); at >= 0; at = field.text.indexOf(abbreviation, at + 1)) {
    const isInBracket = field.declarations.some(({ open, end }) => at > open && at < end)
    if (!isInBracket)
      found.push(locateText(field, { start: at, end: at + abbreviation.length, rendering: ENGLISH }))
  }
  return found
}

interface FoundInField {
  field: WrittenField
  occurrences: readonly Occurrence[]
}

/** All renderings of the term, with the longest found first: 注意力机理 is not 注意力. */
function findOwn({ demand: { term }, fields, language }: TermCase): FoundInField[] {
  const renderings = [term.target, ...term.accept, ...term.avoid]
  return fields.map(field => ({ field, occurrences: findRenderings(field.tight, renderings, language) }))
}

/** Renderings that are not wanted, and that nothing else accounts for. */
function findBad(
  { demand: { term }, language, others }: TermCase,
  found: readonly FoundInField[],
): Written[] {
  if (term.avoid.length === 0) return []
  const unwanted = new Set(term.avoid)
  return found.flatMap(({ field, occurrences }) => {
    const candidates = occurrences.filter(({ rendering }) => unwanted.has(rendering))
    if (candidates.length === 0) return []
    const covers = findRenderings(field.tight, others(), language)
    return candidates
      .filter(({ start, end }) => !covers.some(cover => overlaps(cover, { start, end })))
      .filter(occurrence => !isLoose(field, { term, occurrence }) && !isAcross(field, occurrence))
      .map(occurrence => locate(field, occurrence))
  })
}

/** 特工 is none in 独特工具, nor 越语言 in 跨越语言, where two words meet. */
function isAcross({ tight: { text } }: WrittenField, { rendering, start, end }: Occurrence): boolean {
  const rest = rendering.length === 2 ? text.slice(end - 1, end + 1) : rendering.slice(1)
  return isChineseWord(text.slice(start - 1, start + 1)) && isChineseWord(rest)
}

/** 标的检测 is no rendering by itself in 目标的检测. */
function isLoose(
  { tight: { text } }: WrittenField,
  { term, occurrence: { rendering, start, end } }: { term: Term; occurrence: Occurrence },
): boolean {
  if (!rendering.includes('的')) return false
  const around = text.slice(Math.max(0, start - MAX_AROUND), end + MAX_AROUND).replaceAll('的', '')
  return [term.target, ...term.accept].some(wanted => around.includes(tightenTerm(wanted)))
}
const MAX_AROUND = 4

/** Another term's rendering that holds this one, or begins or ends inside it. */
function overlaps(cover: Occurrence, { start, end }: { start: number; end: number }): boolean {
  const isInside = cover.start >= start && cover.end <= end && cover.end - cover.start < end - start
  return start < cover.end && end > cover.start && !isInside
}

function locate(field: WrittenField, { start, end, rendering }: Occurrence): Written {
  const { places } = field.tight
  return locateText(field, { start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1, rendering })
}

function locateText(field: WrittenField, { start, end, rendering }: Occurrence): Written {
  return {
    field,
    rendering,
    quote: field.text.slice(start, end),
    sentence: sentenceAt(field, start),
    start,
    position: start / Math.max(1, field.text.length),
  }
}

/**
 * A rendering that is not wanted is a fault where it stands for the term: certainly where it is long, else near a use
 * of the term that has no other.
 */
function isWrong(
  termCase: TermCase,
  { written, good }: { written: Written; good: readonly Written[] },
): boolean {
  const { demand, coverage, explain } = termCase
  const { term, places } = demand
  if (isDeclared(written, demand)) return true
  if (explain.whole(written.rendering, term)) return false
  if (isCertain(written.rendering) && !explain.parts(written.rendering, term)) return true
  if (coverage !== 'whole')
    return isCertain(written.rendering) ? good.length === 0 : !ORDINARY.has(written.rendering)
  const own = good.filter(({ rendering }) => rendering === term.target || !explain.whole(rendering, term))
  if (isMissingBeside(termCase, { written, good: own })) return true
  // Two other words explain it, and the term has its rendering: "expert combinations" in a text of 混合专家.
  if (isCertain(written.rendering) && own.length > 0) return false
  return own.length < places.length && isNear(termCase, written)
}

// Short words that a summary may use in telling of something else; all others are rare, and stand for the term.
const ORDINARY = new Set(
  '关注 留意 底线 切除 利己 自私 错觉 幻想 报酬 记号 象征 令牌 结盟 微批 围栏 栏杆 修复 关心 留心 注脚 概化 弹道 代理'.split(
    ' ',
  ),
)

/** `代理（agent）`: the brief says itself what it stands for. */
function isDeclared({ field, rendering }: Written, { term }: TermDemand): boolean {
  return field.declarations.some(
    ({ before, english }) => before.endsWith(rendering) && isSameTerm(english, term),
  )
}

function isSameTerm(english: string, term: Term): boolean {
  const words = english.toLowerCase().replace(/s$/, '').replaceAll('-', ' ')
  return [term.source, ...term.forms].some(
    form => form.toLowerCase().replace(/s$/, '').replaceAll('-', ' ') === words,
  )
}

/** The sentence of the source at the same place uses the term more often than this sentence of the brief renders it. */
function isMissingBeside(
  { demand, source }: TermCase,
  { written, good }: { written: Written; good: readonly Written[] },
): boolean {
  const isTitle = written.field.key === 'title'
  if (!isTitle && !isPaired(written.field, source)) return false
  const isHere = ({ field, sentence }: { field: string; sentence: number }) =>
    field === written.field.key && (isTitle || sentence === written.sentence)
  const needed = demand.places.filter(isHere).length
  const rendered = good.filter(({ field, sentence }) => isHere({ field: field.key, sentence })).length
  return rendered < needed
}

function isNear({ demand, source }: TermCase, { field, sentence, position }: Written): boolean {
  const places = demand.places.filter(place => place.field === field.key)
  if (field.key === 'title') return places.length > 0
  if (isPaired(field, source)) return places.some(place => Math.abs(place.sentence - sentence) <= 1)
  return places.some(place => Math.abs(place.position - position) <= MAX_SHIFT)
}

function reportWrong(
  { demand, source }: TermCase,
  { wrong, good }: { wrong: Written; good: readonly Written[] },
): Finding {
  const { term, places } = demand
  const other = good.find(({ rendering }) => rendering !== ENGLISH && rendering !== term.target)
  const wanted = term.keep ? `stays "${term.source}"` : `is "${term.target}"`
  const message =
    other === undefined
      ? `The glossary has another rendering: "${term.source}" ${wanted}.`
      : `Two renderings of one term: "${term.source}" ${wanted} by the glossary, and "${other.quote}" elsewhere in this text.`
  return {
    check: 'terms',
    severity: isOtherSense(demand, { wrong, good, source: source.text }) ? 'warning' : 'error',
    field: wrong.field.key,
    message,
    quote: excerpt(wrong.quote),
    expected: places[0]?.words ?? term.source,
  }
}

function reportAbsent({ demand, fields }: TermCase, severity: Finding['severity']): Finding {
  const { term, places } = demand
  const wanted = term.keep ? `stays "${term.source}"` : `is "${term.target}"`
  const place = places.find(({ isAbbreviation }) => !isAbbreviation)
  const field = fields.find(({ key }) => key === place?.field)
  return {
    check: 'terms',
    severity,
    ...(field && { field: field.key }),
    message: `The glossary's rendering is missing: "${term.source}" ${wanted}.`,
    expected: place?.words ?? term.source,
  }
}
