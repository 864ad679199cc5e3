/** A digest as the plain text of a mail, for programs and people that want no HTML. */
import { listSeparator } from '../paper/language.ts'
import type { MailEntry, MailView } from './mail-view.ts'
import { mailWordingFor } from './mail-wording.ts'

const SHOWN_AUTHORS = 10

export function renderMailText(view: MailView): string {
  const { title, count, language, url, entries, left, isShortened, unsubscribe, sender } = view
  const words = mailWordingFor(language)
  const note = [...(left > 0 ? [words.more(left)] : []), ...(isShortened ? [words.shortened] : [])].join(
    ' · ',
  )
  const blocks = [
    [title, count, ...(url ? [url] : [])].join('\n'),
    ...entries.map((entry, index) => writeEntry(entry, { number: index + 1, view })),
    ...(note ? [note] : []),
    // Two hyphens and a space: what follows is a signature, which answers leave out.
    `-- \n${sender.name}\n${words.unsubscribe}: ${unsubscribe}`,
  ]
  return `${blocks.join('\n\n')}\n`
}

function writeEntry(
  { entry, show }: MailEntry,
  { number, view }: { number: number; view: MailView },
): string {
  const { title, original, url, authors, notices, gist, fields } = entry
  const names = authors.slice(0, SHOWN_AUTHORS).join(listSeparator(view.language))
  const head = [
    `${number}. ${title}`,
    ...(show === 'full' && original ? [original] : []),
    ...(show !== 'titles' && names
      ? [authors.length > SHOWN_AUTHORS ? `${names} … (${authors.length})` : names]
      : []),
    ...(url ? [url] : []),
    ...notices.map(notice => `! ${notice}`),
  ].join('\n')
  const body =
    show === 'full'
      ? fields.map(({ label, text }) => (label ? `${label}${view.colon}${text}` : text))
      : show === 'short' && gist
        ? [gist]
        : []
  return [head, ...body].join('\n\n')
}
