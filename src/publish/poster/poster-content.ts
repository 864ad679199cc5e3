/** What stands on a poster: one paper with its brief, cut into the parts that get a panel each. */
import { cleanLine } from '../../paper/clean-text.ts'
import type { DigestEntry, Layout } from '../../paper/edition.ts'
import type { FormBook } from '../../paper/form-book.ts'
import type { Figure } from '../../paper/full-text.ts'
import { SOURCE_LANGUAGE } from '../../paper/language.ts'
import { latexToText } from '../../paper/latex.ts'
import { splitKeywords } from '../../paper/split-keywords.ts'
import { clipText } from '../clip-text.ts'
import { listFields } from '../exports/list-fields.ts'
import { wordingFor } from '../pages/wording.ts'
import { presentEntry } from '../present-entry.ts'
import { findKeyFigures, type KeyFigure } from './key-figures.ts'

export interface TextPanel {
  key: string
  label?: string
  /** Paragraphs separated by a blank line. */
  text: string
}

export interface PosterFigure {
  /** `Figure 2`. */
  label: string
  caption: string
  /** A `data:` address; absent where the picture was not fetched. */
  image?: string
}

export interface PosterContent {
  /** Of the poster's own words. */
  language: string
  /** Of the panels' text. */
  textLanguage: string
  title: string
  titleLanguage: string
  /** The paper's own title, where another one stands above. */
  original?: string
  authors: string
  keywords: readonly string[]
  /** One sentence in large type. */
  lead?: string
  figures: readonly KeyFigure[]
  panels: readonly TextPanel[]
  figure?: PosterFigure
  notices: readonly string[]
  /** Id, categories and date, for the foot. */
  facts: readonly string[]
  /** Whether what it says was compared with the paper. */
  checked: boolean
}

export interface PosterRequest {
  entry: DigestEntry
  layout: Layout
  language: string
  book?: FormBook | undefined
  /** A title in the poster's language where the brief itself has none: of a translation of the same paper. */
  title?: string | undefined
  figure?: PosterFigure | undefined
  checked?: boolean
}

// Nobody reads more on a poster, and the browser need not set it.
const [MAX_KEYWORDS, MAX_KEYWORD, MAX_CAPTION, MAX_LEAD, MAX_PANEL] = [6, 60, 280, 600, 6000]

export function composePosterContent({
  entry,
  layout,
  language,
  book,
  title,
  figure,
  checked = false,
}: PosterRequest): PosterContent {
  const { paper, brief } = entry
  const titled = title && !brief.fields.title ? { ...brief, fields: { ...brief.fields, title } } : brief
  const shown = presentEntry({ ...entry, brief: titled }, { language, layout }, { book })
  const fields = listFields(entry, { language, layout }, book).map(field => ({
    ...field,
    text: latexToText(field.text),
  }))
  const keywords = fields.find(({ kind }) => kind === 'keywords')
  const lead = fields.find(({ key }) => key === 'gist')
  const panels = fields.filter(field => field !== keywords && field !== lead)
  const telling = panels.filter(({ key }) => key === 'results' || key === 'abstract')
  const words = wordingFor(language)
  return {
    language,
    textLanguage: brief.language,
    title: shown.title,
    titleLanguage: title && !brief.fields.title ? language : shown.language,
    ...(shown.original && { original: shown.original }),
    authors: words.authors(shown.authors),
    keywords: splitKeywords(keywords?.text ?? '')
      .slice(0, MAX_KEYWORDS)
      .map(keyword => clipText(keyword, MAX_KEYWORD)),
    ...(lead && { lead: clipText(lead.text, MAX_LEAD) }),
    figures: findKeyFigures((telling.length > 0 ? telling : panels).map(({ text }) => text).join('\n')),
    panels: panels.map(({ key, label, text }) => ({
      key,
      text: clipText(text, MAX_PANEL),
      ...(label !== undefined && { label }),
    })),
    ...(figure && { figure }),
    notices: shown.notices,
    facts: [
      shown.source?.replace(/^https?:\/\//, '') ?? paper.id,
      shown.categories.slice(0, 4).join(' '),
      paper.published ?? '',
    ].filter(fact => fact !== ''),
    checked,
  }
}

// What a paper calls the picture that shows the whole of it.
const OVERVIEW =
  /\b(?:overview|framework|pipeline|architecture|illustration of (?:our|the)|our (?:method|approach|model))\b/i

/** The overview where a caption names one, else the first; with a picture rather than without. */
export function chooseFigure(figures: readonly Figure[]): Figure | undefined {
  const candidates = figures.slice(0, 30).filter(({ caption }) => cleanLine(caption) !== '')
  const rank = ({ caption, image }: Figure) =>
    (image ? 2 : 0) + (OVERVIEW.test(caption.slice(0, 200)) ? 1 : 0)
  return candidates.toSorted((a, b) => rank(b) - rank(a))[0]
}

export function presentFigure({ label, caption }: Figure, image?: string): PosterFigure {
  return {
    label: cleanLine(label ?? '') || wordingFor(SOURCE_LANGUAGE).figures,
    caption: clipText(cleanLine(latexToText(caption.slice(0, MAX_CAPTION * 4))), MAX_CAPTION),
    ...(image && { image }),
  }
}
