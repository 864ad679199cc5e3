/** `glossary`: lists, adds, imports, exports, checks and suggests terms. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { GivenTerm, Term } from '../paper/glossary-term.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import { checkCommand, suggestCommand } from './glossary-report.ts'
import { openExisting, readScope, type ScopeOptions } from './glossary-scope.ts'
import type { Registry } from './program.ts'

interface AddOptions extends ScopeOptions {
  abbr?: string
  keep?: boolean
  avoid?: string
  note?: string
}

interface ExportOptions extends ScopeOptions {
  format: string
  own?: boolean
}

export function addGlossaryCommand({ program, act }: Registry): void {
  const glossary = program
    .command('glossary')
    .helpCommand(false)
    .description('the terms that hold through every digest: list, add, import, export, check, suggest')
    .addHelpText(
      'after',
      '\nExamples:\n  paperbrief glossary list attention\n  paperbrief glossary add "world model" 世界模型 --avoid 全局模型\n  paperbrief glossary suggest',
    )
  const add = (name: string, description: string, example: string) =>
    glossary
      .command(name)
      .description(description)
      .option('--edition <name>', 'the rules of this edition')
      .option('--lang <tag>', 'the language of the renderings (default: the edition’s, else yours)')
      .addHelpText('after', `\nExample:\n  paperbrief glossary ${example}`)

  const list = add(
    'list',
    'the rules that hold, each with where it comes from',
    'list agent --json',
  ).argument('[words...]', 'only terms with these words, English or not')
  list.action(act(list, context => listCommand(context, list)))
  const addOne = add(
    'add',
    'adds a rule to the library, or replaces one',
    'add agent 智能体 --avoid "代理|代理人"',
  )
    .argument('<source>', 'the English term, in the singular')
    .argument('[target]', 'its rendering; not needed with --keep')
    .option('--abbr <short>', 'its short form')
    .option('--keep', 'it stays in English')
    .option('--avoid <renderings>', 'renderings that are not wanted, separated by |')
    .option('--note <text>', 'a note on its usage')
  addOne.action(act(addOne, context => addCommand(context, addOne)))
  const remove = add('remove', 'removes a rule that was added', 'remove agent').argument(
    '<source>',
    'the English term',
  )
  remove.action(act(remove, context => removeCommand(context, remove)))
  const bring = add(
    'import',
    'adds the rules of a file: CSV source,target[,note], or YAML',
    'import terms.csv',
  )
  bring.argument('<file>', 'CSV, tab-separated or YAML')
  bring.action(act(bring, context => importCommand(context, bring)))
  const bringOut = add('export', 'writes the rules that hold to stdout', 'export --format yaml > terms.yaml')
    .option('--format <format>', 'csv or yaml', 'csv')
    .option('--own', 'only those that do not come with the program')
  bringOut.action(act(bringOut, context => exportCommand(context, bringOut)))
  const check = add(
    'check',
    'the faults of glossary files; without a file, of those in the settings, and terms that the briefs render in several ways',
    'check terms.csv',
  ).argument('[file...]', 'CSV or YAML')
  check.action(act(check, context => checkCommand(context, check)))
  const suggest = add('suggest', 'terms that recur in the library without a rule', 'suggest --min 5')
    .option('--min <papers>', 'how many papers must have it', '3')
    .option('--limit <n>', 'how many at most', '40')
  suggest.action(act(suggest, context => suggestCommand(context, suggest)))
  for (const command of glossary.commands) command.exitOverride().configureHelp({ showGlobalOptions: true })
}

async function loadTerms(context: CommandContext, options: ScopeOptions) {
  const { loadGlossary } = await import('../jobs/glossary.ts')
  const settings = context.settings()
  const scope = readScope(settings, options)
  const library = await openExisting(context, settings)
  try {
    const { terms } = await loadGlossary({ settings, library, ...scope })
    return { ...scope, terms: terms.toSorted(bySource) }
  } finally {
    await library?.close()
  }
}

function bySource(a: Term, b: Term): number {
  return a.source.toLowerCase() < b.source.toLowerCase() ? -1 : 1
}

async function listCommand(context: CommandContext, command: Command): Promise<number> {
  const { language, terms } = await loadTerms(context, command.opts<ScopeOptions>())
  const words = command.args.map(word => word.toLowerCase())
  const found = terms.filter(term => words.every(word => describeTerm(term).toLowerCase().includes(word)))
  const lines = found.map(describeTerm)
  const sum = `${found.length} of ${terms.length} terms (${language})`
  context.console.answer([...lines, sum].join('\n'), { language, terms: found, total: terms.length })
  return EXIT.done
}

function describeTerm({ source, target, abbreviation, keep, avoid, note, scope }: Term): string {
  const wanted = keep ? `${target} (kept)` : target
  return [
    `${source}${abbreviation ? ` (${abbreviation})` : ''} → ${wanted}`,
    avoid.length > 0 ? `not ${avoid.join(', ')}` : '',
    note ?? '',
    scope === 'bundled' ? '' : `[${scope}]`,
  ]
    .filter(part => part !== '')
    .join('; ')
}

async function addCommand(context: CommandContext, command: Command): Promise<number> {
  const [source = '', target] = command.args
  const { abbr, keep = false, avoid, note, ...options } = command.opts<AddOptions>()
  const { parseTerm } = await import('../jobs/add-terms.ts')
  const given = parseTerm({
    source,
    keep,
    ...(target !== undefined && { target }),
    ...(abbr !== undefined && { abbreviation: abbr }),
    ...(avoid !== undefined && { avoid }),
    ...(note !== undefined && { note }),
  })
  return saveTerms(context, [given], options)
}

async function importCommand(context: CommandContext, command: Command): Promise<number> {
  const [file = ''] = command.args
  const { readTermFile } = await import('../jobs/add-terms.ts')
  return saveTerms(
    context,
    readTermFile(resolve(context.cwd, file), context.cwd),
    command.opts<ScopeOptions>(),
  )
}

async function saveTerms(
  context: CommandContext,
  given: readonly GivenTerm[],
  options: ScopeOptions,
): Promise<number> {
  const { addTerms } = await import('../jobs/add-terms.ts')
  const settings = context.settings()
  const scope = readScope(settings, options)
  const library = await context.openLibrary(settings)
  try {
    const result = await addTerms(library, { ...scope, given })
    const where = scope.edition === undefined ? scope.language : `${scope.language}, edition ${scope.edition}`
    context.console.answer(`${result.added} rules added, ${result.replaced} replaced (${where}).`, {
      ...scope,
      ...result,
    })
    return EXIT.done
  } finally {
    await library.close()
  }
}

async function removeCommand(context: CommandContext, command: Command): Promise<number> {
  const [source = ''] = command.args
  const settings = context.settings()
  const scope = readScope(settings, command.opts<ScopeOptions>())
  const library = await openExisting(context, settings)
  try {
    if (!(await library?.terms.remove({ ...scope, source })))
      throw new SettingsError(`No rule for "${source}" was added.`, {
        code: 'glossary-unknown-term',
        hint: 'paperbrief glossary list shows the rules; [library] and [edition] mark those that were added.',
      })
    context.console.answer(`The rule for "${source}" is removed.`, { ...scope, removed: source })
    return EXIT.done
  } finally {
    await library?.close()
  }
}

async function exportCommand(context: CommandContext, command: Command): Promise<number> {
  const { format, own, ...options } = command.opts<ExportOptions>()
  if (format !== 'csv' && format !== 'yaml')
    throw new SettingsError(`--format is neither csv nor yaml: ${format}`, {
      code: 'usage-format',
      hint: 'Write --format csv or --format yaml.',
    })
  const { language, terms } = await loadTerms(context, options)
  const shown = own ? terms.filter(({ scope }) => scope !== 'bundled') : terms
  const { formatTerms } = await import('../jobs/add-terms.ts')
  context.console.answer(formatTerms(shown, format).trimEnd(), { language, format, terms: shown })
  return EXIT.done
}
