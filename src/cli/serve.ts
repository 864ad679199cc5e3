/** `serve`: the web app over the library of this workspace, and the schedule of its editions. */
import { isIP } from 'node:net'
import { InvalidArgumentError } from 'commander'
import type { Library } from '../library/library.ts'
import { errorMessage, PaperbriefError } from '../paper/error.ts'
import type { Settings } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import { VERSION } from '../version.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'
import { findPasswordHash, setPassword } from './serve-password.ts'
import { untilAborted } from './until-aborted.ts'

interface ServeOptions {
  port: number
  host: string
  name: string[]
  schedule: boolean
  setPassword?: boolean
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

export function addServeCommand({ program, act }: Registry): void {
  const command = program
    .command('serve')
    .description('open the web app, and run the editions when they are due')
    .option('--port <n>', 'port to listen on', parsePort, 4321)
    .option(
      '--host <address>',
      'address to listen on; any other than this machine’s own asks for a password',
      '127.0.0.1',
    )
    .option(
      '--name <host>',
      'a name under which a proxy on this machine offers it (repeatable); asks for a password',
      collectName,
      [],
    )
    .option('--no-schedule', 'run no edition by itself')
    .option('--set-password', 'read a new password from standard input, keep its hash, and end')
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  paperbrief serve',
        '  paperbrief serve --set-password < password.txt',
        '  paperbrief serve --host 0.0.0.0 --port 8080',
        '  paperbrief serve --name digest.example.org',
      ].join('\n'),
    )
  command.action(act(command, context => serve(context, command.opts<ServeOptions>())))
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new InvalidArgumentError('Write a port from 0 (any free one) to 65535.')
  return port
}

function collectName(text: string, before: string[]): string[] {
  if (!/^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/i.test(text))
    throw new InvalidArgumentError('Write a host name without scheme and port, such as digest.example.org.')
  return [...before, text.toLowerCase()]
}

async function serve(context: CommandContext, options: ServeOptions): Promise<number> {
  const settings = context.settings()
  if (options.setPassword) return setPassword(context, settings)
  const passwordHash = await findPasswordHash(settings)
  if (!passwordHash) refuseOpenDoor(options)
  const library = await context.openLibrary(settings)
  try {
    await serveLibrary(context, { settings, options, library, passwordHash })
    return EXIT.done
  } finally {
    await library.close()
  }
}

/** @throws SettingsError where others could come in and nobody asks who they are */
function refuseOpenDoor({ host, name }: ServeOptions): void {
  const open = name[0] ?? (isLoopback(host) ? undefined : host)
  if (open === undefined) return
  throw new SettingsError(`${open} can be reached from other machines, and there is no password.`, {
    code: 'serve-no-password',
    hint: 'Set one with `paperbrief serve --set-password` or PAPERBRIEF_PASSWORD, or listen on 127.0.0.1.',
  })
}

function isLoopback(host: string): boolean {
  return host === '::1' || LOOPBACK.includes(host)
}

interface ServePlan {
  settings: Settings
  options: ServeOptions
  library: Library
  passwordHash: string | undefined
}

async function serveLibrary(
  context: CommandContext,
  { settings, options, library, passwordHash }: ServePlan,
): Promise<void> {
  const { openServer } = await import('../web/server.ts')
  const { loadForms } = await import('../jobs/forms.ts')
  const { openEditionDesk } = await import('../jobs/edition-desk.ts')
  const { openSettingsFile } = await import('../jobs/settings-file.ts')
  const { openGlossaryDesk } = await import('../jobs/glossary-desk.ts')
  const { reportCost } = await import('../jobs/cost.ts')
  const readSettings = () => context.settings()
  const onFault = (error: unknown) => sayFault(context, error)
  const editionDesk = openEditionDesk({ library, readSettings, schedule: options.schedule, onFault })
  try {
    const server = await openServer({
      library,
      book: loadForms(settings),
      site: {
        name: settings.publish.site?.name ?? 'Paperbrief',
        language: settings.language,
        mode: 'app',
        editions: Object.keys(settings.editions),
        version: VERSION,
      },
      host: options.host,
      port: options.port,
      hosts: listHosts(options),
      passwordHash,
      editionDesk,
      settingsFile: openSettingsFile({ home: settings.home, library }),
      glossaryDesk: openGlossaryDesk({ library, readSettings }),
      reportCost: (by, since) =>
        reportCost({ library, settings: readSettings(), by, since, now: new Date() }),
      onFault,
    })
    try {
      if (!isLoopback(options.host))
        context.console.progress.warn('nothing is encrypted here: let a proxy with TLS stand before it')
      context.console.answer(`Paperbrief is at ${server.url} (Ctrl-C ends it).`, { url: server.url })
      await untilAborted(context.signal)
    } finally {
      await server.close()
    }
  } finally {
    await editionDesk.close()
  }
}

/** An address of all networks is asked for under any name; the password stands before it. */
function listHosts({ host, name }: ServeOptions): string[] {
  if (host === '0.0.0.0' || host === '::') return ['*']
  const own = isIP(host) === 6 ? `[${host}]` : host.toLowerCase()
  return [...(isLoopback(host) ? LOOPBACK : [own]), ...name]
}

function sayFault({ console, options }: CommandContext, error: unknown): void {
  const hint = error instanceof PaperbriefError && error.hint ? ` (${error.hint})` : ''
  console.progress.warn(errorMessage(error) + hint)
  if (options.verbose && error instanceof Error && error.stack) console.progress.warn(error.stack)
}
