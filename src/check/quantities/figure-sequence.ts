/** The figures of one text in reading order, and which of them stand in one list or range. */
import { isFigure } from './figure-kinds.ts'
import type { PlacedQuantity, Quantity } from './quantity.ts'
import { rationalKey } from './rational.ts'
import type { Side } from './read-side.ts'
import { relateFigures } from './relate-figures.ts'

export class FigureSequence {
  readonly figures: readonly PlacedQuantity[]
  private readonly text: string
  private readonly known = new Map<Quantity, readonly string[]>()

  constructor({ text, quantities }: Side) {
    this.text = text
    this.figures = quantities.filter(isFigure)
  }

  /** Values of the figures beside this one in its list or range. */
  neighboursOf(figure: PlacedQuantity): readonly string[] {
    const known = this.known.get(figure)
    if (known) return known
    const keys = this.pairsOf(figure).flatMap(([first, second]) => {
      if (relateFigures(this.text, first, second) === 'apart') return []
      return [rationalKey((first.start === figure.start ? second : first).value)]
    })
    this.known.set(figure, keys)
    return keys
  }

  /** Whether a range begins or ends with it. */
  isEnd(figure: PlacedQuantity): boolean {
    return this.pairsOf(figure).some(([first, second]) => relateFigures(this.text, first, second) === 'range')
  }

  startOfRange(end: PlacedQuantity): PlacedQuantity | undefined {
    const before = this.figures.findLast(({ start }) => start < end.start)
    return before && relateFigures(this.text, before, end) === 'range' ? before : undefined
  }

  /** With the figure before it, and with the one behind. */
  private pairsOf(figure: PlacedQuantity): (readonly [PlacedQuantity, PlacedQuantity])[] {
    const at = this.figures.findIndex(({ start }) => start === figure.start)
    const [before, behind] = [this.figures[at - 1], this.figures[at + 1]]
    return [...(before ? [[before, figure] as const] : []), ...(behind ? [[figure, behind] as const] : [])]
  }
}
