/** Reads `paperbrief.yaml`, `.env` and the environment once, validates, returns frozen settings. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { layoutSchema } from './paper/edition.ts'
import { errorMessage } from './paper/error.ts'
import { describeIssue, type LineOf, readYaml, SettingsError } from './settings-yaml.ts'

export const SETTINGS_FILE = 'paperbrief.yaml'
export const WORKSPACE_FOLDER = '.paperbrief'

const categorySchema = z
  .string()
  .regex(/^[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z-]+)?$/, 'is not an arXiv category such as cs.CL, math.NA or hep-th')

const languageSchema = z
  .string()
  .regex(
    /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/,
    'is not a language tag such as zh-Hans, en or pt-BR',
  )

/** One key, the name of a source; what stands under it is for that source to judge (`src/collect/registry.ts`). */
const sourceSchema = z
  .record(z.string(), z.record(z.string(), z.unknown()).nullable())
  .refine(source => Object.keys(source).length === 1, 'names one source, such as huggingface: {}')
export type SourceSettings = z.infer<typeof sourceSchema>

const pricesSchema = z.strictObject({
  /** Per million tokens, in the budget's currency. */
  in: z.number().nonnegative(),
  out: z.number().nonnegative(),
  cached: z.number().nonnegative().optional(),
})

const engineSchema = z.strictObject({
  use: z.enum(['auto', 'llm', 'bergamot', 'extractive']).default('auto'),
  model: z.string().min(1).optional(),
  baseUrl: z.url().optional(),
  /** A larger model of the same service, asked only for papers whose brief failed its check. */
  largerModel: z.string().min(1).optional(),
  concurrency: z.union([z.literal('auto'), z.number().int().min(1).max(256)]).default('auto'),
  timeoutSeconds: z.number().positive().max(3600).default(120),
  temperature: z.number().min(0).max(2).default(0.2),
  budget: z
    .strictObject({
      perRun: z.number().nonnegative().optional(),
      currency: z.string().length(3).default('USD'),
    })
    .prefault({}),
  prices: pricesSchema.optional(),
})

const interestsSchema = z.strictObject({
  words: z.array(z.string().min(1)).default([]),
  authors: z.array(z.string().min(1)).default([]),
  categories: z.array(categorySchema).default([]),
  avoid: z.array(z.string().min(1)).default([]),
})

const editionSchema = z
  .strictObject({
    layout: layoutSchema,
    /** Name of a source; absent: all of them. */
    from: z.string().optional(),
    papers: z.union([z.literal('all'), z.number().int().positive()]).default(30),
    language: languageSchema.optional(),
    schedule: z.string().optional(),
    timezone: z.string().refine(isTimezone, 'is not a time zone such as Asia/Shanghai').optional(),
    /** How many days back a paper may have been listed; by default 7 for a weekly schedule, else 4. */
    days: z.number().int().positive().max(366).optional(),
    /** What a summary is written from. */
    read: z.enum(['abstract', 'full']).default('abstract'),
    /** Whether a paper of an earlier digest may come again. */
    repeats: z.boolean().default(false),
    /** How many authors the table layout names. */
    authors: z.enum(['first', 'all']).default('first'),
    interests: interestsSchema.optional(),
  })
  .refine(({ read, layout }) => read === 'abstract' || layout === 'summary', {
    path: ['read'],
    message: 'can be full in the layout summary only: the other layouts show the translated abstract',
  })
export type EditionSettings = z.infer<typeof editionSchema>

const DEFAULT_EDITIONS = {
  daily: { layout: 'summary', papers: 30, schedule: '0 8 * * *', timezone: 'Asia/Shanghai' },
  weekly: { layout: 'bilingual', papers: 30, schedule: '0 9 * * 6', timezone: 'Asia/Shanghai' },
  arxiv: { layout: 'table', from: 'arxiv', papers: 'all' },
} as const

