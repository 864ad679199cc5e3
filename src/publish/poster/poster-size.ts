/** The sizes a poster comes in, and how small its type may become. */

export type PosterSizeName = 'a0' | 'a1' | 'screen'

/** In CSS pixels, 96 to the inch. */
export interface PosterSize {
  name: PosterSizeName
  width: number
  height: number
  /** For the `@page` rule. */
  page: string
  /** Of running text before anything is measured. */
  basePx: number
  /** Of the smallest words on it: 18 points on A1, 24 on A0, 14 pixels on a screen. */
  minPx: number
  maxBasePx: number
  /** Columns to begin with; others are tried where they do not hold the text. */
  columns: number
}

const MM = 96 / 25.4

export const posterSizes: Readonly<Record<PosterSizeName, PosterSize>> = {
  a0: sheet('a0', { width: 841, height: 1189, basePx: 54, minPx: 32 }),
  a1: sheet('a1', { width: 594, height: 841, basePx: 38, minPx: 24 }),
  screen: {
    name: 'screen',
    width: 1920,
    height: 1080,
    page: '1920px 1080px',
    basePx: 24,
    minPx: 14,
    maxBasePx: 46,
    columns: 3,
  },
}

function sheet(
  name: PosterSizeName,
  { width, height, basePx, minPx }: { width: number; height: number; basePx: number; minPx: number },
): PosterSize {
  return {
    name,
    width: Math.floor(width * MM),
    height: Math.floor(height * MM),
    page: `${width}mm ${height}mm`,
    basePx,
    minPx,
    maxBasePx: basePx * 2,
    columns: 2,
  }
}
