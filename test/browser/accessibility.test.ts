import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readPage } from './read-page.ts'
import { demoApp, demoSite, hasBrowser, type Place, pages, siteOf, world } from './world.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The faults that would keep a reader out: `rule: selector`. */
async function findBarriers(page: Page, only: object = { type: 'tag', values: TAGS }): Promise<string[]> {
  await page.evaluate(AXE)
  await page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: ${JSON.stringify(only)}, resultTypes: ['violations'] })`,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(' ')}`))
}

const SITE: [Place, string][] = [
  ...[pages.home, pages.digest, pages.pairs, pages.archive, pages.topics, 'search?q=video'].map(
    (route): [Place, string] => [demoSite, route],
  ),
  [siteOf(world.fullText), 'papers/2505.00001'],
]
const APP = ['', pages.pairs, 'search?q=video', 'saved', 'runs', 'settings', 'glossary', 'cost'].map(
  (route): [Place, string] => [demoApp, route],
)

describe.skipIf(!hasBrowser)('a reader who does not see, or not well,', () => {
  for (const [place, route] of [...SITE, ...APP])
    it(`meets no barrier at ${place.name} /${route}, in light and in dark`, async () => {
      await readPage(place.address(route), {}, async page => {
        if (route.includes('?')) await page.locator('.hits li').first().waitFor()
        expect(await findBarriers(page)).toEqual([])
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await findBarriers(page, { type: 'rule', values: ['color-contrast'] })).toEqual([])
      })
    })

  it('meets no barrier on a phone', async () => {
    await readPage(demoSite.address(pages.home), { width: 390, colorScheme: 'dark' }, async page => {
      for (const route of [pages.home, pages.evidence]) {
        await page.goto(demoSite.address(route))
        expect(await findBarriers(page)).toEqual([])
      }
    })
  })
})
