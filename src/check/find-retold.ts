/** Finds a Chinese sentence that says in other words what a sentence before it said. */

// Characters that every sentence has.
const COMMON = new Set(
  Array.from(
    '的了在是和与與及对對为為以于於并並而且可能有这這此该該其之也亦都就被把将將由从從到使我们們一个個中上下',
    character => character.codePointAt(0),
  ),
)
const LETTER = /[\p{L}\p{N}]/u
const SENTENCE_END = /(?<=[。！？；])/
const MIN_LENGTH = 8
// Shares of the characters of both that are the same. Of 6000 pairs of sentences of correct texts, none beside each
// other has more than 0.48, and none further apart more than 0.52.
const NEAR_SHARE = 0.54
const FAR_SHARE = 0.62
// The bound keeps a field of thousands of sentences from costing its square.
const MAX_SENTENCES = 60
const MAX_LENGTH = 400

interface Told {
  text: string
  /** Codes of its letters and digits, those apart that every sentence has. */
  characters: ReadonlySet<number>
}

export function findRetold(text: string): string | undefined {
  if (!/[\u3400-\u9fff]/.test(text)) return undefined
  const sentences = text.split(SENTENCE_END).slice(0, MAX_SENTENCES)
  if (sentences.length < 2) return undefined
  const told = sentences.map(readTold)
  for (let right = 1; right < told.length; right++)
    for (let left = 0; left < right; left++) {
      const least = right - left === 1 ? NEAR_SHARE : FAR_SHARE
      if (isRetold(told[left], { other: told[right], least })) return told[right]?.text.trim()
    }
  return undefined
}

function readTold(text: string): Told {
  const part = text.slice(0, MAX_LENGTH)
  return { text: part, characters: readCharacters(part) }
}

/** Figures and words in Latin letters: parallel sentences differ in these. */
function readNames({ text }: Told): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z\d][a-z\d.+-]*/g) ?? [])
}

function readCharacters(text: string): Set<number> {
  const characters = new Set<number>()
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    if (code > 0xffff) at++
    if (!COMMON.has(code) && isLetter(code)) characters.add(code)
  }
  return characters
}

function isLetter(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || LETTER.test(String.fromCodePoint(code))
}

function isRetold(
  one: Told | undefined,
  { other, least }: { other: Told | undefined; least: number },
): boolean {
  if (!one || !other) return false
  const few = Math.min(one.characters.size, other.characters.size)
  const many = Math.max(one.characters.size, other.characters.size)
  if (few < MIN_LENGTH || few < least * many) return false
  let shared = 0
  for (const character of one.characters) if (other.characters.has(character)) shared++
  if (shared < least * (few + many - shared)) return false
  const [names, others] = [readNames(one), readNames(other)]
  return isWithin(names, others) || isWithin(others, names)
}

function isWithin(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...names].every(name => others.has(name))
}

const CLAUSE_END = /[，；。！？：]/
const MIN_CLAUSE = 8

/** A clause that says again the end of the one before it: "……能够增强训练，能够增强训练". */
export function findEchoedClause(text: string): string | undefined {
  const clauses = text.split(CLAUSE_END)
  return clauses.find((clause, at) => {
    const before = clauses[at - 1]?.trim()
    const own = clause.trim()
    return (
      before !== undefined &&
      own.length >= MIN_CLAUSE &&
      /[\u3400-\u9fff]{6}/.test(own) &&
      before.endsWith(own)
    )
  })
}