const settingsSchema = z.strictObject({
  language: languageSchema.default('zh-Hans'),
  sources: z
    .array(sourceSchema)
    .min(1)
    .default([{ huggingface: {} }, { arxiv: { categories: ['cs.CL', 'cs.AI'] } }]),
  engine: engineSchema.prefault({}),
  interests: interestsSchema.prefault({}),
  editions: z
    .record(
      z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is not a name of small letters, digits and hyphens'),
      editionSchema,
    )
    .refine(editions => Object.keys(editions).length > 0, 'needs at least one edition')
    .prefault(DEFAULT_EDITIONS),
  publish: z
    .strictObject({
      markdown: z.strictObject({ dir: z.string().min(1).default('digests') }).prefault({}),
      /** All digests and their papers as a site of files. */
      site: z
        .strictObject({
          dir: z.string().min(1).default('site'),
          baseURL: z.url({ protocol: /^https?$/ }).optional(),
          name: z.string().min(1).max(80).default('Paperbrief'),
        })
        .optional(),
    })
    .prefault({}),
  /** Where full texts are read from; another address than arXiv's own is a mirror. */
  read: z
    .strictObject({
      baseUrl: z.url().default('https://arxiv.org'),
      /** How much of a full text a model is given, besides the abstract. */
      tokensPerPaper: z.number().int().min(500).max(200_000).default(12_000),
    })
    .prefault({}),
  /** Sent to the sources so that they can reach whoever runs this: an address or a URL. */
  contact: z.string().min(3).optional(),
})

export interface LlmSettings {
  baseUrl: string
  apiKey: string
  model: string
  largerModel?: string
  /** The variable that the key came from, for messages; never the key itself. */
  keyName: string
}

export type Settings = Readonly<
  z.infer<typeof settingsSchema> & {
    home: string
    /** Whether a `paperbrief.yaml` was there. */
    hasFile: boolean
    /** Where a language model answers; absent where neither key nor address is set. */
    llm?: LlmSettings
    databaseUrl?: string
    /** The line of `paperbrief.yaml` on which a setting stands. */
    lineOf: LineOf
    /** Which variables were set, for `doctor`. */
    environment: readonly string[]
  }
>

type Environment = Record<string, string | undefined>

/** The nearest folder upward from `start` that holds a `paperbrief.yaml`, else `start` itself. */
export function findHome(start: string): string {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, SETTINGS_FILE))) return folder
    if (dirname(folder) === folder) return resolve(start)
  }
}

/**
 * The folder the person typed the command in: npm runs scripts from the checkout's root and keeps the caller's
 * folder aside, and paths on the command line are relative to the latter.
 */
export function callerFolder(env: Environment = process.env): string {
  return env.npm_lifecycle_event === 'paperbrief' && env.INIT_CWD ? env.INIT_CWD : process.cwd()
}

/**
 * @param home the workspace folder; by default `PAPERBRIEF_HOME`, else found upward from `cwd`
 * @throws SettingsError names the line of `paperbrief.yaml` or the variable, and the mend
 */
export function readSettings({
  home,
  cwd = callerFolder(),
  env = process.env,
}: {
  home?: string
  cwd?: string
  env?: Environment
} = {}): Settings {
  const folder = home
    ? resolve(cwd, home)
    : env.PAPERBRIEF_HOME
      ? resolve(cwd, env.PAPERBRIEF_HOME)
      : findHome(cwd)
  const environment = { ...readDotEnv(join(folder, '.env')), ...definedOnly(env) }
  const file = join(folder, SETTINGS_FILE)
  const hasFile = existsSync(file)
  const { settings, lineOf } = parseSettings(hasFile ? readFileSync(file, 'utf8') : '', environment)
  const llm = readLlm(settings.engine, environment)
  const databaseUrl = readSecret(environment, 'DATABASE_URL')
  return deepFreeze({
    ...settings,
    lineOf,
    home: folder,
    hasFile,
    ...(llm && { llm }),
    ...(databaseUrl && { databaseUrl }),
    environment: SHOWN_VARIABLES.filter(name => environment[name] || environment[`${name}_FILE`]),
  })
}

/** Which edition the command line means: the one named, else the first. */
export function findEdition(settings: Settings, name?: string): { name: string; edition: EditionSettings } {
  const wanted = name ?? Object.keys(settings.editions)[0] ?? ''
  const edition = settings.editions[wanted]
  if (edition) return { name: wanted, edition }
  throw new SettingsError(`There is no edition "${wanted}".`, {
    code: 'settings-unknown-edition',
    hint: `The editions are: ${Object.keys(settings.editions).join(', ')}. Add one under "editions" in ${SETTINGS_FILE}.`,
  })
}

