/** The row of a paper's version: what a source says, merged with what is stored. */
import { sql } from 'drizzle-orm'
import type { Paper } from '../paper/paper.ts'
import type { PaperVersion } from '../paper/paper-version.ts'
import type { paperVersionTable } from './schema.ts'

export type VersionRow = typeof paperVersionTable.$inferSelect
export type NewVersionRow = Omit<VersionRow, 'createdAt'>

/** A paper as the library knows it: its version has a number. */
export type StoredPaper = Paper & { version: number }

/** For `on conflict do update`: the new row takes the place of the old one. */
export const replacedColumns = Object.fromEntries(
  Object.entries({
    versionKnown: 'version_known',
    title: 'title',
    authors: 'authors',
    categories: 'categories',
    abstract: 'abstract',
    abstractOrigin: 'abstract_origin',
    comment: 'comment',
    published: 'published',
    updated: 'updated',
    doi: 'doi',
    journalRef: 'journal_ref',
    license: 'license',
    links: 'links',
    withdrawn: 'withdrawn',
  }).map(([key, column]) => [key, sql.raw(`excluded.${column}`)]),
)

/**
 * The row to write for what a source says, given the newest that is stored; undefined where it adds nothing.
 * What one source leaves out (votes' source has no categories) is kept from the other.
 */
export function toRow(paper: Paper, stored: VersionRow | undefined): NewVersionRow | undefined {
  const version = paper.version ?? stored?.version ?? 1
  const same = stored?.version === version ? stored : undefined
  // An unnumbered text does not replace a numbered one, unless only a stub stands there.
  const keepsText =
    same !== undefined &&
    same.abstractOrigin !== 'missing' &&
    (paper.abstractOrigin === 'missing' || (paper.version === undefined && same.versionKnown))
  const row = {
    paperId: paper.id,
    version,
    versionKnown: paper.version !== undefined || (same?.versionKnown ?? false),
    title: keepsText ? same.title : paper.title || (same?.title ?? ''),
    authors:
      paper.authors.length >= (same?.authors.length ?? 0) && paper.authors.length > 0
        ? paper.authors
        : (same?.authors ?? paper.authors),
    categories: paper.categories.length > 0 ? paper.categories : (same?.categories ?? []),
    abstract: keepsText ? same.abstract : paper.abstract,
    abstractOrigin: keepsText ? same.abstractOrigin : paper.abstractOrigin,
    comment: paper.comment ?? same?.comment ?? null,
    published: paper.published ?? same?.published ?? stored?.published ?? null,
    updated: paper.updated ?? same?.updated ?? null,
    doi: paper.doi ?? same?.doi ?? null,
    journalRef: paper.journalRef ?? same?.journalRef ?? null,
    license: paper.license ?? same?.license ?? null,
    links: mergeLinks(same?.links ?? [], paper.links),
    withdrawn: paper.withdrawn || (same?.withdrawn ?? false),
  }
  const { createdAt: _, ...old } = same ?? { createdAt: undefined }
  return same && JSON.stringify(sorted(row)) === JSON.stringify(sorted(old)) ? undefined : row
}

/** What a record of the same work under another name adds: it fills gaps, and replaces nothing. */
export function supplement(stored: VersionRow, given: Paper): Paper {
  const known = fromRow(stored)
  const hasText = stored.abstractOrigin !== 'missing'
  return {
    ...given,
    ...known,
    version: undefined,
    title: known.title || given.title,
    authors: known.authors.length > 0 ? known.authors : given.authors,
    categories: known.categories.length > 0 ? known.categories : given.categories,
    abstract: hasText ? known.abstract : given.abstract,
    abstractOrigin: hasText ? known.abstractOrigin : given.abstractOrigin,
    links: given.links,
  }
}

export function fromRow({ paperId, versionKnown: _, createdAt: __, ...row }: VersionRow): StoredPaper {
  const paper: Record<string, unknown> = { id: paperId }
  for (const [key, value] of Object.entries(row)) if (value !== null) paper[key] = value
  return paper as StoredPaper
}

/** The longer of two histories; of two as long the one given, whose marks are newer. Undefined: keep what is stored. */
export function chooseHistory(
  stored: readonly PaperVersion[] | null | undefined,
  given: readonly PaperVersion[] = [],
): PaperVersion[] | undefined {
  if (given.length === 0 || given.length < (stored?.length ?? 0)) return undefined
  return JSON.stringify(stored) === JSON.stringify(given) ? undefined : [...given]
}

function sorted(row: object): [string, unknown][] {
  return Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function mergeLinks(stored: Paper['links'], given: Paper['links']): Paper['links'] {
  return [...stored, ...given.filter(link => !stored.some(old => old.url === link.url))]
}
