/** Gives the English of a term at its first use in a brief: 译名（English, ABBR）. */
import type { TermUse } from '../paper/glossary.ts'

/**
 * Terms with a short form only: others need no explaining.
 * @param uses in the source of this sentence
 * @param explained terms of earlier sentences; those of this one are added
 */
export function explainTerms(
  text: string,
  { uses, explained, language }: { uses: readonly TermUse[]; explained: Set<string>; language: string },
): string {
  let out = text
  for (const { term, isAbbreviation } of uses) {
    if (!term.abbreviation || term.keep || isAbbreviation || explained.has(term.source)) continue
    const at = out.indexOf(term.target)
    if (at < 0) continue
    explained.add(term.source)
    const end = at + term.target.length
    out = out.slice(0, end) + explain(out.slice(end), { ...term, abbreviation: term.abbreviation, language })
  }
  return out
}

function explain(
  after: string,
  { source, abbreviation, language }: { source: string; abbreviation: string; language: string },
): string {
  const [open, close] = /^(?:zh|ja)\b/.test(language) ? ['（', '）'] : [' (', ')']
  const bracket = /^\s?[（(]([^（()）]{1,60})[）)]/.exec(after)
  const inside = bracket?.[1]?.trim()
  if (bracket && inside?.replace(/s$/, '') === abbreviation)
    return `${open}${source}, ${inside}${close}${after.slice(bracket[0].length)}`
  return bracket ? after : `${open}${source}, ${abbreviation}${close}${after}`
}
