import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measurePage } from './measure-page.ts'
import { demoApp, demoSite, hasBrowser, pages, world } from './world.ts'

const KILOBYTE = 1000
const SLOWDOWN = 4

describe.skipIf(!hasBrowser)('a page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.connect(world.browser)
  })
  afterAll(() => browser?.close())

  const { home, digest, pairs, evidence, archive } = pages
  // How soon it is painted depends on what else the machine does: `npm run bench:pages` measures that.
  for (const place of [demoSite, demoApp])
    it.each([home, digest, pairs, evidence, archive])(
      `weighs less than 100 kB, does not jump, and is done within a second of a slow processor: ${place.name} /%s`,
      async route => {
        const address = place.address(route)
        const { transferBytes, cls, threadMs } = await measurePage(browser, { address, slowdown: SLOWDOWN })
        expect(transferBytes).toBeLessThan(100 * KILOBYTE)
        expect(cls).toBeLessThan(0.1)
        expect(threadMs).toBeLessThan(1000)
      },
    )
})
