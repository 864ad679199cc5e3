/** The `engine` section of the settings: what writes, at which services, at what pace and for how much money. */
import { z } from 'zod'
import { SettingsError } from './settings-yaml.ts'

const pricesSchema = z.strictObject({
  /** Per million tokens, in the budget's currency. */
  in: z.number().nonnegative(),
  out: z.number().nonnegative(),
  /** For prompt tokens that the service reads from its cache; the price of `in` where absent. */
  cached: z.number().nonnegative().optional(),
})

/** Of each model by its name, or of all models of the service. */
const modelPricesSchema = z.union([pricesSchema, z.record(z.string().min(1), pricesSchema)])
export type ModelPrices = z.infer<typeof modelPricesSchema>

const paceSchema = {
  concurrency: z.union([z.literal('auto'), z.number().int().min(1).max(256)]).default('auto'),
  /** Caps of one's own, below what the service allows. */
  requestsPerMinute: z.number().int().positive().optional(),
  tokensPerMinute: z.number().int().positive().optional(),
}

const fallbackSchema = z.strictObject({
  /** For briefs and costs; the host of its address where absent. */
  name: z
    .string()
    .regex(/^[\w.:-]{1,60}$/, 'is not a name of letters, digits and . : _ -')
    .optional(),
  baseUrl: z.url(),
  model: z.string().min(1),
  largerModel: z.string().min(1).optional(),
  /** Written as `${NAME}`, so that the key itself stands in .env or the environment. */
  apiKey: z.string().min(1).optional(),
  /** The variable that holds the key. */
  keyEnv: z.string().min(1).optional(),
  prices: modelPricesSchema.optional(),
  ...paceSchema,
})

export const engineSchema = z.strictObject({
  use: z.enum(['auto', 'llm', 'bergamot', 'extractive']).default('auto'),
  model: z.string().min(1).optional(),
  baseUrl: z.url().optional(),
  /** A larger model of the same service, asked only for papers whose brief failed its check. */
  largerModel: z.string().min(1).optional(),
  ...paceSchema,
  timeoutSeconds: z.number().positive().max(3600).default(120),
  /** Whether a model judges by yes/no questions what another has written; costs two calls a brief. */
  judge: z.boolean().default(false),
  temperature: z.number().min(0).max(2).default(0.2),
  budget: z
    .strictObject({
      perRun: z.number().nonnegative().optional(),
      /** Of all runs of a calendar month, UTC. */
      perMonth: z.number().nonnegative().optional(),
      currency: z.string().length(3).default('USD'),
    })
    .prefault({}),
  prices: modelPricesSchema.optional(),
  /** Further services, asked in turn where the one before is down, refuses its key, or failed a paper. */
  fallbacks: z.array(fallbackSchema).default([]),
})
export type EngineSettings = z.infer<typeof engineSchema>

/** A service that speaks the OpenAI protocol. */
export interface LlmSettings {
  /** `llm` for the first one. */
  name: string
  baseUrl: string
  apiKey: string
  model: string
  largerModel?: string
  /** The variable or the setting that the key came from, for messages; never the key itself. */
  keyName: string
  /** What of the environment or the settings names the service. */
  setBy: string
  prices?: ModelPrices
  /** Where its prices are set: `engine.prices`. */
  pricesSetting: string
  concurrency: 'auto' | number
  requestsPerMinute?: number
  tokensPerMinute?: number
}

// A server without accounts (vLLM, Ollama) takes any key, and clients must send one.
const NO_KEY = 'none'

/** The prices of one model; undefined where they are not set. */
export function pricesOf(
  prices: ModelPrices | undefined,
  model: string,
): z.infer<typeof pricesSchema> | undefined {
  if (!prices) return undefined
  const ofAll = pricesSchema.safeParse(prices)
  return ofAll.success ? ofAll.data : Object.entries(prices).find(([name]) => name === model)?.[1]
}

/**
 * The services in the order in which they are asked: the one of the environment and `engine`, then the fallbacks.
 * @param lookUp a variable of the environment, also where a file holds its value
 * @throws SettingsError
 */
