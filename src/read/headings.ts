/** What a heading's words tell: its number, and which kind of section it opens. */
import type { SectionKind } from '../paper/full-text.ts'

export interface HeadingParts {
  number?: string
  heading: string
}

// Roman numerals and single letters need their full stop: "I Know What You Read" is no section I.
const NUMBERED =
  /^(?:(?:appendix|chapter|section|part)\s+)?((?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,3}|\d{1,3}|[IVXLC]{1,7}(?=\.)|[A-Z](?=[.:)]))[.:)]?\s+(?=\S)/i
const APPENDIX_LETTER = /^appendix\s+([A-Z]|\d{1,2})(?:[.:]?\s+|$)/i

/** "3.2 Data" and "IV. Results" taken apart; the number is absent where there is none. */
export function splitHeading(line: string): HeadingParts {
  const appendix = APPENDIX_LETTER.exec(line)
  if (appendix?.[1])
    return { number: appendix[1].toUpperCase(), heading: trimHeading(line.slice(appendix[0].length)) || line }
  const match = NUMBERED.exec(line)
  if (!match?.[1] || /^[a-z]/.test(match[1])) return { heading: trimHeading(line) }
  return { number: match[1], heading: trimHeading(line.slice(match[0].length)) }
}

/**
 * "A Proofs" taken apart as well, where `expected` is the letter that the next appendix bears; undefined where the line
 * does not begin with it.
 */
export function splitAppendixHeading(line: string, expected: string): HeadingParts | undefined {
  const match = /^([A-Z])\s+(?=[\p{Lu}\d])/u.exec(line)
  return match?.[1] === expected
    ? { number: expected, heading: trimHeading(line.slice(match[0].length)) }
    : undefined
}

/** Without the stop or colon of a run-in heading. */
export function trimHeading(text: string): string {
  return text.replace(/\s*[.:]$/, '').trim()
}

const ACKNOWLEDGEMENTS = /^acknowledge?ments?\b/i
const REFERENCES =
  /^(?:references?(?: cited)?|bibliography|works cited|literature(?: cited)?|references and notes)$/i
const STATEMENT =
  /^(?:(?:broader )?impact statements?|ethic(?:s|al)\b|reproducibility|funding\b|conflicts? of interest|competing interests?|declarations?\b|(?:author|credit)\S* contributions?|contributions? of authors|(?:data|code|software)\b.{0,30}\bavailability|availability\b|disclosures?\b|neurips paper checklist|use of (?:llms|large language models)|llm usage|societal impact|broader impacts?\b)/i
const APPENDIX = /^(?:appendix|appendices|supplementa(?:ry|l)\b|technical appendix)/i

export function isReferencesHeading(heading: string): boolean {
  return REFERENCES.test(heading)
}

/** `inAppendix`: whether the section stands behind the beginning of the appendix. */
export function judgeSectionKind(heading: string, inAppendix: boolean): SectionKind {
  if (ACKNOWLEDGEMENTS.test(heading)) return 'acknowledgements'
  if (inAppendix || APPENDIX.test(heading)) return 'appendix'
  return STATEMENT.test(heading) ? 'statement' : 'body'
}
