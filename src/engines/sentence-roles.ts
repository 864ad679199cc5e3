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
// "(2) A generator …" belongs where "(1) …" belonged.
const CARRY_ON_LIST = 4
const ENUMERATED = /^\(?(?:[2-9]|ii{1,2}|iv|[b-d])[).]\s/
// "FooNet first builds …" is how, "FooNet outperforms …" is what came of it.
const OWN_SUBJECT = 2.5
const OUTCOME_VERB =
  /^(?:\w+ly )?(?:achiev|attain|beat|boost|cut|deliver|exceed|gain|improv|lead|match|obtain|outperform|rank|reach|reduc|rival|scor|set|show|surpass|win|yield)/
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
 * @param ownNames what the paper calls the thing it makes; a sentence about it is the paper's own part
 */
export function assignRoles(
  sentences: readonly string[],
  ownNames: readonly string[] = [],
): ScoredSentence[] {
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
    const ownVerb = readOwnVerb(text, ownNames)
    opened ||=
      place > 0.6 ||
      ownVerb !== undefined ||
      [...cues].some(({ role, weight }) => role === 'method' && weight >= OPENING_WEIGHT)
    const before = scored.at(-1)?.role
    const scores = scoreRoles({ text, cues, place, opened, before, labelled, ownVerb })
    scored.push({ text, role: best(scores), scores })
  }
  return scored
}

/** Of a sentence whose subject is the paper's own thing, the words behind the name; undefined for others. */
function readOwnVerb(text: string, names: readonly string[]): string | undefined {
  const start =
    /^(?:(?:the|our|this|its|overall|specifically|moreover|additionally),? )*/i.exec(text)?.[0].length ?? 0
  const name = names.find(candidate => text.startsWith(`${candidate} `, start))
  return name === undefined ? undefined : text.slice(start + name.length + 1, start + name.length + 41)
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
  /** Where the paper's own thing is the subject: what is said of it. */
  ownVerb: string | undefined
}

function scoreRoles({
  text,
  cues,
  place,
  opened,
  before,
  labelled,
  ownVerb,
}: Seen): Record<SentenceRole, number> {
  const scores = { background: 0, problem: 0, method: 0, results: 0, contribution: 0, resources: 0 }
  for (const { role, weight } of cues) scores[role] += weight
  if (/https?:\/\/|github\.com|huggingface\.co/.test(text)) scores.resources += 4
  if (/\d\s?(?:%|×|x\b|[- ]fold|percent|points|\/\d)|\d\.\d/.test(text)) scores.results += 2
  for (const role of ROLES) {
    const { centre, spread, weight } = PLACES[role]
    scores[role] += weight * Math.exp(-(((place - centre) / spread) ** 2) / 2)
  }
  if (before) scores[before] += ENUMERATED.test(text) ? CARRY_ON_LIST : CARRY_ON
  if (ownVerb !== undefined) scores[OUTCOME_VERB.test(ownVerb) ? 'results' : 'method'] += OWN_SUBJECT
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
