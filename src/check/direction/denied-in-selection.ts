/** Finds what a summary denies though the paper affirms it wherever it speaks of it. */
import { findAll } from '../../paper/find-all.ts'
import { CUES, hasCue } from '../english-cues.ts'
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import { type ClauseMatch, matchClause } from './match-clause.ts'
import type { Turn } from './negations.ts'
import { findAnchors, placesIn, type SentenceCase } from './sentence-case.ts'
import type { Span } from './tongue.ts'

// Hardly ever said of what a paper may do or is better than, so that the source itself must deny it.
const FORBIDDEN =
  /不可以|(?<better>(?:并不|并未|未能|没有|无法|[不未])(?:显著|明显|大幅|始终|一致|总|一定)?(?:优于|胜过|好于|强于))/g
const ON_A_PAR =
  /^(?:compar\w*|match\w*|par|similar\w*|equal\w*|competitive\w*|rival\w*|wors\w*|fall\w*|same|no)$/
// Denies a whole statement, and never makes an adjective: 不需要, not 不稳定.
const FIRM =
  /不需要?|无需|无须|毋须|毋需|不必|不可以|不能够?(?![只仅单光])|无法|不会|未能|没能|不依赖|不依靠|不优于|无助于|没有(?!人|关系|问题|[^，。；]{1,20}(?:时|情况|前提|条件下|也))|并不(?!断)|并非(?![^，。；]{0,8}(?:全|都|所有|总|完全|一定|唯一|必然|易事))|并未|不再|(?<!而)不是(?!.{1,16}而是)|不支持|不使用|不采用|不包括|不包含|不改变|不保留|不保持|不影响|不足以|不适用|不适合|不成立|未达到|不宜(?!在?[工公])/g
const REACH = 14
const MIN_SHARED = 3
const BEFORE = 6
const AFTER = 3
// Or what remains of a share that the paper tells: 仍有约四分之一没有被阻止.
const META =
  /(?:仍|还|尚|另)有[^，。；]{0,12}(?:分之|[%％成]|少数|部分)|摘要|原文|文中|作者未|论文未|论文没有|(?:未|没有|并未)(?:给出|说明|提供|报告|交代|提及|点明|提到|列出|谈|提出|披露|公布|涉及|讨论|指明|注明|写|量化|细说|述及|论及|言明|展开)/

export function findDeniedInSelection(sentenceCase: SentenceCase): Turn[] {
  const { isWhole, text, tongue, trace } = sentenceCase
  if (isWhole || trace.bridge !== 'dictionary' || META.test(text)) return []
  return findAll(text, FIRM).flatMap(({ 0: words, index }): Turn[] => {
    const clause = tongue.clauseAround(text, index)
    const end = index + words.length
    if (tongue.isOfOthers(text.slice(0, index))) return []
    const near = matchClause(sentenceCase, clause, MIN_SHARED)
    const [first] = near
    if (!first) return []
    // What is denied stands behind the denial, and is known again.
    const limit = Math.min(clause.end, end + REACH)
    const denied = new Set(
      findAnchors(sentenceCase, ({ start }) => start >= index + 1 && start < limit).map(
        ({ word }) => word.text,
      ),
    )
    if (denied.size === 0 || near.some(match => mayDeny(sentenceCase, match))) return []
    if (near.some(match => isRendering(sentenceCase, match, { start: index, end }))) return []
    if (trace.source.some(({ words: all }) => isDeniedNear(all, denied))) return []
    return [{ kind: 'negation-added', quote: clause, source: first.sentence }]
  })
}

/** 无需 for "eliminates the need of", 不依赖 for "independent": the denial is what a word of the source became. */
export function isRendering(
  sentenceCase: SentenceCase,
  { sentence: { words } }: ClauseMatch,
  { start, end }: Span,
): boolean {
  const told = sentenceCase.text.slice(start, end)
  return words.some(
    word =>
      (word.cues & ALLOWS) !== 0 &&
      ((told === '不依赖' && word.text.startsWith('independen')) ||
        placesIn(sentenceCase, word).some(place => place.start < end && start < place.end)),
  )
}

