/** Finds a Chromium, or a browser made from it, on this machine. */
import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ChromiumError } from './chromium-error.ts'

export interface FindChromiumOptions {
  /** What the person named; nothing else is looked at then. */
  executable?: string | undefined
  platform?: NodeJS.Platform
  /** Folders of commands, in place of this process's own. */
  path?: string
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chrome-headless-shell',
  'microsoft-edge',
  'brave-browser',
]
const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'Install it (apt install chromium, dnf install chromium)',
  darwin: 'Install it (brew install --cask chromium, or Google Chrome)',
  win32: 'Install Google Chrome, or use the Edge that is there',
}

/**
 * The absolute path, or the name that was given.
 * @throws ChromiumError `chromium-missing`
 */
export async function findChromium({
  executable,
  platform = process.platform,
  path,
}: FindChromiumOptions = {}): Promise<string> {
  if (executable) {
    if (/[\\/]/.test(executable) ? isExecutable(executable) : await findCommand([executable], path))
      return executable
    throw new ChromiumError(`There is no program "${executable}".`, {
      code: 'chromium-missing',
      hint: 'Correct --chromium, or leave it out: the browsers that are installed are then looked for.',
    })
  }
  const found =
    (platform === 'win32' ? undefined : await findCommand(NAMES, path)) ??
    usualPlaces(platform).find(isExecutable)
  if (found) return found
  const advice = INSTALL[platform] ?? 'Install Chromium or Google Chrome'
  throw new ChromiumError('No Chromium was found on this machine.', {
    code: 'chromium-missing',
    hint: `${advice}; or name the program: --chromium /path/to/chromium. PDFs and posters need it, nothing else does.`,
  })
}

/** The shell looks, so that this process's own PATH is the one that counts. */
function findCommand(names: readonly string[], path: string | undefined): Promise<string | undefined> {
  const script = 'for name in "$@"; do command -v "$name" && exit 0; done; exit 1'
  const env = path === undefined ? {} : { env: { PATH: path } }
  return new Promise(resolve => {
    execFile('/bin/sh', ['-c', script, 'sh', ...names], { timeout: 10_000, ...env }, (error, stdout) => {
      const found = stdout.trim()
      resolve(error || !found.startsWith('/') ? undefined : found)
    })
  })
}

function usualPlaces(platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
    return ['/Applications', join(homedir(), 'Applications')].flatMap(folder =>
      apps.map(app => `${folder}/${app}.app/Contents/MacOS/${app}`),
    )
  }
  if (platform !== 'win32') return ['/snap/bin/chromium', '/opt/google/chrome/chrome']
  const folders = ['C:\\Program Files', 'C:\\Program Files (x86)', join(homedir(), 'AppData', 'Local')]
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe']
  return [
    ...folders.flatMap(folder => programs.map(program => `${folder}\\${program}`)),
    ...folders.slice(0, 2).map(folder => `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`),
  ]
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
