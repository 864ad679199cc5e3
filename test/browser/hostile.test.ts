import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readPage } from './read-page.ts'
import { nameWildPaper, RAN, WILD_PAPERS, wildTexts } from './wild-papers.ts'
import { appOf, diskOf, hasBrowser, type Place, siteOf, world } from './world.ts'

const DIGESTS = [
  'daily/2025-05-28.zh-Hans.summary',
  'weekly/2025-05-28.zh-Hans.bilingual',
  'notes/2025-05-28.zh-Hans.form-note',
].map(name => `digests/${name}`)
const PAPERS = Array.from({ length: WILD_PAPERS }, (_, at) => `papers/${nameWildPaper(at)}`)
// By the same templates; what differs are the reader's marks and notes.
const SOME_PAPERS = PAPERS.filter((_, at) => at % 4 === 0)
const LISTS = ['', 'archive', 'topics', 'about']

/** Elements and attributes that our pages never have, and addresses that no link of ours has. */
const FOREIGN = `(() => {
  const all = selector => [...document.querySelectorAll(selector)]
  const elements = all('script:not([src$="assets/paperbrief.js"]), iframe, object, embed, img, base, style, [style], audio, video, [autofocus], meta[http-equiv], link[rel="stylesheet"]:not([href$="assets/style.css"])')
  const handlers = all('*').filter(element => [...element.attributes].some(({ name }) => name.startsWith('on')))
  const forms = all('form').filter(form => new URL(form.action).host !== location.host)
  const links = all('a').filter(link => !['http:', 'https:', location.protocol].includes(link.protocol))
  return [...elements, ...handlers, ...forms, ...links].map(element => element.outerHTML.slice(0, 200))
})()`

// What turns the direction of the text around it.
const TURNS = /[\u202a-\u202e\u2066-\u2069]/

async function expectTame(page: Page): Promise<void> {
  expect(await page.evaluate(FOREIGN)).toEqual([])
  expect(await page.evaluate(`window.${RAN}`)).toBeUndefined()
  const { text, overhang } = await page.evaluate<{ text: string; overhang: number }>(
    '({ text: document.body.innerText + document.title, overhang: document.documentElement.scrollWidth - document.documentElement.clientWidth })',
  )
  expect(text).not.toMatch(TURNS)
  expect(overhang).toBe(0)
  expect(await page.locator('.top').isVisible()).toBe(true)
  expect(await page.locator('main').isVisible()).toBe(true)
}

function readAll(place: Place, routes: readonly string[]): Promise<void> {
  return readPage(place.address(routes[0] ?? ''), { width: 390 }, async page => {
    for (const route of routes) {
      await page.goto(place.address(route))
      await expectTame(page)
    }
  })
}

describe.skipIf(!hasBrowser)('titles, abstracts, authors, links, settings and answers that are code', () => {
  for (const place of [siteOf(world.wild), appOf(world.wild)]) {
    it(`run nothing and break nothing in lists and digests (${place.name})`, () =>
      readAll(place, [...LISTS, ...DIGESTS]))

    it(`run nothing and break nothing on the pages of papers (${place.name})`, () =>
      readAll(place, place.name === 'site' ? PAPERS : SOME_PAPERS))

    it(`run nothing where they are searched for and found (${place.name})`, async () => {
      await readPage(place.address('search?q=wild'), {}, async page => {
        for (const query of ['wild', wildTexts[2] ?? '', 'javascript', 'x'.repeat(5000)]) {
          await page.goto(place.address(`search?q=${encodeURIComponent(query)}`))
          await page.locator('#results > *').first().waitFor()
          await expectTame(page)
        }
      })
    })

    it(`can be saved and copied like any others (${place.name})`, async () => {
      await readPage(place.address(PAPERS[1] ?? ''), {}, async page => {
        await page.locator('[data-mark="saved"]').click()
        await page.waitForLoadState('networkidle')
        await page.reload()
        await page.locator('[data-mark="saved"][aria-pressed="true"]').waitFor()
        await page.locator('[data-copy]').click()
        await expectTame(page)
      })
    })
  }

  it('run nothing on a disk', () => readAll(diskOf(world.wild), [...LISTS, ...DIGESTS]))

  it('show every paper in the digest, and the name of the site, by their words', async () => {
    await readPage(siteOf(world.wild).address(DIGESTS[0] ?? ''), {}, async page => {
      expect(await page.locator('.entry').count()).toBe(WILD_PAPERS)
      expect(await page.locator('.entry h2').first().innerText()).toContain('<script>')
      expect(await page.locator('.brand').innerText()).toContain('</script> & Co')
    })
  })
})
