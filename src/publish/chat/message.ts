/** A digest as a message of plain lines, the same for every chat; each service writes the lines in its own way. */
import type { Digest } from '../../paper/edition.ts'
import type { FormBook } from '../../paper/form-book.ts'
import { countPapers, findLabels } from '../../paper/labels.ts'
import { listSeparator } from '../../paper/language.ts'
import type { Sender } from '../channel.ts'
import { clipText } from '../clip-text.ts'
import { routes } from '../pages/routes.ts'
import { nameDigest, type PresentedEntry, pageUrl, presentEntry } from '../present-entry.ts'
import { type Block, type Line, type MessageFormat, splitMessage } from '../split-message.ts'

/** How much of each paper a message shows. */
export const extents = ['full', 'short', 'titles'] as const
export type Extent = (typeof extents)[number]

export interface MessageContext {
  sender: Sender
  book?: FormBook | undefined
  show: Extent
}

/** How a service writes a message; `limit` holds for all of it. */
export interface ChatFormat extends MessageFormat {
  /** Of a message that has several, each with the limit for itself. Default 1. */
  sections?: number
  /** What stands above the papers; written even where a service keeps it apart. @param url of the digest */
  heading(title: string, url: string | undefined): string
}

export interface FittedMessage {
  /** `daily · 2025-05-28 (30 papers) 1/2`, as it is. */
  title: string
  heading: string
  /** The papers, or the first section of them. */
  body: string
  sections: string[]
  /** Of the digest on the site, where there is one. */
  url: string | undefined
}

/** More messages than this are a flood, not a digest: papers are then shown in fewer words. */
export const MAX_MESSAGES = 20
const SHOWN_AUTHORS = 3

/**
 * The digest in at most `MAX_MESSAGES` messages: as much of each paper as was asked for, or, where that is too much,
 * in fewer words; last of all the papers at the end are only counted.
 */
export function fitMessage(digest: Digest, context: MessageContext, format: ChatFormat): FittedMessage[] {
  const { baseUrl } = context.sender
  const url = baseUrl && pageUrl(routes.digest(digest), { baseUrl })
  // The first of many messages has the longest heading, but for a digit.
  const longest = `${writeTitle(digest, context, { number: 1, of: MAX_MESSAGES })}0`
  const room = format.measure(format.heading(longest, url) + format.blockBreak)
  const bodies = fitBodies(digest, context, { ...format, limit: format.limit - room })
  const perMessage = format.sections ?? 1
  const of = Math.ceil(bodies.length / perMessage)
  return Array.from({ length: of }, (_, index) => {
    const title = writeTitle(digest, context, { number: index + 1, of })
    const sections = bodies.slice(index * perMessage, (index + 1) * perMessage)
    return { title, heading: format.heading(title, url), body: sections[0] ?? '', sections, url }
  })
}

function fitBodies(digest: Digest, context: MessageContext, format: ChatFormat): string[] {
  const most = MAX_MESSAGES * (format.sections ?? 1)
  for (const show of extents.slice(extents.indexOf(context.show))) {
    const bodies = splitMessage(writePapers(digest, { ...context, show }), format)
    if (bodies.length <= most) return bodies
  }
  const blocks = writePapers(digest, { ...context, show: 'titles' })
  for (let kept = blocks.length; kept > 0; ) {
    kept = Math.floor(kept * 0.9)
    const rest: Block = [[{ text: `… +${blocks.length - kept}` }]]
    const bodies = splitMessage([...blocks.slice(0, kept), rest], format)
    if (bodies.length <= most) return bodies
  }
  return []
}

/** Of message `number` of `of`; the count of papers stands in the first one only. */
function writeTitle(
  digest: Digest,
  { book }: MessageContext,
  { number, of }: { number: number; of: number },
): string {
  const labels = findLabels(digest.language, book?.labels)
  const papers = countPapers(labels, digest.entries.length)
  const count = number === 1 ? labels.marks.brackets.replace('{text}', papers) : ''
  return `${nameDigest(digest)}${count}${of > 1 ? ` ${number}/${of}` : ''}`
}

function writePapers(digest: Digest, { sender, book, show }: MessageContext): Block[] {
  const { marks } = findLabels(digest.language, book?.labels)
  return digest.entries.map((entry, index) =>
    writePaper(presentEntry(entry, digest, { book, baseUrl: sender.baseUrl }), {
      number: index + 1,
      show,
      colon: marks.colon,
      separator: listSeparator(digest.language),
    }),
  )
}

function writePaper(
  { title, original, url, authors, notices, gist, fields }: PresentedEntry,
  { number, show, colon, separator }: { number: number; show: Extent; colon: string; separator: string },
): Block {
  const heading: Line = [{ text: `${number}. ` }, { text: title, bold: true, ...(url && { url }) }]
  const warnings = notices.map((text): Line => [{ text: `⚠ ${text}` }])
  if (show === 'titles') return [heading, ...warnings]
  if (show === 'short') return [heading, ...warnings, ...(gist ? [[{ text: clipText(gist, 400) }]] : [])]
  const names = `${authors.slice(0, SHOWN_AUTHORS).join(separator)}${authors.length > SHOWN_AUTHORS ? ` … (${authors.length})` : ''}`
  return [
    heading,
    ...(original ? [[{ text: original }]] : []),
    ...(names ? [[{ text: names }]] : []),
    ...warnings,
    ...fields.flatMap(({ label, text }) =>
      text
        .split('\n\n')
        .map(
          (paragraph, at): Line =>
            label && at === 0
              ? [{ text: `${label}${colon}`, bold: true }, { text: paragraph }]
              : [{ text: paragraph }],
        ),
    ),
  ]
}
