import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readPage } from './read-page.ts'
import { demoApp, demoSite, hasBrowser, type Place, pages } from './world.ts'

const focused = (page: Page) => page.evaluate<string>('document.activeElement.id')
const press = async (page: Page, keys: string) => {
  for (const key of keys) await page.keyboard.press(key)
}

async function save(page: Page, place: Place): Promise<void> {
  const kept = place === demoApp ? page.waitForResponse(/\/marks$/) : undefined
  await press(page, 's')
  await kept
}

describe.skipIf(!hasBrowser)('the keyboard', () => {
  for (const place of [demoSite, demoApp]) {
    it(`goes down with j and up with k, and stops at both ends (${place.name})`, async () => {
      await readPage(place.address(pages.home), {}, async page => {
        const at: string[] = []
        for (const key of 'jjkkjj') {
          await press(page, key)
          at.push(await focused(page))
        }
        expect(at).toEqual(['p1', 'p2', 'p1', 'p1', 'p2', 'p3'])
        await press(page, 'j'.repeat(20))
        expect(await focused(page)).toBe(`p${await page.locator('.entry').count()}`)
        const isSeen = 'document.activeElement.getBoundingClientRect().top < innerHeight && scrollY > 0'
        expect(await page.evaluate(isSeen)).toBe(true)
      })
    })

    it(`opens with o, and with the enter key (${place.name})`, async () => {
      for (const key of ['o', 'Enter'])
        await readPage(place.address(pages.home), {}, async page => {
          const title = await page.locator('#p2 h2').innerText()
          await press(page, 'jj')
          await page.keyboard.press(key)
          await page.waitForURL(/\/papers\//)
          expect(await page.locator('h1').innerText()).toBe(title)
        })
    })

    it(`saves with s, in a digest and on a paper's page (${place.name})`, async () => {
      await readPage(place.address(pages.home), {}, async page => {
        await press(page, 'jjjjj')
        await save(page, place)
        await press(page, 'o')
        await page.locator('article.paper [data-mark="saved"][aria-pressed="true"]').waitFor()
        await save(page, place)
        await page.locator('article.paper [data-mark="saved"][aria-pressed="false"]').waitFor()
      })
    })

    it(`searches with a slash, and comes back with escape (${place.name})`, async () => {
      await readPage(place.address(pages.pairs), {}, async page => {
        await press(page, '/')
        expect(await focused(page)).toBe('seek')
        await press(page, 'jos/k')
        expect(await page.locator('#seek').inputValue()).toBe('jos/k')
        expect(page.url()).toBe(place.address(pages.pairs))
        await page.keyboard.press('Escape')
        expect(await focused(page)).not.toBe('seek')
      })
    })
  }

  it('goes on from the paper that was reached in another way', async () => {
    await readPage(demoSite.address(pages.home), {}, async page => {
      await page.locator('#p4 [data-mark="read"]').focus()
      await press(page, 'j')
      expect(await focused(page)).toBe('p5')
      await page.locator('.contents a').nth(6).click()
      await press(page, 'k')
      expect(await focused(page)).toBe('p6')
    })
  })

  it('leaves the browser’s own keys alone', async () => {
    await readPage(demoSite.address(pages.home), {}, async page => {
      await page.keyboard.press('Control+j')
      await page.keyboard.press('Alt+s')
      expect(await page.locator('.here').count()).toBe(0)
      await page.locator('#p1 a.open').focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/papers\//)
    })
  })

  it('reaches everything that can be pressed, in the order of the page', async () => {
    await readPage(demoSite.address(pages.pairs), {}, async page => {
      const tops: number[] = []
      const last = await page.locator('[data-copy]').isVisible()
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press('Tab')
        const top = await page.evaluate<number | undefined>(
          "document.activeElement.closest('main') && document.activeElement.getBoundingClientRect().top + scrollY",
        )
        if (typeof top === 'number') tops.push(top)
        else if (tops.length > 0) break
      }
      expect(last).toBe(true)
      const pressable = 'main a[href], main button:not([hidden]), main summary, main [tabindex="0"]'
      expect(tops).toHaveLength(await page.locator(pressable).locator('visible=true').count())
    })
  })
})
