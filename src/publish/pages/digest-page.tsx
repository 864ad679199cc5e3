/** The page of a digest: every paper with its brief, in the reader's ranking. */
import { SOURCE_LANGUAGE } from '../../paper/language.ts'
import { BriefFields } from './brief-fields.tsx'
import { Layout, langBeside, PageLink, type Place } from './layout.tsx'
import { MarkButtons, Marks } from './marks.tsx'
import { Authors, Categories, Notices, PaperLinks } from './paper-meta.tsx'
import { Paragraphs, RichText } from './rich-text.tsx'
import { routes } from './routes.ts'
import type { DigestRef, DigestView, EntryView, Site } from './view.ts'
import { type Wording, wordingFor } from './wording.ts'

export function DigestPage({ view, ...place }: Place & { view: DigestView }) {
  const { digest, entries, newer, older, sameDay } = view
  const words = wordingFor(place.site.language)
  const title = `${digest.edition} · ${words.date(digest.date)}`
  const feed = { title: digest.edition, file: feedFile(digest) }
  return (
    <Layout
      {...place}
      title={title}
      description={entries
        .slice(0, 5)
        .map(entry => titleOf(entry))
        .join(' · ')
        .slice(0, 300)}
      {...(place.site.feeds?.includes(feed.file) && { feed })}
    >
      <div class="digest">
        <aside class="contents" aria-label={words.contents}>
          <h2>{words.contents}</h2>
          <ol start={1}>
            {entries.map((entry, index) => (
              <li>
                <a href={`#p${index + 1}`} {...langBeside(place.site, entry.brief.language)}>
                  <RichText text={titleOf(entry)} />
                </a>
              </li>
            ))}
          </ol>
        </aside>
        <div class="column">
          <MarkButtons words={words} />
          <header class="masthead">
            <p class="edition">
              {digest.edition}
              {sameDay.map(other => (
                <PageLink from={place} to={routes.digest(other)}>
                  {nameOther(other, digest)}
                </PageLink>
              ))}
            </p>
            <h1>
              <time datetime={digest.date}>{words.date(digest.date)}</time>
            </h1>
            <p class="count">{words.papers(entries.length)}</p>
          </header>
          {entries.map((entry, index) => (
            <Entry {...place} entry={entry} number={index + 1} words={words} />
          ))}
          <nav class="pager" aria-label={words.archive}>
            {older && (
              <PageLink from={place} to={routes.digest(older)} rel="prev">
                ← {words.older} {older.date}
              </PageLink>
            )}
            {newer && (
              <PageLink from={place} to={routes.digest(newer)} rel="next">
                {words.newer} {newer.date} →
              </PageLink>
            )}
          </nav>
        </div>
      </div>
    </Layout>
  )
}

/** Where the feed of a digest's edition lies. */
function feedFile({ edition, language }: Pick<DigestRef, 'edition' | 'language'>): string {
  return `feeds/${edition}.${language}.atom`
}

function Entry({
  entry,
  number,
  words,
  ...place
}: Place & { entry: EntryView; number: number; words: Wording }) {
  const { paper, brief, fallbackReason, findings, votes } = entry
  const translated = brief.fields.title
  return (
    <article class="entry" id={`p${number}`} data-paper={paper.id} tabindex={-1}>
      <h2 {...langBeside(place.site, translated ? brief.language : SOURCE_LANGUAGE)}>
        <PageLink from={place} to={routes.paper(paper.id)} class="open">
          <RichText text={titleOf(entry)} />
        </PageLink>
      </h2>
      {translated && translated !== paper.title && (
        <p class="original" {...langBeside(place.site, SOURCE_LANGUAGE)}>
          <RichText text={paper.title} />
        </p>
      )}
      <p class="meta">
        <Authors paper={paper} words={words} />
        <Categories paper={paper} />
        {votes !== undefined && <span class="votes">{words.votes(votes)}</span>}
        <PaperLinks paper={paper} words={words} />
        <Marks />
      </p>
      <Notices
        paper={paper}
        brief={brief}
        fallbackReason={fallbackReason}
        findings={findings}
        words={words}
      />
      <BriefBody entry={entry} site={place.site} />
    </article>
  )
}

function BriefBody({ entry: { brief, form }, site }: { entry: EntryView; site: Site }) {
  return brief.form === 'translation' ? (
    <Paragraphs text={brief.fields.abstract ?? ''} {...langBeside(site, brief.language)} />
  ) : (
    <BriefFields brief={brief} form={form} site={site} />
  )
}

function titleOf({ brief, paper }: EntryView): string {
  return brief.fields.title || paper.title || paper.id
}

function nameOther(other: DigestRef, digest: DigestRef): string {
  const parts = [
    other.edition === digest.edition ? '' : other.edition,
    other.language === digest.language ? '' : other.language,
    other.edition === digest.edition && other.layout !== digest.layout ? other.layout : '',
  ]
  return parts.filter(part => part !== '').join(' ') || other.edition
}
