/** Before the browser tests: makes the workspaces, serves them and starts the browser; afterwards ends all of that. */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { openAppProcess } from './app-process.ts'
import { findTestChromium } from './find-test-chromium.ts'
import { openSiteServer } from './site-server.ts'
import { makeDemo, makeFullText, makeWild } from './workspaces.ts'
import type { Served } from './world.ts'

interface Closable {
  close(): Promise<void>
}

// No name leads anywhere but to this machine, whatever a page asks for.
const BROWSER_ARGS = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const executablePath = await findTestChromium()
  if (!executablePath) {
    console.warn('No Chromium in PATH, and CHROMIUM names none: the browser tests are skipped.')
    return undefined
  }
  const opened: Closable[] = []
  const keep = <T extends Closable>(one: T): T => {
    opened.push(one)
    return one
  }
  const serveSite = async (home: string) => {
    const folder = join(home, 'site')
    return { folder, siteUrl: keep(await openSiteServer(folder)).url }
  }
  const serve = async (home: string): Promise<Served> => ({
    ...(await serveSite(home)),
    appUrl: keep(await openAppProcess(home)).url,
  })
  const browser = keep(await chromium.launchServer({ executablePath, args: BROWSER_ARGS }))
  const serving = [makeDemo().then(serve), makeWild().then(serve), makeFullText().then(serveSite)] as const
  const close = async () => {
    // What is still being opened would outlive the tests.
    await Promise.allSettled(serving)
    await Promise.all(opened.map(one => one.close()))
  }
  try {
    const [demo, wild, fullText] = await Promise.all(serving)
    project.provide('world', { browser: browser.wsEndpoint(), demo, wild, fullText })
    return close
  } catch (error) {
    await close()
    throw error
  }
}
