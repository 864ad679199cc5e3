/** Finds names that the source puts forward and the brief does not have. */
import { lookUp } from './english-chinese.ts'
import { isCodeName, isSmall, squash } from './latin-tokens.ts'
import { isSpelledOut, type NameIndex, splitName } from './name-index.ts'
import { generalAcronyms, translatableNames } from './name-vocabulary.ts'
import { isJoinedWord, isNumberedWord, isPersonal, isPlainWord, isSymbol, splitHumps } from './plain-names.ts'

export interface MissingName {
  name: string
  /** What the brief has in its place, where that is the same but for hyphens and blanks. */
  variant?: string
  /** No translator would put it in words of his own. */
  isSure: boolean
}

interface Names {
  title: string
  source: NameIndex
  written: NameIndex
}

/** "Lamps andLanterns", "we proposeTernNet": a blank was lost, and what is behind it is a word, or in the brief. */
function isGlued(name: string, { counts }: NameIndex): boolean {
  const [, head = '', tail = ''] = /^(\p{Ll}{2,})(\p{Lu}.+)$/u.exec(name) ?? []
  if (SMALL_WORDS.has(head)) return counts.has(tail) || /^\p{Lu}\p{Ll}+$/u.test(tail)
  return lookUp(head) !== undefined && counts.has(tail)
}
const SMALL_WORDS = new Set('and or of the for with in on to by from via we our'.split(' '))

/** Code names of the title and those named twice; short forms that the source spells out may be translated. */
export function findMissingNames({ title, source, written }: Names): MissingName[] {
  const missing: MissingName[] = []
  for (const [name, count] of source.counts) {
    // "RGB-to-3D" is a way from one to the other.
    if (
      isSmall(name) ||
      written.counts.has(name) ||
      !(isCodeName(name) || isFamily(name)) ||
      /-to-/i.test(name) ||
      isGlued(name, written) ||
      written.counts.has(name.replace(/:\p{L}+$/u, '')) ||
      isTranslatable(name, source)
    )
      continue
    const key = squash(name)
    const variant = written.bySquash().get(key)
    if (variant !== undefined) {
      if (variant.toLowerCase() !== name.toLowerCase()) missing.push({ name, variant, isSure: false })
      continue
    }
    const isProminent = count > 1 || title.includes(name) || isUnmistakable(name) || isFamily(name)
    if (isProminent && !isPresent(name, key, written))
      missing.push({ name, isSure: !isWordy(name, { source, written, count }) })
  }
  return missing
}

/**
 * `PhD-level`, `AutoRegressive-Diffusion`, `Omni-VTON` beside 全能 VTON: made of words that a translator may translate,
 * or that the brief has. In one piece and named again and again, as `DeepSearch`, it is a name all the same.
 */
function isWordy(
  name: string,
  { source, written, count }: { source: NameIndex; written: NameIndex; count: number },
): boolean {
  if (/\d/.test(name.replace(/\b[23]D\b/g, ''))) return isSymbol(name) || isNumberedWord(name)
  if (isSymbol(name) || (count === 1 && isPersonal(name))) return true
  const isKnown = (word: string): boolean => {
    const lower = word.toLowerCase()
    if (
      (lower.length > 1 && written.parts().has(lower)) ||
      translatableNames.has(lower) ||
      generalAcronyms.has(lower)
    )
      return true
    return isPlainWord(lower) || (/^[a-z]{3,}$/.test(lower) && source.counts.has(lower))
  }
  const parts = splitName(name)
  const isOne = (part: string): boolean => isKnown(part) || isJoinedWord(part)
  if (parts.every(isOne)) return true
  return (
    (count === 1 || parts.length > 1) && parts.every(part => isOne(part) || splitHumps(part).every(isKnown))
  )
}

/** `FemWriter`, `ResNeXt-50`: no language has another word for it, so it is not left out even where it stands once. */
function isUnmistakable(name: string): boolean {
  const hasNumber = /\p{Lu}/u.test(name) && /\d/.test(name) && /\p{L}{3}/u.test(name)
  return (
    hasNumber ||
    /\p{Ll}{2}\p{Lu}\p{L}/u.test(name) ||
    (name.length >= MIN_MIXED && /^(?!Mc|Mac)\p{Lu}.*\p{Ll}\p{Lu}/u.test(name))
  )
}
// `LaSOT`, `DeiT-B`; shorter ones, and those with a small letter first, are terms as a rule: `pLM`, `miRNA`.
const MIN_MIXED = 5

/** `Qwen-VL`, whose first part is no word: a name, where `Vision-LM` is a term. */
function isFamily(name: string): boolean {
  const [, first] = /^(\p{Lu}\p{Ll}{2,})[-_/:@&+·]\p{Lu}{2,}$/u.exec(name) ?? []
  return first !== undefined && lookUp(first.toLowerCase()) === undefined
}

function isTranslatable(name: string, source: NameIndex): boolean {
  // "6-DoF": the figure is another check's business.
  const lower = name.toLowerCase().replace(/^\d{1,3}-?(?=dof)|^\d{1,3}-/, '')
  // A name that also stands in small letters is a word at the head of a title: "Helium-3".
  if (source.counts.has(name.toLowerCase())) return true
  return translatableNames.has(lower) || generalAcronyms.has(lower) || isSpelledOut(name, source)
}

function isOrdinary(part: string): boolean {
  return /^\p{Ll}/u.test(part) || /^\d/.test(part) || isPlainWord(part.toLowerCase())
}

// `GPT-4-generated`, `R1-Like`: the English tail of a name, which every language says in its own words.
const TAIL =
  /^(.{2,})-(?:like|generated|based|level|style|aware|driven|guided|powered|free|only|trained|tuned|specific|inspired|class|sized|scale|enhanced|augmented|assisted|judged|rated|annotated|labell?ed|derived|centric|oriented|compatible|equivalent|dependent|agnostic|native)$/i

// `TERNing`, a name made a verb.
const INFLECTED = /^(\p{Lu}{3,})(?:ing|ed|er|ers)$/u

/** Inside a longer name, in the plural, or with the English tail of a compound translated: `BERT-style`. */
function isPresent(name: string, key: string, written: NameIndex): boolean {
  const bare = key.replace(/s$/, '')
  const head = (TAIL.exec(name) ?? INFLECTED.exec(name))?.[1]
  if (
    head !== undefined &&
    (written.counts.has(head) ||
      written.parts().has(head.toLowerCase()) ||
      translatableNames.has(head.toLowerCase()))
  )
    return true
  // Another size or version is another name: `Qwen2.5-VL-72B` does not stand for the 7B.
  const numbers = splitName(name).filter(part => /^\d/.test(part))
  const isWritten = (part: string): boolean => written.parts().has(part) || written.parts().has(`${part}s`)
  if (numbers.some(part => !isWritten(part.toLowerCase()))) return false
  if (bare.length >= 3 && [...written.bySquash().keys()].some(other => other.includes(bare))) return true
  const codes = splitName(name).filter(isCodeName)
  const others = splitName(name).filter(part => !codes.includes(part))
  // "WebGen-Bench", "DAIR-V2X": no English tail that a translator would put in his own words.
  const isCompound =
    codes.length > 0 &&
    others.length > 0 &&
    others.every(part => isOrdinary(part) || written.parts().has(part.toLowerCase()))
  return (
    isCompound &&
    codes.every(
      code =>
        written.parts().has(code.toLowerCase()) || written.parts().has(code.toLowerCase().replace(/s$/, '')),
    )
  )
}
