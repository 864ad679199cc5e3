/** Tells whether a short form stands for a term of a text, or only for words that begin with its letters by chance. */
import type { NameIndex } from './name-index.ts'

interface Word {
  letter: string
  isCapital: boolean
  /** No second part of a compound: `AGPO` is no short form of "Difficulty-Aware Group Policy Optimization". */
  isBeginning: boolean
  /** A term may end with it. */
  isHead: boolean
}

// Nothing shortens across these: they begin or end a clause, or belong to no term.
const BREAKS = new Set(
  `we our us i it its they their them this that these those which who whose what where when while whether if then than
  is are was were be been being am has have had do does did can could may might must shall should will would not no nor
  but or yet so because although though however thus hence also both either each such some any all most more less many
  several how why there here into onto over under about between among across through during without within upon per
  by as at using based given show shows propose proposes present presents introduce introduces demonstrate achieve
  achieves improve improves enable enables provide provides reveal reveals outperform outperforms`
    .trim()
    .split(/\s+/),
)
const LINKS = new Set('a an the of and for in on to with from via'.split(' '))
const HEADS =
  /(?:[tsc]ion|ment|ance|ence|ancy|ency|ity|ness|ship|sis|ism|ics|ing|ure|logy|graphy|metry|[eo]r|age|al)s?$|^(?:model|network|net|agent|task|system|algorithm|process|method|framework|field|space|time|rate|score|loss|policy|reward|gradient|descent|search|theory|problem|game|graph|tree|image|video|language|data|set|base|unit|machine|map|matrix|search|control|code|test|bench|benchmark|cloud|edge|array|tensor|kernel|bound|regret|rank|risk|cost|value|share|gap|bias|noise|signal|wave|cell|gene|disease|disorder|cancer|syndrome|care|center|centre|interface|intelligence|service|program|query|answer|question|token|text|speech|voice|world|environment|feedback|memory|cache|head|layer|block|mixture|expert|transport|mode|state|step|chain|thought|flow|field|head|line|point|domain|shift|shot|source|target|view|scene|object|pose|face|hand|body|person|user|item|group|level|scale|size|structure|feature|sample|label|class|kind|type|form)s?$|(?:ies|phies)$/

const known = new WeakMap<NameIndex, readonly (readonly Word[])[]>()

/** `LLM` of "large language models", not of "learn long mixtures" or of words on both sides of a comma. */
export function shortensTerm(acronym: string, index: NameIndex): boolean {
  const letters = acronym.replace(/s$/, '').toUpperCase()
  if (letters.length < 2) return false
  const runs = known.get(index) ?? readRuns(index)
  known.set(index, runs)
  return runs.some(run => {
    for (let at = 0; at + letters.length <= run.length; at++) if (standsAt(run, { at, letters })) return true
    return false
  })
}

// How many words of a term its short form may leave out.
const MAX_SKIPPED = 2

/** `PC` of "predictive model coding": a translator's own short form, which leaves out a word or two. */
export function shortensLoosely(acronym: string, index: NameIndex): boolean {
  const letters = acronym.replace(/s$/, '').toUpperCase()
  const runs = known.get(index) ?? readRuns(index)
  known.set(index, runs)
  return runs.some(run => run.some((_, at) => meetsLetters(run, { at, letters })))
}

function meetsLetters(run: readonly Word[], { at, letters }: { at: number; letters: string }): boolean {
  const end = Math.min(run.length, at + letters.length + MAX_SKIPPED)
  if (run[at]?.letter !== letters[0]) return false
  let next = 1
  for (let place = at + 1; place < end && next < letters.length; place++)
    if (run[place]?.letter === letters[next]) next++
  return next === letters.length
}

function standsAt(run: readonly Word[], { at, letters }: { at: number; letters: string }): boolean {
  for (let next = 0; next < letters.length; next++) if (run[at + next]?.letter !== letters[next]) return false
  const words = run.slice(at, at + letters.length)
  if (!words[0]?.isBeginning) return false
  return (words.at(-1)?.isHead ?? false) || words.every(({ isCapital }) => isCapital)
}

/** Stretches of words with nothing but blanks and hyphens between; small words count for none. */
function readRuns({ tokens }: NameIndex): Word[][] {
  const runs: Word[][] = []
  let run: Word[] = []
  for (const { text, followsBlank } of tokens) {
    const isBreak = BREAKS.has(text.toLowerCase())
    if (!followsBlank || isBreak) {
      if (run.length > 1) runs.push(run)
      run = []
    }
    if (isBreak) continue
    for (const [place, part] of text.split(/[-/]/).entries()) {
      const lower = part.toLowerCase()
      if (part !== '' && !LINKS.has(lower))
        run.push({
          letter: lower.charAt(0).toUpperCase(),
          isBeginning: place === 0,
          isCapital: part.charAt(0) !== lower.charAt(0),
          isHead: HEADS.test(lower),
        })
    }
  }
  if (run.length > 1) runs.push(run)
  return runs
}
