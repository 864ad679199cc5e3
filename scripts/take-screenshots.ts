/** Writes docs/screenshots/*.png, the pictures that the README shows, from the demo. */
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { openAppProcess } from '../test/browser/app-process.ts'
import { findTestChromium } from '../test/browser/find-test-chromium.ts'
import { makeDemo } from '../test/browser/workspaces.ts'

const FOLDER = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))
const MAX_BYTES = 250_000

interface Shot {
  name: string
  route: string
  width: number
  height: number
  colorScheme: BrowserContextOptions['colorScheme']
  /** Before the picture is taken. */
  act?: (page: Page) => Promise<void>
}

const shots: readonly Shot[] = [
  {
    name: 'digest',
    route: 'digests/daily/2025-09-30.zh-Hans.summary',
    width: 1280,
    height: 680,
    colorScheme: 'light',
  },
  {
    name: 'paper-dark',
    route: 'papers/2506.17450',
    width: 1280,
    height: 680,
    colorScheme: 'dark',
    act: page => page.locator('.pair').nth(1).hover(),
  },
  {
    name: 'evidence',
    route: 'papers/2509.22651',
    width: 1280,
    height: 680,
    colorScheme: 'light',
    act: page => page.locator('.evidence summary').first().click(),
  },
  { name: 'phone', route: '', width: 390, height: 844, colorScheme: 'light' },
  { name: 'search', route: 'search?q=强化学习', width: 1280, height: 720, colorScheme: 'light' },
]

const executablePath = await findTestChromium()
if (!executablePath) throw new Error('No Chromium in PATH, and CHROMIUM names none.')
mkdirSync(FOLDER, { recursive: true })
const app = await openAppProcess(await makeDemo())
const browser = await chromium.launch({ executablePath, args: ['--disable-lcd-text'] })
try {
  for (const shot of shots) console.log(await take(shot))
} finally {
  await browser.close()
  await app.close()
}

async function take({ name, route, width, height, colorScheme, act }: Shot): Promise<string> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(app.url + route, { waitUntil: 'networkidle' })
  await act?.(page)
  const path = join(FOLDER, `${name}.png`)
  await page.screenshot({ path })
  await context.close()
  const { size } = statSync(path)
  if (size > MAX_BYTES) throw new Error(`${path} has ${size} bytes, and a README should load quickly.`)
  return `${path} ${Math.round(size / 1000)} kB`
}
