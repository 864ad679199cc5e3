/** Puts the sentences of an abstract in their roles: background, problem, method, results, contribution, resources. */
import type { ExtractedSentence, SentenceRole } from './engine.ts'
import { type Cue, hanCues, latinCues, STEM_LENGTH } from './zone-cues.ts'

export interface ScoredSentence extends ExtractedSentence {
  scores: Readonly<Record<SentenceRole, number>>
}

const ROLES: readonly SentenceRole[] = [
  'background',
  'problem',
  'method',
  'results',
  'contribution',
  'resources',
]
// Where in an abstract a role is at home, 0 its first sentence and 1 its last, and how far from there it strays.
const PLACES: Record<SentenceRole, { centre: number; spread: number; weight: number }> = {
  background: { centre: 0, spread: 0.28, weight: 3 },
  problem: { centre: 0.22, spread: 0.25, weight: 1.6 },
  method: { centre: 0.5, spread: 0.3, weight: 2.2 },
  results: { centre: 0.82, spread: 0.28, weight: 2 },
  contribution: { centre: 1, spread: 0.2, weight: 1 },
  resources: { centre: 1, spread: 0.1, weight: 0 },
}
// Once an abstract has come to its method it does not go back, save for a "however" on the way.
const STEP_BACK = 2.5
const CARRY_ON = 0.8
// A cue this strong ("we propose", "to address") opens the paper's own part; results before it are others'.
const OPENING_WEIGHT = 3
const NOT_OPEN_YET = 2.5
const LABEL =
  /^(background|introduction|context|motivation|objectives?|aims?|purpose|problem|methods?|materials and methods|methodology|approach|design|results|findings|conclusions?|significance|discussion|contributions?|availability)\s*(?:[:.]|\s[-–—])\s*/i
const LABEL_ROLES: [RegExp, SentenceRole][] = [
  [/^(?:back|intr|cont(?=ext)|moti)/i, 'background'],
  [/^(?:obj|aim|purp|prob)/i, 'problem'],
  [/^(?:meth|mate|appr|desi)/i, 'method'],
  [/^(?:resu|find)/i, 'results'],
  [/^avai/i, 'resources'],
  [/^/, 'contribution'],
]

/**
 * After argumentative zoning (Teufel and Moens, "Summarizing Scientific Articles", Computational Linguistics
 * 28(4), 2002): cue phrases, the place in the text and the zone of the sentence before decide; the zones are
 * theirs, cut to what an abstract holds (AIM and OWN are one: method). Labels of structured abstracts
 * ("Results:") decide alone. A lone label is no sentence and is left out.
 */
export function assignRoles(sentences: readonly string[]): ScoredSentence[] {
  const scored: ScoredSentence[] = []
  let labelled: SentenceRole | undefined
  let opened = false
  const last = Math.max(1, sentences.length - 1)
  for (const [at, text] of sentences.entries()) {
    const label = LABEL.exec(text)
    if (label) labelled = LABEL_ROLES.find(([pattern]) => pattern.test(label[0]))?.[1]
    if (label && label[0].length >= text.length) continue
    const place = sentences.length === 1 ? 0.5 : at / last
    const cues = findCues(text)
    opened ||=
      place > 0.6 || [...cues].some(({ role, weight }) => role === 'method' && weight >= OPENING_WEIGHT)
    const scores = scoreRoles({ text, cues, place, opened, before: scored.at(-1)?.role, labelled })
    scored.push({ text, role: best(scores), scores })
  }
  return scored
}

interface Seen {
  text: string
  cues: ReadonlySet<Cue>
  /** Whether the paper has begun to speak of itself. */
  opened: boolean
  /** 0 to 1. */
  place: number
  before: SentenceRole | undefined
  labelled: SentenceRole | undefined
}

function scoreRoles({ text, cues, place, opened, before, labelled }: Seen): Record<SentenceRole, number> {
  const scores = { background: 0, problem: 0, method: 0, results: 0, contribution: 0, resources: 0 }
  for (const { role, weight } of cues) scores[role] += weight
  if (/https?:\/\/|github\.com|huggingface\.co/.test(text)) scores.resources += 4
  if (/\d\s?(?:%|×|x\b|[- ]fold|percent|points|\/\d)|\d\.\d/.test(text)) scores.results += 2
  for (const role of ROLES) {
    const { centre, spread, weight } = PLACES[role]
    scores[role] += weight * Math.exp(-(((place - centre) / spread) ** 2) / 2)
  }
  if (before) scores[before] += CARRY_ON
  if (before && ROLES.indexOf(before) >= 2) {
    scores.background -= STEP_BACK
    scores.problem -= STEP_BACK
  }
  if (!opened) for (const role of ['method', 'results', 'contribution'] as const) scores[role] -= NOT_OPEN_YET
  if (
    /\b[Ww]e (?:\w+ly |also |then |further |first )?(?!find|found|show|observe|prove|hope|argue|conclude)\w{3}/.test(
      text,
    )
  )
    scores.method += 1.5
  if (labelled) scores[labelled] += 20
  return scores
}

function best(scores: Record<SentenceRole, number>): SentenceRole {
  return ROLES.reduce((winner, role) => (scores[role] > scores[winner] ? role : winner))
}

/** Each cue once, so that a long sentence does not win by length. */
function findCues(text: string): Set<Cue> {
  const found = new Set<Cue>()
  const words = text.toLowerCase().match(/[a-z][a-z'’-]*/g) ?? []
  for (const [at, word] of words.entries()) {
    const cues = latinCues.get(word)
    const stems = latinCues.get(`${word.slice(0, STEM_LENGTH)}*`)
    for (const cue of cues ?? []) if (matches(cue, words, at)) found.add(cue)
    for (const cue of stems ?? []) if (matches(cue, words, at)) found.add(cue)
  }
  if (/\p{Script=Han}/u.test(text)) for (const cue of hanCues) if (text.includes(cue.text)) found.add(cue)
  return found
}

function matches({ words: cue }: Cue, words: readonly string[], at: number): boolean {
  return cue.every((part, offset) => {
    const word = words[at + offset]
    return part.endsWith('*') ? word?.startsWith(part.slice(0, -1)) : word === part
  })
}
