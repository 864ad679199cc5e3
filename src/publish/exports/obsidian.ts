/** Obsidian: a note for each paper and one for the digest, linked to one another. */
import { cleanLine } from '../../paper/clean-text.ts'
import type { Digest, DigestEntry } from '../../paper/edition.ts'
import type { FormBook } from '../../paper/form-book.ts'
import { splitKeywords } from '../../paper/split-keywords.ts'
import { type Wording, wordingFor } from '../pages/wording.ts'
import { nameDigest, type PresentedEntry, presentEntry } from '../present-entry.ts'
import { escapeObsidian } from './obsidian/escape.ts'
import {
  mergeProperties,
  type Properties,
  readProperties,
  splitFrontMatter,
  writeFrontMatter,
} from './obsidian/front-matter.ts'
import { isLinkable, makeNoteName, makePlainName } from './obsidian/note-name.ts'

export interface VaultNote {
  /** Below the vault, parts separated by `/`. */
  path: string
  properties: Properties
  /** Markdown, up to the line below which everything is the owner's. */
  body: string
}

export interface ObsidianOptions {
  book?: FormBook | undefined
  /** Names of the notes that papers have in the vault already, by paper: their owner may have renamed them. */
  known?: ReadonlyMap<string, string> | undefined
}

export const PAPERS_FOLDER = 'Papers'
const DIGESTS_FOLDER = 'Digests'
// Obsidian shows it nowhere but in the source; no text of ours can hold it, since `%%` is escaped there.
const MARKER = '%% Paperbrief renews everything above this line; what stands below it is yours. %%'
const MARKER_START = '%% Paperbrief '

/** The notes of the papers in the order of the digest, then the note of the digest. */
export function exportObsidian(digest: Digest, { book, known }: ObsidianOptions = {}): VaultNote[] {
  const digestName = makePlainName(`${digest.edition} ${digest.date} ${digest.language}`)
  const shown = digest.entries.map(entry => {
    const given = known?.get(entry.paper.id)
    const name =
      given !== undefined && isLinkable(given) ? given : makeNoteName(entry.paper.id, entry.paper.title)
    return { entry, name, presented: presentEntry(entry, digest, { book }) }
  })
  const papers = shown.map(
    ({ entry, name, presented }): VaultNote => ({
      path: `${PAPERS_FOLDER}/${name}.md`,
      properties: listProperties(entry, presented, digestName),
      body: writePaper(presented, wordingFor(digest.language)),
    }),
  )
  const properties: Properties = {
    edition: cleanLine(digest.edition),
    date: digest.date,
    language: digest.language,
    papers: shown.length,
    tags: ['digest'],
  }
  const body = writeDigest(digest, shown)
  return [...papers, { path: `${DIGESTS_FOLDER}/${digestName}.md`, properties, body }]
}

/**
 * The text of the note's file. Of a note that is there already, what stands below the marker stays, and properties,
 * tags and aliases that its owner added; undefined where the file is not one of ours, and is not to be written over.
 */
export function writeNote({ properties, body }: VaultNote, old?: string): string | undefined {
  const above = (merged: Readonly<Record<string, unknown>>) =>
    `${writeFrontMatter(merged)}\n${body}\n\n${MARKER}\n`
  if (old === undefined) return above(properties)
  const { yaml, body: oldBody } = splitFrontMatter(old)
  const oldProperties = yaml === undefined ? undefined : readProperties(yaml)
  const own = readOwnWords(oldBody)
  if (oldProperties === undefined || own === undefined) return undefined
  return above(mergeProperties(properties, oldProperties)) + own
}

/** The id that a note says its paper has; undefined where it is no note of ours. */
export function readNoteId(note: string): string | undefined {
  const { yaml, body } = splitFrontMatter(note)
  const id = yaml !== undefined && readOwnWords(body) !== undefined ? readProperties(yaml)?.id : undefined
  return typeof id === 'string' ? id : undefined
}

function readOwnWords(body: string): string | undefined {
  const at = body.startsWith(MARKER_START) ? 0 : body.indexOf(`\n${MARKER_START}`) + 1
  if (at === 0 && !body.startsWith(MARKER_START)) return undefined
  const end = body.indexOf('\n', at)
  return end < 0 ? '' : body.slice(end + 1)
}

function listProperties(
  { paper, brief }: DigestEntry,
  { title, original, authors, categories, source, pdf, links }: PresentedEntry,
  digestName: string,
): Properties {
  const keywords = splitKeywords((brief.fields.keywords ?? '').slice(0, 1000)).slice(0, 8)
  const tags = ['paper', ...categories.map(nameTag), ...keywords.map(nameTag)].filter(tag => tag !== '')
  const date = paper.published ?? paper.updated
  return {
    id: paper.id,
    title: original ?? title,
    ...(original && { titleTranslated: title }),
    authors,
    categories,
    ...(date && { date }),
    links: [source, pdf, ...links.map(({ url }) => url)].filter(url => url !== undefined),
    tags: [...new Set(tags)],
    aliases: [...new Set([title, original].filter(name => name !== undefined))],
    digests: [`[[${digestName}]]`],
  }
}

/** `cs/CL`, `强化学习`: letters, digits, `_`, `-` and `/`, not digits alone; what stands in brackets is left out. */
function nameTag(text: string): string {
  const tag = text
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replaceAll('.', '/')
    .replace(/[^\p{L}\p{M}\p{N}/_-]+/gu, '-')
    .replace(/\/{2,}/g, '/')
    .replace(/^[-/]+|[-/]+$/g, '')
    .slice(0, 60)
  return /[^\d/]/u.test(tag) ? tag.toWellFormed() : ''
}

function writePaper(
  { title, original, authors, notices, fields, links, source, pdf }: PresentedEntry,
  words: Wording,
): string {
  const addresses = [
    ...(source ? [{ name: pdf ? 'arXiv' : 'DOI', url: source }] : []),
    ...(pdf ? [{ name: 'PDF', url: pdf }] : []),
    ...links,
  ]
  return [
    `# ${escapeObsidian(title)}`,
    original ? `${words.source}: ${escapeObsidian(original)}` : '',
    escapeObsidian(words.authors(authors)),
    addresses
      .map(({ name, url }) => `[${escapeObsidian(name)}](<${url.replace(/[<>]/g, encodeURIComponent)}>)`)
      .join(' · '),
    ...notices.map(notice => `> [!warning] ${escapeObsidian(notice)}`),
    ...fields.flatMap(({ label, text }) => [
      ...(label ? [`## ${escapeObsidian(label)}`] : []),
      ...text.split('\n\n').map(escapeObsidian),
    ]),
  ]
    .filter(block => block !== '')
    .join('\n\n')
}

function writeDigest(digest: Digest, shown: readonly { name: string; presented: PresentedEntry }[]): string {
  const words = wordingFor(digest.language)
  const items = shown.map(({ name, presented: { title, original, gist } }, index) => {
    const number = `${index + 1}. `
    const more = [original ? title : '', gist].filter(text => text !== '')
    const indent = ' '.repeat(number.length)
    return [`${number}[[${name}]]`, ...more.map(text => indent + escapeObsidian(text))].join('\n\n')
  })
  const heading = escapeObsidian(nameDigest({ ...digest, date: words.date(digest.date) }))
  return [`# ${heading}`, words.papers(shown.length), ...items].join('\n\n')
}