/** What a summary advises is in words of its own; only what it forbids must be said in the source. */
export function findForbidden(sentenceCase: SentenceCase): Turn[] {
  const { text, tongue, trace, source, isWhole } = sentenceCase
  const [main] = source
  if (trace.bridge !== 'dictionary' || !main) return []
  return findAll(text, FORBIDDEN).flatMap(({ groups, index }): Turn[] => {
    const quote = tongue.clauseAround(text, index)
    const sentences = isWhole ? [main] : matchClause(sentenceCase, quote, 1).map(({ sentence }) => sentence)
    const isSaid = groups?.better === undefined ? isDenying : isNoBetter
    return sentences.some(isSaid) ? [] : [{ kind: 'negation-added', quote, source: main }]
  })
}

function isDenying({ words }: SourceSentence): boolean {
  return hasCue(words, CUES.negation)
}

// "Does not clearly outperform".
const BETTER_REACH = 4

function isNoBetter({ words }: SourceSentence): boolean {
  return words.some(({ text, cues }, at) => {
    if ((cues & CUES.loss) !== 0 || ON_A_PAR.test(text)) return true
    const before = words.slice(Math.max(0, at - BETTER_REACH), at)
    return (cues & CUES.wideWin) !== 0 && hasCue(before, CUES.plainNegation)
  })
}

const WHOSE =
  /^(?:existing|prior|previous\w*|current\w*|traditional\w*|conventional\w*|often|typical\w*|most|many|past|earlier|either|unlike|usual\w*|standard)$/
const MARGIN = 5

/** "Mitigates the need for", "reduces the need". */
function isRelieved(words: readonly SourceWord[]): boolean {
  return words.some(
    ({ text }, at) =>
      /^(?:needs?|requirement\w*|reliance|dependence)$/.test(text) &&
      words.slice(Math.max(0, at - NEED_REACH), at).some(other => RELIEVES.test(other.text)),
  )
}
const NEED_REACH = 3
const RELIEVES = /^(?:mitigat|alleviat|reduc|lessen|reliev|obviat|eliminat|remov|circumvent|lower|minimi)/

/** "Existing methods": what is said of them is denied of the paper's own. */
export function tellsOfOthers(words: readonly SourceWord[]): boolean {
  return words.some(({ text }) => WHOSE.test(text))
}

/** Whether the stretch of the sentence that the clause tells of denies anything, or speaks of others. */
export function mayDeny(sentenceCase: SentenceCase, { sentence: { words }, at }: ClauseMatch): boolean {
  const from = Math.max(0, (at[0] ?? 0) - MARGIN)
  const to = (at.at(-1) ?? 0) + MARGIN
  if (tellsOfOthers(words) || isRelieved(words)) return true
  return words
    .slice(from, to + 1)
    .some(word => (word.cues & ALLOWS) !== 0 && placesIn(sentenceCase, word).length === 0)
}

/** Whether one of the words, or one akin to it, is denied outright wherever it stands: "retraining" for "pretrained". */
function isDeniedNear(words: readonly SourceWord[], denied: ReadonlySet<string>): boolean {
  const stems = [...denied].flatMap(word =>
    word.length > STEM ? [word.replace(/^(?:pre|re|un)(?=\w{5})/, '').slice(0, STEM)] : [],
  )
  return words.some(
    ({ text, part }, index) =>
      (denied.has(text) || stems.some(stem => text.includes(stem))) &&
      words
        .slice(Math.max(0, index - BEFORE), index + AFTER)
        .some(other => other.part === part && (other.cues & CUES.plainNegation) !== 0),
  )
}

const STEM = 5
const ALLOWS = CUES.negation | CUES.wideNegation | CUES.plainNegation
