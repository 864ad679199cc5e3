import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readPage } from './read-page.ts'
import { demoApp, demoPlaces, demoSite, hasBrowser, pages } from './world.ts'

const WIDTHS = [320, 390, 768, 1280]
const overhang = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** 0 black to 255 white. */
const brightness = (page: Page, selector: string, property: string) =>
  page.evaluate<number>(
    `(() => { const rgb = getComputedStyle(document.querySelector('${selector}')).${property}.match(/[\\d.]+/g).slice(0, 3).map(Number); return (rgb[0] + rgb[1] + rgb[2]) / 3 })()`,
  )

describe.skipIf(!hasBrowser)('the looks', () => {
  const found = 'search?q=video'
  const appPages = ['', pages.pairs, found, 'saved', 'runs', 'settings', 'glossary', 'cost']
  for (const [place, routes] of [
    [demoSite, [...Object.values(pages), found]],
    [demoApp, appPages],
  ] as const)
    it(`need no sideways scroll, from a small phone to a wide screen (${place.name})`, async () => {
      await readPage(place.address(pages.home), {}, async page => {
        const wide: string[] = []
        for (const route of routes) {
          await page.goto(place.address(route))
          if (route === found) await page.locator('.hits li').first().waitFor()
          await page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 800 })
            if ((await overhang(page)) > 0) wide.push(`${route} at ${width}`)
          }
        }
        expect(wide).toEqual([])
      })
    })

  it('are large enough to press on a phone, and to read', async () => {
    await readPage(demoSite.address(pages.home), { width: 390 }, async page => {
      for (const control of await page.locator('.marks button, .top nav a, .theme').all())
        expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(24)
      const size = await page.evaluate<string>(
        "getComputedStyle(document.querySelector('.entry > p:last-child')).fontSize",
      )
      expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16)
    })
  })

  for (const place of demoPlaces)
    it(`follow the system's light and dark, and the reader's own choice from then on (${place.name})`, async () => {
      await readPage(place.address(pages.home), { colorScheme: 'dark' }, async page => {
        expect(await brightness(page, 'body', 'backgroundColor')).toBeLessThan(60)
        expect(await brightness(page, 'body', 'color')).toBeGreaterThan(180)
        await page.locator('[data-theme-toggle]').click()
        expect(await brightness(page, 'body', 'backgroundColor')).toBeGreaterThan(220)
        await page.goto(place.address(pages.pairs))
        expect(await brightness(page, 'body', 'backgroundColor')).toBeGreaterThan(220)
        await page.locator('[data-theme-toggle]').click()
        await page.reload()
        expect(await brightness(page, 'body', 'backgroundColor')).toBeLessThan(60)
      })
    })

  it('print the text and nothing to press, black on white also for who reads in the dark', async () => {
    for (const route of [pages.digest, pages.pairs])
      await readPage(demoSite.address(route), { colorScheme: 'dark' }, async page => {
        await page.locator('[data-theme-toggle]').click()
        await page.locator('[data-theme-toggle]').click()
        await page.emulateMedia({ media: 'print' })
        for (const control of ['.top', '.marks', '.foot .keys', 'nav', 'button'])
          for (const found of await page.locator(control).all()) expect(await found.isVisible()).toBe(false)
        expect(await page.locator('h1').isVisible()).toBe(true)
        for (const text of ['h1', '.meta', 'article p', 'article a'])
          expect(await brightness(page, text, 'color')).toBeLessThan(110)
        expect((await page.pdf()).byteLength).toBeGreaterThan(10_000)
      })
  })
})
