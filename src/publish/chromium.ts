/** Drives a Chromium without a window: one page of our own HTML at a time, measured, printed or pictured. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { ChromiumError } from './chromium/chromium-error.ts'
import { type DevtoolsPipe, openDevtoolsPipe } from './chromium/devtools-pipe.ts'
import { findChromium } from './chromium/find-chromium.ts'

export interface ChromiumOptions {
  /** Path or name of the program; absent: the first one that is found. */
  executable?: string | undefined
  /** For one answer of the browser. Default 60,000. */
  timeoutMs?: number
  signal?: AbortSignal | undefined
}

/** In CSS pixels. */
export interface PageSize {
  width: number
  height: number
}

export interface ChromiumPage {
  /** In place of what it showed; returns when pictures and fonts are there. The page's own scripts never run. */
  show(html: string): Promise<void>
  /** The value of an expression, which must be plain data. */
  evaluate(expression: string): Promise<unknown>
  /** As many sheets as the page's `@page` rule makes of it, with its headings as an outline. */
  printPdf(): Promise<Uint8Array>
  takePng(): Promise<Uint8Array>
}

export interface Chromium {
  openPage(size: PageSize): Promise<ChromiumPage>
  /** Ends the browser and removes its profile. */
  close(): Promise<void>
}

const TIMEOUT_MS = 60_000
const CLOSE_MS = 3_000

const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  // Nothing is asked of the network, whatever a page holds.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-gpu',
  // Containers give /dev/shm 64 MB, which a large page fills.
  '--disable-dev-shm-usage',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--mute-audio',
  '--hide-scrollbars',
  '--password-store=basic',
  '--use-mock-keychain',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
]

/** @throws ChromiumError `chromium-missing` where there is none, `chromium-failed` where it does not start */
export async function openChromium({
  executable,
  timeoutMs = TIMEOUT_MS,
  signal,
}: ChromiumOptions = {}): Promise<Chromium> {
  signal?.throwIfAborted()
  const program = await findChromium({ executable })
  const profile = mkdtempSync(join(tmpdir(), 'paperbrief-chromium-'))
  const child = startProgram(program, profile)
  const pipe = openDevtoolsPipe({
    input: child.stdio[3] as Writable,
    output: child.stdio[4] as Readable,
    timeoutMs,
  })
  const gone = watchEnd(child, pipe, program)
  const stop = () => {
    pipe.end(signal?.reason instanceof Error ? signal.reason : new Error('stopped'))
    killGroup(child)
  }
  signal?.addEventListener('abort', stop, { once: true })
  const close = async () => {
    signal?.removeEventListener('abort', stop)
    await endProgram(child, pipe, gone)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  try {
    await pipe.send('Browser.getVersion')
  } catch (error) {
    await close()
    throw error
  }
  return { openPage: size => openPage(pipe, size), close }
}

function startProgram(program: string, profile: string): ChildProcess {
  // Chromium's sandbox refuses root, who needs none against pages that run no script and load nothing.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return spawn(program, [...FLAGS, ...asRoot, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // Its own group, so that its many processes end together; not on Windows, where that opens a window.
    detached: process.platform !== 'win32',
  })
}

/** Resolves when the process is gone, and tells whoever waits for an answer why. */
function watchEnd(child: ChildProcess, pipe: DevtoolsPipe, program: string): Promise<void> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000)
  })
  return new Promise(resolve => {
    child.on('error', cause => {
      pipe.end(ended(program, cause.message))
      resolve()
    })
    child.on('close', (code, signalName) => {
      pipe.end(ended(program, `${signalName ?? `code ${code}`}; ${lastLine(said)}`))
      resolve()
    })
  })
}

function lastLine(said: string): string {
  const lines = said.split('\n').filter(line => line.trim() !== '' && !/:WARNING:/.test(line))
  return lines.at(-1)?.slice(0, 300) ?? 'it said nothing'
}

function ended(program: string, reason: string): ChromiumError {
  return new ChromiumError(`${program} ended before it was done (${reason}).`, {
    code: 'chromium-failed',
    hint: 'Try it by hand: chromium --headless=new --dump-dom about:blank. In a container without user namespaces it runs as root only.',
  })
}

async function endProgram(child: ChildProcess, pipe: DevtoolsPipe, gone: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    pipe.send('Browser.close').catch(() => {})
    const kill = setTimeout(() => killGroup(child), CLOSE_MS)
    await gone
    clearTimeout(kill)
  }
  pipe.end(new Error('the browser was closed'))
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

const targetSchema = z.object({ targetId: z.string() })
const sessionSchema = z.object({ sessionId: z.string() })
const frameSchema = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) })
const dataSchema = z.object({ data: z.string() })
const valueSchema = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z
    .object({ text: z.string(), exception: z.object({ description: z.string().optional() }).optional() })
    .optional(),
})

const READY =
  'Promise.all([document.fonts.ready, ...[...document.images].map(image => image.decode().catch(() => 0))]).then(() => 1)'

async function openPage(pipe: DevtoolsPipe, { width, height }: PageSize): Promise<ChromiumPage> {
  const { targetId } = targetSchema.parse(await pipe.send('Target.createTarget', { url: 'about:blank' }))
  const attached = await pipe.send('Target.attachToTarget', { targetId, flatten: true })
  const { sessionId } = sessionSchema.parse(attached)
  const send = (method: string, params?: Record<string, unknown>) => pipe.send(method, params, sessionId)
  await send('Page.enable')
  await send('Emulation.setScriptExecutionDisabled', { value: true })
  await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
  const { frameTree } = frameSchema.parse(await send('Page.getFrameTree'))
  const evaluate = async (expression: string): Promise<unknown> => {
    const params = { expression, returnByValue: true, awaitPromise: true }
    const { result, exceptionDetails } = valueSchema.parse(await send('Runtime.evaluate', params))
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  return {
    evaluate,
    async show(html) {
      await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
      await evaluate(READY)
    },
    async printPdf() {
      const options = {
        preferCSSPageSize: true,
        printBackground: true,
        generateDocumentOutline: true,
        generateTaggedPDF: true,
      }
      return Buffer.from(dataSchema.parse(await send('Page.printToPDF', options)).data, 'base64')
    },
    async takePng() {
      const clip = { x: 0, y: 0, width, height, scale: 1 }
      const options = { format: 'png', clip, captureBeyondViewport: true }
      return Buffer.from(dataSchema.parse(await send('Page.captureScreenshot', options)).data, 'base64')
    },
  }
}
