/** The glossary of an edition: the bundled terms, the user's files and the library's rules, merged. */
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Library } from '../library/library.ts'
import { type Glossary, type GlossaryLayer, glossaryFor } from '../paper/glossary.ts'
import { parseGlossaryCsv } from '../paper/glossary-csv.ts'
import { makeTerm, type Term, type TermScope } from '../paper/glossary-term.ts'
import type { Settings } from '../settings.ts'
import { GlossaryError } from './glossary-error.ts'
import { readGlossaryFile } from './glossary-file.ts'

const BUNDLED = fileURLToPath(new URL('../../glossaries', import.meta.url))

const bundledTerms = new Map<string, readonly Term[]>()

/** The terms that come with the program; none for a language that has no file. */
export function loadBundledTerms(language: string): readonly Term[] {
  const known = bundledTerms.get(language)
  if (known) return known
  // The tag comes from the settings, which let only letters and hyphens through; a digest may name any.
  const path = /^[A-Za-z-]{2,20}$/.test(language) ? join(BUNDLED, `${language}.csv`) : ''
  const rows = path !== '' && existsSync(path) ? parseGlossaryCsv(readFileSync(path, 'utf8')).rows : []
  const terms = rows.map(({ term }) => makeTerm(term, { scope: 'bundled' }))
  bundledTerms.set(language, terms)
  return terms
}

/** @throws GlossaryError for the first line that cannot be used: its file, its line, what is wrong, how to mend it */
export function loadTermFile(
  path: string,
  { scope, edition, home }: { scope: TermScope; edition?: string; home: string },
): Term[] {
  const { rows, faults } = readGlossaryFile(path)
  const [fault] = faults
  if (fault) {
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
    throw new GlossaryError(`${shorten(path, home)}, line ${fault.line}: ${fault.message}${more}.`, {
      code: 'glossary-fault',
      hint: `${fault.mend} \`paperbrief glossary check ${shorten(path, home)}\` lists every fault.`,
    })
  }
  return rows.map(({ term }) => makeTerm(term, { scope, ...(edition !== undefined && { edition }) }))
}

function shorten(path: string, home: string): string {
  const short = relative(home, path)
  return short.startsWith('..') || short === '' ? path : short
}

export interface GlossaryRequest {
  settings: Pick<Settings, 'home' | 'glossary' | 'editions'>
  /** Of the brief: its targets' language. */
  language: string
  /** Its own rules come first; absent: those that hold in all editions. */
  edition?: string | undefined
  /** Absent: the rules that were added by `glossary add` are not at hand. */
  library?: Pick<Library, 'terms'> | undefined
}

/** @throws GlossaryError for a file of the settings that is not there or has a fault */
export async function loadGlossary({
  settings,
  language,
  edition,
  library,
}: GlossaryRequest): Promise<Glossary> {
  const { home } = settings
  const files = settings.glossary.map(file => loadTermFile(resolve(home, file), { scope: 'file', home }))
  const own = edition === undefined ? [] : (settings.editions[edition]?.glossary ?? [])
  const ofEdition = own.map(file =>
    loadTermFile(resolve(home, file), { scope: 'edition', home, ...(edition !== undefined && { edition }) }),
  )
  const added = library ? await library.terms.list(language) : []
  const layers: GlossaryLayer[] = [loadBundledTerms(language), ...files, ...ofEdition, added].map(terms => ({
    terms,
  }))
  return glossaryFor({ language, edition, layers })
}
