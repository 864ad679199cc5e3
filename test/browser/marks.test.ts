import type { Page, Response } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readPage } from './read-page.ts'
import { demoApp, demoDisk, demoPlaces, demoSite, hasBrowser, type Place, pages } from './world.ts'

const button = (page: Page, kind: string, entry = 2) =>
  page.locator(`#p${entry} [data-mark="${kind}"], article.paper [data-mark="${kind}"]`)
const isOn = async (page: Page, kind: string, entry?: number) =>
  (await button(page, kind, entry).getAttribute('aria-pressed')) === 'true'
const isMark = (response: Response) =>
  response.url().endsWith('/marks') && response.request().method() === 'POST'

/** Until the server has it, where there is one. */
async function press(page: Page, place: Place, kind: string, entry?: number): Promise<void> {
  const kept = place === demoApp ? page.waitForResponse(isMark) : undefined
  await button(page, kind, entry).click()
  await kept
}
const untilOn = (page: Page, kind: string) =>
  page.locator(`#p2 [data-mark="${kind}"][aria-pressed="true"]`).waitFor()

describe.skipIf(!hasBrowser)('marks', () => {
  for (const place of demoPlaces) {
    it(`are kept over a reload and stand on the paper's page too (${place.name})`, async () => {
      await readPage(place.address(pages.digest), {}, async page => {
        expect(await isOn(page, 'saved')).toBe(false)
        await press(page, place, 'saved')
        await page.reload()
        await untilOn(page, 'saved')
        expect(await isOn(page, 'read')).toBe(false)
        await page.locator('#p2 a.open').click()
        await page.locator('article.paper [data-mark="saved"][aria-pressed="true"]').waitFor()
        await press(page, place, 'saved')
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
      await press(page, demoApp, 'read')
    })
    await readPage(demoApp.address(pages.home), {}, page => untilOn(page, 'read'))
  })

  it('are listed by the app', async () => {
    await readPage(demoApp.address(pages.home), {}, async page => {
      const title = await page.locator('#p4 h2').innerText()
      await press(page, demoApp, 'saved', 4)
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

  it('bear whatever stands in the storage of the browser', async () => {
    const spoilt = [
      'x',
      'null',
      '[]',
      '5',
      '{"PAPER":5}',
      '{"PAPER":{"length":1e9}}',
      '{"PAPER":[{},7,"x y"]}',
    ]
    await readPage(demoSite.address(pages.digest), {}, async page => {
      const paper = (await page.locator('#p2').getAttribute('data-paper')) ?? ''
      for (const stored of spoilt) {
        const text = JSON.stringify(stored.replace('PAPER', paper))
        await page.evaluate(`localStorage.setItem('paperbrief-marks', ${text})`)
        await page.reload()
        await button(page, 'saved').click()
        await page.reload()
        await untilOn(page, 'saved')
      }
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
