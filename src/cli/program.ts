/** The command line: words in, exit codes out. */
import { Command, CommanderError } from 'commander'
import { errorMessage, PaperbriefError } from '../paper/error.ts'
import { VERSION } from '../version.ts'
import { addCheckCommand } from './check.ts'
import { type CommandContext, createContext, type GlobalOptions } from './context.ts'
import { addCostCommand } from './cost.ts'
import { addDemoCommand } from './demo.ts'
import { addDoctorCommand } from './doctor.ts'
import { addExportCommand } from './export.ts'
import { addGlossaryCommand } from './glossary.ts'
import { addImportCommand } from './import.ts'
import { addInitCommand } from './init.ts'
import { addModelsCommand } from './models.ts'
import { addPosterCommand } from './poster.ts'
import { addRunCommands } from './run.ts'
import { addSearchCommand } from './search.ts'
import { addServeCommand } from './serve.ts'
import { addShowCommand } from './show.ts'
import { addWorkerCommand } from './worker.ts'

const EXIT_USAGE = 2
const EXIT_INTERRUPTED = 130

/** Registers one command; its action returns the exit code. */
export type Action = (context: CommandContext) => Promise<number>

export async function main(argv: readonly string[]): Promise<number> {
  const interrupt = new AbortController()
  let exitCode = 0
  let context: CommandContext | undefined
  const act = (command: Command, action: Action) => async () => {
    context = createContext(command.optsWithGlobals<GlobalOptions>(), interrupt.signal, argv)
    exitCode = await action(context)
  }
  const program = buildProgram(act)
  const onSignal = () => {
    // The second one means it: nothing unsaved is lost, since every step is saved when it is done.
    if (interrupt.signal.aborted) process.exit(EXIT_INTERRUPTED)
    interrupt.abort(new DOMException('interrupted', 'AbortError'))
    process.stderr.write('\nStopping; what is finished is kept (Ctrl-C again to stop at once).\n')
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    context?.console.close()
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE
    if (interrupt.signal.aborted) {
      if (context?.options.json)
        process.stdout.write(
          `${JSON.stringify({ error: { code: 'interrupted', message: 'interrupted; run it again to go on' } })}\n`,
        )
      return EXIT_INTERRUPTED
    }
    return report(error, context)
  } finally {
    context?.console.close()
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}

function buildProgram(act: (command: Command, action: Action) => () => Promise<void>): Command {
  const program = new Command('paperbrief')
    .description(
      'Digests of new AI papers in your language, every number, name and link checked against the paper.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .option(
      '--home <dir>',
      'the workspace (default: the nearest folder upward with paperbrief.yaml, else this one)',
    )
    .option('--json', 'print one JSON document on stdout and nothing else there')
    .option('--quiet', 'print no progress')
    .option('--verbose', 'say more on stderr')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
    .showHelpAfterError('(paperbrief --help lists what there is)')
    .exitOverride()
    .addHelpText(
      'after',
      '\nFirst steps:\n  paperbrief demo          see it work on bundled papers, without key or network\n  paperbrief init          write paperbrief.yaml here\n  paperbrief run           make today’s digest',
    )
  const register = { program, act }
  addInitCommand(register)
  addRunCommands(register)
  addDemoCommand(register)
  addImportCommand(register)
  addCheckCommand(register)
  addExportCommand(register)
  addPosterCommand(register)
  addShowCommand(register)
  addSearchCommand(register)
  addServeCommand(register)
  addWorkerCommand(register)
  addGlossaryCommand(register)
  addModelsCommand(register)
  addCostCommand(register)
  addDoctorCommand(register)
  for (const command of program.commands) command.exitOverride().configureHelp({ showGlobalOptions: true })
  return program
}

export interface Registry {
  program: Command
  act: (command: Command, action: Action) => () => Promise<void>
}

async function report(error: unknown, context: CommandContext | undefined): Promise<number> {
  const { exitCodeOf, findDiskFault } = await import('./exit-code.ts')
  const code = exitCodeOf(error)
  const known = error instanceof PaperbriefError
  const diskFault = known ? undefined : findDiskFault(error)
  const message = diskFault ?? errorMessage(error)
  const hint = known
    ? error.hint
    : diskFault
      ? 'Free some space or choose another folder with --home or --out; what was saved before is kept.'
      : undefined
  if (context?.options.json) {
    const kind = known ? error.code : diskFault ? 'disk' : 'bug'
    process.stdout.write(`${JSON.stringify({ error: { code: kind, message, ...(hint && { hint }) } })}\n`)
  }
  process.stderr.write(`error: ${message}\n`)
  if (hint) process.stderr.write(`${hint}\n`)
  if (code === 1) {
    process.stderr.write(
      'This is a bug in Paperbrief. Please report it with the lines above and the output of `paperbrief doctor`.\n',
    )
    if (error instanceof Error) process.stderr.write(`${error.stack}\n`)
  } else if (context?.options.verbose && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return code
}
