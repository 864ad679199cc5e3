/** `worker`: a further process that runs the editions of a Postgres library when they are due. */
import type { RunStatus } from '../jobs/run-desk.ts'
import { errorMessage } from '../paper/error.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'
import { untilAborted } from './until-aborted.ts'

export function addWorkerCommand({ program, act }: Registry): void {
  const command = program
    .command('worker')
    .description('run the editions when they are due, beside `serve` and other workers, on Postgres')
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://… paperbrief worker')
  command.action(act(command, work))
}

async function work(context: CommandContext): Promise<number> {
  const settings = context.settings()
  if (!settings.databaseUrl) {
    throw new SettingsError('A worker needs a Postgres server: the embedded database is for one process.', {
      code: 'worker-embedded',
      hint: 'Set DATABASE_URL, or let `paperbrief serve` alone run the editions.',
    })
  }
  const { openEditionDesk } = await import('../jobs/edition-desk.ts')
  const { progress } = context.console
  const library = await context.openLibrary(settings)
  try {
    const { desk, close } = openEditionDesk({
      library,
      readSettings: () => context.settings(),
      schedule: true,
      onFault: error => progress.warn(errorMessage(error)),
    })
    desk.watch(createReporter(context))
    try {
      progress.note('Waiting for editions to be due (Ctrl-C ends it).')
      await untilAborted(context.signal)
    } finally {
      await close()
    }
    context.console.answer('Stopped.', {})
    return EXIT.done
  } finally {
    await library.close()
  }
}

/** Says when a run begins, how far it is, and how it ended. */
function createReporter({ console }: CommandContext): (status: RunStatus) => void {
  const { progress } = console
  let begun: number | undefined
  let ended: number | undefined
  return ({ running, last }) => {
    if (running && running.startedAtMs !== begun) {
      begun = running.startedAtMs
      progress.note(`${running.edition} ${running.date}: begun`)
    }
    if (running?.stage && running.done !== undefined)
      progress.step(running.stage, running.done, running.total, running.label)
    if (last && last.endedAtMs !== ended) {
      ended = last.endedAtMs
      const name = `${last.edition} ${last.date}`
      if (last.state === 'failed')
        progress.warn(`${name}: ${last.message ?? 'failed'} ${last.hint ?? ''}`.trim())
      else progress.note(`${name}: ${last.state}${last.report ? `, ${last.report.papers} papers` : ''}`)
    }
  }
}
