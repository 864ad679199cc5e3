import { describe, expect, it } from 'vitest'
import { readPage } from './read-page.ts'
import { demoPlaces, demoSite, hasBrowser, pages } from './world.ts'

const READER = { javaScriptEnabled: false }

describe.skipIf(!hasBrowser)('without JavaScript', () => {
  for (const place of demoPlaces)
    it(`the pages show all they have, and nothing that would not work (${place.name})`, async () => {
      await readPage(place.address(pages.home), READER, async page => {
        expect(await page.locator('.entry').count()).toBe(10)
        // A click leads to another page, and counting would not wait for it.
        await page.locator('.entry a.open').first().click()
        await page.locator('.pair').nth(3).waitFor()
        await page.locator('nav a[href*="topics"]').click()
        await page.locator('.topics a').first().click()
        await page.locator('.papers li').nth(3).waitFor()
        await page.locator('nav a[href*="archive"]').click()
        await page.locator('.month a').first().click()
        await page.locator('.entry').nth(3).waitFor()
        for (const route of [pages.home, pages.pairs, pages.archive]) {
          await page.goto(place.address(route))
          expect(await page.locator('button').locator('visible=true').count()).toBe(0)
        }
        await page.goto(place.address(pages.evidence))
        await page.locator('.evidence summary').first().click()
        expect(await page.locator('.evidence blockquote').first().isVisible()).toBe(true)
      })
    })

  it('a site of files says that its search needs it', async () => {
    await readPage(demoSite.address(pages.search), READER, async page => {
      expect(await page.locator('main').innerText()).toContain('搜索需要 JavaScript')
    })
  })
})
