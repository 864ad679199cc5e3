/** Tells what the Markdown around a slot of a template makes of the text that will stand there. */
import type { MarkdownPlace } from './escape.ts'

export interface SlotPlace {
  place: MarkdownPlace
  /** Between the round brackets of a link. */
  isAddress: boolean
  /** A paragraph of its own: text keeps its paragraphs there. */
  isParagraph: boolean
  /** Marks of the template, or other text, stand close: every mark in the text is escaped, needed or not. */
  isStrict: boolean
  /** Nothing follows on the line. */
  isEnd: boolean
}

export interface SlotQuestion {
  /** The line, with `\0` for each slot. */
  literal: string
  /** Which of them, from 0. */
  slot: number
  /** Blank lines stand above and below. */
  isApart: boolean
}

/** Marks of lists and quotations before which a line has not yet begun. */
const LINE_START = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?|>\s?)*$/

export function findPlace({ literal, slot, isApart }: SlotQuestion): SlotPlace {
  const parts = literal.split('\0')
  const before = parts.slice(0, slot + 1).join('\0')
  const after = parts.slice(slot + 1).join('\0')
  const isHeading = /^ {0,3}#{1,6}\s/.test(literal)
  const isCell = literal.includes('|')
  const isLink = countBrackets(before) > 0
  const isAddress = /\]\([^()]*$/.test(before)
  const place = choosePlace({ isHeading, isCell, isLink, isStart: LINE_START.test(before) })
  const isLast = !after.replace(/^\]\(\0[^()\0]*\)/, '').includes('\0')
  const marksAfter = /[*_~[\]]/.test(isLink ? after.replace(/^\]\([^()]*\)/, '') : after)
  const marksBefore = (before.match(/\*+|_+|~+/g)?.length ?? 0) % 2 === 1
  return {
    place,
    isAddress,
    isParagraph: literal === '\0' && isApart,
    isEnd: after === '',
    isStrict: !isLast || marksAfter || marksBefore || (isLink && isCell) || !(isApart || isHeading || isCell),
  }
}

function choosePlace(seen: {
  isHeading: boolean
  isCell: boolean
  isLink: boolean
  isStart: boolean
}): MarkdownPlace {
  if (seen.isLink) return 'link'
  if (seen.isHeading) return 'heading'
  if (seen.isCell) return 'cell'
  return seen.isStart ? 'block' : 'inline'
}

function countBrackets(text: string): number {
  let open = 0
  for (const [mark] of text.matchAll(/\\.|[[\]]/g)) {
    if (mark === '[') open++
    else if (mark === ']') open = Math.max(0, open - 1)
  }
  return open
}
