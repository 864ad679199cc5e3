/** Plants breaches of the glossary: a term of the paper rendered by words that the glossary does not want. */
import type { CheckInput } from '../../src/check/check-input.ts'
import type { Term } from '../../src/paper/glossary-term.ts'
import type { Random } from './open-random.ts'
import type { Plant } from './plant.ts'

export function plantTerms(input: CheckInput, random: Random): Plant[] {
  const source = `${input.paper.title}\n${input.paper.abstract}`.toLowerCase()
  const terms = (input.glossary?.terms ?? []).filter(
    ({ source: english, avoid }) => avoid.length > 0 && hasPhrase(source, english),
  )
  return terms.flatMap(term => {
    const rendering = findRendering(input, term)
    const by = random.choose(term.avoid)
    if (!rendering || rendering.includes(by) || by.includes(rendering)) return []
    const fields = Object.fromEntries(
      Object.entries(input.brief.fields).map(([key, text]) => [key, text.replaceAll(rendering, by)]),
    )
    return [{ kind: 'unwanted rendering', fields, change: `${term.source}: ${rendering} → ${by}` }]
  })
}

function hasPhrase(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase.toLowerCase())
  if (at < 0) return false
  const [before, behind] = [text.charAt(at - 1), text.slice(at + phrase.length)]
  return !/[a-z-]/.test(before) && /^(?:e?s)?(?![a-z-])/.test(behind)
}

/** The longest rendering that stands in the brief and is no part of another term's. */
function findRendering({ brief, glossary }: CheckInput, { target, accept }: Term): string | undefined {
  const all = Object.values(brief.fields).join('\n')
  const found = [target, ...accept]
    .filter(word => /\p{Script=Han}{2}/u.test(word) && all.includes(word))
    .sort((a, b) => b.length - a.length)[0]
  const isPart =
    found !== undefined &&
    glossary?.terms.some(
      other =>
        other.target.length > found.length && other.target.includes(found) && all.includes(other.target),
    )
  return isPart ? undefined : found
}
