/** Check: what the paper denies, raises or ranks first is not affirmed, lowered or ranked last in the brief. */
import type { Finding } from '../paper/finding.ts'
import type { CheckInput } from './check-input.ts'
import { findAffirmedDenials } from './direction/affirmed-denials.ts'
import { chinese } from './direction/chinese.ts'
import { findDeniedInSelection, findForbidden } from './direction/denied-in-selection.ts'
import { findDoubledDenials } from './direction/doubled-denials.ts'
import { english } from './direction/english.ts'
import { findIncoherentDenials } from './direction/incoherent-denials.ts'
import { findLostCompounds } from './direction/lost-compounds.ts'
import { findLostInSelection } from './direction/lost-in-selection.ts'
import { findAddedNegations, findLostNegations, type Turn } from './direction/negations.ts'
import { listCases, type SentenceCase } from './direction/sentence-case.ts'
import type { Tongue } from './direction/tongue.ts'
import { findTurnedComparisons } from './direction/turned-comparisons.ts'
import { findTurnedLimits } from './direction/turned-limits.ts'
import { findTurnedNeeds } from './direction/turned-needs.ts'
import { findTurnedOpposites } from './direction/turned-opposites.ts'
import { findTurnedVerbs } from './direction/turned-verbs.ts'
import { findTurnedWays } from './direction/turned-ways.ts'
import { findUnbalancedDenials } from './direction/unbalanced-denials.ts'
import { findUnbalancedDirections } from './direction/unbalanced-directions.ts'
import type { Bridge } from './evidence/source-words.ts'
import { bridgeTo, traceWords } from './evidence/trace-words.ts'
import { excerpt } from './excerpt.ts'

const TONGUES: Record<Bridge, Tongue | undefined> = {
  dictionary: chinese,
  same: english,
  cognates: undefined,
  none: undefined,
}

interface Finder {
  find: (sentenceCase: SentenceCase) => Turn[]
  /** Whether it is believed where no other finder sees the fault: it was hardly ever wrong on correct texts (`bench/fidelity`). */
  isSureAlone: (turn: Turn, sentenceCase: SentenceCase) => boolean
}

const always = (): boolean => true
const never = (): boolean => false

// Denials that stand for themselves; 不必 and 并非 may put in other words what the source affirms.
const FIRM = /不需要|无法|不依赖|未达到|不成立|不可以|没有帮助/
const isFirm = ({ quote }: Turn, { text }: SentenceCase): boolean =>
  FIRM.test(text.slice(quote.start, quote.end))
const FINDING = /\b(?:find|finds|found|shows?|showed|observed?|reports?|reported) no\b/i
const FINDERS: readonly Finder[] = [
  { find: findUnbalancedDenials, isSureAlone: always },
  { find: findAddedNegations, isSureAlone: isFirm },
  // "We find no benefit" is a result; what others do not do is told in many ways.
  { find: findLostInSelection, isSureAlone: ({ source }) => FINDING.test(source.text) },
  { find: findTurnedNeeds, isSureAlone: always },
  // The whole sentence of a translation, where nothing in it could deny; a summary may affirm with one sentence of the
  // paper what another one denies.
  { find: findLostNegations, isSureAlone: ({ kind }) => kind === 'negation-dropped' },
  { find: findTurnedVerbs, isSureAlone: always },
  { find: findTurnedComparisons, isSureAlone: always },
  { find: findTurnedLimits, isSureAlone: always },
  { find: findForbidden, isSureAlone: always },
  { find: findIncoherentDenials, isSureAlone: always },
  { find: findDeniedInSelection, isSureAlone: isFirm },
  { find: findDoubledDenials, isSureAlone: always },
  { find: findAffirmedDenials, isSureAlone: always },
  { find: findLostCompounds, isSureAlone: never },
  { find: findTurnedOpposites, isSureAlone: never },
  { find: findTurnedWays, isSureAlone: never },
  { find: findUnbalancedDirections, isSureAlone: always },
]
// What a summary says of itself, and what it advises, is in words of its own.
const ADVICE_FINDERS = FINDERS.filter(({ find }) =>
  [findForbidden, findDeniedInSelection, findIncoherentDenials].includes(find),
)
// Of a sentence that is like none of the source.
const COHERENCE_FINDERS = FINDERS.filter(({ find }) => find === findIncoherentDenials)

/**
 * Compares each sentence of the brief with the sentences of the paper that it renders. Says nothing where a word has
 * no counterpart on the other side, so that another way of saying the same is let through. Chinese and English
 * briefs; for other languages there are no words to compare by.
 */
export function checkDirection(input: CheckInput): Finding[] {
  const tongue = TONGUES[bridgeTo(input.brief.language)]
  if (!tongue) return []
  const trace = traceWords(input)
  return listCases({
    trace,
    tongue,
    language: input.brief.language,
    isWhole: input.form.coverage === 'whole',
  }).flatMap(reportCase)
}

interface Suspicion {
  turn: Turn
  finder: Finder
  isCertain: boolean
}

/** One finding for a clause: 未能提升 for "reduces" is turned twice, and mended once. */
function reportCase(sentenceCase: SentenceCase): Finding[] {
  const suspicions = findersFor(sentenceCase).flatMap(finder =>
    finder
      .find(sentenceCase)
      .map((turn): Suspicion => ({ turn, finder, isCertain: !turn.kind.endsWith('-doubtful') })),
  )
  if (suspicions.length === 0) return []
  const byClause = Map.groupBy(suspicions, ({ turn }) => turn.quote.start)
  return [...byClause.values()].flatMap(own => {
    const [first] = own
    if (!first) return []
    const isSure = own.some(
      suspicion =>
        suspicion.isCertain &&
        (suspicion.finder.isSureAlone(suspicion.turn, sentenceCase) ||
          suspicions.some(other => agree(suspicion, other))),
    )
    return [report(sentenceCase, first.turn, isSure)]
  })
}

function findersFor({ isOwn, source }: SentenceCase): readonly Finder[] {
  if (source.length === 0) return COHERENCE_FINDERS
  return isOwn ? ADVICE_FINDERS : FINDERS
}

/** Two finders that see a fault in the same words. */
function agree({ turn, finder }: Suspicion, other: Suspicion): boolean {
  const { start, end } = other.turn.quote
  return other.finder !== finder && other.isCertain && turn.quote.start < end && start < turn.quote.end
}

const MESSAGES: Record<Turn['kind'], string> = {
  'negation-added': 'The brief denies what the source affirms.',
  'negation-doubtful': 'The brief denies something in a sentence whose source denies nothing.',
  'negation-dropped': 'The brief affirms what the source denies.',
  'negation-lost': 'The brief affirms what the source denies.',
  verb: 'What rises in the source falls in the brief, or the other way round.',
  'verb-doubtful': 'What rises in the source may fall in the brief, or the other way round.',
  comparison: 'The comparison is turned round: the source ranks the two the other way.',
  opposite: 'A word of the source stands as its opposite in the brief.',
  exchange: 'Two things have changed places: what the source says of one, the brief says of the other.',
  limit: 'The limit is turned round: "at least" in the one is "at most" in the other.',
}

function report({ field, raw }: SentenceCase, { kind, quote, source }: Turn, isSure: boolean): Finding {
  return {
    check: 'direction',
    severity: isSure ? 'error' : 'warning',
    field,
    message: MESSAGES[kind],
    quote: excerpt(raw.slice(quote.start, quote.end)),
    expected: excerpt(source.text),
    ...(source.section !== undefined && { section: source.section }),
  }
}
