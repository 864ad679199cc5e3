/** Finds which word of a list stands at a place of a text: by their first two characters, which few of them share. */

// A power of two, so that a mask takes the place of a remainder. Words that meet in a slot are told by their letters.
const SLOTS = 8192

export class WordIndex<Entry extends { word: string }> {
  /** The longest first. */
  readonly entries: readonly Entry[]
  private readonly slots: (Entry[] | undefined)[] = new Array(SLOTS).fill(undefined)

  constructor(entries: Iterable<Entry>) {
    this.entries = [...entries].sort((a, b) => b.word.length - a.word.length)
    for (const entry of this.entries) {
      const slot = slotAt(entry.word, 0)
      const known = this.slots[slot]
      if (known) known.push(entry)
      else this.slots[slot] = [entry]
    }
  }

  /** The longest that stands at the place and is accepted there. */
  findAt(text: string, at: number, accepts: Acceptance<Entry> = always): Entry | undefined {
    const heads = this.slots[slotAt(text, at)]
    const characters = this.slots[slotOf(text.charCodeAt(at))]
    // Most places begin no word, and nothing is made for them.
    const found = heads && findIn(heads, { text, at, accepts })
    return found ?? (characters && findIn(characters, { text, at, accepts }))
  }
}

interface Place<Entry> {
  text: string
  at: number
  accepts: Acceptance<Entry>
}

function findIn<Entry extends { word: string }>(
  entries: readonly Entry[],
  { text, at, accepts }: Place<Entry>,
): Entry | undefined {
  return entries.find(entry => text.startsWith(entry.word, at) && accepts(entry, text, at))
}

type Acceptance<Entry> = (entry: Entry, text: string, at: number) => boolean

const always = (): boolean => true

function slotAt(text: string, at: number): number {
  return slotOf(text.charCodeAt(at), text.charCodeAt(at + 1))
}

/** Of a word of one character where there is no second one. */
function slotOf(first: number, second = 0): number {
  return ((first * 31) ^ (second * 257)) & (SLOTS - 1)
}
