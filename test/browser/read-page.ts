/** Opens a page as a reader would, and holds that nothing went wrong behind their back. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { world } from './world.ts'

export interface Reader
  extends Pick<
    BrowserContextOptions,
    'colorScheme' | 'javaScriptEnabled' | 'hasTouch' | 'permissions' | 'bypassCSP' | 'locale'
  > {
  /** CSS pixels. */
  width?: number
  /** What goes wrong on purpose. */
  allow?: RegExp
}

let browser: Promise<Browser> | undefined

/**
 * Fails where the page, or one that it leads to, logs an error, throws, asks another host, gets no answer or opens a
 * dialog.
 */
export async function readPage(
  address: string,
  reader: Reader,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const { width = 1280, allow, ...options } = reader
  browser ??= chromium.connect(world.browser)
  const context = await (await browser).newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  try {
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    const faults = watch(page, new URL(address).host)
    await page.goto(address)
    await act(page)
    expect(faults.filter(fault => !allow?.test(fault))).toEqual([])
  } finally {
    await context.close()
  }
}

/** What has gone wrong so far, and goes wrong from now on. */
function watch(page: Page, host: string): string[] {
  const faults: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', error => faults.push(`error: ${error.message}`))
  page.on('dialog', async dialog => {
    faults.push(`dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('request', request => {
    if (new URL(request.url()).host !== host) faults.push(`elsewhere: ${request.url()}`)
  })
  page.on('response', response => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  return faults
}
