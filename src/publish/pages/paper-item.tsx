/** A paper in a list of papers: its title as the way to its page, its id and day. */
import type { Child } from 'hono/jsx'
import { SOURCE_LANGUAGE } from '../../paper/language.ts'
import { latexToText } from '../../paper/latex.ts'
import { PageLink, type Place } from './layout.tsx'
import { RichText } from './rich-text.tsx'
import { routes } from './routes.ts'
import type { PaperRef } from './view.ts'

export function PaperItem({
  paper: { id, title, titleTranslated, date },
  place,
  actions,
  children,
}: {
  paper: PaperRef
  place: Place
  /** Beside the id and the day. */
  actions?: Child
  children?: Child
}) {
  return (
    <li data-paper={id}>
      <h2 {...(titleTranslated ? {} : { lang: SOURCE_LANGUAGE })}>
        <PageLink from={place} to={routes.paper(id)} class="open">
          <RichText text={titleTranslated ?? latexToText(title)} />
        </PageLink>
      </h2>
      <div class="meta">
        <code class="id">{id}</code> {date && <time datetime={date}>{date}</time>}
        {actions}
      </div>
      {children}
    </li>
  )
}
