/** A server on the loopback interface that plays back recorded answers, and every fault we know of services. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReplayRequest {
  /** From 1, over all requests to this server. */
  number: number
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  /** When the server had read the request's head, milliseconds on a monotonic clock. */
  atMs: number
}

export type ReplayAnswer =
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
  /** The connection is closed without a word. */
  | { fault: 'drop' }
  /** Half of the body is sent, then the connection is closed. */
  | { fault: 'cut'; body: string }
  /** One byte now and then, for ever. */
  | { fault: 'drip'; everyMs: number }
  /** The head is sent, and then nothing. */
  | { fault: 'stall' }
  /** As much as the client takes, up to `bytes`. */
  | { fault: 'flood'; bytes: number; headers?: Record<string, string>; chunk?: Uint8Array }

export interface ReplayServer {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  url: string
  requests: ReplayRequest[]
  /** Body bytes handed to the connections so far. */
  sentBytes(): number
  /** Connections that were opened so far. */
  connections(): number
  close(): Promise<void>
}

export async function openReplayServer(
  answer: (request: ReplayRequest) => ReplayAnswer | Promise<ReplayAnswer>,
): Promise<ReplayServer> {
  const requests: ReplayRequest[] = []
  const tally = { sentBytes: 0, connections: 0 }
  const server = createServer(async (message, response) => {
    const { pathname, searchParams } = new URL(message.url ?? '/', 'http://replay')
    const request: ReplayRequest = {
      number: requests.length + 1,
      path: pathname,
      query: searchParams,
      headers: message.headers,
      atMs: performance.now(),
    }
    requests.push(request)
    play(await answer(request), response, tally)
  })
  server.on('connection', () => tally.connections++)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    sentBytes: () => tally.sentBytes,
    connections: () => tally.connections,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function play(answer: ReplayAnswer, response: ServerResponse, tally: { sentBytes: number }): void {
  if (!('fault' in answer)) {
    const { status = 200, headers = {}, body = '' } = answer
    tally.sentBytes += Buffer.byteLength(body)
    response.writeHead(status, headers).end(body)
    return
  }
  switch (answer.fault) {
    case 'drop':
      response.destroy()
      return
    case 'cut':
      response.writeHead(200, { 'content-length': Buffer.byteLength(answer.body) })
      response.write(answer.body.slice(0, answer.body.length / 2), () => response.destroy())
      return
    case 'drip':
      drip(response, answer.everyMs)
      return
    case 'stall':
      response.writeHead(200).flushHeaders()
      return
    case 'flood':
      response.writeHead(200, answer.headers)
      flood(response, answer, tally)
  }
}

function drip(response: ServerResponse, everyMs: number): void {
  response.writeHead(200)
  const timer = setInterval(() => response.write('x'), everyMs)
  response.on('close', () => clearInterval(timer))
}

function flood(
  response: ServerResponse,
  { bytes, chunk = Buffer.alloc(1024 * 1024, 'x') }: { bytes: number; chunk?: Uint8Array },
  tally: { sentBytes: number },
): void {
  let left = bytes
  const pour = () => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.byteLength
      tally.sentBytes += chunk.byteLength
      if (!response.write(chunk)) {
        response.once('drain', pour)
        return
      }
    }
    response.end()
  }
  pour()
}
