/** `import`: papers or digests from files into the library. */
import { resolve } from 'node:path'
import { todayIn } from '../jobs/calendar.ts'
import type { ImportReport } from '../jobs/import.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'
import { parseDate } from './run-options.ts'

interface ImportOptions {
  date?: string
}

export function addImportCommand({ program, act }: Registry): void {
  const command = program
    .command('import')
    .description(
      'read papers (JSON lines, Atom, RSS, OAI, Hugging Face JSON, BibTeX, RIS, CSL-JSON, Kaggle) or digests into the library',
    )
    .argument('<file...>', 'what to read; .gz too')
    .option('--date <date>', 'day of listing for papers whose file names none (default: today)', parseDate)
    .addHelpText('after', '\nExample:\n  paperbrief import papers.jsonl digests/2025/07/2025-07-04.md')
  command.action(act(command, context => importAll(context, command.args, command.opts<ImportOptions>())))
}

async function importAll(
  context: CommandContext,
  files: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const settings = context.settings()
  const { importFiles } = await import('../jobs/import.ts')
  const { loadForms } = await import('../jobs/forms.ts')
  const book = loadForms(settings)
  const library = await context.openLibrary(settings)
  try {
    const report = await importFiles({
      library,
      paths: files.map(file => resolve(context.cwd, file)),
      date: options.date ?? todayIn(undefined, new Date()),
      book,
      signal: context.signal,
      progress: context.console.progress,
    })
    context.console.answer(describeImport(report), report)
    return EXIT.done
  } finally {
    await library.close()
  }
}

function describeImport({ papers, listings, briefs, known, skipped }: ImportReport): string {
  const lines = [
    `${papers} papers and ${briefs} briefs added, ${listings} listings; ${known} papers were known.`,
  ]
  for (const { file, line, reason } of skipped)
    lines.push(`skipped: ${file}${line ? `, line ${line}` : ''}: ${reason}`)
  return lines.join('\n')
}
