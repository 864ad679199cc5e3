/** How the pages of the demo do in Chromium on a slow machine: first and largest paint, what moves, and what they weigh. */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { openAppProcess } from '../test/browser/app-process.ts'
import { findTestChromium } from '../test/browser/find-test-chromium.ts'
import { measurePage, type PageFigures } from '../test/browser/measure-page.ts'
import { openSiteServer } from '../test/browser/site-server.ts'
import { makeDemo } from '../test/browser/workspaces.ts'

const SLOWDOWN = Number(process.argv[2] ?? 4)
const ROUNDS = 5
const PAGES = [
  'digests/daily/2025-09-30.zh-Hans.summary',
  'digests/weekly/2025-07-04.zh-Hans.bilingual',
  'papers/2506.17450',
  'papers/2509.22651',
  'archive',
  'topics',
]

const executablePath = await findTestChromium()
if (!executablePath) throw new Error('No Chromium in PATH, and CHROMIUM names none.')
const home = await makeDemo()
const [site, app] = [await openSiteServer(join(home, 'site')), await openAppProcess(home)]
const browser = await chromium.launch({ executablePath })
try {
  console.log(`median of ${ROUNDS} first visits each, processor ${SLOWDOWN} times slower`)
  for (const width of [1280, 390])
    for (const route of PAGES)
      for (const [name, address] of [
        ['site', `${site.url}${route}.html`],
        ['app', app.url + route],
      ] as const)
        console.log(`${name} ${width} px /${route}: ${await describe(address, width)}`)
  // The script of the index is loaded only here.
  for (const query of ['video', '强化学习'])
    console.log(`site search ${query}: ${await describe(`${site.url}search.html?q=${query}`, 1280)}`)
} finally {
  await browser.close()
  await app.close()
  await site.close()
}

async function describe(address: string, width: number): Promise<string> {
  const rounds: PageFigures[] = []
  for (let round = 0; round < ROUNDS; round++)
    rounds.push(await measurePage(browser, { address, slowdown: SLOWDOWN, width }))
  const median = (of: (figures: PageFigures) => number) =>
    rounds.map(of).toSorted((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN
  return [
    `FCP ${median(({ fcpMs }) => fcpMs).toFixed(0)} ms`,
    `LCP ${median(({ lcpMs }) => lcpMs).toFixed(0)} ms`,
    `main thread ${median(({ threadMs }) => threadMs).toFixed(0)} ms`,
    `CLS ${median(({ cls }) => cls).toFixed(3)}`,
    `${(median(({ transferBytes }) => transferBytes) / 1000).toFixed(1)} kB in ${median(({ requests }) => requests)} requests`,
  ].join(', ')
}
