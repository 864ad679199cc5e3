/** Reads what a server answers to a chat request and brings its many shapes into the one of OpenAI's API. */
import { z } from 'zod'
import { classifyAnswer, parseJson } from './classify-answer.ts'
import { EngineError } from './engine-error.ts'
import { readWait } from './read-wait.ts'

export interface ReadAnswerOptions {
  now: number
  redact: (text: string) => string
}

// A thousand times the longest brief; a server that sends more has something else in mind.
const LONGEST_BODY = 8_000_000

const partSchema = z
  .looseObject({ content: z.unknown().optional(), reasoning_content: z.unknown().optional() })
  .nullish()
const choiceSchema = z.looseObject({
  delta: partSchema,
  message: partSchema,
  finish_reason: z.string().nullish(),
})
const chunkSchema = z.looseObject({
  choices: z.array(choiceSchema).nullish(),
  usage: z.unknown().optional(),
  error: z.unknown().optional(),
})
const errorSchema = z.looseObject({ code: z.unknown().optional(), status: z.unknown().optional() })

/**
 * The JSON text of a chat completion. Throws an `EngineError` for an error status, an error sent with status
 * 200, a body that is no JSON (`engine-answer-malformed`), an empty one, and an event stream that broke off.
 */
export async function readAnswer(response: Response, options: ReadAnswerOptions): Promise<string> {
  const body = await readBody(response)
  const fail = (status: number) =>
    classifyAnswer(
      { status, body, retryAfterMs: readWait(response.headers, { now: options.now, refused: true }) },
      options.redact,
    )
  if (!response.ok) throw fail(response.status)
  const text = body.trim()
  if (text === '') throw new EngineError('The answer was empty.', { code: 'engine-answer-empty' })
  if (/^(?:data|event|id|:)/.test(text)) return JSON.stringify(joinEvents(text, fail))
  const parsed = parseJson(text)
  const claimed = claimedStatus(parsed)
  if (claimed !== undefined) throw fail(claimed)
  if (!Array.isArray(z.looseObject({ choices: z.unknown().optional() }).safeParse(parsed).data?.choices))
    throw malformed(text, response.headers.get('content-type'))
  return text
}

async function readBody(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes, { stream: true })
    if (text.length > LONGEST_BODY)
      throw new EngineError('The answer was far too long.', { code: 'engine-answer-malformed' })
  }
  return text + decoder.decode()
}

/** The status of an error that came with status 200; undefined where it is none. */
function claimedStatus(parsed: unknown): number | undefined {
  const { data } = z
    .looseObject({ error: z.unknown().optional(), choices: z.unknown().optional() })
    .safeParse(parsed)
  if (!data?.error || Array.isArray(data.choices)) return undefined
  const { data: error } = errorSchema.safeParse(data.error)
  const status = Number(error?.code ?? error?.status)
  return status >= 400 && status < 600 ? status : 400
}

function malformed(text: string, contentType: string | null): EngineError {
  const page = /^<(?:!doctype|html|\?xml|head|body)/i.test(text) || contentType?.includes('html')
  const what = page
    ? 'a web page'
    : /^[[{]/.test(text)
      ? 'JSON that is no chat answer'
      : 'something that is no JSON'
  return new EngineError(`The provider answered with ${what}.`, { code: 'engine-answer-malformed' })
}

/** Joins a stream of server-sent events that nobody asked for; some gateways always stream. */
function joinEvents(text: string, fail: (status: number) => EngineError): unknown {
  let [content, reasoning] = ['', '']
  let finish: string | undefined
  let usage: unknown
  for (const line of text.split(/\r?\n/)) {
    if (!line.startsWith('data:')) continue
    const { data: chunk } = chunkSchema.safeParse(parseJson(line.slice('data:'.length)))
    if (!chunk) continue
    if (chunk.error) throw fail(claimedStatus(chunk) ?? 400)
    usage = chunk.usage ?? usage
    for (const { delta, message, finish_reason } of chunk.choices?.slice(0, 1) ?? []) {
      const part = delta ?? message
      if (typeof part?.content === 'string') content += part.content
      if (typeof part?.reasoning_content === 'string') reasoning += part.reasoning_content
      finish = finish_reason ?? finish
    }
  }
  if (finish === undefined)
    throw new EngineError('The answer broke off before its end.', {
      code: 'engine-unavailable',
      maybeBilled: true,
    })
  const message = {
    role: 'assistant',
    content,
    ...(reasoning === '' ? {} : { reasoning_content: reasoning }),
  }
  return { choices: [{ index: 0, message, finish_reason: finish }], ...(usage ? { usage } : {}) }
}
