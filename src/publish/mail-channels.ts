/** Mail as channels: one for each reader, so that each gets each digest once, whoever else is added or taken away. */
import type { Digest } from '../paper/edition.ts'
import type { Channel } from './channel.ts'
import { keyOf } from './chat/open-chat.ts'
import { addressOf, composeMail, type RenderedMail, renderMailParts } from './mail-message.ts'
import { openSmtpClient, type SmtpServer } from './mail-smtp.ts'
import type { MailContext } from './mail-view.ts'

export interface MailRequest extends Omit<MailContext, 'unsubscribe'> {
  to: readonly string[]
  from: string
  replyTo?: string | undefined
  smtp: SmtpServer
  subject?: string | undefined
  /** `mailto:` or `https:`; by default a mail to `from`. */
  unsubscribe?: string | undefined
  editions?: readonly string[] | undefined
}

const QUEUE = 'mail'
// Servers count what one sender sends; this is slow enough for any.
const PACE_MS = 50

export function openMailChannels(request: MailRequest): Channel[] {
  const { to, from, replyTo, subject, editions } = request
  const client = openSmtpClient(request.smtp)
  const unsubscribe = request.unsubscribe ?? `mailto:${addressOf(from)}?subject=unsubscribe`
  const render = remember(digest => renderMailParts(digest, { ...request, unsubscribe }, subject))
  return [...new Map(to.map(reader => [addressOf(reader).toLowerCase(), reader])).entries()].map(
    ([address, reader]): Channel => {
      const name = `mail:${address}`
      return {
        name,
        to: `mail to ${addressOf(reader)} (${request.smtp.host})`,
        editions,
        queue: QUEUE,
        paceMs: PACE_MS,
        close: async () => client.close(),
        async compose(digest) {
          const mail = render(digest)
          const id = keyOf(digest, [name, mail.subject, mail.html])
          const message = await composeMail(mail, {
            digest,
            addresses: { from, to: reader, replyTo },
            unsubscribe,
            id,
          })
          const envelope = { from: addressOf(from), to: addressOf(reader) }
          return [{ key: id, bytes: message.length, send: means => client.send(envelope, message, means) }]
        },
      }
    },
  )
}

/** All readers of a digest get the same: it is rendered for the first of them. */
function remember(render: (digest: Digest) => RenderedMail): (digest: Digest) => RenderedMail {
  let last: { digest: Digest; mail: RenderedMail } | undefined
  return digest => {
    if (last?.digest !== digest) last = { digest, mail: render(digest) }
    return last.mail
  }
}
