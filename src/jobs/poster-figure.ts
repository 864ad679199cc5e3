/** Finds the main figure of a paper: from the full text that was read, or, where it is wished, from arXiv with its picture. */
import type { PoliteFetch } from '../collect/polite-fetch.ts'
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import { errorMessage, PaperbriefError } from '../paper/error.ts'
import type { FullText } from '../paper/full-text.ts'
import { chooseFigure, type PosterFigure, presentFigure } from '../publish/poster/poster-content.ts'
import { readPaper } from './read-paper.ts'

export interface FigureRequest {
  library: Library
  paper: StoredPaper
  /** Absent: nothing is fetched, and a figure is its caption. */
  fetch?: PoliteFetch | undefined
  /** Where full texts lie; pictures are fetched from there alone. */
  baseUrl: string
  signal: AbortSignal
  warn(message: string): void
}

const MAX_PICTURE_BYTES = 12 * 1024 * 1024

// Pictures of dots only, told by their first bytes: an SVG is a program of its own.
const MAGIC: readonly [string, string][] = [
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['474946383761', 'image/gif'],
  ['474946383961', 'image/gif'],
]

/** Undefined where no figure is known; a picture that cannot be had is a warning. */
export async function findPosterFigure(request: FigureRequest): Promise<PosterFigure | undefined> {
  const text = await findText(request)
  const figure = text && chooseFigure(text.figures)
  if (!figure) return undefined
  return presentFigure(figure, figure.image && (await fetchPicture(figure.image, request)))
}

async function findText({
  library,
  paper,
  fetch,
  baseUrl,
  signal,
  warn,
}: FigureRequest): Promise<FullText | undefined> {
  if (!fetch) return library.fullTexts.find(paper.id, paper.version)
  try {
    return await readPaper({ library, paper, fetch, baseUrl, signal })
  } catch (error) {
    if (!(error instanceof PaperbriefError)) throw error
    warn(`${paper.id}: its figures could not be read: ${errorMessage(error)}`)
    return undefined
  }
}

async function fetchPicture(
  image: string,
  { fetch, baseUrl, signal, warn }: FigureRequest,
): Promise<string | undefined> {
  const url = URL.parse(image)
  if (!fetch || !url || url.host !== new URL(baseUrl).host) return undefined
  try {
    const accept = 'image/png, image/jpeg, image/gif'
    const answer = await fetch.get(url.href, { accept, binary: true, remember: false, signal })
    const address = answer.status === 200 ? toDataAddress(answer.bytes()) : undefined
    if (!address) warn(`${image} is no picture that can be shown: the poster has its caption alone`)
    return address
  } catch (error) {
    if (!(error instanceof PaperbriefError)) throw error
    warn(`${image} could not be fetched: ${errorMessage(error)}`)
    return undefined
  }
}

function toDataAddress(bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_PICTURE_BYTES) return undefined
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  const type = MAGIC.find(([magic]) => start.startsWith(magic))?.[1]
  return type && `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
