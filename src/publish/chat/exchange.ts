/** One HTTP request over a connection of its own, held back whole until it may go out, and then written at one blow. */
import { type IncomingMessage, request } from 'node:http'
import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { connect as connectTls } from 'node:tls'

export interface RawAnswer {
  status: number
  headers: IncomingMessage['headers']
  /** The body, cut off where it is longer than any answer of a service. */
  text: string
}

export interface ExchangeRequest {
  url: URL
  headers: Readonly<Record<string, string>>
  body: string
  /**
   * Called when the connection stands and nothing has been sent. What it throws closes the connection. Where it gives
   * no promise, the whole request is the system's before anything else can happen.
   */
  beforeSending(): Promise<void> | undefined
}

const [CONNECT_MS, ANSWER_MS] = [10_000, 30_000]
const MAX_ANSWER_BYTES = 64 * 1024

/** @throws Error for a connection that fails or breaks, an answer that does not come; whatever `beforeSending` throws */
export async function exchange({ url, headers, body, beforeSending }: ExchangeRequest): Promise<RawAnswer> {
  const socket = await connect(url)
  try {
    const held = holdBack(socket)
    const bytes = Buffer.from(body)
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = request({
        method: 'POST',
        path: url.pathname + url.search,
        headers: { ...headers, host: url.host, 'content-length': bytes.length },
        createConnection: () => held.stream,
      })
      outgoing.once('response', resolve)
      // For as long as it lives: the connection is closed under it in the end.
      outgoing.on('error', reject)
      outgoing.once('finish', () => release({ socket, beforeSending, whole: held.take() }).catch(reject))
      outgoing.end(bytes)
    })
    return await withinTime(answer.then(readAnswer), ANSWER_MS, 'no answer came')
  } finally {
    socket.destroy()
  }
}

async function release({
  socket,
  beforeSending,
  whole,
}: Pick<ExchangeRequest, 'beforeSending'> & { socket: Socket; whole: Buffer }): Promise<void> {
  const noted = beforeSending()
  // Without a promise there is no turn of the loop between the note and the bytes.
  if (noted) await noted
  socket.write(whole)
}

async function connect(url: URL): Promise<Socket> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isSecure = url.protocol === 'https:'
  const port = Number(url.port || (isSecure ? 443 : 80))
  const socket = isSecure
    ? connectTls({ host, port, ALPNProtocols: ['http/1.1'], ...(isIP(host) === 0 && { servername: host }) })
    : connectPlain({ host, port })
  try {
    const ready = new Promise<void>((resolve, reject) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', resolve)
      socket.once('error', reject)
    })
    await withinTime(ready, CONNECT_MS, 'no connection came about')
    socket.setNoDelay(true)
    return socket
  } catch (error) {
    socket.destroy()
    throw error
  }
}

/** A stream for the HTTP client: what it writes is kept, what the socket receives goes through. */
function holdBack(socket: Socket): { stream: Duplex; take(): Buffer } {
  const pieces: Buffer[] = []
  const stream = new Duplex({
    write(chunk: Buffer, _encoding, done) {
      pieces.push(chunk)
      done()
    },
    read: () => {
      socket.resume()
    },
  })
  socket.on('data', (chunk: Buffer) => {
    if (!stream.push(chunk)) socket.pause()
  })
  socket.on('end', () => stream.push(null))
  socket.on('error', error => stream.destroy(error))
  // The client listens while it waits for an answer; later nobody does.
  stream.on('error', () => undefined)
  return { stream, take: () => Buffer.concat(pieces) }
}

async function readAnswer(answer: IncomingMessage): Promise<RawAnswer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_ANSWER_BYTES) break
  }
  const text = Buffer.concat(chunks).toString('utf8').slice(0, MAX_ANSWER_BYTES)
  return { status: answer.statusCode ?? 0, headers: answer.headers, text }
}

async function withinTime<T>(work: Promise<T>, timeoutMs: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} within ${timeoutMs / 1000} s`)), timeoutMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
