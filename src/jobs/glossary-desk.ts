/** The glossary as a person edits it in the app: what holds, and the rules that the library keeps. */
import { resolve } from 'node:path'
import type { Library } from '../library/library.ts'
import type { TermIdentity } from '../library/terms.ts'
import { type Term, type TermInput, termScopes } from '../paper/glossary-term.ts'
import type { Settings } from '../settings.ts'
import { addTerms, parseTerm } from './add-terms.ts'
import { loadBundledTerms, loadTermFile } from './glossary.ts'

export interface GlossaryDesk {
  /** Of the settings and their editions, the settings' own first. */
  languages(): string[]
  editions(): string[]
  /**
   * Rules that have all these words somewhere: those of the library, of all editions, then the others.
   * @throws GlossaryError for a file of the settings that has a fault
   */
  find(language: string, words: string): Promise<FoundTerms>
  /**
   * @param before the rule that this one takes the place of, where it is another
   * @throws GlossaryError says what is wrong with it and how to mend it
   */
  save(
    given: TermInput,
    place: TermPlace & { before?: Omit<TermIdentity, 'language'> | undefined },
  ): Promise<void>
  /** Whether there was such a rule. */
  remove(identity: TermIdentity): Promise<boolean>
}

export interface TermPlace {
  language: string
  /** Absent: all. */
  edition?: string | undefined
}

export interface FoundTerms {
  own: Term[]
  /** Bundled, and of the settings' files. */
  others: Term[]
  /** Of others, before any were left out by their words. */
  total: number
}

export function openGlossaryDesk({
  library,
  readSettings,
}: {
  library: Pick<Library, 'terms'>
  readSettings: () => Settings
}): GlossaryDesk {
  return {
    languages() {
      const { language, editions } = readSettings()
      return [...new Set([language, ...Object.values(editions).flatMap(edition => edition.language ?? [])])]
    },
    editions: () => Object.keys(readSettings().editions),
    async find(language, words) {
      const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
      const hasWords = (term: Term) => {
        const text = describe(term)
        return wanted.every(word => text.includes(word))
      }
      const others = listOthers(readSettings(), language)
      return {
        own: (await library.terms.list(language)).filter(hasWords),
        others: others.filter(hasWords),
        total: others.length,
      }
    },
    async save(given, { language, edition, before }) {
      const term = parseTerm(given)
      const isAnother = before && (before.source !== term.source || before.edition !== edition)
      await addTerms(library, { language, ...(edition !== undefined && { edition }), given: [term] })
      if (isAnother) await library.terms.remove({ language, ...before })
    },
    remove: identity => library.terms.remove(identity),
  }
}

function describe({ source, target, abbreviation, accept, avoid, forms, note, edition }: Term): string {
  return [source, target, abbreviation, ...accept, ...avoid, ...forms, note, edition].join('\n').toLowerCase()
}

function listOthers({ home, glossary, editions }: Settings, language: string): Term[] {
  const files = glossary.flatMap(file => loadTermFile(resolve(home, file), { scope: 'file', home }))
  const ofEditions = Object.entries(editions).flatMap(([edition, { glossary: own }]) =>
    own.flatMap(file => loadTermFile(resolve(home, file), { scope: 'edition', home, edition })),
  )
  const rank = (term: Term) => -termScopes.indexOf(term.scope)
  return [...ofEditions, ...files, ...loadBundledTerms(language)].toSorted(
    (a, b) => rank(a) - rank(b) || (a.source.toLowerCase() < b.source.toLowerCase() ? -1 : 1),
  )
}
