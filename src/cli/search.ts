/** `search`: papers of the library by their words, their authors, their categories and their days. */
import { InvalidArgumentError } from 'commander'
import type { SearchAnswer, SearchResult } from '../library/search-find.ts'
import type { Highlight } from '../library/search-highlights.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'

interface SearchOptions {
  limit?: number
  lang?: string
}

const MAX_LIMIT = 200

export function addSearchCommand({ program, act }: Registry): void {
  const command = program
    .command('search')
    .description('find papers: words, "phrases", -without, OR, author:, cat:, date:, id:, lang:')
    .argument('<words...>', 'what to look for, in English, Chinese or any language of your briefs')
    .option('--limit <n>', 'how many to show (default: 20)', parseLimit)
    .option('--lang <tag>', 'show translated titles and briefs in this language: zh-Hans')
    // A word that must not occur begins as an option does.
    .allowUnknownOption()
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  paperbrief search 2505.17894',
        '  paperbrief search \'"chain of thought" faithfulness -survey\'',
        '  paperbrief search 扩散模型 author:"Yang Song" date:2025-05..2025-07',
        '  paperbrief search RLHF cat:cs.CL OR cat:cs.AI',
      ].join('\n'),
    )
  command.action(act(command, context => search(context, command.args, command.opts<SearchOptions>())))
}

function parseLimit(text: string): number {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (limit < 1 || limit > MAX_LIMIT) throw new InvalidArgumentError(`a number from 1 to ${MAX_LIMIT}`)
  return limit
}

async function search(
  context: CommandContext,
  words: readonly string[],
  { limit, lang }: SearchOptions,
): Promise<number> {
  const mistaken = words.find(word => word.startsWith('--'))
  if (mistaken !== undefined) {
    throw new SettingsError(`unknown option '${mistaken}'`, {
      code: 'search-unknown-option',
      hint: 'paperbrief search --help lists the options; quote the query to search for such a word.',
    })
  }
  const settings = context.settings()
  const { searchLibrary } = await import('../jobs/search.ts')
  const library = await context.openLibrary(settings)
  try {
    const { progress, answer: print } = context.console
    const query = words.map(quoteArgument).join(' ')
    const answer = await searchLibrary({
      library,
      query,
      limit,
      language: lang,
      signal: context.signal,
      progress,
    })
    const { results, total, ms } = answer
    print(describeAnswer(answer, process.stdout.isTTY ? emphasise : plain), {
      results: results.map(({ id, title, titleTranslated, score, highlights }) => ({
        id,
        title,
        titleTranslated,
        score,
        highlights,
      })),
      total,
      ms,
    })
    return EXIT.done
  } finally {
    await library.close()
  }
}

/** The shell has taken the quotes from `author:"Yang Song"`. */
function quoteArgument(argument: string): string {
  const filter = /^(-?(?:author|cat|date|id|lang):)(\S+\s[^"]*)$/i.exec(argument)
  return filter ? `${filter[1]}"${filter[2]}"` : argument
}

type Emphasis = (text: string) => string

const plain: Emphasis = text => text
const emphasise: Emphasis = text => `\u001b[1m${text}\u001b[22m`

function describeAnswer(answer: SearchAnswer, mark: Emphasis): string {
  const { results, total, ms, isDirect, isTotalExact } = answer
  const [first] = results
  if (!first) return 'No paper in the library matches.'
  if (isDirect)
    return `${describeResult(first, mark)}\n\n${first.paper.abstract}\n\npaperbrief show ${first.id} tells all of it.`
  const count =
    total > results.length
      ? `${results.length} of ${isTotalExact ? total : roundTotal(total)}`
      : String(total)
  return [
    ...results.map(result => describeResult(result, mark)),
    `${count} ${total === 1 ? 'paper' : 'papers'}, ${ms} ms`,
  ].join('\n\n')
}

function roundTotal(total: number): string {
  const unit = 10 ** Math.max(0, String(Math.round(total)).length - 2)
  return `about ${(Math.round(total / unit) * unit).toLocaleString('en')}`
}

function describeResult(
  { id, title, titleTranslated, highlights, paper }: SearchResult,
  mark: Emphasis,
): string {
  const [author] = paper.authors
  const authors = author && (paper.authors.length > 1 ? `${author} et al.` : author)
  const facts = [
    id,
    paper.published,
    paper.categories.slice(0, 3).join(' '),
    authors,
    paper.withdrawn && 'WITHDRAWN',
  ]
  const named = (field: string, text: string): string => {
    const highlight = highlights.find(found => found.field === field)
    return highlight ? markText(highlight, mark) : text
  }
  const passage = highlights.find(({ field }) => field !== 'title' && field !== 'titleTranslated')
  return [
    named('title', title || '(no title)'),
    ...(titleTranslated === null ? [] : [named('titleTranslated', titleTranslated)]),
    facts.filter(Boolean).join(' · '),
    ...(passage ? [`  ${markText(passage, mark)}`] : []),
  ].join('\n')
}

function markText({ text, marks }: Highlight, mark: Emphasis): string {
  let marked = ''
  let at = 0
  for (const [start, end] of marks) {
    marked += text.slice(at, start) + mark(text.slice(start, end))
    at = end
  }
  return marked + text.slice(at)
}
