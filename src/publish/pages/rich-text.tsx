/** Text from outside as HTML: formulas become MathML, addresses become links, and nothing else is markup. */
import { raw } from 'hono/html'
import katex from 'katex'
import { findFormulas } from '../../paper/formulas.ts'

// Marks that turn the direction of the text around them, and could make a name read backwards.
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g
const ADDRESS = /https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w\-./~%?=&#+:@!$*,;]*[\w\-/~%=&#+@$*])?/g
// More would take seconds to set; it then stands as it was written.
const MAX_FORMULAS = 200

/** The words alone, for attributes and for the title of a page. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, '')
}

/** One line or one paragraph. */
export function RichText({ text }: { text: string }) {
  const clean = withoutDirectionMarks(text)
  const parts = []
  let last = 0
  for (const { start, end, tex } of findFormulas(clean).slice(0, MAX_FORMULAS)) {
    parts.push(...linkAddresses(clean.slice(last, start)), renderFormula(tex, clean.slice(start, end)))
    last = end
  }
  parts.push(...linkAddresses(clean.slice(last)))
  return <>{parts}</>
}

/** Paragraphs separated by blank lines. */
export function Paragraphs({ text, lang }: { text: string; lang?: string }) {
  return (
    <>
      {text
        .split(/\n{2,}/)
        .filter(paragraph => paragraph.trim() !== '')
        .map(paragraph => (
          <p {...(lang && { lang })}>
            <RichText text={paragraph} />
          </p>
        ))}
    </>
  )
}

function renderFormula(tex: string, source: string) {
  try {
    const html = katex.renderToString(tex, {
      output: 'mathml',
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxExpand: 200,
      maxSize: 20,
    })
    // The policy of the pages allows no style attribute, and MathML of this size needs none; the TeX beside it would
    // double the page.
    return raw(html.replaceAll(/ style="[^"]*"/g, '').replaceAll(/<annotation[^>]*>[^<]*<\/annotation>/g, ''))
  } catch {
    return <code>{source}</code>
  }
}

function linkAddresses(text: string) {
  const parts: unknown[] = []
  let last = 0
  for (const match of text.matchAll(ADDRESS)) {
    parts.push(
      text.slice(last, match.index),
      <a href={match[0]} rel="noopener nofollow">
        {match[0]}
      </a>,
    )
    last = match.index + match[0].length
  }
  parts.push(text.slice(last))
  return parts.filter(part => part !== '')
}

/** An address of the paper's own data; undefined for all but the web's own schemes. */
export function safeHref(url: string): string | undefined {
  const parsed = URL.parse(url)
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined
}
