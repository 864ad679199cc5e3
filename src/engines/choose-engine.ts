/** Decides what writes: a language model where one is set or runs here, else the paper's own sentences. */
import type { Engine } from './engine.ts'
import { EngineError } from './engine-error.ts'
import { createExtractive } from './extractive.ts'
import { createOpenaiCompatible, type OpenaiCompatibleOptions } from './openai-compatible.ts'
import { OLLAMA_URL } from './probe-ollama.ts'

export interface LlmEndpoint {
  baseUrl: string
  /** Undefined for a server that needs none. */
  apiKey?: string | undefined
  model: string
  /** Of the same provider; asked only where the first one failed. */
  largerModel?: string | undefined
  /** The setting that brought it, for the reason: `DEEPSEEK_API_KEY`. */
  keyName?: string | undefined
}

export interface ChooseEnginesOptions {
  use: 'auto' | 'llm' | 'bergamot' | 'extractive'
  /** Where a key or a base URL is set. */
  llm?: LlmEndpoint | undefined
  /** Models of a local Ollama, undefined where none answers: `probeOllama`. Asked only where nothing is set. */
  ollamaReachable: () => Promise<readonly string[] | undefined>
  /** The model to take of a local Ollama; its first one where absent or not there. */
  model?: string | undefined
  /** How calls are made, whichever model it is. */
  calls: Omit<OpenaiCompatibleOptions, 'name' | 'baseUrl' | 'apiKey' | 'model'>
}

export interface ChosenEngines {
  /** In fall-back order; the last one always answers. */
  engines: [Engine, ...Engine[]]
  /** One sentence, to be printed once. */
  reason: string
}

/** Throws `engine-key-missing` where `llm` is asked for and none is there, `engine-not-available` for `bergamot`. */
export async function chooseEngines(options: ChooseEnginesOptions): Promise<ChosenEngines> {
  const { use, llm } = options
  if (use === 'bergamot') throw bergamotMissing()
  if (use === 'extractive') return extractive('because the extractive engine was chosen')
  if (llm) return languageModel(options, llm)
  const models = await options.ollamaReachable()
  const model =
    models?.find(name => name === options.model || name === `${options.model}:latest`) ?? models?.[0]
  if (model) return languageModel(options, { baseUrl: `${OLLAMA_URL}/v1`, model, keyName: 'Ollama' })
  if (use === 'llm')
    throw new EngineError('No language model is set, and no Ollama answers on this machine.', {
      code: 'engine-key-missing',
    })
  const seen = models ? 'the Ollama on this machine has no model' : 'no Ollama answers on this machine'
  return extractive(`because neither OPENAI_API_KEY, DEEPSEEK_API_KEY nor OPENAI_BASE_URL is set and ${seen}`)
}

function extractive(because: string): ChosenEngines {
  return {
    engines: [createExtractive()],
    reason: `Taking sentences from the abstracts, in their own language, ${because}.`,
  }
}

function languageModel({ calls }: ChooseEnginesOptions, llm: LlmEndpoint): ChosenEngines {
  const { baseUrl, apiKey, model, largerModel, keyName } = llm
  const names = largerModel && largerModel !== model ? [model, largerModel] : [model]
  const models = names.map(name =>
    createOpenaiCompatible({ ...calls, name: 'llm', baseUrl, apiKey, model: name }),
  )
  const [first, ...rest] = [...models, createExtractive()]
  const because =
    keyName === 'Ollama' ? 'because an Ollama runs on this machine' : `because ${keyName ?? 'it'} is set`
  return {
    engines: [first ?? createExtractive(), ...rest],
    reason: `Writing with ${names.join(', then ')} at ${new URL(baseUrl).host}, ${because}.`,
  }
}

function bergamotMissing(): EngineError {
  return new EngineError('The engine bergamot is not in this version yet.', {
    code: 'engine-not-available',
    hint: 'Set engine.use (or --engine) to auto, llm or extractive.',
  })
}
