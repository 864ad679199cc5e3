/** What the pages show: plain data, loaded by whoever has the library. */
import type { Brief } from '../../paper/brief.ts'
import type { Layout } from '../../paper/edition.ts'
import type { Evidence } from '../../paper/evidence.ts'
import type { Finding } from '../../paper/finding.ts'
import type { Form } from '../../paper/form.ts'
import type { Figure } from '../../paper/full-text.ts'
import type { Listing } from '../../paper/listing.ts'
import type { Paper } from '../../paper/paper.ts'
import type { PaperVersion } from '../../paper/paper-version.ts'

/** A digest by its name, for links to it. */
export interface DigestRef {
  edition: string
  /** `YYYY-MM-DD`. */
  date: string
  language: string
  layout: Layout
  papers: number
}

/** A paper by its name, for links to it. */
export interface PaperRef {
  id: string
  title: string
  titleTranslated?: string
  /** `YYYY-MM-DD`. */
  date?: string
}

export interface EntryView {
  paper: Paper
  brief: Brief
  /** Of the brief; absent for a form that nobody knows any more. */
  form?: Form
  /** Why the brief is in the source language. */
  fallbackReason?: string
  findings: readonly Finding[]
  votes?: number
}

export interface DigestView {
  digest: DigestRef
  entries: readonly EntryView[]
  /** Of the same edition. */
  newer?: DigestRef
  older?: DigestRef
  /** Other digests of the same day. */
  sameDay: readonly DigestRef[]
}

/** Sentences of the source and of the translation that say the same. */
export interface SentencePair {
  source: string
  target: string
}

export interface BriefView {
  brief: Brief
  form?: Form
  findings: readonly Finding[]
  /** Why an engine further down the list wrote it. */
  reason?: string
  /** Of a translation, in order; empty where the sentences could not be paired. */
  pairs: readonly SentencePair[]
  evidence: readonly Evidence[]
}

export interface PaperView {
  paper: Paper
  /** All that are known of, oldest first. */
  versions: readonly (Pick<PaperVersion, 'version' | 'withdrawn'> & { submitted?: string })[]
  deleted: boolean
  listings: readonly Listing[]
  digests: readonly DigestRef[]
  /** The best of each form and language, the site's own language first. */
  briefs: readonly BriefView[]
  related: readonly PaperRef[]
  figures: readonly Figure[]
  bibtex: string
}

export interface TopicRef {
  slug: string
  name: string
  papers: number
  /** Papers in each of the last weeks, the newest last. */
  weeks: readonly number[]
}

export interface TopicView {
  topic: TopicRef
  papers: readonly PaperRef[]
}

/** Where the pages have what they show. `undefined`: there is no such thing, and the page says so. */
export interface PageSource {
  newestDigest(): Promise<DigestRef | undefined>
  /** The newest first. */
  digests(): Promise<readonly DigestRef[]>
  digest(ref: Omit<DigestRef, 'papers'>): Promise<DigestView | undefined>
  paper(id: string): Promise<PaperView | undefined>
  /** The most frequent first. */
  topics(): Promise<readonly TopicRef[]>
  topic(slug: string): Promise<TopicView | undefined>
}

/** What all pages of a site have in common. */
export interface Site {
  name: string
  /** Of the site's own words: `zh-Hans`. */
  language: string
  /** `files`: pages are files that link to one another; `app`: a server answers, searches and keeps marks. */
  mode: 'files' | 'app'
  /** `https://example.org/digests/`, ends in a slash; where known, feeds and previews name whole addresses. */
  baseUrl?: string
  /** Names of the editions, in the order of the settings. */
  editions: readonly string[]
  /** Feeds that lie beside the pages, below the site's root: `feeds/daily.zh-Hans.atom`. */
  feeds?: readonly string[]
  version: string
}
