/** Hands mails to an SMTP server, over one connection, none complete before it is noted down. */
import { type Duplex, Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { cleanLine } from '../paper/clean-text.ts'
import { errorMessage } from '../paper/error.ts'
import { DeliveryError, type SendMeans } from './channel.ts'
import { isLoopback } from './chat/secure-url.ts'

export interface SmtpServer {
  host: string
  port: number
  /** TLS from the first byte. */
  secure: boolean
  user?: string | undefined
  password?: string | undefined
  /** `required`: a connection without TLS is refused; on this machine it never is. */
  tls: 'required' | 'optional'
}

export interface Envelope {
  from: string
  to: string
}

export interface SmtpClient {
  /** @throws DeliveryError; whatever `handOver` throws */
  send(envelope: Envelope, message: Buffer, means: SendMeans): Promise<void>
  close(): void
}

const [CONNECT_MS, GREETING_MS, SILENCE_MS] = [15_000, 15_000, 60_000]

export function openSmtpClient(server: SmtpServer): SmtpClient {
  let open: SMTPConnection | undefined
  const drop = () => {
    open?.close()
    open = undefined
  }
  return {
    async send(envelope, message, means) {
      try {
        open ??= await connect(server)
        await sendOver(open, { envelope, message, means })
      } catch (error) {
        drop()
        throw error instanceof Noted ? error.cause : explain(error, server)
      }
    },
    close() {
      open?.quit()
      open = undefined
    },
  }
}

/** What `handOver` threw: not the server's fault. */
class Noted extends Error {}

async function connect(server: SmtpServer): Promise<SMTPConnection> {
  const { host, port, secure, user, password, tls } = server
  const isNear = isLoopback(host) || host === '::1'
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: tls === 'required' && !isNear,
    // A server on this machine has no certificate that anybody vouches for.
    ...(isNear && { tls: { rejectUnauthorized: false } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
  })
  await new Promise<void>((resolve, reject) => {
    // Stays for as long as the connection: an idle one may be closed, and nobody must fall over it.
    connection.on('error', reject)
    connection.once('end', () => reject(new Error('the connection was closed')))
    connection.connect(error => (error ? reject(error) : resolve()))
  })
  if (user !== undefined)
    await new Promise<void>((resolve, reject) =>
      connection.login({ credentials: { user, pass: password ?? '' } }, error =>
        error ? reject(error) : resolve(),
      ),
    )
  return connection
}

async function sendOver(
  connection: SMTPConnection,
  { envelope, message, means }: { envelope: Envelope; message: Buffer; means: SendMeans },
): Promise<void> {
  const broken = Promise.withResolvers<never>()
  const onEnd = () => broken.reject(new Error('the connection was closed before the server answered'))
  connection.once('end', onEnd)
  connection.once('error', broken.reject)
  const taken = new Promise<void>((resolve, reject) => {
    const refuse = (cause: unknown) => {
      reject(new Noted('not handed over', { cause }))
      // Without the dot behind it the server discards what it has.
      connection.close()
    }
    connection.send({ from: envelope.from, to: [envelope.to] }, holdBack(message, means, refuse), error =>
      error ? reject(error) : resolve(),
    )
  })
  try {
    await Promise.race([taken, broken.promise])
  } finally {
    connection.off('end', onEnd)
    connection.off('error', broken.reject)
  }
}

/**
 * The mail as the connection takes it, piped into what writes to the server. The server has a mail when it has seen the
 * dot behind it, which goes out when that stream is ended.
 */
function holdBack(message: Buffer, means: SendMeans, refuse: (cause: unknown) => void): Readable {
  const pipe = (server: Duplex) => {
    server.write(message)
    whenPassedOn(server, () => {
      try {
        const noted = means.handOver()
        if (noted) noted.then(() => server.end(), refuse)
        else server.end()
      } catch (error) {
        refuse(error)
      }
    })
    return server
  }
  // All that the connection does with a stream is to pipe it.
  return Object.assign(new Readable(), { pipe }) as Readable
}

const LOOK_AGAIN_MS = 5

/** Calls `then` when what was written has gone on to the connection, or the connection is no more. */
function whenPassedOn(stream: Duplex, then: () => void): void {
  if (stream.destroyed) return
  if (stream.writableLength === 0 && stream.readableLength === 0) then()
  else setTimeout(whenPassedOn, LOOK_AGAIN_MS, stream, then)
}

function explain(error: unknown, { host }: SmtpServer): DeliveryError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  const isLasting = status >= 500 || code === 'EAUTH' || code === 'ETLS'
  const hints: Record<string, string> = {
    EAUTH: 'Check the user and the password of publish.mail.smtp.',
    ETLS: 'The server offers no TLS: use another port, or set "tls: optional" where the network is your own.',
  }
  return new DeliveryError(`mail server ${host}: ${cleanLine(errorMessage(error)).slice(0, 300)}`, {
    code: 'delivery-mail',
    retryable: !isLasting,
    // What the server says of one reader it says with a number.
    isWide: status === 0 || code === 'EAUTH',
    hint: hints[code] ?? 'Check publish.mail.',
    cause: error,
  })
}
