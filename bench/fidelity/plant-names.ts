/** Plants one wrong letter or digit in a name: a model, a data set, a method, a short form. */
import type { CheckInput } from '../../src/check/check-input.ts'
import type { Random } from './open-random.ts'
import { allFields, maskFixed, type Plant, proseFields, replaceStretch, type Span } from './plant.ts'

const NAME = /(?<![A-Za-z0-9.\\_-])[A-Za-z][A-Za-z0-9]*(?:[-.@][A-Za-z0-9]+)*(?![A-Za-z0-9])/g

/** Words in Latin letters that the paper writes in the same way and that are names by their look. */
function findNames(input: CheckInput, text: string): Span[] {
  const source = new Set(`${input.paper.title}\n${input.paper.abstract}`.match(NAME) ?? [])
  const isLatin = !/^(?:zh|ja|ko)\b/.test(input.brief.language)
  // Where all words are Latin, one capital may be a noun or the beginning of a sentence.
  const look = isLatin ? /[A-Z0-9][A-Za-z.-]*[A-Z0-9]|[a-z][A-Z]/ : /[A-Z]/
  return [...maskFixed(text).matchAll(NAME)]
    .map(({ 0: name, index }) => ({ text: name, start: index, end: index + name.length }))
    .filter(
      ({ text: name, start }) =>
        name.length > 2 && look.test(name) && source.has(name) && !/\d\s?$/.test(text.slice(0, start)),
    )
}

export function plantNames(input: CheckInput, random: Random): Plant[] {
  const source = `${input.paper.title}\n${input.paper.abstract}`
  return allFields(input).flatMap(({ key, text }) =>
    findNames(input, text).flatMap(name => {
      const write = (kind: string, by: string): Plant[] =>
        by === name.text || source.includes(by)
          ? []
          : [replaceStretch({ kind, input, key, start: name.start, end: name.end, by })]
      return [
        ...write('letter changed', changeLetter(name.text, random)),
        ...write('letter dropped', dropLetter(name.text, random)),
        ...write('letters exchanged', exchangeLetters(name.text, random)),
        ...(/\d/.test(name.text) ? write('digit in a name', changeDigit(name.text, random)) : []),
      ]
    }),
  )
}

function places(name: string, pattern: RegExp): number[] {
  return [...name.matchAll(pattern)].map(({ index }) => index)
}

function changeLetter(name: string, random: Random): string {
  const at = random.choose(places(name, /[A-Za-z]/g))
  const old = name.charAt(at)
  const letters = [...'abcdefghiklmnoprstuvwy'].filter(letter => letter !== old.toLowerCase())
  const fresh = random.choose(letters)
  return name.slice(0, at) + (old === old.toUpperCase() ? fresh.toUpperCase() : fresh) + name.slice(at + 1)
}

/** Not of a short form of three: what is left may be another one that is as good. An "s" may be a plural's. */
function dropLetter(name: string, random: Random): string {
  const found = places(name, /[A-Za-z]/g).filter(at => !/^s?$/.test(name.slice(at)))
  return name.length < 5 || found.length === 0
    ? name
    : name.slice(0, found[0]) + withoutOne(name.slice(found[0]), random.choose(found) - (found[0] ?? 0))
}

function withoutOne(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1)
}

function exchangeLetters(name: string, random: Random): string {
  const found = places(name, /[A-Za-z](?=[A-Za-z])/g)
  if (found.length === 0) return name
  const at = random.choose(found)
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
}

function changeDigit(name: string, random: Random): string {
  const at = random.choose(places(name, /\d/g))
  const fresh = random.choose([...'0123456789'].filter(digit => digit !== name.charAt(at)))
  return name.slice(0, at) + fresh + name.slice(at + 1)
}

const stands: Record<string, string> = { zh: '该对象', ja: '本手法' }

/** For translations: a name that the brief says once is replaced by a common noun. */
export function plantLostNames(input: CheckInput): Plant[] {
  const by = stands[input.brief.language.slice(0, 2)]
  if (input.form.coverage !== 'whole' || !by) return []
  const all = Object.values(input.brief.fields).join('\n')
  return proseFields(input).flatMap(({ key, text }) =>
    findNames(input, text)
      .filter(({ text: name, start, end }) => {
        const isAside = /[（(,，]\s?$/.test(text.slice(0, start)) || /^[）)]/.test(text.slice(end))
        return all.split(name).length === 2 && name.length > 3 && !isAside && /[a-z].*[A-Z]|\d/.test(name)
      })
      .map(({ start, end }) => replaceStretch({ kind: 'name lost', input, key, start, end, by })),
  )
}
