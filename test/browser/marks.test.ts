import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readPage } from './read-page.ts'
import { demoApp, demoDisk, demoPlaces, demoSite, hasBrowser, pages } from './world.ts'

const button = (page: Page, kind: string, entry = 2) =>
  page.locator(`#p${entry} [data-mark="${kind}"], article.paper [data-mark="${kind}"]`)
const isOn = async (page: Page, kind: string, entry?: number) =>
  (await button(page, kind, entry).getAttribute('aria-pressed')) === 'true'
const untilOn = (page: Page, kind: string) =>
  page.locator(`#p2 [data-mark="${kind}"][aria-pressed="true"]`).waitFor()

describe.skipIf(!hasBrowser)('marks', () => {
  for (const place of demoPlaces) {
    it(`are kept over a reload and stand on the paper's page too (${place.name})`, async () => {
      await readPage(place.address(pages.digest), {}, async page => {
        expect(await isOn(page, 'saved')).toBe(false)
        await button(page, 'saved').click()
        await page.waitForLoadState('networkidle')
        await page.reload()
        await untilOn(page, 'saved')
        expect(await isOn(page, 'read')).toBe(false)
        await page.locator('#p2 a.open').click()
        await page.locator('article.paper [data-mark="saved"][aria-pressed="true"]').waitFor()
        await button(page, 'saved').click()
        await page.waitForLoadState('networkidle')
        await page.goBack()
        await page.reload({ waitUntil: 'networkidle' })
        expect(await isOn(page, 'saved')).toBe(false)
      })
    })
  }

  it('fold away what is hidden, and show it again', async () => {
    await readPage(demoSite.address(pages.digest), {}, async page => {
      const fields = page.locator('#p3 .fields')
      await button(page, 'hidden', 3).click()
      expect(await fields.isVisible()).toBe(false)
      expect(await page.locator('#p3 h2').isVisible()).toBe(true)
      await button(page, 'hidden', 3).click()
      expect(await fields.isVisible()).toBe(true)
    })
  })

  it('belong to the reader of the app, in whatever browser', async () => {
    await readPage(demoApp.address(pages.home), {}, async page => {
      await button(page, 'read').click()
      await page.waitForLoadState('networkidle')
    })
    await readPage(demoApp.address(pages.home), {}, page => untilOn(page, 'read'))
  })

  it('are listed by the app', async () => {
    await readPage(demoApp.address(pages.home), {}, async page => {
      const title = await page.locator('#p4 h2').innerText()
      await button(page, 'saved', 4).click()
      await page.waitForLoadState('networkidle')
      await page.goto(demoApp.address('saved'))
      expect(await page.locator('main').innerText()).toContain(title)
    })
  })

  it('are taken back where the server does not keep them', async () => {
    const reader = { allow: /marks|Failed to load/ }
    await readPage(demoApp.address(pages.home), reader, async page => {
      await page.waitForLoadState('networkidle')
      await page.route('**/marks', route => route.abort())
      await button(page, 'saved', 6).click()
      await page.locator('#p6 [data-mark="saved"][aria-pressed="false"]').waitFor()
    })
  })

  const spoilt = ['x', 'null', '[]', '5', '{"2509.21679":5}', '{"2509.21679":{"length":1e9}}', '"<script>"']

  it.each(spoilt)('bear %s in the storage of the browser', async stored => {
    await readPage(demoSite.address(pages.digest), {}, async page => {
      const ids = await page.locator('article[data-paper]').evaluateAll(all => all.map(one => one.id))
      await page.evaluate(
        `localStorage.setItem('paperbrief-marks', ${JSON.stringify(stored)}.replace('2509.21679', document.querySelector('#p2').dataset.paper))`,
      )
      await page.reload()
      await button(page, 'saved').click()
      await page.reload()
      await untilOn(page, 'saved')
      expect(ids.length).toBeGreaterThan(0)
    })
  })

  it.each([demoSite, demoDisk])('do without a storage that is refused (%#)', async place => {
    await readPage(place.address(pages.digest), {}, async page => {
      await page.addInitScript(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError') } })",
      )
      await page.reload()
      await button(page, 'saved').click()
      await untilOn(page, 'saved')
      await page.locator('.theme').click()
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
    })
  })
})
