/** Makes the keys by which a bibliography names its entries: `chen2025longlive`. */
import type { Paper } from '../../paper/paper.ts'
import { splitPersonName } from './person-name.ts'

const SMALL_WORDS = new Set(
  'a an and are as at by can do does for from how in is it of on or the to via what when why with'.split(' '),
)
const MAX_PART_LENGTH = 30

/** One key for each paper, in their order; equal ones get the letters b, c, … and then numbers. */
export function makeCitationKeys(
  papers: readonly Pick<Paper, 'id' | 'title' | 'authors' | 'published'>[],
): string[] {
  const taken = new Set<string>()
  return papers.map(paper => {
    const base = makeKey(paper)
    let key = base
    for (let count = 2; taken.has(key); count++)
      key = base + (count <= 26 ? String.fromCharCode(96 + count) : `-${count}`)
    taken.add(key)
    return key
  })
}

function makeKey({
  id,
  title,
  authors,
  published,
}: Pick<Paper, 'id' | 'title' | 'authors' | 'published'>): string {
  const name = fold(splitPersonName(authors[0] ?? '').family)
  const word =
    title
      .split(/[^\p{L}\p{M}\p{N}-]+/u)
      .map(fold)
      .find(part => part !== '' && !SMALL_WORDS.has(part)) ?? ''
  const year = published?.slice(0, 4).replace(/\D/g, '') ?? ''
  // A title and a name in a script without ASCII letters leave nothing: the id never does.
  return name === '' && word === '' ? `paper${fold(id)}` : (name || 'anonymous') + year + word
}

/** ASCII letters and digits only; accents go, `ø` and `ß` become what they sound like. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '')
    .slice(0, MAX_PART_LENGTH)
}
