/** The project's own glossary, as the program uses it where a user gives none. */
import { readFileSync } from 'node:fs'
import { type Glossary, glossaryFor } from '../../src/paper/glossary.ts'
import { parseGlossaryCsv } from '../../src/paper/glossary-csv.ts'
import { makeTerm } from '../../src/paper/glossary-term.ts'

const LANGUAGE = 'zh-Hans'
const file = new URL(`../../glossaries/${LANGUAGE}.csv`, import.meta.url)
const terms = parseGlossaryCsv(readFileSync(file, 'utf8')).rows.map(({ term }) =>
  makeTerm(term, { scope: 'bundled' }),
)
const glossary = glossaryFor({ language: LANGUAGE, layers: [{ terms }] })

/** Undefined for a language that has no bundled glossary. */
export function findBundledGlossary(language: string): Glossary | undefined {
  return language === LANGUAGE ? glossary : undefined
}
