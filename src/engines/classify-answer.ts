/** Says what a provider's refusal means, from its status and its words. */
import { cleanLine } from '../paper/clean-text.ts'
import { EngineError, type EngineErrorCode } from './engine-error.ts'

export interface FailedAnswer {
  /** The HTTP status, or the one that an error with status 200 claims. */
  status: number
  /** As received; JSON of any shape, HTML, or nothing. */
  body: string
  retryAfterMs: number | undefined
}

const MESSAGE_LIMIT = 300
// The words decide before the status does: providers send them with 400, 403, 429 and 200 alike.
const BY_WORDS: [RegExp, EngineErrorCode][] = [
  [
    /insufficient[_ ](?:quota|balance|credit|funds)|hard[_ ]limit|billing_not_active|out of credits|arrears|余额不足|欠费/i,
    'engine-quota',
  ],
  [
    /context[_ ]length|context window|maximum context|maximum (?:input|prompt) length|prompt is too long|too many (?:input )?tokens|reduce the length|exceeds the (?:model|available) context/i,
    'engine-context-too-long',
  ],
  [
    /content[_ ](?:filter|policy|management)|content exists risk|data_inspection_failed|moderation|flagged|safety system|敏感/i,
    'engine-refused',
  ],
  [
    /model[_ ]not[_ ](?:found|exist)|(?:unknown|invalid|unsupported) model|model\b.{0,80}\b(?:does not exist|not found|is not available|not exist)/i,
    'engine-model-unknown',
  ],
  [
    /invalid[_ ]api[_ ]key|incorrect api key|authentication[_ ](?:error|fails|failed)|unauthorized/i,
    'engine-key-refused',
  ],
  [/rate[_ ]limit|too many requests/i, 'engine-rate-limited'],
  [/overloaded|server_error|temporarily unavailable/i, 'engine-unavailable'],
]
const BY_STATUS: Record<number, EngineErrorCode> = {
  401: 'engine-key-refused',
  402: 'engine-quota',
  403: 'engine-key-refused',
  404: 'engine-model-unknown',
  408: 'engine-unavailable',
  425: 'engine-unavailable',
  429: 'engine-rate-limited',
}
const MEANINGS: Partial<Record<EngineErrorCode, string>> = {
  'engine-key-refused': 'The provider refused the API key',
  'engine-model-unknown': 'The provider does not know the model or the address',
  'engine-rate-limited': 'The provider asks for fewer calls',
  'engine-unavailable': 'The provider is not available',
  'engine-quota': "The provider's account is used up",
  'engine-context-too-long': "The text is longer than the model's context",
  'engine-refused': "The provider's content filter refused the text",
  'engine-request-refused': 'The provider refused the request',
}

/** Never holds the request; `redact` takes the key out of the provider's own words. */
export function classifyAnswer(answer: FailedAnswer, redact: (text: string) => string): EngineError {
  const { status } = answer
  const words = readErrorWords(redact(answer.body))
  const retryAfterMs = answer.retryAfterMs ?? readWaitInWords(words)
  const code =
    status >= 500
      ? 'engine-unavailable'
      : (codeByWords(words) ?? BY_STATUS[status] ?? 'engine-request-refused')
  const said = cleanLine(redact(words.slice(0, 2_000))).slice(0, MESSAGE_LIMIT)
  const message = `${MEANINGS[code]} (HTTP ${status})${said === '' ? '.' : `: ${said}`}`
  return new EngineError(message, { code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) })
}

// "Please try again in 1.2s", "Please retry in 23.5s": said by those that send no header.
function readWaitInWords(words: string): number | undefined {
  const [, amount, unit] = /try (?:again )?in (\d{1,6}(?:\.\d{1,12})?) ?(ms|s)\b/i.exec(words) ?? []
  return amount === undefined ? undefined : Number(amount) * (unit === 'ms' ? 1 : 1_000)
}

function codeByWords(words: string): EngineErrorCode | undefined {
  const start = words.slice(0, 2_000)
  return BY_WORDS.find(([pattern]) => pattern.test(start))?.[1]
}

/** The message and the code words of an error body: `{error: {message, type, code}}` and its many relatives. */
function readErrorWords(body: string): string {
  const parsed = parseJson(body)
  // A web page says nothing to a reader of an error message.
  if (parsed === undefined) return /^\s*</.test(body) ? '' : body.slice(0, 2_000)
  const words: string[] = []
  collectWords(parsed, words, 0)
  return [...new Set(words)].join(' ')
}

const WORD_KEYS = new Set([
  'error',
  'message',
  'type',
  'code',
  'detail',
  'msg',
  'errors',
  'param',
  'metadata',
  'raw',
])

function collectWords(value: unknown, words: string[], depth: number): void {
  if (words.length >= 8 || depth > 4) return
  if (typeof value === 'string') words.push(value.slice(0, 2_000))
  else if (Array.isArray(value)) for (const item of value.slice(0, 4)) collectWords(item, words, depth + 1)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      if (WORD_KEYS.has(key)) collectWords(inner, words, depth + 1)
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
