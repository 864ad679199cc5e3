/** Gives the pages what they show, out of the library. */
import type { PaperRecord } from '../library/archive.ts'
import type { StoredBrief } from '../library/briefs.ts'
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import type { Form } from '../paper/form.ts'
import { builtInBook, type FormBook, findForm } from '../paper/form-book.ts'
import { SOURCE_LANGUAGE } from '../paper/language.ts'
import { exportBibtex } from '../publish/exports/bibtex.ts'
import type {
  BriefView,
  DigestRef,
  DigestView,
  EntryView,
  PageSource,
  PaperRef,
  PaperView,
  SentencePair,
  TopicRef,
  TopicView,
} from '../publish/pages/view.ts'
import { loadEntries } from './load-digests.ts'
import { gatherTopics, type Topic } from './topics.ts'

export interface PageSourceOptions {
  library: Library
  /** Forms and labels besides the built-in ones. */
  book?: FormBook | undefined
  /** Of the site; briefs in it come first. */
  language: string
  /** Papers near to each of these, best first. */
  related: (ids: readonly string[]) => Promise<Map<string, readonly string[]>>
  /** Sentences of the abstract beside those of its translation. */
  pairSentences: (paper: StoredPaper, brief: StoredBrief) => SentencePair[]
}

export type LibraryPages = PageSource & {
  /** The same as `paper` for many, in few queries. */
  papers(ids: readonly string[]): Promise<Map<string, PaperView>>
  /** The same as `digest` where all digests are known already. */
  digestAmong(ref: Omit<DigestRef, 'papers'>, all: readonly DigestRef[]): Promise<DigestView | undefined>
  topicOf(topic: Topic): Promise<TopicView>
}

const MAX_RELATED = 8
const MAX_TOPIC_PAPERS = 300

export function openPageSource(options: PageSourceOptions): LibraryPages {
  const { library } = options
  const digests = async (): Promise<DigestRef[]> =>
    (await library.digests.list()).filter(({ papers }) => papers > 0).map(toRef)
  const papers = (ids: readonly string[]) => loadPapers(options, ids)
  const digestAmong: LibraryPages['digestAmong'] = async (ref, all) => {
    const digest = all.find(other => isSame(other, ref))
    return digest && loadDigest(options, digest, all)
  }
  const topicOf = (topic: Topic) => loadTopic(options, topic)
  return {
    digests,
    papers,
    newestDigest: async () => (await digests())[0],
    digest: async ref => digestAmong(ref, await digests()),
    digestAmong,
    paper: async id => (await papers([id])).get(id),
    topicOf,
    topics: async () => (await gatherTopics(library)).map(toTopicRef),
    topic: async slug => {
      const topic = (await gatherTopics(library)).find(each => each.slug === slug)
      return topic && topicOf(topic)
    },
  }
}

function toRef({ edition, date, language, layout, papers }: DigestRef): DigestRef {
  return { edition, date, language, layout, papers }
}

function isSame(a: Omit<DigestRef, 'papers'>, b: Omit<DigestRef, 'papers'>): boolean {
  return a.edition === b.edition && a.date === b.date && a.language === b.language && a.layout === b.layout
}

async function loadDigest(
  { library, book }: PageSourceOptions,
  digest: DigestRef,
  all: readonly DigestRef[],
): Promise<DigestView | undefined> {
  const stored = await library.digests.find(digest)
  if (!stored) return undefined
  const loaded = await loadEntries(library, stored)
  const findings = await library.briefs.findings(loaded.map(({ brief }) => brief.id))
  const listings = await library.papers.listings(loaded.map(({ paper }) => paper.id))
  const form = findForm(digest.layout, book)
  const entries = loaded.map((entry): EntryView => {
    const votes = Math.max(...(listings.get(entry.paper.id) ?? []).map(listing => listing.votes ?? -1))
    return {
      ...entry,
      ...(form && { form }),
      findings: findings.get(entry.brief.id) ?? [],
      ...(votes >= 0 && { votes }),
    }
  })
  const line = all.filter(
    ({ edition, language, layout }) =>
      edition === digest.edition && language === digest.language && layout === digest.layout,
  )
  const at = line.findIndex(({ date }) => date === digest.date)
  const [newer, older] = [line[at - 1], line[at + 1]]
  return {
    digest,
    entries,
    ...(newer && { newer }),
    ...(older && { older }),
    sameDay: all.filter(other => other.date === digest.date && !isSame(other, digest)),
  }
}

