/** A digest as a mail to one reader: headers, HTML and text, the same bytes for the same digest and reader. */
import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Digest } from '../paper/edition.ts'
import { fillWording } from '../paper/labels.ts'
import { renderMail } from './mail.tsx'
import { renderMailText } from './mail-text.ts'
import { type MailContext, viewMail } from './mail-view.ts'
import { showLine } from './present-entry.ts'

export interface RenderedMail {
  subject: string
  html: string
  text: string
}

export interface MailAddresses {
  /** `ada@example.org` or `Ada Example <ada@example.org>`. */
  from: string
  to: string
  replyTo?: string | undefined
}

// Gmail shows the first 102 KB of a mail's HTML and hides the rest.
const MAX_HTML_BYTES = 96_000
const MAX_SUBJECT = 200

/** @param subject `{edition}`, `{date}` and `{count}` stand for those of the digest */
export function renderMailParts(digest: Digest, context: MailContext, subject?: string): RenderedMail {
  const view = viewMail(digest, context, {
    limit: MAX_HTML_BYTES,
    size: view => Buffer.byteLength(renderMail(view)),
  })
  const wording = subject ?? `${showLine(context.sender.name, 80)}: {edition} {date} ({count})`
  const values = { edition: digest.edition, date: digest.date, count: view.count }
  return {
    subject: showLine(fillWording(wording, values), MAX_SUBJECT),
    html: renderMail(view),
    text: renderMailText(view),
  }
}

/** The mail address alone. */
export function addressOf(given: string): string {
  return /<([^<>]+)>$/.exec(given)?.[1] ?? given
}

/** @param id left side of the Message-ID: the same for the same digest and reader */
export function composeMail(
  { subject, html, text }: RenderedMail,
  {
    digest,
    addresses: { from, to, replyTo },
    unsubscribe,
    id,
  }: { digest: Digest; addresses: MailAddresses; unsubscribe: string; id: string },
): Promise<Buffer> {
  const domain = addressOf(from).split('@')[1] ?? 'localhost'
  const list = [digest.edition, digest.language, 'paperbrief', domain].map(nameLabel).join('.')
  const composer = new MailComposer({
    from,
    to,
    ...(replyTo && { replyTo }),
    subject,
    html,
    text,
    // A mail that is sent again after a crash is the same mail, and programs show it once.
    messageId: `<${id}@${domain}>`,
    date: new Date(`${digest.date}T00:00:00Z`),
    baseBoundary: createHash('sha256').update(id).digest('hex').slice(0, 16),
    headers: {
      'List-Id': `<${list}>`,
      'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
      'Auto-Submitted': 'auto-generated',
      Precedence: 'bulk',
    },
    // Nothing from outside may name a file or an address to be put into the mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

function nameLabel(part: string): string {
  return part.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 100)
}
