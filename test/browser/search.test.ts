import { describe, expect, it } from 'vitest'
import { readPage } from './read-page.ts'
import { demoApp, demoDisk, demoPlaces, demoSite, hasBrowser, pages } from './world.ts'

const SERVED = [demoSite, demoApp]
const QUERIES = ['强化学习', 'reinforcement learning']
const PAPER = '2506.17450'

describe.skipIf(!hasBrowser)('search', () => {
  for (const place of SERVED)
    for (const query of QUERIES)
      it(`finds ${query} from any page, marks it, and leads to the paper (${place.name})`, async () => {
        await readPage(place.address(pages.pairs), {}, async page => {
          await page.locator('#seek').fill(query)
          await page.keyboard.press('Enter')
          await page.waitForURL(/search/)
          await page.locator('.hits li').first().waitFor()
          const count = await page.locator('.hits li').count()
          expect(count).toBeGreaterThan(5)
          expect(await page.locator('.count').innerText()).toMatch(new RegExp(`^${count} 篇论文`))
          expect(await page.locator('.search input').inputValue()).toBe(query)
          const marked = (await page.locator('.fragment mark').allInnerTexts()).join('').toLowerCase()
          for (const word of query.match(/[a-z]+|\p{Script=Han}{2}/giu) ?? [])
            expect(marked).toContain(word.slice(0, 5))
          await page.locator('.hits a.open').first().click()
          await page.waitForURL(/\/papers\//)
          expect((await page.locator('article.paper').innerText()).toLowerCase()).toContain(query)
        })
      })

  it('looks through all months of a site of files', async () => {
    await readPage(demoSite.address('search?q=reinforcement learning'), {}, async page => {
      await page.locator('.hits li').first().waitFor()
      const links = await page.locator('.hits a.open').evaluateAll(all => all.map(link => String(link)))
      expect(new Set(links.map(link => /papers\/(\d{4})/.exec(link)?.[1])).size).toBeGreaterThan(1)
    })
  })

  it('shows Chinese text without the spaces of its index', async () => {
    await readPage(demoSite.address('search?q=强化学习'), {}, async page => {
      await page.locator('.fragment').first().waitFor()
      const text = (await page.locator('.fragment').allTextContents()).join('\n')
      expect(text).not.toMatch(/\p{Script=Han} +\p{Script=Han}/u)
    })
  })

  for (const place of demoPlaces)
    it(`goes straight to the paper whose id is asked for (${place.name})`, async () => {
      for (const query of [PAPER, `arXiv:${PAPER}v1`])
        await readPage(place.address(pages.home), {}, async page => {
          await page.locator('#seek').fill(query)
          await page.keyboard.press('Enter')
          await page.waitForURL(new RegExp(`papers/${PAPER.replace('.', '\\.')}`))
          expect(await page.locator('code.id').innerText()).toBe(PAPER)
        })
    })

  for (const place of SERVED)
    it(`says that nothing was found (${place.name})`, async () => {
      await readPage(place.address('search?q=zzqqxxyy'), {}, async page => {
        expect(await page.locator('.count').innerText()).toMatch(/^0 篇论文/)
      })
    })

  it('says on an unknown id that there is no such paper', async () => {
    // The browser itself logs that the page it asked for is not there.
    const reader = { allow: /404|2501\.99999/ }
    await readPage(demoSite.address('search?q=2501.99999'), reader, async page => {
      expect(await page.locator('.count').innerText()).toMatch(/^0 篇论文/)
    })
  })

  it('explains in the language of the site why files on a disk cannot be searched', async () => {
    await readPage(demoDisk.address('search?q=video'), {}, async page => {
      expect(await page.locator('#results .notice').innerText()).toMatch(/\p{Script=Han}/u)
    })
  })

  for (const place of SERVED)
    it(`takes a question for words, never for markup (${place.name})`, async () => {
      const query = '"><img src=x onerror="window.wildRan=1"><script>window.wildRan=1</script>'
      await readPage(place.address(`search?q=${encodeURIComponent(query)}`), {}, async page => {
        await page.locator('#results > *').first().waitFor()
        expect(await page.locator('.search input').inputValue()).toBe(query)
        expect(await page.locator('main img, main script').count()).toBe(0)
        expect(await page.evaluate('window.wildRan')).toBeUndefined()
      })
    })

  it('answers without a script where a server does it', async () => {
    await readPage(demoApp.address(pages.home), { javaScriptEnabled: false }, async page => {
      await page.locator('#seek').fill('强化学习')
      await page.keyboard.press('Enter')
      await page.waitForURL(/search/)
      expect(await page.locator('.hits li').count()).toBeGreaterThan(5)
    })
  })

  it('is gone through by keyboard', async () => {
    await readPage(demoSite.address('search?q=video'), {}, async page => {
      await page.locator('.hits li').first().waitFor()
      const second = await page.locator('.hits a.open').nth(1).innerText()
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('o')
      await page.waitForURL(/\/papers\//)
      expect(await page.locator('h1').innerText()).toBe(second)
    })
  })
})
