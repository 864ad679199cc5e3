/** What every engine promises: a request in, text or an extract out; no engine knows a form or a layout. */

export interface TokenUsage {
  /** All tokens of the prompt, those from the provider's cache included. */
  in: number
  out: number
  /** The part of `in` that the provider read from its prompt cache. */
  cached: number
}

export interface CompletionRequest {
  /** The fixed part, byte for byte the same for all papers of a form, so that a provider's prompt cache hits. */
  system: string
  prompt: string
  maxOutputTokens: number
  signal?: AbortSignal
}

/** `length`: cut off at `maxOutputTokens`. `filtered`: cut off by the provider's content filter. */
export type FinishReason = 'stop' | 'length' | 'filtered' | 'other'

export interface Completion {
  /** Never empty; a reasoning model's thoughts are taken out. */
  text: string
  finish: FinishReason
  /** Of all HTTP calls together, failed ones included where the provider told. */
  usage: TokenUsage
  /** Of all HTTP calls together, in the budget's currency; undefined: price unknown. */
  costAmount: number | undefined
  /** Of the HTTP call that answered; waiting and failed calls are not in it. */
  latencyMs: number
  /** How many HTTP calls it took. */
  calls: number
}

/** One HTTP call to a model, for the library's `model_call` table. */
export interface ModelCall {
  engine: string
  model: string
  /** `ok`, or the code of the `EngineError`. */
  outcome: 'ok' | string
  usage: TokenUsage
  costAmount: number | undefined
  latencyMs: number
}

export interface CompletionEngine {
  kind: 'llm'
  /** For people and for the brief: `llm`, or the name of one of several providers. */
  name: string
  model: string
  /**
   * Throws an `EngineError`, or the signal's reason where the caller gave up. `onCall` hears of every single
   * HTTP call, failed ones too.
   */
  complete(request: CompletionRequest, onCall?: (call: ModelCall) => void): Promise<Completion>
}

export type SentenceRole = 'background' | 'problem' | 'method' | 'results' | 'contribution' | 'resources'

export interface ExtractedSentence {
  /** Verbatim, in the paper's own language. */
  text: string
  role: SentenceRole
}

export interface Extract {
  /** In the order of the abstract. */
  sentences: ExtractedSentence[]
  /** 3 to 6 phrases as they stand in the source, names first; fewer where the source is too short. */
  keyphrases: string[]
  /** The one sentence that says most; empty only where there is no text at all. */
  gist: string
}

export interface ExtractiveEngine {
  kind: 'extractive'
  name: 'extractive'
  extract(text: { title: string; abstract: string }): Extract
}

export interface TranslationRequest {
  /** Sentences or short pieces, each on one line. */
  texts: readonly string[]
  /** Language tags: `en`, `zh-Hans`. */
  from: string
  to: string
  signal?: AbortSignal | undefined
}

export interface TranslationEngine {
  kind: 'translator'
  name: 'bergamot'
  /** Pair, size and the first digits of the weights' hash: `en-zh base-memory 4e5accc1`. */
  model: string
  /**
   * The translations, one for each text and in that order; an empty one where the model had nothing to say.
   * Throws an `EngineError`, or the signal's reason where the caller gave up.
   */
  translate(request: TranslationRequest): Promise<string[]>
  /** Gives the model's memory back; a call under way fails. */
  close(): Promise<void>
}

export type Engine = CompletionEngine | ExtractiveEngine | TranslationEngine
