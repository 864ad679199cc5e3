/** The page of a paper: source and translation sentence by sentence, the summary with its evidence, and all that is known. */
import { SOURCE_LANGUAGE } from '../../paper/language.ts'
import { latexToText } from '../../paper/latex.ts'
import { BriefFields } from './brief-fields.tsx'
import { Layout, PageLink, type Place } from './layout.tsx'
import { MarkButtons, Marks } from './marks.tsx'
import { Categories, Findings, Notices, PaperLinks } from './paper-meta.tsx'
import { Paragraphs, RichText, safeHref, withoutDirectionMarks } from './rich-text.tsx'
import { routes } from './routes.ts'
import type { BriefView, PaperView, Site } from './view.ts'
import { type Wording, wordingFor } from './wording.ts'

export function PaperPage({ view, ...place }: Place & { view: PaperView }) {
  const { paper, briefs } = view
  const words = wordingFor(place.site.language)
  const translation = briefs.find(({ brief }) => brief.form === 'translation')
  const summaries = briefs.filter(view => view !== translation)
  const title = latexToText(paper.title) || paper.id
  const translated = translation?.brief.fields.title
  return (
    <Layout {...place} title={translated || title} description={latexToText(paper.abstract).slice(0, 300)}>
      <article class="paper" data-paper={paper.id} data-pagefind-body>
        <MarkButtons words={words} />
        <header class="masthead">
          {translated && translated !== title && (
            <h1 lang={translation?.brief.language}>
              <RichText text={translated} />
            </h1>
          )}
          {translated && translated !== title ? (
            <p class="original" lang={SOURCE_LANGUAGE}>
              <RichText text={title} />
            </p>
          ) : (
            <h1 lang={SOURCE_LANGUAGE}>
              <RichText text={title} />
            </h1>
          )}
          <p class="meta">
            <span class="all-authors">
              <RichText text={paper.authors.slice(0, 200).join(', ')} />
            </span>
          </p>
          <p class="meta">
            <code class="id">{paper.id}</code>
            {paper.published && <time datetime={paper.published}>{paper.published}</time>}
            <Categories paper={paper} />
            <PaperLinks paper={paper} words={words} />
            <Marks />
          </p>
          {view.deleted && <p class="notice bad">{words.deleted}</p>}
          <Notices paper={paper} brief={translation?.brief ?? {}} findings={[]} words={words} />
        </header>
        {summaries.map(summary => (
          <Summary summary={summary} site={place.site} words={words} />
        ))}
        {translation && translation.brief.language !== SOURCE_LANGUAGE ? (
          <Translation view={translation} abstract={latexToText(paper.abstract)} words={words} />
        ) : (
          <section>
            <h2>{words.source}</h2>
            <Paragraphs text={latexToText(paper.abstract)} lang={SOURCE_LANGUAGE} />
          </section>
        )}
        <Figures view={view} words={words} />
        <aside class="facts" data-pagefind-ignore>
          <Facts view={view} words={words} place={place} />
          <section class="cite">
            <h2>{words.cite}</h2>
            <pre tabindex={0}>
              <code id="bibtex">{withoutDirectionMarks(view.bibtex.trim())}</code>
            </pre>
            <button type="button" data-copy="bibtex" data-copied={words.copied} hidden>
              {words.copy}
            </button>
          </section>
        </aside>
      </article>
    </Layout>
  )
}

/** Pairs in rows: whatever is hovered, tapped or reached by the keyboard shows what it belongs to. */
function Translation({
  view: { brief, findings, pairs },
  abstract,
  words,
}: {
  view: BriefView
  abstract: string
  words: Wording
}) {
  return (
    <section class="translation">
      <h2>
        {words.translation} <small>{words.writtenBy(nameWriter(brief))}</small>
      </h2>
      <Findings findings={findings} words={words} />
      {pairs.length > 0 ? (
        <div class="pairs">
          {pairs.map(({ source, target }) => (
            <div class="pair" tabindex={0}>
              <p lang={SOURCE_LANGUAGE}>
                <RichText text={source} />
              </p>
              <p lang={brief.language}>
                <RichText text={target} />
              </p>
            </div>
          ))}
        </div>
      ) : (
        <div class="pairs">
          <div class="pair whole">
            <div>
              <Paragraphs text={abstract} lang={SOURCE_LANGUAGE} />
            </div>
            <div>
              <Paragraphs text={brief.fields.abstract ?? ''} lang={brief.language} />
            </div>
          </div>
        </div>
      )}
    </section>
  )
}

