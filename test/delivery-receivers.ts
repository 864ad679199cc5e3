/** Receivers of deliveries on the loopback interface: an SMTP server, and a web server that stands for every chat. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  from: string
  to: string[]
  messageId: string
  source: string
}

export interface ReceivedPost {
  path: string
  headers: IncomingMessage['headers']
  body: string
}

export interface PostAnswer {
  status?: number
  headers?: Record<string, string>
  body?: string
  /** The connection is closed without a word. */
  drop?: boolean
}

export interface Receivers {
  mails: ReceivedMail[]
  posts: ReceivedPost[]
  /** `smtp://127.0.0.1:port`. */
  smtpUrl: string
  /** `http://127.0.0.1:port`, without a slash at the end. */
  webUrl: string
  close(): Promise<void>
}

export interface ReceiverOptions {
  /** What a post is answered; default: 200 and `{}`. */
  answer?: (post: ReceivedPost, number: number) => PostAnswer
  /** An error here refuses the mail; its `responseCode` is the reply's. */
  refuseMail?: (mail: ReceivedMail, number: number) => Error | undefined
  /** Before a receiver answers what it has taken. */
  latencyMs?: number
}

export async function openReceivers({
  answer = () => ({}),
  refuseMail,
  latencyMs = 0,
}: ReceiverOptions = {}): Promise<Receivers> {
  const mails: ReceivedMail[] = []
  const posts: ReceivedPost[] = []
  let mailsTried = 0
  const smtp = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8')
        const { mailFrom, rcptTo } = session.envelope
        const mail = {
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          messageId: /^message-id: (.*)$/im.exec(source)?.[1] ?? '',
          source,
        }
        const refusal = refuseMail?.(mail, ++mailsTried)
        if (!refusal) mails.push(mail)
        setTimeout(() => done(refusal ?? null), latencyMs)
      })
    },
  })
  // Programs that are killed break their connections.
  smtp.on('error', () => undefined)
  const web = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk)
    } catch {
      return
    }
    const post = {
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    }
    posts.push(post)
    const { status = 200, headers = {}, body = '{}', drop } = answer(post, posts.length)
    if (drop) return request.socket.destroy()
    setTimeout(() => response.writeHead(status, headers).end(body), latencyMs)
  })
  await new Promise<void>(resolve => smtp.listen(0, '127.0.0.1', resolve))
  await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve))
  const smtpPort = (smtp.server.address() as AddressInfo).port
  return {
    mails,
    posts,
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    webUrl: `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
    async close() {
      web.closeAllConnections()
      await new Promise<void>(resolve => smtp.close(() => resolve()))
      await new Promise(resolve => web.close(resolve))
    },
  }
}
