/** Reads `paperbrief.yaml`, `.env` and the environment once, validates, returns frozen settings. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { type Layout, layoutSchema } from './paper/edition.ts'
import { errorMessage } from './paper/error.ts'
import { engineSchema, type LlmSettings, readServices } from './settings-engine.ts'
import { publishSchema } from './settings-publish.ts'
import { findScheduleFault } from './settings-schedule.ts'
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

const interestsSchema = z.strictObject({
  words: z.array(z.string().min(1)).default([]),
  authors: z.array(z.string().min(1)).default([]),
  categories: z.array(categorySchema).default([]),
  avoid: z.array(z.string().min(1)).default([]),
})

const editionSchema = z
  .strictObject({
    layout: layoutSchema.optional(),
    /** A form of one's own, in its own layout, in place of a built-in one. */
    form: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/, 'is not the name of a form')
      .optional(),
    /** Name of a source; absent: all of them. */
    from: z.string().optional(),
    papers: z.union([z.literal('all'), z.number().int().positive()]).default(30),
    language: languageSchema.optional(),
    schedule: z
      .string()
      .superRefine((schedule, context) => {
        const fault = findScheduleFault(schedule)
        if (fault) context.addIssue({ code: 'custom', message: fault })
      })
      .optional(),
    timezone: z.string().refine(isTimezone, 'is not a time zone such as Asia/Shanghai').optional(),
    /** How many days back a paper may have been listed; by default 7 for a weekly schedule, else 4, and further after missed digests. */
    days: z.number().int().positive().max(366).optional(),
    /** What a summary is written from. */
    read: z.enum(['abstract', 'full']).default('abstract'),
    /** Whether a paper of an earlier digest may come again. */
    repeats: z.boolean().default(false),
    /** Whether replaced papers count, also those of an earlier digest that have a newer version now. */
    revisions: z.boolean().default(false),
    /** How many authors the table layout names. */
    authors: z.enum(['first', 'all']).default('first'),
    interests: interestsSchema.optional(),
    /** Files of terms for this edition alone, relative to the workspace; before all others. */
    glossary: z.array(z.string().min(1)).default([]),
  })
  .refine(({ layout, form }) => layout !== undefined || form !== undefined, {
    message: 'needs a layout (bilingual, summary or table) or a form of its own',
  })
  .refine(({ layout, form }) => layout === undefined || form === undefined, {
    path: ['form'],
    message: 'cannot stand beside "layout": a form of your own has its own layout',
  })
  .refine(({ read, layout }) => read === 'abstract' || layout === 'summary' || layout === undefined, {
    path: ['read'],
    message: 'can be full in the layout summary only: the other layouts show the translated abstract',
  })
  .transform(edition => ({ ...edition, layout: layoutOf(edition) }))
export type EditionSettings = z.infer<typeof editionSchema>

function layoutOf({ layout, form }: { layout?: Layout | undefined; form?: string | undefined }): Layout {
  return layout ?? `form:${form ?? ''}`
}

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
  publish: publishSchema.prefault({}),
  /** Translation models for the engine bergamot. */
  models: z
    .strictObject({
      /** Relative to the workspace; may be a folder that holds the files of a model already. */
      dir: z.string().min(1).default('.paperbrief/models'),
      /** In place of Mozilla's address; the same paths must be below it. */
      mirror: z.url({ protocol: /^https?$/ }).optional(),
    })
    .prefault({}),
  /** Files of forms and of labels in further languages, relative to the workspace. */
  forms: z.array(z.string().min(1)).default([]),
  labels: z.array(z.string().min(1)).default([]),
  /** Files of terms (CSV or YAML), relative to the workspace; later ones come before earlier ones. */
  glossary: z.array(z.string().min(1)).default([]),
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

export type Settings = Readonly<
  z.infer<typeof settingsSchema> & {
    home: string
    /** Whether a `paperbrief.yaml` was there. */
    hasFile: boolean
    /** Where language models answer, in the order in which they are asked; none where no key or address is set. */
    services: readonly LlmSettings[]
    /** The first of them. */
    llm?: LlmSettings
    databaseUrl?: string
    /** Of the web app, from the environment; its hash may lie in the workspace instead. */
    password?: string
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
 * @param yaml read in place of the file, to judge it before it is saved
 * @throws SettingsError names the line of `paperbrief.yaml` or the variable, and the mend
 */
export function readSettings({
  home,
  cwd = callerFolder(),
  env = process.env,
  yaml,
}: {
  home?: string
  cwd?: string
  env?: Environment
  yaml?: string
} = {}): Settings {
  const folder = home
    ? resolve(cwd, home)
    : env.PAPERBRIEF_HOME
      ? resolve(cwd, env.PAPERBRIEF_HOME)
      : findHome(cwd)
  const environment = { ...readDotEnv(join(folder, '.env')), ...definedOnly(env) }
  const file = join(folder, SETTINGS_FILE)
  const hasFile = existsSync(file)
  const text = yaml ?? (hasFile ? readFileSync(file, 'utf8') : '')
  const { settings, lineOf } = parseSettings(text, environment)
  const services = readServices(settings.engine, name => readSecret(environment, name))
  const databaseUrl = readSecret(environment, 'DATABASE_URL')
  const password = readSecret(environment, 'PAPERBRIEF_PASSWORD')
  return deepFreeze({
    ...settings,
    lineOf,
    home: folder,
    hasFile,
    services,
    ...(services[0] && { llm: services[0] }),
    ...(databaseUrl && { databaseUrl }),
    ...(password && { password }),
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
