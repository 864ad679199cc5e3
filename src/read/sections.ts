/** Chooses the sections of a paper that bear on a summary, within a budget of characters. */
import { blockText, type FullText, type Section } from '../paper/full-text.ts'

/** What a section tells, in the words of a summary's fields. */
export type SectionRole = 'problem' | 'method' | 'results' | 'conclusion' | 'other'

export interface SelectedSection {
  number?: string
  heading: string
  role: SectionRole
  /** Paragraphs separated by blank lines; ends with `…` where it was cut. */
  text: string
}

const CUES: readonly [SectionRole, RegExp][] = [
  [
    'conclusion',
    /\b(?:conclu(?:sion|ding|sions)|limitations?|discussions?|outlook|future (?:work|directions)|summary|takeaways|implications?|lessons|threats to validity|failure)\b/i,
  ],
  [
    'problem',
    /\b(?:introduction|motivation|problem(?: (?:statement|formulation|setup))?|overview|research questions?|contributions?)\b/i,
  ],
  [
    'results',
    /\b(?:results?|experiments?|experimental|evaluations?|findings|ablations?|analys[ei]s|benchmarks?|performance|case stud(?:y|ies)|comparisons?|empirical|simulations?)\b/i,
  ],
  [
    'method',
    /\b(?:methods?|methodology|approach|models?|architecture|algorithms?|framework|system|design|training|pipeline|implementation|datasets?|data|construction|formulation|theory|proposed|collection|corpus|annotation|objective|proofs?|setup)\b/i,
  ],
]
const BACKGROUND = /\b(?:related work|background|preliminar|literature|notation|prior work|history)/i

/** Shares of the budget. What a role leaves unused goes to the others in this order. */
const SHARES: Record<SectionRole, number> = {
  problem: 0.22,
  results: 0.3,
  conclusion: 0.15,
  method: 0.28,
  other: 0.05,
}
const ORDER: readonly SectionRole[] = ['problem', 'results', 'method', 'conclusion', 'other']

// Less than this of a section says nothing.
const MIN_PIECE = 200

interface Candidate {
  section: Section
  role: SectionRole
  text: string
}

/**
 * Parts in the paper's order, together at most `maxChars` characters of text and headings. Title and abstract are
 * not among them. Appendices, acknowledgements and statements are left out.
 */
export function selectSections(fullText: FullText, { maxChars }: { maxChars: number }): SelectedSection[] {
  const candidates = listCandidates(fullText)
  const given = new Map<Candidate, number>()
  let spare = 0
  for (const role of ORDER)
    spare = divide({
      candidates: candidates.filter(each => each.role === role),
      budget: Math.floor(maxChars * SHARES[role]) + spare,
      given,
    })
  for (const role of ORDER)
    spare = divide({ candidates: candidates.filter(each => each.role === role), budget: spare, given })
  return candidates.flatMap(candidate => {
    const text = cutText(candidate.text, given.get(candidate) ?? 0)
    const { number, heading } = candidate.section
    return text === '' ? [] : [{ ...(number ? { number } : {}), heading, role: candidate.role, text }]
  })
}

/** Subsections take the role of their section where their own words tell none. */
function listCandidates({ sections, figures, tables }: FullText): Candidate[] {
  const body = sections.filter(({ kind }) => kind === 'body')
  const candidates: Candidate[] = []
  let parent: SectionRole = 'other'
  for (const [index, section] of body.entries()) {
    const own = roleOf(section.heading)
    const role: SectionRole = own ?? (section.level > 1 ? parent : guessByPlace(index, body.length))
    if (section.level === 1) parent = role
    const text = section.blocks
      .map(block => {
        if (block.kind === 'figure') return captionOf(figures[block.ref])
        return block.kind === 'table' ? captionOf(tables[block.ref]) : blockText(block)
      })
      .filter(each => each !== '')
      .join('\n\n')
    if (text !== '')
      candidates.push({
        section,
        role: section.level > 1 && parent === 'results' && role === 'method' ? 'results' : role,
        text,
      })
  }
  return candidates
}

function captionOf(float: { label?: string | undefined; caption: string } | undefined): string {
  return float ? [float.label, float.caption].filter(Boolean).join(': ') : ''
}

function roleOf(heading: string): SectionRole | undefined {
  if (BACKGROUND.test(heading)) return 'other'
  return CUES.find(([, pattern]) => pattern.test(heading))?.[0]
}

/** Headings of one's own making: the first section opens, the last closes, results stand in the latter half. */
function guessByPlace(index: number, count: number): SectionRole {
  if (index === 0) return 'problem'
  if (index === count - 1) return 'conclusion'
  return index / count < 0.55 ? 'method' : 'results'
}

/** Gives every candidate an equal part of the budget, as long as it needs it; gives back what is left. */
function divide({
  candidates,
  budget,
  given,
}: {
  candidates: readonly Candidate[]
  budget: number
  given: Map<Candidate, number>
}): number {
  let left = budget
  const byNeed = candidates.toSorted((a, b) => needOf(a) - needOf(b))
  for (const [index, candidate] of byNeed.entries()) {
    const had = given.get(candidate) ?? 0
    const more = Math.min(needOf(candidate) - had, Math.floor(left / (byNeed.length - index)))
    if (more <= 0 || had + more < Math.min(MIN_PIECE, needOf(candidate))) continue
    given.set(candidate, had + more)
    left -= more
  }
  return left
}

/** Characters of its text, its heading and the blank lines between. */
function needOf({ text, section }: Candidate): number {
  return text.length + section.heading.length + 10
}

/** Whole paragraphs, then whole sentences of the next one, then `…`. */
function cutText(text: string, granted: number): string {
  const limit = granted - 160
  if (granted === 0) return ''
  if (text.length <= granted) return text
  const room = Math.max(0, limit)
  const cut = text.slice(0, room)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('.\n'), cut.lastIndexOf('\n\n'))
  const kept = end > room * 0.5 ? cut.slice(0, end + 1) : cut.slice(0, Math.max(0, cut.lastIndexOf(' ')))
  return kept.trim() === '' ? '' : `${kept.trim()} …`
}
