import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measurePage, type PageFigures } from './measure-page.ts'
import { demoApp, demoSite, hasBrowser, pages, world } from './world.ts'

const KILOBYTE = 1000
const SLOWDOWN = 4
const LIMIT_MS = 1000
// A machine with other work is slow now and then; a slow page is so every time.
const TRIES = 4
// What a page of one word takes at this moment, no page of ours can be blamed for.
const ONE_WORD = 'data:text/html,<p>one'
const LIMIT_OF_ONE_WORD = 4

describe.skipIf(!hasBrowser)('a page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.connect(world.browser)
  })
  afterAll(() => browser?.close())

  const measure = (address: string): Promise<PageFigures> =>
    measurePage(browser, { address, slowdown: SLOWDOWN })

  async function isSoonThere({ fcpMs }: PageFigures): Promise<boolean> {
    return fcpMs < LIMIT_MS || fcpMs < LIMIT_OF_ONE_WORD * (await measure(ONE_WORD)).fcpMs
  }

  const { home, digest, pairs, evidence, archive } = pages
  for (const place of [demoSite, demoApp])
    it.each([home, digest, pairs, evidence, archive])(
      `weighs less than 100 kB, does not jump, and shows within a second on a slow machine: ${place.name} /%s`,
      async route => {
        let figures = await measure(place.address(route))
        expect(figures.transferBytes).toBeLessThan(100 * KILOBYTE)
        expect(figures.cls).toBeLessThan(0.1)
        for (let tries = 1; tries < TRIES && !(await isSoonThere(figures)); tries++)
          figures = await measure(place.address(route))
        expect(await isSoonThere(figures), `${figures.fcpMs} ms`).toBe(true)
      },
    )
})
