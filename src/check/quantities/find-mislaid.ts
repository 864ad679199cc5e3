/** Finds figures that a translation left out of one sentence, though it has them in another. */
import type { Finding } from '../../paper/finding.ts'
import { alignSentences, type Bead, MAX_SENTENCES } from '../align-sentences.ts'
import { comparePieces, type SentencePair } from '../compare-pieces.ts'
import { hasAlibi, type Reading } from './alibis.ts'
import type { PlacedQuantity, Quantity } from './quantity.ts'
import { findWitness } from './quantity-index.ts'
import { compare, one, rationalKey } from './rational.ts'
import { readSide, type Side } from './read-side.ts'

export interface MislaidSearch extends SentencePair {
  /** Key of the brief's field that the sentences are of. */
  field: string
  sourceSide: Side
  briefSide: Side
}

// High: what has no counterpart is better compared with its neighbour than with nothing.
const LOSS_COST = 8
// Where a figure was cut out, its measure word stands alone: "和 比特", "比 步".
const orphan =
  /[\p{Script=Han}<>=≤≥][ ]+(?:[个個名种種项項位步条條倍层層张張帧幀篇类類次轮輪秒天年]|比特|小时|分钟|毫秒|%|bpp|GB|MB|ms)|[<>=≤≥]\s*[)）,，。]/u

/** Only values that the source has more often than the brief; in reading order. */
export function findMislaid(search: MislaidSearch): Finding[] {
  const { source, target, language, sourceSide, briefSide } = search
  const short = findShort(sourceSide, briefSide)
  if (short.size === 0 || Math.max(source.length, target.length) > MAX_SENTENCES) return []
  const { pieces, input } = comparePieces({ source, target, language })
  const beads = alignSentences({ ...input, lossCost: LOSS_COST })?.beads ?? []
  return beads.flatMap(bead => compareBead({ bead, pieces, target, short, field: search.field }))
}

/** What the source has in digits more than once, and oftener than the brief. */
function findShort(source: Side, brief: Side): ReadonlySet<string> {
  const count = ({ quantities }: Side, isTold: (quantity: Quantity) => boolean): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const quantity of quantities)
      if (isTold(quantity))
        counts.set(rationalKey(quantity.value), (counts.get(rationalKey(quantity.value)) ?? 0) + 1)
    return counts
  }
  const inBrief = count(brief, ({ weight }) => weight !== 'named')
  const inSource = count(source, isBinding)
  return new Set(
    [...inSource].filter(([key, times]) => times > 1 && times > (inBrief.get(key) ?? 0)).map(([key]) => key),
  )
}

function isBinding({ weight, vague, value }: Quantity): boolean {
  return weight === 'strong' && !vague && compare(value, one) !== 0
}

interface BeadCase {
  bead: Bead
  pieces: readonly string[]
  target: readonly string[]
  short: ReadonlySet<string>
  field: string
}

function compareBead({ bead, pieces, target, short, field }: BeadCase): Finding[] {
  const source = readPart(pieces.slice(...bead.source).join(' '))
  const figures = source.index.all.filter(
    quantity => isBinding(quantity) && short.has(rationalKey(quantity.value)),
  )
  if (figures.length === 0 || bead.target[0] === bead.target[1]) return []
  const brief = readPart(target.slice(...bead.target).join(''))
  const seen = new Set<string>()
  return figures.flatMap(quantity => {
    const key = rationalKey(quantity.value)
    if (seen.has(key)) return []
    seen.add(key)
    if (!isMissing({ quantity, source, brief })) return []
    const message = `The source's "${quantity.text}" is missing from a sentence that has it there.`
    return [{ check: 'quantities', severity: 'error' as const, field, message, expected: quantity.text }]
  })
}

interface FigureCase {
  quantity: PlacedQuantity
  source: Reading
  brief: Reading
}

function isMissing({ quantity, source, brief }: FigureCase): boolean {
  if (findWitness(brief.index, quantity)) return isCutOut({ quantity, source, brief })
  return !hasAlibi({ quantity, own: source, other: brief, isStrict: false })
}

/** Said twice here in the source and once in the brief, which may be style, but for the hole that it left. */
function isCutOut({ quantity, source, brief }: FigureCase): boolean {
  const key = rationalKey(quantity.value)
  const count = ({ index }: Reading): number => index.byValue.get(key)?.length ?? 0
  return count(source) > count(brief) && orphan.test(brief.text)
}

function readPart(text: string): Reading {
  return readSide([{ field: '', text }])
}
