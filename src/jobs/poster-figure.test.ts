/** Tests of how the main figure of a poster is found and fetched. */
import { describe, expect, it } from 'vitest'
import type { PoliteFetch } from '../collect/polite-fetch.ts'
import { CollectError } from '../collect/source.ts'
import type { FullText } from '../paper/full-text.ts'
import { type FigureRequest, findPosterFigure } from './poster-figure.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex')
const text = (image?: string): FullText => ({
  ...{ paperId: '2507.00001', origin: 'arxiv-html', sections: [], tables: [], references: [], warnings: [] },
  figures: [{ label: 'Figure 1', caption: 'Overview of $\\alpha$.', ...(image && { image }) }],
})

interface Asked {
  urls: string[]
  warnings: string[]
}

function open(known: FullText | undefined, bytes?: Uint8Array): { request: FigureRequest; asked: Asked } {
  const asked: Asked = { urls: [], warnings: [] }
  const fetch = {
    async get(url: string) {
      asked.urls.push(url)
      if (!bytes) throw new CollectError('gone', { code: 'source-unreachable' })
      return { status: 200, bytes: () => bytes }
    },
  } as unknown as PoliteFetch
  const request: FigureRequest = {
    library: { fullTexts: { find: async () => known } } as unknown as FigureRequest['library'],
    paper: { id: '2507.00001', version: 1 } as FigureRequest['paper'],
    baseUrl: 'https://arxiv.org',
    signal: new AbortController().signal,
    warn: message => asked.warnings.push(message),
    ...(bytes !== undefined || known ? { fetch } : {}),
  }
  return { request, asked }
}

describe('findPosterFigure', () => {
  it('embeds the picture of a figure', async () => {
    const { request } = open(text('https://arxiv.org/html/2507.00001/x1.png'), PNG)
    expect(await findPosterFigure(request)).toEqual({
      label: 'Figure 1',
      caption: 'Overview of α.',
      image: `data:image/png;base64,${PNG.toString('base64')}`,
    })
  })

  it('fetches nothing where nobody asked for it', async () => {
    const { request, asked } = open(text('https://arxiv.org/html/2507.00001/x1.png'), PNG)
    const { fetch, ...without } = request
    expect(await findPosterFigure(without)).toEqual({ label: 'Figure 1', caption: 'Overview of α.' })
    expect([asked.urls, typeof fetch]).toEqual([[], 'object'])
  })

  it('asks no other host than the one that full texts lie on', async () => {
    const { request, asked } = open(text('https://elsewhere.example/x1.png'), PNG)
    expect((await findPosterFigure(request))?.image).toBeUndefined()
    expect(asked.urls).toEqual([])
  })

  it.each([
    ['is no picture of dots', Buffer.from('<svg onload="x()"/>')],
    ['cannot be had', undefined],
  ])('shows the caption alone where the picture %s', async (_, bytes) => {
    const { request, asked } = open(text('https://arxiv.org/html/2507.00001/x1.png'), bytes)
    expect(await findPosterFigure(request)).toEqual({ label: 'Figure 1', caption: 'Overview of α.' })
    expect(asked.warnings).toHaveLength(1)
  })

  it('is nothing where the paper was never read', async () => {
    expect(await findPosterFigure(open(undefined).request)).toBeUndefined()
  })
})
