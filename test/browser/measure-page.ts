/** How soon a page is there on a slow machine, how much moves afterwards, and what it weighs. */
import type { Browser } from 'playwright-core'

export interface PageFigures {
  /** First contentful paint, since the navigation began. */
  fcpMs: number
  /** Largest contentful paint. */
  lcpMs: number
  /** Cumulative layout shift: the share of the window that moved, times how far. */
  cls: number
  /** Processor time of the page's main thread until all is quiet: the same whatever else the machine does. */
  threadMs: number
  /** Of the page and all that it loads, as sent. */
  transferBytes: number
  requests: number
}

const SETTLE_MS = 300

const FIGURES = `new Promise(resolve => {
  let [lcpMs, cls] = [0, 0]
  new PerformanceObserver(list => { for (const entry of list.getEntries()) lcpMs = entry.startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver(list => { for (const entry of list.getEntries()) cls += entry.value })
    .observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => {
    const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    resolve({
      fcpMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      lcpMs,
      cls,
      transferBytes: loaded.reduce((sum, { transferSize }) => sum + transferSize, 0),
      requests: loaded.length,
    })
  }, ${SETTLE_MS})
})`

/** In a fresh context, so that nothing is cached. @param slowdown how many times slower than this machine */
export async function measurePage(
  browser: Browser,
  { address, slowdown, width = 1280 }: { address: string; slowdown: number; width?: number },
): Promise<PageFigures> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(address, { waitUntil: 'networkidle' })
    const { metrics } = await session.send('Performance.getMetrics')
    const threadSeconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
    return {
      ...(await page.evaluate<Omit<PageFigures, 'threadMs'>>(FIGURES)),
      threadMs: threadSeconds * 1000,
    }
  } finally {
    await context.close()
  }
}
