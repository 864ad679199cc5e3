/** `demo`: the whole way on the bundled papers, without key or network. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { WORKSPACE_FOLDER } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'

interface DemoOptions {
  fresh?: boolean
  out: string
}

export function addDemoCommand({ program, act }: Registry): void {
  const command = program
    .command('demo')
    .description('make three digests of bundled papers, with no key and no network')
    .option('--fresh', 'ignore the bundled briefs: the built-in engine writes them all')
    .option('--out <dir>', 'folder to work in', 'demo')
    .addHelpText(
      'after',
      '\nExample:\n  paperbrief demo\n\nThe abstracts of the bundled papers are retold; titles, authors and figures are theirs.',
    )
  command.action(act(command, context => demo(context, command.opts<DemoOptions>())))
}

async function demo(context: CommandContext, options: DemoOptions): Promise<number> {
  const { runDemo } = await import('../jobs/demo.ts')
  const { openQueue } = await import('../jobs/queue.ts')
  const { openLibrary } = await import('../library/library.ts')
  const { describeRun } = await import('./run.ts')
  const started = performance.now()
  const home = resolve(context.cwd, options.out)
  const folder = join(home, 'digests')
  refuseForeignFolder(home)
  const { progress } = context.console
  const library = await openLibrary({ folder: join(home, WORKSPACE_FOLDER), command: context.command })
  const queue = await openQueue(library)
  try {
    // Only what this run produces may lie in the output folder.
    rmSync(folder, { recursive: true, force: true })
    const { imported, runs } = await runDemo(
      { library, queue, signal: context.signal, progress },
      { folder, siteFolder: join(home, 'site'), fresh: options.fresh ?? false },
    )
    const seconds = Math.round((performance.now() - started) / 100) / 10
    context.console.answer(
      [
        `Imported ${imported.papers} papers and ${imported.briefs} briefs (${imported.known} papers were known).`,
        ...runs.map(outcome => describeRun({ ...outcome, collected: { sources: [], ids: [] } })),
        '',
        `Three digests in ${seconds} s; begin with ${join(relative(context.cwd, folder) || '.', 'index.md')}.`,
        `As a site: open ${join(relative(context.cwd, home) || '.', 'site', 'index.html')} in a browser.`,
        'What was written now was written by the built-in extractive engine: sentences of the paper, in its own language.',
        'To have papers translated and summarised by a language model, set OPENAI_API_KEY, then: paperbrief init, paperbrief run.',
      ].join('\n'),
      { imported, digests: runs.map(outcome => outcome.report), seconds },
    )
    return EXIT.done
  } finally {
    await queue.close()
    await library.close()
  }
}

/** A folder that holds somebody's files and was not made by a demo is left alone. */
function refuseForeignFolder(home: string): void {
  if (!existsSync(home) || existsSync(join(home, WORKSPACE_FOLDER))) return
  if (readdirSync(home).length === 0) return
  throw new SettingsError(`${home} holds files that no demo made.`, {
    code: 'demo-folder-in-use',
    hint: 'Choose another folder with --out.',
  })
}
