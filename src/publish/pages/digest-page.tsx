/** The page of a digest: every paper with its brief, in the reader's ranking. */
import { nameField } from '../markdown/field-label.ts'
import { Layout, PageLink, type Place } from './layout.tsx'
import { Authors, Categories, Notices, PaperLinks } from './paper-meta.tsx'
import { Paragraphs, RichText } from './rich-text.tsx'
import { routes } from './routes.ts'
import type { DigestRef, DigestView, EntryView } from './view.ts'
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
                <a href={`#p${index + 1}`} lang={entry.brief.language}>
                  <RichText text={titleOf(entry)} />
                </a>
              </li>
            ))}
          </ol>
        </aside>
        <div class="column">
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
export function feedFile({ edition, language }: Pick<DigestRef, 'edition' | 'language'>): string {
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
      <h2 lang={translated ? brief.language : 'en'}>
        <PageLink from={place} to={routes.paper(paper.id)} class="open">
          <RichText text={titleOf(entry)} />
        </PageLink>
      </h2>
      {translated && translated !== paper.title && (
        <p class="original" lang="en">
          <RichText text={paper.title} />
        </p>
      )}
      <p class="meta">
        <Authors paper={paper} words={words} />
        <Categories paper={paper} />
        {votes !== undefined && <span class="votes">{words.votes(votes)}</span>}
        <PaperLinks paper={paper} words={words} />
        <MarkButtons words={words} />
      </p>
      <Notices
        paper={paper}
        brief={brief}
        fallbackReason={fallbackReason}
        findings={findings}
        words={words}
      />
      <BriefBody entry={entry} language={place.site.language} />
    </article>
  )
}

/** Hidden until the script that serves them runs. */
export function MarkButtons({ words }: { words: Wording }) {
  return (
    <span class="marks" hidden>
      <button type="button" data-mark="saved" aria-pressed="false">
        {words.save}
      </button>
      <button type="button" data-mark="read" aria-pressed="false">
        {words.read}
      </button>
      <button type="button" data-mark="hidden" aria-pressed="false">
        {words.hide}
      </button>
    </span>
  )
}

function BriefBody({ entry: { brief, form }, language }: { entry: EntryView; language: string }) {
  if (brief.form === 'translation')
    return <Paragraphs text={brief.fields.abstract ?? ''} lang={brief.language} />
  const fields =
    form?.fields ?? Object.keys(brief.fields).map(key => ({ key, kind: 'text' as const, labels: {} }))
  return (
    <dl class="fields">
      {fields
        .filter(({ key }) => (brief.fields[key] ?? '') !== '')
        .map(field => (
          <div class={`field ${field.key}`}>
            <dt>{nameField(field, language)}</dt>
            <dd>
              <Paragraphs text={brief.fields[field.key] ?? ''} lang={brief.language} />
            </dd>
          </div>
        ))}
    </dl>
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
