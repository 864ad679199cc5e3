/** What every command gets: the console, the settings on demand, a signal for Ctrl-C, and the opened workspace. */
import { join } from 'node:path'
import type { Library } from '../library/library.ts'
import { callerFolder, readSettings, type Settings, WORKSPACE_FOLDER } from '../settings.ts'
import { type Console, openConsole } from './console.ts'

export interface GlobalOptions {
  home?: string
  json?: boolean
  quiet?: boolean
  verbose?: boolean
}

export interface CommandContext {
  options: GlobalOptions
  console: Console
  /** Aborted by the first Ctrl-C. */
  signal: AbortSignal
  /** Paths on the command line are relative to this. */
  cwd: string
  /** What the person typed, for the message to whoever finds the workspace in use. */
  command: string
  settings(): Settings
  openLibrary(settings: Settings): Promise<Library>
}

export function createContext(
  options: GlobalOptions,
  signal: AbortSignal,
  argv: readonly string[],
): CommandContext {
  const cwd = callerFolder()
  const command = `paperbrief ${argv.join(' ')}`.trim()
  return {
    options,
    console: openConsole({
      json: options.json ?? false,
      quiet: options.quiet ?? false,
      verbose: options.verbose ?? false,
    }),
    signal,
    cwd,
    command,
    settings: () => readSettings({ cwd, ...(options.home !== undefined && { home: options.home }) }),
    async openLibrary(settings) {
      const { openLibrary } = await import('../library/library.ts')
      return openLibrary({
        folder: join(settings.home, WORKSPACE_FOLDER),
        databaseUrl: settings.databaseUrl,
        command,
      })
    },
  }
}