export function readServices(
  engine: EngineSettings,
  lookUp: (name: string) => string | undefined,
): LlmSettings[] {
  const first = readFirst(engine, lookUp)
  const { largerModel, prices, concurrency, requestsPerMinute, tokensPerMinute } = engine
  const firstService = first && {
    ...first,
    name: 'llm',
    pricesSetting: 'engine.prices',
    concurrency,
    ...(largerModel && { largerModel }),
    ...(prices && { prices }),
    ...(requestsPerMinute && { requestsPerMinute }),
    ...(tokensPerMinute && { tokensPerMinute }),
  }
  return [...(firstService ? [firstService] : []), ...readFallbacks(engine, lookUp)]
}

type Endpoint = Pick<LlmSettings, 'baseUrl' | 'apiKey' | 'model' | 'keyName' | 'setBy'>

function readFirst(
  engine: EngineSettings,
  lookUp: (name: string) => string | undefined,
): Endpoint | undefined {
  const openAiKey = lookUp('OPENAI_API_KEY')
  const deepSeekKey = lookUp('DEEPSEEK_API_KEY')
  const namedModel =
    lookUp('PAPERBRIEF_MODEL') ?? lookUp('OPENAI_MODEL') ?? lookUp('MODEL_NAME') ?? engine.model
  const urlName = ['OPENAI_BASE_URL', 'OPENAI_API_BASE'].find(name => lookUp(name) !== undefined)
  const givenUrl = urlName ? lookUp(urlName) : engine.baseUrl
  if (givenUrl !== undefined && !URL.canParse(givenUrl)) {
    throw new SettingsError(`${urlName ?? 'engine.baseUrl'} is not a URL: ${givenUrl}`, {
      code: 'settings-base-url',
      hint: 'Write it with its scheme and path, such as https://api.deepseek.com/v1.',
    })
  }
  if (givenUrl) {
    const keyName = openAiKey || !deepSeekKey ? 'OPENAI_API_KEY' : 'DEEPSEEK_API_KEY'
    return {
      baseUrl: givenUrl,
      apiKey: openAiKey ?? deepSeekKey ?? NO_KEY,
      keyName,
      setBy: openAiKey || deepSeekKey ? keyName : (urlName ?? 'engine.baseUrl'),
      model: namedModel ?? 'deepseek-chat',
    }
  }
  if (deepSeekKey && !(openAiKey && namedModel && !namedModel.startsWith('deepseek'))) {
    return {
      baseUrl: 'https://api.deepseek.com/v1',
      apiKey: deepSeekKey,
      keyName: 'DEEPSEEK_API_KEY',
      setBy: 'DEEPSEEK_API_KEY',
      model: namedModel ?? 'deepseek-chat',
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
    setBy: 'OPENAI_API_KEY',
    model: namedModel ?? 'gpt-4o-mini',
  }
}

function readFallbacks(
  { fallbacks }: EngineSettings,
  lookUp: (name: string) => string | undefined,
): LlmSettings[] {
  const taken = new Set(['llm', 'bergamot', 'extractive', 'imported'])
  return fallbacks.map(({ name, apiKey, keyEnv, ...fallback }, at) => {
    const setting = `engine.fallbacks.${at}`
    const key = apiKey ?? (keyEnv === undefined ? NO_KEY : lookUp(keyEnv))
    if (key === undefined)
      throw new SettingsError(`${setting}.keyEnv names ${keyEnv}, which is not set.`, {
        code: 'settings-variable-missing',
        hint: `Set ${keyEnv} in the environment or in .env, or remove ${setting}.`,
      })
    const wanted = name ?? new URL(fallback.baseUrl).host
    const unique = taken.has(wanted) ? `${wanted}-${at + 2}` : wanted
    taken.add(unique)
    return definedOnly({
      ...fallback,
      name: unique,
      apiKey: key,
      keyName: keyEnv ?? `${setting}.apiKey`,
      setBy: setting,
      pricesSetting: `${setting}.prices`,
    })
  })
}

function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