function Summary({
  summary: { brief, form, findings, evidence },
  site,
  words,
}: {
  summary: BriefView
  site: Site
  words: Wording
}) {
  return (
    <section class="summary">
      <h2>
        {words.summary}{' '}
        <small>
          {words.writtenBy(nameWriter(brief))}
          {brief.basis === 'full-text' && ` · ${words.fromFullText}`}
        </small>
      </h2>
      {brief.basisReason && (
        <p class="notice note">
          {words.abstractOnly}: {brief.basisReason}
        </p>
      )}
      <Findings findings={findings} words={words} />
      <BriefFields
        brief={brief}
        form={form}
        site={site}
        below={key => <EvidenceOf evidence={evidence.filter(each => each.field === key)} words={words} />}
      />
    </section>
  )
}

function EvidenceOf({ evidence, words }: { evidence: BriefView['evidence']; words: Wording }) {
  if (evidence.length === 0) return null
  const bare = evidence.filter(({ sentences }) => sentences.length === 0).length
  return (
    <details class="evidence">
      <summary>
        {words.evidence}
        {bare > 0 && <span class="bare"> {words.noEvidence}</span>}
      </summary>
      {evidence.map(({ statement, sentences }) => (
        <div class="bearing">
          <p class="statement">
            <RichText text={statement} />
          </p>
          {sentences.length === 0 && <p class="bare">{words.noEvidence}</p>}
          {sentences.map(({ text, section }) => (
            <blockquote lang={SOURCE_LANGUAGE}>
              <RichText text={text} />
              {section && (
                <cite>
                  <RichText text={section} />
                </cite>
              )}
            </blockquote>
          ))}
        </div>
      ))}
    </details>
  )
}

function Figures({ view: { figures }, words }: { view: PaperView; words: Wording }) {
  if (figures.length === 0) return null
  return (
    <section class="figures">
      <h2>{words.figures}</h2>
      <ul>
        {figures.map(({ label, caption, image }) => {
          // Shown where they lie: a page of ours asks no other host for anything.
          const href = image && safeHref(image)
          const name = label ?? words.figures
          return (
            <li lang={SOURCE_LANGUAGE}>
              {href ? (
                <a href={href} rel="noopener nofollow">
                  <RichText text={name} />
                </a>
              ) : (
                <b>
                  <RichText text={name} />
                </b>
              )}{' '}
              <RichText text={latexToText(caption)} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Facts({ view, words, place }: { view: PaperView; words: Wording; place: Place }) {
  const { versions, listings, digests, related } = view
  return (
    <>
      {related.length > 0 && (
        <section>
          <h2>{words.related}</h2>
          <ul class="related">
            {related.map(({ id, title, titleTranslated }) => (
              <li>
                <PageLink
                  from={place}
                  to={routes.paper(id)}
                  {...(titleTranslated ? {} : { lang: SOURCE_LANGUAGE })}
                >
                  <RichText text={titleTranslated ?? latexToText(title)} />
                </PageLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {digests.length > 0 && (
        <section>
          <h2>{words.inDigests}</h2>
          <ul>
            {digests.map(digest => (
              <li>
                <PageLink from={place} to={routes.digest(digest)}>
                  {digest.edition} {digest.date}
                </PageLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {versions.length > 0 && (
        <section>
          <h2>{words.versions}</h2>
          <ul>
            {versions.map(({ version, submitted, withdrawn }) => (
              <li>
                v{version} {submitted && <time datetime={submitted}>{submitted.slice(0, 10)}</time>}{' '}
                {withdrawn && words.withdrawn}
              </li>
            ))}
          </ul>
        </section>
      )}
      {listings.length > 0 && (
        <section>
          <h2>{words.listed}</h2>
          <ul>
            {listings.slice(-12).map(({ source, date, votes }) => (
              <li>
                {source} {date} {votes !== undefined && words.votes(votes)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function nameWriter({ engine, model }: BriefView['brief']): string {
  return [engine, model].filter(Boolean).join(' ')
}
