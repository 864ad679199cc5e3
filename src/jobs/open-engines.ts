/** Makes the engines that the settings name, in fall-back order: a pace for each service, one budget for all of them. */
import { resolve } from 'node:path'
import { openBergamot } from '../engines/bergamot.ts'
import { findModelFor, findTranslationModels } from '../engines/bergamot-files.ts'
import { type Budget, openBudget } from '../engines/budget.ts'
import { chooseEngines, type LlmEndpoint } from '../engines/choose-engine.ts'
import type { CompletionEngine, Engine, TranslationEngine } from '../engines/engine.ts'
import { createOpenaiCompatible } from '../engines/openai-compatible.ts'
import { openPacing, type Pacing } from '../engines/pacing.ts'
import { probeOllama } from '../engines/probe-ollama.ts'
import type { Library } from '../library/library.ts'
import { systemClock } from '../paper/clock.ts'
import { chineseScript, SOURCE_LANGUAGE } from '../paper/language.ts'
import type { Settings } from '../settings.ts'
import { type LlmSettings, pricesOf } from '../settings-engine.ts'
import { loadTraditional } from '../write/chinese-script.ts'
import type { Progress } from './progress.ts'

export interface OpenEngines {
  list: readonly Engine[]
  /** One sentence: what was chosen and why. */
  reason: string
  /** How many papers are worth working on at once. */
  slots: number
  /**
   * Has the budget count what this run (where it goes on after a crash), the month and runs in other processes
   * have spent. To be called when the run is known and before its first call.
   */
  countSpending(library: Library, runId: number): Promise<void>
  close(): Promise<void>
}

// Twice the calls that pacing lets out at once (64 at most with `auto`): the next call is ready to go when an answer
// comes, and does not wait until that answer is checked and saved.
const AUTO_SLOTS = 128
const SLOTS_PER_CALL = 2

export interface EngineWishes {
  /** In place of the settings' choice. */
  use?: Settings['engine']['use'] | undefined
  /** Of the digest: a translator has one language. */
  language: string
}

/** @throws EngineError where the engine that is asked for is not there */
export async function openEngines(
  settings: Settings,
  progress: Progress,
  { use = settings.engine.use, language }: EngineWishes,
): Promise<OpenEngines> {
  const warn = (message: string) => progress.warn(message)
  const limits = settings.engine.budget
  const budget = openBudget({ ...limits, warn })
  const paces = new Map<string, Pacing>()
  const translator = await findTranslator(settings, language)
  const { engines, reason } = await chooseEngines({
    use,
    services: settings.services,
    model: settings.engine.model,
    ollamaReachable: () => probeOllama(fetch),
    openModel: (service, model) => openModel(settings, { service, model, budget, paces, warn }),
    findTranslator: async () =>
      translator && { engine: translator, what: `Translating on this machine with ${translator.model}` },
    language,
    warn,
  })
  const concurrencies = settings.services.map(({ concurrency }) => concurrency)
  return {
    list: engines,
    reason,
    slots: Math.max(...[settings.engine.concurrency, ...concurrencies].map(slotsFor)),
    async countSpending(library, runId) {
      if (limits.perRun === undefined && limits.perMonth === undefined) return
      const { perRun, perMonth } = limits
      budget.draw(await library.modelCalls.openPurse({ runId, perRun, perMonth, shared: !library.exclusive }))
    },
    async close() {
      for (const pacing of paces.values()) pacing.close()
      await translator?.close()
    },
  }
}

/** Where a model for this language lies in the workspace. Simplified Chinese is made Traditional by rule. */
async function findTranslator(
  { home, models }: Settings,
  language: string,
): Promise<TranslationEngine | undefined> {
  const installed = findTranslationModels(resolve(home, models.dir))
  const model = findModelFor(installed, language, { convertsChinese: true })
  if (!model || language === SOURCE_LANGUAGE) return undefined
  const isTraditional = chineseScript(language) === 'Hant' && chineseScript(model.to) !== 'Hant'
  return openBergamot({ model, ...(isTraditional && { convertChinese: await loadTraditional(language) }) })
}

function slotsFor(concurrency: 'auto' | number): number {
  return concurrency === 'auto' ? AUTO_SLOTS : SLOTS_PER_CALL * concurrency
}

interface ModelRequest {
  /** A service of the settings, or a local Ollama. */
  service: LlmSettings | LlmEndpoint
  model: string
  budget: Budget
  /** By name of the service: its models share one. */
  paces: Map<string, Pacing>
  warn: (message: string) => void
}

function openModel(
  { engine }: Settings,
  { service, model, budget, paces, warn }: ModelRequest,
): CompletionEngine {
  const set = 'pricesSetting' in service ? service : undefined
  const prices = pricesOf(set?.prices, model)
  const missing = prices
    ? undefined
    : explainUnpriced(engine.budget, { service, setting: set?.pricesSetting, model })
  if (missing) warn(missing)
  const pacing = paces.get(service.name) ?? openPace(set ?? engine)
  paces.set(service.name, pacing)
  const { name, baseUrl, apiKey } = service
  return createOpenaiCompatible({
    name,
    baseUrl,
    apiKey,
    model,
    prices,
    budget,
    pacing,
    timeoutMs: engine.timeoutSeconds * 1000,
    temperature: engine.temperature,
  })
}

function openPace({
  concurrency,
  requestsPerMinute,
  tokensPerMinute,
}: Pick<LlmSettings, 'concurrency' | 'requestsPerMinute' | 'tokensPerMinute'>): Pacing {
  return openPacing({
    concurrency,
    requestsPerMinute,
    tokensPerMinute,
    clock: systemClock,
    random: Math.random,
  })
}

/** A budget that nobody can keep must not be promised; a server of one's own costs nothing a call. */
function explainUnpriced(
  { perRun, perMonth }: Settings['engine']['budget'],
  { service, setting, model }: { service: LlmEndpoint; setting: string | undefined; model: string },
): string | undefined {
  if ((perRun ?? perMonth) === undefined || isOwnServer(service.baseUrl)) return undefined
  return `a budget is set, but what ${model} costs is not known, so it cannot be kept: set ${setting ?? 'engine.prices'}: { "${model}": { in: …, out: …, cached: … } } per million tokens, as the provider lists them`
}

/** On this machine or in a private network. */
function isOwnServer(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl)
  return /^(?:localhost|127\..*|\[::1\]|0\.0\.0\.0|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|host\.docker\.internal|[^.]+|.*\.local)$/.test(
    hostname,
  )
}