async function loadPapers(
  { library, book = builtInBook, language, related, pairSentences }: PageSourceOptions,
  ids: readonly string[],
): Promise<Map<string, PaperView>> {
  const records = await library.archive.records(ids)
  const chosen = new Map(Array.from(records, ([id, record]) => [id, chooseBriefs(record, language)] as const))
  const briefIds = [...chosen.values()].flat().map(({ id }) => id)
  const findings = await library.briefs.findings(briefIds)
  const evidence = await library.evidence.ofBriefs(briefIds)
  const near = await related(ids)
  const refs = await loadRefs(library, [...new Set([...near.values()].flat())], language)
  const views = new Map<string, PaperView>()
  for (const [id, { paper, history, deleted, listings, digests }] of records) {
    const briefs = (chosen.get(id) ?? []).map(
      (brief): BriefView => ({
        brief,
        ...formOf(brief, book),
        findings: findings.get(brief.id) ?? [],
        evidence: evidence.get(brief.id) ?? [],
        pairs:
          brief.form === 'translation' && brief.language !== SOURCE_LANGUAGE
            ? pairSentences(paper, brief)
            : [],
        ...(brief.reason && { reason: brief.reason }),
      }),
    )
    const fullText = briefs.some(({ brief }) => brief.basis === 'full-text')
      ? await library.fullTexts.find(id, paper.version)
      : undefined
    views.set(id, {
      paper,
      deleted,
      listings,
      briefs,
      versions:
        history.length > 0
          ? history
          : [
              {
                version: paper.version,
                withdrawn: paper.withdrawn,
                ...(paper.updated && { submitted: paper.updated }),
              },
            ],
      digests: digests.map(digest => ({ ...digest, papers: 0 })),
      related: (near.get(id) ?? []).slice(0, MAX_RELATED).flatMap(other => refs.get(other) ?? []),
      figures: fullText?.figures ?? [],
      bibtex: citePaper(paper),
    })
  }
  return views
}

/** The newest good one of each form, in the site's language where there is one; the last resort last. */
function chooseBriefs({ briefs, paper }: PaperRecord, language: string): StoredBrief[] {
  const rank = (brief: StoredBrief) =>
    (brief.outcome === 'pass' ? 0 : 4) +
    (brief.language === language ? 0 : 2) +
    (brief.version === paper.version ? 0 : 1)
  return [...Map.groupBy(briefs, ({ form }) => form).values()].flatMap(
    ofForm => ofForm.toSorted((a, b) => rank(a) - rank(b))[0] ?? [],
  )
}

/** A form of one's own is kept under its name and what it was then: shown is what it is now. */
function formOf({ form }: StoredBrief, book: FormBook): { form?: Form } {
  const known = book.forms.get(form.replace(/@.*$/, ''))
  return known ? { form: known } : {}
}

function citePaper(paper: StoredPaper): string {
  const brief = { paperId: paper.id, version: paper.version, form: '', language: '', engine: '', fields: {} }
  return exportBibtex({ edition: '', date: '', language: '', layout: 'table', entries: [{ paper, brief }] })
}

/** What links to papers need to know of them; unknown ids are left out. */
export async function loadRefs(
  library: Library,
  ids: readonly string[],
  language: string,
): Promise<Map<string, PaperRef>> {
  const refs = new Map<string, PaperRef>()
  const papers = await library.papers.find(ids)
  const translations = await library.briefs.ofPapers(ids, 'translation')
  for (const { id, title, published } of papers) {
    const brief = (translations.get(id) ?? []).find(
      each => each.outcome === 'pass' && each.language === language,
    )
    const titleTranslated = brief?.fields.title
    refs.set(id, {
      id,
      title,
      ...(titleTranslated && { titleTranslated }),
      ...(published && { date: published }),
    })
  }
  return refs
}

function toTopicRef({ slug, name, papers, weeks }: Topic): TopicRef {
  return { slug, name, papers: papers.length, weeks }
}

async function loadTopic({ library, language }: PageSourceOptions, topic: Topic): Promise<TopicView> {
  const ids = topic.papers.slice(0, MAX_TOPIC_PAPERS)
  const refs = await loadRefs(library, ids, language)
  return { topic: toTopicRef(topic), papers: ids.flatMap(id => refs.get(id) ?? []) }
}
