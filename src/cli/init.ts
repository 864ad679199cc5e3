/** `init`: writes paperbrief.yaml and .env, asking as little as possible. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { callerFolder, SETTINGS_FILE } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'

interface InitOptions {
  lang?: string
  categories?: string
  yes?: boolean
  force?: boolean
  github?: boolean
  package?: string
}

interface Answers {
  language: string
  categories: string[]
}

const DEFAULTS: Answers = { language: 'zh-Hans', categories: ['cs.CL', 'cs.AI'] }

export function addInitCommand({ program, act }: Registry): void {
  const command = program
    .command('init')
    .description('write paperbrief.yaml and .env in this folder')
    .option('--lang <tag>', 'language of the digests, such as zh-Hans, en or ja')
    .option('--categories <list>', 'arXiv categories, separated by commas')
    .option('-y, --yes', 'ask nothing, take the defaults')
    .option('--force', 'write over a paperbrief.yaml that is there; with --github, over the workflow alone')
    .option('--github', 'also write a GitHub workflow that makes the digests and publishes them as a site')
    .option('--package <spec>', 'what the workflow’s npm installs, such as github:OWNER/paperbrief#v0.1.0')
    .addHelpText(
      'after',
      '\nExample:\n  paperbrief init --lang zh-Hans --categories cs.CL,cs.LG\n  paperbrief init --github --package github:OWNER/paperbrief#v0.1.0',
    )
  command.action(act(command, context => init(context, command.opts<InitOptions>())))
}

async function init(context: CommandContext, options: InitOptions): Promise<number> {
  const home = resolve(callerFolder(), context.options.home ?? '.')
  const file = join(home, SETTINGS_FILE)
  const written: string[] = []
  // The workflow is made from the settings: those that are there are what is meant.
  if (!options.github || !existsSync(file)) written.push(...(await writeSettings(context, options, home)))
  if (options.github) {
    const { initGithub } = await import('./init-github.ts')
    written.push(initGithub(context, { home, force: options.force ?? false, package: options.package }))
  }
  const next = options.github
    ? 'Next: commit these files, set Settings > Pages > Source to "GitHub Actions", and a key as a secret (docs/github.md).'
    : 'Next: put a key into .env (or leave it: the built-in engine needs none), then `paperbrief run`.'
  context.console.answer([...written, next].join('\n'), { written })
  return EXIT.done
}

/** @returns what was written */
async function writeSettings(context: CommandContext, options: InitOptions, home: string): Promise<string[]> {
  const file = join(home, SETTINGS_FILE)
  if (existsSync(file) && !options.force) {
    throw new SettingsError(`${file} is there already.`, {
      code: 'init-exists',
      hint: 'Edit it, or write it anew with --force.',
    })
  }
  const answers = await ask(options, context.options.json ?? false)
  mkdirSync(home, { recursive: true })
  writeFileSync(file, settingsText(answers, options.github ?? false))
  const written = [file]
  const env = join(home, '.env')
  if (!existsSync(env)) {
    // A key belongs to its owner alone.
    writeFileSync(env, ENV_TEXT, { mode: 0o600 })
    written.push(env)
  }
  const ignore = join(home, '.gitignore')
  if (!existsSync(ignore)) {
    // On GitHub, what the workflow makes goes its own way and is not committed beside the settings.
    writeFileSync(ignore, `.env\n.paperbrief/\n${options.github ? 'digests/\nsite/\n' : ''}`)
    written.push(ignore)
  }
  return written
}

async function ask(options: InitOptions, json: boolean): Promise<Answers> {
  const given: Answers = {
    language: options.lang ?? DEFAULTS.language,
    categories: options.categories ? splitCategories(options.categories) : DEFAULTS.categories,
  }
  const settled =
    options.yes ||
    json ||
    !process.stdin.isTTY ||
    !process.stderr.isTTY ||
    (options.lang && options.categories)
  if (settled) return given
  const { cancel, isCancel, text } = await import('@clack/prompts')
  const output = process.stderr
  const askText = async (message: string, initialValue: string): Promise<string> => {
    const answer = await text({ message, initialValue, output })
    if (!isCancel(answer)) return answer
    cancel('Nothing was written.', { output })
    throw new SettingsError('Stopped; nothing was written.', {
      code: 'init-cancelled',
      hint: 'paperbrief init --yes takes the defaults.',
    })
  }
  return {
    language: options.lang ?? (await askText('Language of the digests', given.language)).trim(),
    categories: options.categories
      ? given.categories
      : splitCategories(await askText('arXiv categories', given.categories.join(', '))),
  }
}

function splitCategories(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean)
}

function settingsText({ language, categories }: Answers, hasSite: boolean): string {
  return `# Paperbrief. All settings: docs/settings.md
language: ${language}

sources:
  - huggingface: {}
  - arxiv: { categories: [${categories.join(', ')}] }

# auto: a language model where .env has a key (or a local Ollama answers), else the built-in extractive engine.
# The model is deepseek-chat, or gpt-4o-mini with OPENAI_API_KEY alone; "model: …" or PAPERBRIEF_MODEL names another.
engine: { use: auto, concurrency: auto }
# A budget holds where the model's prices are known, per million tokens:
# engine: { budget: { perRun: 1.00, currency: USD }, prices: { in: 0.27, cached: 0.07, out: 1.10 } }

# What you care about; papers that match come first, words to avoid come last.
interests: { words: [], authors: [], categories: [], avoid: [] }

editions:
  daily:  { layout: summary,   papers: 30, schedule: "0 8 * * *", timezone: Asia/Shanghai }
  weekly: { layout: bilingual, papers: 30, schedule: "0 9 * * 6", timezone: Asia/Shanghai }
  arxiv:  { layout: table, from: arxiv, papers: all }

publish:
  markdown: { dir: digests }
${hasSite ? '  site: { dir: site }\n' : ''}`
}

const ENV_TEXT = `# One of these turns on a language model; without one, briefs are sentences of the paper itself.
# DEEPSEEK_API_KEY=
# OPENAI_API_KEY=
# Any service that speaks the OpenAI protocol (OpenRouter, vLLM, Ollama, …):
# OPENAI_BASE_URL=
# PAPERBRIEF_MODEL=
`
