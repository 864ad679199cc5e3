import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPage } from './read-page.ts'
import { demoApp, demoPlaces, demoSite, hasBrowser, pages, siteOf, world } from './world.ts'

const ROW = '.pair >> nth=1'
const background = (selector: string) =>
  `getComputedStyle(document.querySelectorAll('${selector}')[1]).backgroundColor`

describe.skipIf(!hasBrowser)('a reader', () => {
  for (const place of demoPlaces) {
    it(`comes from the day's digest to a paper, and to the archive (${place.name})`, async () => {
      await readPage(place.address(pages.home), {}, async page => {
        const title = await page.locator('.entry h2').first().innerText()
        await page.locator('.entry h2 a').first().click()
        await page.waitForURL(/\/papers\//)
        expect(await page.locator('h1').innerText()).toBe(title)
        await page.locator('.facts a[href*="digests/"]').first().click()
        await page.waitForURL(/\/digests\//)
        await page.locator('nav a[href*="archive"]').click()
        await page.waitForURL(/archive/)
        expect(await page.locator('.month .number').count()).toBe(3)
      })
    })

    it(`sees which sentence belongs to which, by pointer and by keyboard (${place.name})`, async () => {
      await readPage(place.address(pages.pairs), {}, async page => {
        await page.mouse.move(0, 0)
        const plain = await page.evaluate<string>(background('.pair'))
        await page.locator(ROW).hover()
        const hovered = await page.evaluate<string>(background('.pair'))
        expect(hovered).not.toBe(plain)
        await page.mouse.move(0, 0)
        expect(await page.evaluate<string>(background('.pair'))).toBe(plain)
        await page.locator('.pair >> nth=0').focus()
        await page.keyboard.press('Tab')
        expect(await page.evaluate<string>(background('.pair'))).toBe(hovered)
      })
    })

    it(`opens the evidence of a statement by a tap (${place.name})`, async () => {
      await readPage(place.address(pages.evidence), { width: 390, hasTouch: true }, async page => {
        const quoted = page.locator('.evidence blockquote').first()
        expect(await quoted.isVisible()).toBe(false)
        await page.locator('.evidence summary').first().tap()
        await quoted.waitFor({ state: 'visible' })
        expect((await quoted.innerText()).length).toBeGreaterThan(20)
      })
    })
  }

  it('sees a pair light up by a tap', async () => {
    await readPage(demoSite.address(pages.pairs), { width: 390, hasTouch: true }, async page => {
      const plain = await page.evaluate<string>(background('.pair'))
      await page.locator(ROW).tap()
      expect(await page.evaluate<string>(background('.pair'))).not.toBe(plain)
    })
  })

  it('reads which section of the full text bears a statement, and what its figures show', async () => {
    const place = siteOf(world.fullText)
    await readPage(place.address('papers/2505.00001'), {}, async page => {
      await page.locator('.evidence summary').first().click()
      expect(await page.locator('.evidence cite').first().innerText()).toMatch(/\S/)
      expect(await page.locator('.summary h2').innerText()).toContain('据全文写成')
      expect(await page.locator('.figures li').count()).toBeGreaterThan(0)
    })
  })

  it('is told where only the abstract could be read', async () => {
    await readPage(siteOf(world.fullText).address('papers/2505.00002'), {}, async page => {
      expect(await page.locator('.summary .notice').innerText()).toContain('仅据摘要写成')
    })
  })

  it('copies a paper’s BibTeX', async () => {
    const reader = { permissions: ['clipboard-read', 'clipboard-write'] }
    for (const place of [demoSite, demoApp])
      await readPage(place.address(pages.pairs), reader, async page => {
        const button = page.locator('[data-copy]')
        await button.click()
        await page.getByText('已复制').waitFor()
        const copied = await page.evaluate<string>('navigator.clipboard.readText()')
        expect(copied).toBe(await page.locator('#bibtex').innerText())
        expect(copied).toMatch(/^@\w+\{/)
      })
  })

  it('skips the navigation with the first press of the tab key', async () => {
    await readPage(demoSite.address(pages.home), {}, async page => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate<string>('document.activeElement.id')).toBe('main')
    })
  })
})

describe.skipIf(!hasBrowser)('the files of a site', () => {
  const sites = [world.demo.folder, world.wild.folder]
  const pagesOf = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.html'))
      .map(path => ({ path, html: readFileSync(join(folder, path), 'utf8') }))

  it('link to nothing that is not there, and to nothing by an address from the root', () => {
    const dead = sites.flatMap(folder =>
      pagesOf(folder).flatMap(({ path, html }) =>
        [...html.matchAll(/ (?:href|src|action)="([^"]*)"/g)]
          .map(match => match[1]?.replaceAll('&amp;', '&') ?? '')
          .filter(link => !/^https?:\/\//.test(link) && !isThere(join(folder, path), link))
          .map(link => `${path}: ${link}`),
      ),
    )
    expect(dead).toEqual([])
  })

  it('name ids that the page has', () => {
    const lost = sites.flatMap(folder =>
      pagesOf(folder).flatMap(({ path, html }) =>
        [...html.matchAll(/ href="#([^"]+)"/g)]
          .filter(([, id = '']) => !html.includes(` id="${id}"`))
          .map(([link]) => `${path}: ${link}`),
      ),
    )
    expect(lost).toEqual([])
  })
})

function isThere(from: string, link: string): boolean {
  const [path = ''] = link.split(/[?#]/)
  if (path === '') return true
  if (path.startsWith('/')) return false
  try {
    return statSync(join(from, '..', decodeURIComponent(path))).isFile()
  } catch {
    return false
  }
}
