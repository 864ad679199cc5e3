/** Names for notes: safe on every file system, safe inside `[[…]]`, and each its own. */
import { createHash } from 'node:crypto'

const MAX_BYTES = 160
// What a wikilink can hold and any file system can keep; everything else becomes a blank.
const UNSAFE = /[^\p{L}\p{M}\p{N} .,'’()+&=!@~_-]+/gu

/** `2505.17894 A Small Model of Tides`; the id comes first, so that notes sort by it and no two are the same. */
export function makeNoteName(id: string, title: string): string {
  return trimName(`${nameId(id)} ${clean(title)}`)
}

/** `daily 2025-05-28 en`. */
export function makePlainName(text: string): string {
  const name = trimName(clean(text))
  // Device names, which no file may have on Windows.
  return name === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `digest ${hash(text)}` : name
}

/** Whether a name that a person gave can stand inside a wikilink. */
export function isLinkable(name: string): boolean {
  return name !== '' && !/[[\]#^|\\/:\r\n]/.test(name)
}

/** An id that is not its own name gets a mark of its own, since two may look the same afterwards. */
function nameId(id: string): string {
  if (/^\d{4}\.\d{4,6}$/.test(id)) return id
  const old = /^([a-z-]{1,20})\/(\d{7})$/.exec(id)
  if (old) return `${old[1]}-${old[2]}`
  return `${trimName(clean(id)).slice(0, 60).trim() || 'paper'} ${hash(id)}`
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

function clean(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()
}

/** Cut at a word; no dot or blank at either end, which Windows drops and Unix hides. */
function trimName(text: string): string {
  let name = ''
  for (const char of text) {
    if (Buffer.byteLength(name) + Buffer.byteLength(char) > MAX_BYTES) {
      const space = name.lastIndexOf(' ')
      if (space > name.length / 2) name = name.slice(0, space)
      break
    }
    name += char
  }
  return name.replace(/^[\s.~-]+/, '').replace(/[\s.~]+$/, '')
}
