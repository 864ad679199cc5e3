/** Finds the names that a paper gives to what it makes: models, methods, data sets. */
import { genericNames } from './keyphrase-stopwords.ts'

const TOKEN = /[\p{L}\p{N}]+(?:[-–_.+/][\p{L}\p{N}]+)*\+*/gu
const SHORTEST = 3
const LONGEST = 30
const COINING =
  /(?:propos|introduc|present|develop|releas|construct|build|term|call|nam|dubb|creat)(?:e|es|ed|ing|s|ely)?[ ,:]+(?:the |a |an )?["“(]?$/i

/**
 * Names (inner capitals, capitals with digits) that stand in the title, that the abstract coins ("we propose
 * FooNet") or that come more than once and abbreviate nothing; the paper's own first.
 */
export function findPaperNames({ title, abstract }: { title: string; abstract: string }): string[] {
  const counts = new Map<string, number>()
  for (const text of [title, abstract])
    for (const [name] of text.matchAll(TOKEN)) if (isName(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const opening = /^[^:]{3,40}(?=:)/.exec(title)?.[0] ?? ''
  return [...counts]
    .map(([name, times]) => {
      const weight =
        (title.includes(name) ? 4 : 0) + (opening.includes(name) ? 2 : 0) + (isCoined(name, abstract) ? 3 : 0)
      return { name, times, weight }
    })
    .filter(({ name, times, weight }) => weight > 0 || (times > 1 && !isAbbreviation(name, abstract)))
    .sort((a, b) => b.weight - a.weight || b.times - a.times)
    .map(({ name }) => name)
}

/** Of those names, the ones that the paper gives to what it makes: coined there, or the opening of its title. */
export function findOwnNames(paper: { title: string; abstract: string }): string[] {
  const opening = /^[^:]{3,40}(?=:)/.exec(paper.title)?.[0] ?? ''
  return findPaperNames(paper).filter(name => opening.includes(name) || isCoined(name, paper.abstract))
}

function isName(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST || genericNames.has(text) || /^\d/.test(text))
    return false
  // Out-of-Distribution and Vision-Language are words with capitals.
  if (/^\p{Lu}?\p{Ll}+(?:[-–/]\p{Lu}?\p{Ll}+)*$/u.test(text) || /^\p{Lu}{2,}s?\//u.test(text)) return false
  // GAN-based, AI-enhanced: adjectives.
  if (/-(?:\p{Ll}{4,}|Based|Guided|Aware|Driven|Enhanced|Free|Level|to-.+)$/u.test(text)) return false
  return /\p{Ll}\p{Lu}|\p{Lu}{2}|\p{Lu}.*\d/u.test(text)
}

function isCoined(name: string, abstract: string): boolean {
  const at = abstract.indexOf(name)
  return at >= 0 && COINING.test(abstract.slice(Math.max(0, at - 30), at))
}

/** "automatic speech recognition (ASR)": the words before it say the same, and are the better phrase. */
function isAbbreviation(name: string, abstract: string): boolean {
  const at = abstract.indexOf(`(${name})`)
  if (at < 0) return false
  const before = abstract.slice(Math.max(0, at - 80), at).toLowerCase()
  const initials = before.match(/(?<![a-z])[a-z]/g)?.join('') ?? ''
  const letters = name
    .toLowerCase()
    .replace(/s$/, '')
    .replace(/[^a-z]/g, '')
  return initials.slice(-letters.length - 1).includes(letters.slice(0, 1))
}