const SHOWN_VARIABLES = [
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'OPENAI_API_BASE',
  'PAPERBRIEF_MODEL',
  'OPENAI_MODEL',
  'MODEL_NAME',
  'DEEPSEEK_API_KEY',
  'DATABASE_URL',
  'PAPERBRIEF_HOME',
]

function readDotEnv(path: string): Environment {
  if (!existsSync(path)) return {}
  return parseEnv(readFileSync(path, 'utf8'))
}

function definedOnly(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
}

/** A value from the environment, or from the file that `NAME_FILE` names (as container secrets are given). */
function readSecret(env: Environment, name: string): string | undefined {
  if (env[name]) return env[name]
  const path = env[`${name}_FILE`]
  if (!path) return undefined
  try {
    return readFileSync(path, 'utf8').trim() || undefined
  } catch (cause) {
    throw new SettingsError(`${name}_FILE names ${path}, which cannot be read: ${errorMessage(cause)}`, {
      code: 'settings-secret-unreadable',
      hint: `Correct ${name}_FILE or set ${name} itself.`,
      cause,
    })
  }
}

function readLlm(engine: z.infer<typeof engineSchema>, env: Environment): LlmSettings | undefined {
  const openAiKey = readSecret(env, 'OPENAI_API_KEY')
  const deepSeekKey = readSecret(env, 'DEEPSEEK_API_KEY')
  const namedModel = env.PAPERBRIEF_MODEL ?? env.OPENAI_MODEL ?? env.MODEL_NAME ?? engine.model
  const givenUrl = env.OPENAI_BASE_URL ?? env.OPENAI_API_BASE ?? engine.baseUrl
  if (givenUrl !== undefined && !URL.canParse(givenUrl)) {
    throw new SettingsError(`OPENAI_BASE_URL is not a URL: ${givenUrl}`, {
      code: 'settings-base-url',
      hint: 'Write it with its scheme and path, such as https://api.deepseek.com/v1.',
    })
  }
  const largerModel = engine.largerModel ? { largerModel: engine.largerModel } : {}
  if (givenUrl) {
    const keyName = openAiKey || !deepSeekKey ? 'OPENAI_API_KEY' : 'DEEPSEEK_API_KEY'
    // A server without accounts (vLLM, Ollama) takes any key, and clients must send one.
    return {
      baseUrl: givenUrl,
      apiKey: openAiKey ?? deepSeekKey ?? 'none',
      keyName,
      model: namedModel ?? 'deepseek-chat',
      ...largerModel,
    }
  }
  if (deepSeekKey && !(openAiKey && namedModel && !namedModel.startsWith('deepseek'))) {
    return {
      baseUrl: 'https://api.deepseek.com/v1',
      apiKey: deepSeekKey,
      keyName: 'DEEPSEEK_API_KEY',
      model: namedModel ?? 'deepseek-chat',
      ...largerModel,
    }
  }
  if (!openAiKey) return undefined
  if (namedModel?.startsWith('deepseek')) {
    throw new SettingsError(
      `OPENAI_API_KEY is set without OPENAI_BASE_URL, but the model "${namedModel}" is not served there.`,
      {
        code: 'settings-model-elsewhere',
        hint: 'Set OPENAI_BASE_URL to the service that has the model, or PAPERBRIEF_MODEL to a model of OpenAI, or use DEEPSEEK_API_KEY.',
      },
    )
  }
  return {
    baseUrl: 'https://api.openai.com/v1',
    apiKey: openAiKey,
    keyName: 'OPENAI_API_KEY',
    model: namedModel ?? 'gpt-4o-mini',
    ...largerModel,
  }
}

function parseSettings(
  yaml: string,
  env: Environment,
): { settings: z.infer<typeof settingsSchema>; lineOf: LineOf } {
  const { content, lineOf } = readYaml(yaml, SETTINGS_FILE, name => readSecret(env, name))
  const parsed = settingsSchema.safeParse(content)
  if (parsed.success) return { settings: parsed.data, lineOf }
  throw describeIssue(parsed.error, settingsSchema, { file: SETTINGS_FILE, lineOf })
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function deepFreeze<T>(value: T): T {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const item of Object.values(value)) deepFreeze(item)
  }
  return value
}
