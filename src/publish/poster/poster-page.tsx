/** A poster as a page of HTML of exactly its size; the plan says where everything stands. */
import { html, raw } from 'hono/html'
import { SOURCE_LANGUAGE } from '../../paper/language.ts'
import { clipText } from '../clip-text.ts'
import { STILL_PAGE_POLICY } from '../exports/print.tsx'
import { RichText } from '../pages/rich-text.tsx'
import { wordingFor } from '../pages/wording.ts'
import { SimpleText } from '../simple-text.tsx'
import { FIGURE_KEY, LEAD_KEY, type Panel, type Plan } from './plan.ts'
import type { PosterContent } from './poster-content.ts'
import type { PosterSize } from './poster-size.ts'
import { posterStyle } from './poster-style.ts'
import { textWidth } from './text-width.ts'

interface Sheet {
  content: PosterContent
  plan: Plan
}

export function renderPoster(content: PosterContent, plan: Plan, size: PosterSize): string {
  const sheet: Sheet = { content, plan }
  return String(
    <>
      {html`<!doctype html>`}
      <html lang={content.language}>
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content={STILL_PAGE_POLICY} />
          <title>{content.title}</title>
          <style>{raw(posterStyle(size, plan.basePx))}</style>
        </head>
        <body>
          <main class={`poster ${size.width > size.height ? 'wide' : 'tall'}`}>
            <Head {...sheet} />
            <Hero {...sheet} />
            <PanelTree panel={plan.body} sheet={sheet} />
            <Foot {...sheet} />
          </main>
        </body>
      </html>
    </>,
  )
}

/** Long titles are set smaller, so that they take the room of a short one. */
function titleSize(title: string): number {
  const width = textWidth(title)
  return width <= 14 ? 2.7 : width <= 30 ? 2.3 : width <= 60 ? 1.9 : width <= 110 ? 1.5 : 1.2
}

function Head({ content, plan }: Sheet) {
  const { title, titleLanguage, original, authors, keywords, notices } = content
  return (
    <header class="head" data-box="head">
      <h1 lang={titleLanguage} style={`font-size: ${titleSize(title)}em`}>
        <Words text={title} plan={plan} />
      </h1>
      {original && (
        <p class="original" lang={SOURCE_LANGUAGE}>
          <Words text={original} plan={plan} />
        </p>
      )}
      {authors !== '' && (
        <p class="authors">
          <Words text={authors} plan={plan} />
        </p>
      )}
      {keywords.length + notices.length > 0 && (
        <p class="chips">
          {notices.map(notice => (
            <span class="chip notice">{notice}</span>
          ))}
          {keywords.map(keyword => (
            <span class="chip" lang={content.textLanguage}>
              <Words text={keyword} plan={plan} />
            </span>
          ))}
        </p>
      )}
    </header>
  )
}

/** What can be read in passing: the one sentence, and the figures in large type. */
function Hero({ content: { lead, figures, textLanguage }, plan }: Sheet) {
  if (!lead && figures.length === 0) return null
  return (
    <section class="hero" lang={textLanguage} data-box="hero">
      {lead && (
        <p class="lead">
          <Words text={cut(lead, plan.cuts[LEAD_KEY])} plan={plan} />
        </p>
      )}
      {figures.length > 0 && (
        <ul class={`figures ${figures.length === 1 ? 'single' : ''}`}>
          {figures.map(({ value, label }) => (
            <li>
              <b class={textWidth(value) > 4 ? 'long' : ''}>{value}</b>
              <span>
                <Words text={label} plan={plan} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function PanelTree({ panel, sheet }: { panel: Panel; sheet: Sheet }) {
  const grow = `flex-grow: ${Math.max(panel.weight, 0.001).toFixed(4)}`
  if (panel.kind === 'leaf') return <Leaf name={panel.key} grow={grow} sheet={sheet} />
  return (
    <div class={`split ${panel.kind}`} style={grow}>
      {panel.panels.map(child => (
        <PanelTree panel={child} sheet={sheet} />
      ))}
    </div>
  )
}

function Leaf({ name, grow, sheet: { content, plan } }: { name: string; grow: string; sheet: Sheet }) {
  if (name === FIGURE_KEY) return <MainFigure grow={grow} content={content} plan={plan} />
  const panel = content.panels.find(({ key }) => key === name)
  return (
    <section class="panel" style={grow} data-box={name}>
      <div class="inner">
        {panel?.label !== undefined && <h2>{panel.label}</h2>}
        {cut(panel?.text ?? '', plan.cuts[name])
          .split(/\n{2,}/)
          .map(paragraph => (
            <p lang={content.textLanguage}>
              <Words text={paragraph} plan={plan} />
            </p>
          ))}
      </div>
    </section>
  )
}

function MainFigure({ grow, content: { figure, language }, plan }: Sheet & { grow: string }) {
  return (
    <section
      class={`panel main-figure ${figure?.image ? 'pictured' : ''}`}
      style={grow}
      data-box={FIGURE_KEY}
    >
      {figure?.image && <img src={figure.image} alt="" />}
      <div class="inner">
        {!figure?.image && <h2>{wordingFor(language).figures}</h2>}
        <p class="caption" lang={SOURCE_LANGUAGE}>
          <b>{figure?.label}</b> <Words text={figure?.caption ?? ''} plan={plan} />
        </p>
      </div>
    </section>
  )
}

function Foot({ content: { facts, language, checked } }: Sheet) {
  return (
    <footer class="foot" data-box="foot">
      <span class="facts">
        {facts.map(fact => (
          <span>{fact}</span>
        ))}
      </span>
      <span>{checked ? `Paperbrief · ${wordingFor(language).checked}` : 'Paperbrief'}</span>
    </footer>
  )
}

/** Formulas that are set cannot break over lines; typed ones can. */
function Words({ text, plan }: { text: string; plan: Plan }) {
  return plan.formulas === 'set' ? <RichText text={text} /> : <SimpleText text={text} />
}

function cut(text: string, most: number | undefined): string {
  return most === undefined ? text : clipText(text, most)
}
