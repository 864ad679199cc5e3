/** The error of every engine: why no usable text came back, and whether asking again may help. */
import { PaperbriefError } from '../paper/error.ts'

export type EngineErrorCode =
  | 'engine-key-missing'
  | 'engine-key-refused'
  | 'engine-model-unknown'
  | 'engine-rate-limited'
  | 'engine-unavailable'
  | 'engine-answer-empty'
  | 'engine-answer-malformed'
  | 'engine-refused'
  | 'engine-budget-spent'
  | 'engine-quota'
  | 'engine-context-too-long'
  | 'engine-request-refused'
  | 'engine-not-available'

// What mends it, by code; a call may give a better hint.
const HINTS: Partial<Record<EngineErrorCode, string>> = {
  'engine-key-missing':
    'Set OPENAI_API_KEY or DEEPSEEK_API_KEY (in .env or the environment), or OPENAI_BASE_URL for a server that needs no key.',
  'engine-key-refused':
    'Check OPENAI_API_KEY or DEEPSEEK_API_KEY, and that OPENAI_BASE_URL belongs to the same provider.',
  'engine-model-unknown':
    'Set engine.model (or PAPERBRIEF_MODEL) to a model of this provider, and check that OPENAI_BASE_URL is right: most end in /v1.',
  'engine-rate-limited': 'Lower engine.concurrency, or ask the provider for a higher limit.',
  'engine-unavailable': 'Check the connection and OPENAI_BASE_URL, or try again later.',
  'engine-answer-empty': 'If the model thinks before it answers, choose one that does not by engine.model.',
  'engine-answer-malformed': 'Check that OPENAI_BASE_URL is the address of the API, not of a web page.',
  'engine-refused': 'The provider refuses this text; another model by engine.model may take it.',
  'engine-budget-spent':
    'Raise engine.budget.perRun or engine.budget.perMonth; what was left is written at the next run.',
  'engine-quota': "Top up the provider's account, or set the key of another one.",
  'engine-context-too-long': 'Choose a model with a longer context by engine.model.',
  'engine-request-refused': 'Check engine.model and the extra request settings of the engine.',
}

// Asking the same again may help. A refused key, a spent budget or an unknown model stays what it is.
const RETRYABLE = new Set<EngineErrorCode>([
  'engine-rate-limited',
  'engine-unavailable',
  'engine-answer-empty',
  'engine-answer-malformed',
  'engine-refused',
])

export interface EngineErrorDetails {
  code: EngineErrorCode
  hint?: string
  /** How long the provider asks to wait. */
  retryAfterMs?: number
  /** No answer came in time; such calls are dear, so they are repeated less often. */
  timedOut?: boolean
  /** The provider got the request and may bill it, though nothing told what it used. */
  maybeBilled?: boolean
  cause?: unknown
}

/**
 * A call of an engine that gave no usable text. Not used where the caller gave up (that throws the signal's
 * reason), nor where the text is there but faulty: that is for the checks to say.
 */
export class EngineError extends PaperbriefError {
  declare readonly code: EngineErrorCode
  readonly retryAfterMs: number | undefined
  readonly timedOut: boolean
  readonly maybeBilled: boolean

  constructor(message: string, details: EngineErrorDetails) {
    const { code, hint, cause } = details
    const shownHint = hint ?? HINTS[code]
    super(message, {
      code,
      retryable: RETRYABLE.has(code),
      ...(shownHint === undefined ? {} : { hint: shownHint }),
      ...(cause === undefined ? {} : { cause }),
    })
    this.retryAfterMs = details.retryAfterMs
    this.timedOut = details.timedOut ?? false
    this.maybeBilled = details.maybeBilled ?? false
  }
}
