/** Takes rules that a person gives, one or a file of them, into the library, and writes them out again. */
import type { Library } from '../library/library.ts'
import type { AddedTerms } from '../library/terms.ts'
import { describeTermIssue, formatGlossaryCsv } from '../paper/glossary-csv.ts'
import { findGlossaryFaults } from '../paper/glossary-faults.ts'
import { type GivenTerm, makeTerm, type Term, type TermInput, termSchema } from '../paper/glossary-term.ts'
import { loadTermFile } from './glossary.ts'
import { GlossaryError } from './glossary-error.ts'
import { formatGlossaryYaml } from './glossary-file.ts'

/** @throws GlossaryError says what is wrong with it and how to mend it */
export function parseTerm(given: TermInput): GivenTerm {
  const result = termSchema.safeParse(given)
  const fault = result.success
    ? findGlossaryFaults([{ term: result.data, line: 1 }])[0]
    : describeTermIssue(result.error.issues[0])
  if (result.success && !fault) return result.data
  throw new GlossaryError(`The rule cannot be kept: ${fault?.message ?? 'it is wrong'}.`, {
    code: 'glossary-term',
    ...(fault && { hint: fault.mend }),
  })
}

/** @throws GlossaryError for the first line that cannot be used; then none of the file is taken */
export function readTermFile(path: string, home: string): GivenTerm[] {
  return loadTermFile(path, { scope: 'library', home }).map(({ scope: _, edition: __, ...term }) => ({
    ...term,
    accept: [...term.accept],
    avoid: [...term.avoid],
    forms: [...term.forms],
    except: [...term.except],
  }))
}

export async function addTerms(
  library: Pick<Library, 'terms'>,
  { language, edition, given }: { language: string; edition?: string; given: readonly GivenTerm[] },
): Promise<AddedTerms> {
  const scope =
    edition === undefined ? ({ scope: 'library' } as const) : ({ scope: 'edition', edition } as const)
  return library.terms.add(
    language,
    given.map(term => makeTerm(term, scope)),
  )
}

export function formatTerms(terms: readonly Term[], format: 'csv' | 'yaml'): string {
  return format === 'csv' ? formatGlossaryCsv(terms) : formatGlossaryYaml(terms)
}
