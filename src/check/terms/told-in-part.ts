/** Tells whether a term whose rendering is missing is there in part. */
import type { TermCase } from './term-case.ts'
import { tightenTerm } from './tight-text.ts'

const MIN_HEAD = 2
const MIN_ENGLISH = 2

/** Its head is there for several words at once (图文推理), or a word of it in English (多 agent 系统). */
export function isToldInPart({ demand: { term, places }, fields }: TermCase): boolean {
  const target = tightenTerm(term.target)
  const own = places.filter(({ isAbbreviation }) => !isAbbreviation)
  const head = target.slice(-MIN_HEAD)
  if (
    own.every(({ isCoordinated }) => isCoordinated) &&
    fields.some(({ tight }) => tight.text.includes(head))
  )
    return true
  if (
    [term.target, ...term.accept].some(wanted => fields.some(({ tight }) => standsParted(tight.text, wanted)))
  )
    return true
  // Whoever makes rules of his own wants no English.
  if (term.scope !== 'bundled') return false
  // Also 离线 RL for "offline RL".
  const short = own.flatMap(place => place.words.match(/\b\p{Lu}{2,}\b/gu) ?? [])
  const words = [...term.source.split(/[\s-]+/), ...short].map(word => word.toLowerCase())
  return fields.some(({ tight: { text } }) => words.some(word => standsAmong(text, { word, target })))
}

// So near, the two halves are one phrase.
const MAX_PARTED = 10

/** 学习视频表征 for "video representation learning"; 对场景和关系的理解 for "scene understanding and relations". */
function standsParted(text: string, wanted: string): boolean {
  const target = tightenTerm(wanted)
  if (target.length !== 4) return false
  const [head, tail] = [target.slice(0, 2), target.slice(2)]
  return follows(text, tail, head) || follows(text, head, tail)
}

function follows(text: string, first: string, second: string): boolean {
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const end = at + first.length
    if (text.slice(end, end + MAX_PARTED).includes(second)) return true
  }
  return false
}

/** An English word of the term with at least a third of its rendering about it. */
function standsAmong(text: string, { word, target }: { word: string; target: string }): boolean {
  if (word.length < MIN_ENGLISH) return false
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length + (text.startsWith('s', at + word.length) ? 1 : 0)
    let before = 0
    while (before < target.length && endsAlike(target, text.slice(at - before - 1, at))) before++
    let behind = 0
    while (behind < target.length && target.includes(text.slice(end, end + behind + 1))) behind++
    if ((before + behind) * 3 >= target.length) return true
  }
  return false
}

function endsAlike(target: string, words: string): boolean {
  return words !== '' && target.includes(words)
}
