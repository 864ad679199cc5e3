/** Hands mails to an SMTP server, over one connection, none complete before it is noted down. */
import { Readable } from 'node:stream'
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
  /** Whether a connection without TLS is refused; on this machine it never is. */
  requireTls: boolean
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
const [SUBMISSION_PORT, TLS_PORT] = [587, 465]

/** `smtps://user:password@host:465`, or its parts. */
export function readSmtpServer(
  given:
    | string
    | {
        host: string
        port?: number | undefined
        secure?: boolean | undefined
        user?: string | undefined
        password?: string | undefined
        tls: 'required' | 'optional'
      },
): SmtpServer {
  if (typeof given !== 'string') {
    const { host, port, user, password, tls } = given
    const secure = given.secure ?? port === TLS_PORT
    return { host, port: port ?? portOf(secure), secure, user, password, requireTls: tls === 'required' }
  }
  const { protocol, hostname, port, username, password } = new URL(given)
  const secure = protocol === 'smtps:' || port === String(TLS_PORT)
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? portOf(secure) : Number(port),
    secure,
    ...(username && { user: decodeURIComponent(username), password: decodeURIComponent(password) }),
    requireTls: true,
  }
}

function portOf(secure: boolean): number {
  return secure ? TLS_PORT : SUBMISSION_PORT
}

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
  const { host, port, secure, user, password, requireTls } = server
  const isNear = isLoopback(host) || host === '::1'
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: requireTls && !isNear,
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

function sendOver(
  connection: SMTPConnection,
  { envelope, message, means }: { envelope: Envelope; message: Buffer; means: SendMeans },
): Promise<void> {
  return new Promise((resolve, reject) => {
    async function* onceNoted() {
      yield message
      // The server takes a mail when it has seen the dot behind it, which goes out when this ends.
      await means.handOver()
    }
    const body = Readable.from(onceNoted())
    // The connection is closed without the dot.
    body.once('error', cause => reject(new Noted('not handed over', { cause })))
    connection.once('end', () => reject(new Error('the connection was closed before the server answered')))
    connection.once('error', reject)
    connection.send({ from: envelope.from, to: [envelope.to] }, body, error =>
      error ? reject(error) : resolve(),
    )
  })
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
