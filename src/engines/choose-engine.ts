/** Decides what writes: language models where they are set or run here, else a translator, else the paper's own sentences. */
import type { CompletionEngine, Engine } from './engine.ts'
import { EngineError } from './engine-error.ts'
import { createExtractive } from './extractive.ts'
import { addFailOver } from './fail-over.ts'
import { OLLAMA_URL } from './probe-ollama.ts'

export interface LlmEndpoint {
  /** For briefs and costs: `llm` for the first one. */
  name: string
  baseUrl: string
  /** Undefined for a server that needs none. */
  apiKey?: string | undefined
  model: string
  /** Of the same service; asked only where the first one failed. */
  largerModel?: string | undefined
  /** Where its key comes from, for a hint: `DEEPSEEK_API_KEY`. */
  keyName?: string | undefined
  /** What names the service, for the reason: `DEEPSEEK_API_KEY`, `engine.baseUrl`. */
  setBy: string
}

/** An engine on this machine that needs no service. */
export interface LocalEngine {
  engine: Engine
  /** What it does, as the start of a sentence: `Translating with Bergamot`. */
  what: string
}

export interface ChooseEnginesOptions<Service extends LlmEndpoint = LlmEndpoint> {
  use: 'auto' | 'llm' | 'bergamot' | 'extractive'
  /** Where a key or a base URL is set, in the order in which they are asked. */
  services: readonly Service[]
  /** One model of a service. */
  openModel: (service: Service | LlmEndpoint, model: string) => CompletionEngine
  /** Models of a local Ollama, undefined where none answers: `probeOllama`. Asked only where nothing is set. */
  ollamaReachable: () => Promise<readonly string[] | undefined>
  /** The model to take of a local Ollama; its first one where absent or not there. */
  model?: string | undefined
  /** The translator of this machine; undefined where there is none. Comes after the language models. */
  findTranslator?: (() => Promise<LocalEngine | undefined>) | undefined
  /** Of the digest, for the hint where a translator is missing. */
  language: string
  /** Hears of a service that is passed over. */
  warn: (message: string) => void
}

export interface ChosenEngines {
  /** In fall-back order; the last one always answers. */
  engines: [Engine, ...Engine[]]
  /** One sentence, to be printed once. */
  reason: string
}

const OLLAMA = 'Ollama'

/** Throws `engine-key-missing` where `llm` is asked for and none is there, `engine-not-available` for `bergamot`. */
export async function chooseEngines<Service extends LlmEndpoint>(
  options: ChooseEnginesOptions<Service>,
): Promise<ChosenEngines> {
  const { use, services } = options
  if (use === 'extractive') return takeSentences('because the extractive engine was chosen')
  const translator = await options.findTranslator?.()
  if (use === 'bergamot') {
    if (translator) return translate(translator, 'because the engine bergamot was chosen')
    throw bergamotMissing(options.language)
  }
  if (services.length > 0) return askModels(options, { services, translator })
  const models = await options.ollamaReachable()
  const model =
    models?.find(name => name === options.model || name === `${options.model}:latest`) ?? models?.[0]
  if (model) {
    const ollama: LlmEndpoint = { name: 'llm', baseUrl: `${OLLAMA_URL}/v1`, model, setBy: OLLAMA }
    return askModels(options, { services: [ollama], translator })
  }
  if (use === 'llm')
    throw new EngineError('No language model is set, and no Ollama answers on this machine.', {
      code: 'engine-key-missing',
    })
  const seen = models ? 'the Ollama on this machine has no model' : 'no Ollama answers on this machine'
  const because = `because neither OPENAI_API_KEY, DEEPSEEK_API_KEY nor OPENAI_BASE_URL is set and ${seen}`
  return translator
    ? translate(translator, because)
    : takeSentences(`${because}; \`paperbrief models pull\` fetches a translator`)
}

function takeSentences(because: string): ChosenEngines {
  return {
    engines: [createExtractive()],
    reason: `Taking sentences from the abstracts, in their own language, ${because}.`,
  }
}

function translate({ engine, what }: LocalEngine, because: string): ChosenEngines {
  return { engines: [engine, createExtractive()], reason: `${what}, ${because}.` }
}

function askModels<Service extends LlmEndpoint>(
  { openModel, warn }: ChooseEnginesOptions<Service>,
  {
    services,
    translator,
  }: { services: readonly (Service | LlmEndpoint)[]; translator: LocalEngine | undefined },
): ChosenEngines {
  const isSeveral = services.length > 1
  const models = services.flatMap((service, at) =>
    namesOf(service).map(model => {
      const engine = openModel(service, model)
      const hasNext = at < services.length - 1
      return isSeveral ? addFailOver(engine, { keyName: service.keyName, hasNext, warn }) : engine
    }),
  )
  const [first, ...rest] = [...models, ...(translator ? [translator.engine] : []), createExtractive()]
  return { engines: [first ?? createExtractive(), ...rest], reason: describeServices(services) }
}

/** The smaller model first; the larger one only where that failed. */
function namesOf({ model, largerModel }: LlmEndpoint): string[] {
  return largerModel && largerModel !== model ? [model, largerModel] : [model]
}

function describeServices(services: readonly LlmEndpoint[]): string {
  const places = services.map(
    service => `${namesOf(service).join(', then ')} at ${new URL(service.baseUrl).host}`,
  )
  const setBy = services[0]?.setBy
  const because = setBy === OLLAMA ? 'because an Ollama runs on this machine' : `because ${setBy} is set`
  return `Writing with ${places.join('; where that fails, ')}, ${because}.`
}

function bergamotMissing(language: string): EngineError {
  return new EngineError(`No translation model from English into ${language} is installed.`, {
    code: 'engine-not-available',
    hint: `\`paperbrief models pull ${language}\` fetches it; \`paperbrief models list\` says which languages there are.`,
  })
}
