/** The cover of a book as a picture: the edition's name, the day, how many papers. */
import type { Digest } from '../../../paper/edition.ts'
import type { FormBook } from '../../../paper/form-book.ts'
import { countPapers, findLabels } from '../../../paper/labels.ts'
import { clipText } from '../../clip-text.ts'
import { element, xmlDocument } from '../../feed-xml.ts'
import { wordingFor } from '../../pages/wording.ts'
import { showLine } from '../../present-entry.ts'

const [WIDTH, HEIGHT, MARGIN] = [1600, 2560, 140]
const FONT = 'system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
const MAX_TITLES = 7

export function drawCover(digest: Digest, book?: FormBook): string {
  const labels = findLabels(digest.language, book?.labels)
  const edition = showLine(digest.edition, 40)
  const titles = digest.entries
    .slice(0, MAX_TITLES)
    .map(({ paper, brief }) => showLine(brief.fields.title || paper.title, 200))
  // A wide character is as wide as its size, others half of that.
  const size = Math.min(240, Math.floor((WIDTH - 2 * MARGIN) / Math.max(widthOf(edition), 1)))
  const text = (y: number, fontSize: number, more: Record<string, string>, content: string) =>
    element(
      'text',
      { x: String(MARGIN), y: String(y), 'font-size': String(fontSize), 'font-family': FONT, ...more },
      content,
    )
  return xmlDocument(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        width: String(WIDTH),
        height: String(HEIGHT),
      },
      [
        element('rect', { width: String(WIDTH), height: String(HEIGHT), fill: '#0b4f50' }),
        element('rect', { y: '1180', width: String(WIDTH), height: String(HEIGHT - 1180), fill: '#fbfbf9' }),
        text(420, 64, { fill: '#a9d8d2' }, 'Paperbrief'),
        text(740, size, { fill: '#ffffff', 'font-weight': '700' }, edition),
        text(900, 92, { fill: '#ffffff' }, wordingFor(digest.language).date(digest.date)),
        text(1040, 64, { fill: '#a9d8d2' }, countPapers(labels, digest.entries.length)),
        ...titles.map((title, index) =>
          text(1360 + index * 150, 54, { fill: '#1c2426' }, fitLine(title, (WIDTH - 2 * MARGIN) / 54)),
        ),
      ],
    ),
  )
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (char > '\u2e7f' ? 1 : 0.6), 0)
}

/** At most so many em wide. */
function fitLine(text: string, most: number): string {
  let fitted = text
  while (fitted.length > 1 && widthOf(fitted) > most) fitted = clipText(text, fitted.length - 1)
  return fitted
}
