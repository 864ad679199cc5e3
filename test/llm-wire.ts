/** OpenAI's chat completions as bytes: sound answers, errors, streams and every way of failing. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatPrompt } from './llm-answer.ts'
import { type AnswerFault, type LlmFault, transportFaults } from './llm-faults.ts'

export interface ChatBody {
  model: string
  messages: { role: string; content: string | { text?: string }[] }[]
  stream?: boolean
  stream_options?: { include_usage?: boolean }
  max_tokens?: number
  max_completion_tokens?: number
}

export interface Finished {
  text: string
  finish: string
  usage: Record<string, unknown>
}

export function makeCompletion(model: string, { text, finish, usage }: Finished): unknown {
  const message = { role: 'assistant', content: text }
  return {
    id: 'chatcmpl-loopback',
    object: 'chat.completion',
    created: 1_700_000_000,
    model,
    choices: [{ index: 0, message, finish_reason: finish }],
    usage,
  }
}

export function sendStream(
  response: ServerResponse,
  { body, text, finish, usage }: Finished & { body: ChatBody },
): void {
  const send = (more: object) =>
    response.write(
      `data: ${JSON.stringify({ id: 'chatcmpl-loopback', object: 'chat.completion.chunk', model: body.model, ...more })}\n\n`,
    )
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const part of text.match(/[\s\S]{1,24}/gu) ?? [])
    send({ choices: [{ index: 0, delta: { content: part }, finish_reason: null }] })
  send({ choices: [{ index: 0, delta: {}, finish_reason: finish }] })
  if (body.stream_options?.include_usage) send({ choices: [], usage })
  response.end('data: [DONE]\n\n')
}

export function isTransportFault(fault: LlmFault | undefined): fault is Exclude<LlmFault, AnswerFault> {
  return transportFaults.some(kind => kind === fault)
}

export function failTransport(
  fault: Exclude<LlmFault, AnswerFault>,
  response: ServerResponse,
  retryAfterSeconds: number,
): void {
  switch (fault) {
    case 'rate-limit-retry-after':
      response.setHeader('retry-after', retryAfterSeconds)
      sendError(response, 429, { message: 'Too many requests.', code: 'rate_limit_exceeded' })
      return
    case 'rate-limit':
      sendError(response, 429, { message: 'Too many requests.', code: 'rate_limit_exceeded' })
      return
    case 'server-error':
      sendError(response, 500, { message: 'The server had an error.', code: 'server_error' })
      return
    case 'overloaded':
      sendError(response, 503, { message: 'The engine is overloaded.', code: 'overloaded' })
      return
    case 'drop-before':
      response.destroy()
      return
    case 'drop-mid-body':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 5_000 })
      response.write('{"id":"chatcmpl-loopback","choices":[{"index":0,"mess', () => response.destroy())
      return
    case 'no-answer':
      return
    case 'html-page':
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(
        '<!doctype html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
      )
      return
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 97 + 131) % 256)))
  }
}

export function sendError(
  response: ServerResponse,
  status: number,
  { message, code }: { message: string; code: string },
): void {
  sendJson(response, status, { error: { message, type: code, param: null, code } })
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

export function readChatBody(text: string): ChatBody | undefined {
  try {
    const body = JSON.parse(text) as ChatBody
    return typeof body.model === 'string' && Array.isArray(body.messages) ? body : undefined
  } catch {
    return undefined
  }
}

export function joinMessages({ messages }: ChatBody): ChatPrompt {
  const join = (isWanted: (role: string) => boolean) =>
    messages
      .filter(({ role }) => isWanted(role))
      .map(({ content }) =>
        typeof content === 'string' ? content : content.map(part => part.text ?? '').join(''),
      )
      .join('\n')
  const isSystem = (role: string) => role === 'system' || role === 'developer'
  return { system: join(isSystem), user: join(role => !isSystem(role)) }
}

export function countTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 4)
}

export function sharedPrefix(text: string, other: string): string {
  let length = 0
  while (length < text.length && text[length] === other[length]) length++
  return text.slice(0, length)
}
