/** `doctor`: says what is set up, what is not, and what each gap means. */
import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { errorMessage, PaperbriefError } from '../paper/error.ts'
import { SETTINGS_FILE, type Settings, WORKSPACE_FOLDER } from '../settings.ts'
import { VERSION } from '../version.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'

interface Diagnosis {
  what: string
  state: 'ok' | 'note' | 'fault'
  message: string
}

const LOW_DISK_BYTES = 200 * 1024 * 1024

export function addDoctorCommand({ program, act }: Registry): void {
  const command = program
    .command('doctor')
    .description('check the settings, the workspace and the engine')
    .addHelpText('after', '\nExample:\n  paperbrief doctor')
  command.action(act(command, diagnose))
}

async function diagnose(context: CommandContext): Promise<number> {
  const findings: Diagnosis[] = [
    {
      what: 'program',
      state: 'ok',
      message: `paperbrief ${VERSION}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    },
  ]
  const settings = context.settings()
  findings.push({
    what: 'settings',
    state: settings.hasFile ? 'ok' : 'note',
    message: settings.hasFile
      ? join(settings.home, SETTINGS_FILE)
      : `no ${SETTINGS_FILE} in ${settings.home} or above: the defaults hold (paperbrief init writes one)`,
  })
  findings.push({
    what: 'environment',
    state: 'ok',
    message:
      settings.environment.length > 0 ? `set: ${settings.environment.join(', ')}` : 'none of ours is set',
  })
  findings.push(
    await diagnoseEngine(context, settings),
    diagnoseFolder('output', resolve(settings.home, settings.publish.markdown.dir)),
    await diagnoseLibrary(context, settings),
  )
  const hasFault = findings.some(({ state }) => state === 'fault')
  const marks = { ok: 'ok   ', note: 'note ', fault: 'FAULT' }
  context.console.answer(
    findings.map(({ what, state, message }) => `${marks[state]} ${what}: ${message}`).join('\n'),
    { findings },
  )
  return hasFault ? EXIT.usage : EXIT.done
}

async function diagnoseEngine({ console }: CommandContext, settings: Settings): Promise<Diagnosis> {
  const { openEngines } = await import('../jobs/open-engines.ts')
  try {
    const engines = await openEngines(settings, console.progress, { language: settings.language })
    await engines.close()
    return { what: 'engine', state: settings.llm ? 'ok' : 'note', message: engines.reason }
  } catch (error) {
    return { what: 'engine', state: 'fault', message: withHint(error) }
  }
}

async function diagnoseLibrary(context: CommandContext, settings: Settings): Promise<Diagnosis> {
  const folder = join(settings.home, WORKSPACE_FOLDER)
  if (!settings.databaseUrl && !existsSync(folder))
    return { ...diagnoseFolder('library', folder), message: `none yet; ${folder} will hold it` }
  try {
    const { describeTroubledDeliveries } = await import('../jobs/troubled-deliveries.ts')
    const library = await context.openLibrary(settings)
    try {
      const [papers, digests] = [await library.papers.count(), await library.digests.list()]
      const troubled = await describeTroubledDeliveries(library.deliveries, Date.now())
      for (const line of troubled) context.console.progress.warn(line)
      return {
        what: 'library',
        state: 'ok',
        message: `${settings.databaseUrl ? 'Postgres' : folder}: ${papers} papers, ${digests.length} digests`,
      }
    } finally {
      await library.close()
    }
  } catch (error) {
    return { what: 'library', state: 'fault', message: withHint(error) }
  }
}

function diagnoseFolder(what: string, folder: string): Diagnosis {
  let existing = folder
  while (!existsSync(existing)) existing = resolve(existing, '..')
  try {
    accessSync(existing, constants.W_OK)
  } catch {
    return { what, state: 'fault', message: `${existing} is not writable` }
  }
  const { bavail, bsize } = statfsSync(existing)
  if (bavail * bsize < LOW_DISK_BYTES)
    return {
      what,
      state: 'fault',
      message: `${existing} has only ${Math.round((bavail * bsize) / 1e6)} MB left`,
    }
  return { what, state: 'ok', message: folder }
}

function withHint(error: unknown): string {
  return `${errorMessage(error)}${error instanceof PaperbriefError && error.hint ? ` ${error.hint}` : ''}`
}
