/** Finds names that the source puts forward and the brief does not have. */
import { isCodeName, squash } from './latin-tokens.ts'
import { isSpelledOut, type NameIndex, splitName } from './name-index.ts'
import { generalAcronyms, translatableNames } from './name-vocabulary.ts'

export interface MissingName {
  name: string
  /** What the brief has in its place, where that is the same but for hyphens and blanks. */
  variant?: string
}

interface Names {
  title: string
  source: NameIndex
  written: NameIndex
}

/** Code names of the title and those named twice; short forms that the source spells out may be translated. */
export function findMissingNames({ title, source, written }: Names): MissingName[] {
  return [...source.counts].flatMap(([name, count]) => {
    if (written.counts.has(name) || !isCodeName(name) || isTranslatable(name, source)) return []
    const key = squash(name)
    const variant = written.bySquash().get(key)
    if (variant !== undefined) return variant.toLowerCase() === name.toLowerCase() ? [] : [{ name, variant }]
    const isProminent = count > 1 || title.includes(name) || isUnmistakable(name)
    return isProminent && !isPresent(name, key, written) ? [{ name }] : []
  })
}

/** `FemWriter`, `ResNeXt-50`: no language has another word for it, so it is not left out even where it stands once. */
function isUnmistakable(name: string): boolean {
  const hasNumber = /\p{Lu}/u.test(name) && /\d/.test(name) && /\p{L}{3}/u.test(name)
  return hasNumber || /\p{Ll}{2}\p{Lu}\p{L}/u.test(name)
}

function isTranslatable(name: string, source: NameIndex): boolean {
  // "6-DoF": the figure is another check's business.
  const lower = name.toLowerCase().replace(/^\d{1,3}-/, '')
  // A name that also stands in small letters is a word at the head of a title: "Helium-3".
  if (/^\p{Lu}\p{Ll}+-\d+$/u.test(name) && source.counts.has(name.toLowerCase())) return true
  return translatableNames.has(lower) || generalAcronyms.has(lower) || isSpelledOut(name, source)
}

/** Inside a longer name, in the plural, or with the English tail of a compound translated: `BERT-style`. */
function isPresent(name: string, key: string, written: NameIndex): boolean {
  const bare = key.replace(/s$/, '')
  // Another size or version is another name: `Qwen2.5-VL-72B` does not stand for the 7B.
  const numbers = splitName(name).filter(part => /^\d/.test(part))
  if (numbers.some(part => !written.parts().has(part.toLowerCase()))) return false
  if (bare.length >= 3 && [...written.bySquash().keys()].some(other => other.includes(bare))) return true
  const codes = splitName(name).filter(isCodeName)
  const isCompound = codes.length > 0 && codes.length < splitName(name).length
  return (
    isCompound &&
    codes.every(
      code =>
        written.parts().has(code.toLowerCase()) || written.parts().has(code.toLowerCase().replace(/s$/, '')),
    )
  )
}
