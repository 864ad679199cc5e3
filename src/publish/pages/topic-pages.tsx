/** What the papers are about: the topics by number, and how each went in the last weeks. */
import { latexToText } from '../../paper/latex.ts'
import { Layout, PageLink, type Place } from './layout.tsx'
import { RichText } from './rich-text.tsx'
import { routes } from './routes.ts'
import type { TopicRef, TopicView } from './view.ts'
import { wordingFor } from './wording.ts'

export function TopicsPage({ topics, ...place }: Place & { topics: readonly TopicRef[] }) {
  const words = wordingFor(place.site.language)
  return (
    <Layout {...place} title={words.topics}>
      <header class="masthead">
        <h1>{words.topics}</h1>
        <p>{words.topicsHint}</p>
      </header>
      <ul class="topics">
        {topics.map(topic => (
          <li>
            <PageLink from={place} to={routes.topic(topic.slug)}>
              <RichText text={topic.name} />
            </PageLink>{' '}
            <small>{topic.papers}</small>
            <Trend weeks={topic.weeks} label={words.weeks} />
          </li>
        ))}
      </ul>
    </Layout>
  )
}

export function TopicPage({ view: { topic, papers }, ...place }: Place & { view: TopicView }) {
  const words = wordingFor(place.site.language)
  return (
    <Layout {...place} title={topic.name}>
      <header class="masthead">
        <h1>
          <RichText text={topic.name} />
        </h1>
        <p>
          {words.papers(topic.papers)} <Trend weeks={topic.weeks} label={words.weeks} />
        </p>
      </header>
      <ul class="papers">
        {papers.map(({ id, title, titleTranslated, date }) => (
          <li>
            <PageLink from={place} to={routes.paper(id)} {...(titleTranslated ? {} : { lang: 'en' })}>
              <RichText text={titleTranslated ?? latexToText(title)} />
            </PageLink>{' '}
            {date && <time datetime={date}>{date}</time>}
          </li>
        ))}
      </ul>
    </Layout>
  )
}

const BAR = 6
const HEIGHT = 20

/** A bar for each week; screen readers hear the numbers. */
function Trend({ weeks, label }: { weeks: readonly number[]; label: string }) {
  const most = Math.max(1, ...weeks)
  return (
    <svg
      class="trend"
      width={weeks.length * BAR}
      height={HEIGHT}
      viewBox={`0 0 ${weeks.length * BAR} ${HEIGHT}`}
      role="img"
      aria-label={`${label}: ${weeks.join(', ')}`}
    >
      {weeks.map((count, week) => {
        const height = Math.max(1, Math.round((count / most) * HEIGHT))
        return <rect x={week * BAR} y={HEIGHT - height} width={BAR - 2} height={height} />
      })}
    </svg>
  )
}
