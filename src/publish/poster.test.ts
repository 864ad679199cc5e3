/** Tests of the poster: the loop with a pretended browser, and the sheet itself where a real one is installed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeEntry, wildParagraphs } from '../../test/wild-digest.ts'
import { findChromium } from './chromium/find-chromium.ts'
import { openChromium } from './chromium.ts'
import { judgePoster } from './poster/judge.ts'
import { type Box, type Look, lookThrough } from './poster/look.ts'
import { arrange, makePlan, SMALLEST } from './poster/plan.ts'
import { chooseFigure, composePosterContent, type PosterContent } from './poster/poster-content.ts'
import { type PosterSizeName, posterSizes } from './poster/poster-size.ts'
import { makePoster } from './poster.ts'

const installed = await findChromium().catch(() => undefined)

function contentOf(
  fields: Record<string, string> = {},
  layout: 'summary' | 'bilingual' = 'summary',
): PosterContent {
  const entry = makeEntry(layout, { fields })
  return composePosterContent({ entry, layout, language: 'zh-Hans', checked: true })
}

const repeat = (text: string, times: number) => text.repeat(times)
const long = {
  question: repeat('潮汐能否用很少的参数描述？', 30),
  method: repeat('拟合一个含 3 个参数的模型。', 30),
  results: repeat('误差降低 45.6%，速度提升 3.2 倍。', 30),
  practice: repeat('小模型有时就够用。', 30),
}

/** As a browser would see it, where each character is as wide as high and nothing has a margin. */
function pretendBrowser({ width, height }: { width: number; height: number }) {
  const looks: Look[] = []
  const lookAt = async (html: string): Promise<Look> => {
    const fontPx = Number(/html \{ font-size: ([\d.]+)px/.exec(html)?.[1])
    const top = height * 0.2
    const columns = html.split('<div class="split column"').slice(1)
    const wide = columns.map(part => Number(/flex-grow: ([\d.]+)/.exec(part)?.[1] ?? 1))
    const total = wide.reduce((sum, each) => sum + each, 0)
    let x = 0
    const boxes: Box[] = columns.flatMap((column, index) => {
      const boxWidth = (width * (wide[index] ?? 1)) / total
      const leaves = [
        ...column.matchAll(
          /<section class="panel[^"]*" style="flex-grow: ([\d.]+)" data-box="([^"]+)">(.*?)<\/section>/gs,
        ),
      ]
      const weights = leaves.reduce((sum, [, grow]) => sum + Number(grow), 0)
      let y = top
      const made = leaves.map(([, grow = '1', key = '', inner = '']): Box => {
        const room = ((height - top) * Number(grow)) / weights
        const characters = inner.replace(/<[^>]+>/g, '').length
        const need = Math.ceil((characters * fontPx) / boxWidth) * fontPx * 1.5 + fontPx * 2
        const box = { key, x, y, width: boxWidth, height: room, need, room, sticksOut: 0 }
        y += room
        return box
      })
      x += boxWidth
      return made
    })
    const look = { width, height, boxes, smallestPx: fontPx * SMALLEST }
    looks.push(look)
    return look
  }
  return { lookAt, looks }
}

describe('makePoster', () => {
  const size = posterSizes.a1

  it('makes type larger until the sheet is well filled', async () => {
    const { lookAt } = pretendBrowser(size)
    const poster = await makePoster({ content: contentOf(), size, lookAt })
    expect(poster.plan.basePx).toBeGreaterThan(size.basePx)
    expect(poster.cut).toEqual([])
  })

  it('makes type smaller, not words fewer, where that is enough', async () => {
    const { lookAt } = pretendBrowser(size)
    const poster = await makePoster({ content: contentOf(long), size, lookAt })
    expect(poster.fill).toBeLessThanOrEqual(1)
    expect(poster.smallestPx).toBeGreaterThanOrEqual(size.minPx)
    expect(poster.cut).toEqual([])
  })

  it('cuts at the end of a sentence, as the last resort', async () => {
    const { lookAt } = pretendBrowser(size)
    const fields = { ...long, results: repeat('误差降低 45.6%，速度提升 3.2 倍。', 400) }
    const poster = await makePoster({ content: contentOf(fields), size, lookAt })
    expect(poster.cut).toContain('results')
    expect(poster.smallestPx).toBeGreaterThanOrEqual(size.minPx - 0.1)
    expect(poster.html).toMatch(/速度提升 3\.2 倍。…<\/p>/)
  })

  it('says so where nothing helps', async () => {
    const { lookAt } = pretendBrowser(size)
    const stuck = async (html: string): Promise<Look> => {
      const look = await lookAt(html)
      return { ...look, boxes: look.boxes.map(box => ({ ...box, need: box.need + size.height })) }
    }
    await expect(makePoster({ content: contentOf(), size, lookAt: stuck })).rejects.toMatchObject({
      code: 'poster-does-not-fit',
    })
  })

  it('looks at no more renderings than it may, and shows only one that was seen to be good', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ question: wildParagraphs, method: wildParagraphs, results: wildParagraphs }),
        async fields => {
          const { lookAt, looks } = pretendBrowser(size)
          const poster = await makePoster({ content: contentOf(fields), size, lookAt })
          expect(looks.length).toBeLessThanOrEqual(30)
          const seen = looks[poster.rounds - 1]
          expect(seen && judgePoster(seen, poster.plan, size).faults).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('judgePoster', () => {
  const size = posterSizes.screen
  const plan = makePlan(contentOf(), size)
  const box: Box = { key: 'question', x: 0, y: 0, width: 100, height: 100, need: 90, room: 90, sticksOut: 0 }
  const look: Look = { width: size.width, height: size.height, smallestPx: 20, boxes: [box] }

  it.each<[string, Partial<Look>]>([
    ['needs 200 px', { boxes: [{ ...box, need: 200 }] }],
    ['overlap', { boxes: [box, { ...box, key: 'method', x: 50, y: 50 }] }],
    ['reach beyond its edge', { boxes: [{ ...box, sticksOut: 5 }] }],
    ['outside of the sheet', { boxes: [{ ...box, y: size.height - 50 }] }],
    ['larger than its sheet', { height: size.height + 40 }],
    ['smallest words', { smallestPx: 9 }],
  ])('finds what "%s"', (fault, parts) => {
    expect(judgePoster(look, plan, size).faults).toEqual([])
    expect(judgePoster({ ...look, ...parts }, plan, size).faults.join()).toContain(fault)
  })
})

describe('arrange', () => {
  it('keeps the order of the panels and shares them out evenly', () => {
    const content = contentOf({ question: repeat('长', 900), method: '短', results: '短', practice: '短' })
    const { body } = arrange(content, { columns: 2, cuts: {}, withoutFigure: false })
    const keys =
      body.kind === 'row'
        ? body.panels.map(panel =>
            panel.kind === 'leaf' ? [] : panel.panels.map(leaf => leaf.kind === 'leaf' && leaf.key),
          )
        : []
    expect(keys).toEqual([['question'], ['method', 'results', 'practice']])
  })
})

describe('composePosterContent', () => {
  it('takes the six fields apart', () => {
    const content = contentOf({ results: '误差降低 45.6%。' })
    expect(content.panels.map(({ key, label }) => [key, label])).toEqual([
      ['question', '主要研究问题'],
      ['method', '关键方法'],
      ['results', '主要成果'],
      ['practice', '对从业者的启示'],
    ])
    expect(content).toMatchObject({ lead: '本文用三个参数描述潮汐。', keywords: ['潮汐', '小模型', '参数'] })
    expect(content.figures).toEqual([{ value: '45.6%', label: '误差降低 45.6%' }])
  })

  it('shows the abstract of a translation, and the paper’s own title below', () => {
    const content = contentOf({}, 'bilingual')
    expect(content.panels).toEqual([{ key: 'abstract', text: '我们用 3 个参数为潮汐建模。' }])
    expect(content).toMatchObject({ title: '潮汐的小模型', original: 'A Small Model of Tides' })
  })
})

describe('chooseFigure', () => {
  it('prefers the overview, and a figure with its picture', () => {
    const image = 'https://arxiv.org/html/2507.00001/x1.png'
    const plot = { label: 'Figure 1', caption: 'Loss over steps.', image }
    const overview = { label: 'Figure 2', caption: 'Overview of our method.', image }
    expect(chooseFigure([plot, overview])).toBe(overview)
    expect(chooseFigure([{ caption: 'Overview of all.' }, plot])).toBe(plot)
    expect(chooseFigure([{ caption: ' ' }])).toBeUndefined()
  })
})

describe.skipIf(!installed)('a poster in Chromium (where one is installed)', { timeout: 120_000 }, () => {
  const wide = String.raw`$\underbrace{${'a_i + b_i + c_i + '.repeat(14)} d}_{n}$`
  const cases: [string, PosterContent][] = [
    ['a short summary', contentOf()],
    [
      'a long summary',
      contentOf(Object.fromEntries(Object.entries(long).map(([key, text]) => [key, repeat(text, 4)]))),
    ],
    ['a word of a megabyte', contentOf({ gist: 'x'.repeat(1_000_000), results: 'y'.repeat(1_000_000) })],
    ['a formula wider than the sheet', contentOf({ abstract: `我们证明 ${wide} 成立。` }, 'bilingual')],
    ['a translation in a line', contentOf({ abstract: '短。' }, 'bilingual')],
  ]
  const sizes: PosterSizeName[] = ['a1', 'screen']

  it.each(cases.flatMap(([name, content]) => sizes.map(size => [name, size, content] as const)))(
    'shows %s on %s without overflow, at a size that can be read',
    async (_, name, content) => {
      const size = posterSizes[name]
      const chromium = await openChromium()
      try {
        const lookAt = lookThrough(await chromium.openPage(size))
        const poster = await makePoster({ content, size, lookAt })
        // Looked at once more, on a page that has shown nothing before.
        const again = await lookThrough(await chromium.openPage(size))(poster.html)
        expect(judgePoster(again, poster.plan, size).faults).toEqual([])
        expect(again.smallestPx).toBeGreaterThanOrEqual(size.minPx - 0.1)
      } finally {
        await chromium.close()
      }
    },
  )
})
