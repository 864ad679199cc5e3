/** What stands beside a paper's title: authors, categories, links, and what a reader must know of it. */
import { abstractUrl, pdfUrl } from '../../paper/arxiv-id.ts'
import type { Brief } from '../../paper/brief.ts'
import type { Finding } from '../../paper/finding.ts'
import type { Paper } from '../../paper/paper.ts'
import { isArxivId, linkPaper } from '../markdown/paper-link.ts'
import { RichText, safeHref, withoutDirectionMarks } from './rich-text.tsx'
import type { Wording } from './wording.ts'

export function Authors({ paper, words }: { paper: Paper; words: Wording }) {
  return paper.authors.length === 0 ? null : (
    <span class="authors" title={withoutDirectionMarks(paper.authors.slice(0, 100).join(', '))}>
      <RichText text={words.authors(paper.authors)} />
    </span>
  )
}

export function Categories({ paper }: { paper: Paper }) {
  return (
    <>
      {paper.categories.slice(0, 4).map(category => (
        <span class="category">
          <RichText text={category} />
        </span>
      ))}
    </>
  )
}

/** abs, PDF, HTML, code and the rest, as far as there are any. */
export function PaperLinks({ paper, words }: { paper: Paper; words: Wording }) {
  const kinds = {
    code: words.code,
    project: words.project,
    media: words.media,
    doi: 'DOI',
    other: words.other,
  }
  const own: [string, string][] = isArxivId(paper.id)
    ? [
        ['arXiv', abstractUrl(paper.id)],
        ['PDF', pdfUrl(paper)],
        ['HTML', abstractUrl(paper.id).replace('/abs/', '/html/')],
      ]
    : linkPaper({ id: paper.id }, 'abstract').startsWith('https://')
      ? [['DOI', linkPaper({ id: paper.id }, 'abstract')]]
      : []
  const others = paper.links.flatMap(({ kind, url }): [string, string][] => {
    const href = safeHref(url)
    return href ? [[kinds[kind], href]] : []
  })
  return (
    <span class="links">
      {own.flatMap(([name, href]) => [<a href={href}>{name}</a>, ' '])}
      {others.slice(0, 9).flatMap(([name, href]) => [
        <a href={href} rel="nofollow">
          {name}
        </a>,
        ' ',
      ])}
    </span>
  )
}

/** What must not be overlooked: withdrawn, retold, left in the source language, findings. */
export function Notices({
  paper,
  brief,
  fallbackReason,
  findings,
  words,
}: {
  paper: Paper
  brief: Pick<Brief, 'basis' | 'basisReason'>
  fallbackReason?: string | undefined
  findings: readonly Finding[]
  words: Wording
}) {
  const notices: [string, string][] = []
  if (paper.withdrawn) notices.push(['bad', words.withdrawn])
  if (fallbackReason) notices.push(['note', `${words.keptInSource}: ${fallbackReason}`])
  if (paper.abstractOrigin === 'retold') notices.push(['note', words.retold])
  if (brief.basisReason) notices.push(['note', `${words.abstractOnly}: ${brief.basisReason}`])
  return (
    <>
      {notices.map(([kind, text]) => (
        <p class={`notice ${kind}`}>
          <RichText text={text} />
        </p>
      ))}
      <Findings findings={findings} words={words} />
    </>
  )
}

export function Findings({ findings, words }: { findings: readonly Finding[]; words: Wording }) {
  if (findings.length === 0) return null
  return (
    <details class="findings">
      <summary>{words.findings(findings.length)}</summary>
      <ul>
        {findings.map(({ severity, check, message, quote, expected, section }) => (
          <li>
            <b>{severity === 'error' ? words.error : words.warning}</b> <code>{check}</code>{' '}
            <span lang="en">
              <RichText text={message} />
            </span>
            {quote && (
              <q>
                <RichText text={quote.slice(0, 300)} />
              </q>
            )}
            {expected && (
              <span>
                {' '}
                →{' '}
                <q>
                  <RichText text={expected.slice(0, 300)} />
                </q>
              </span>
            )}
            {section && (
              <span>
                {' '}
                ({words.section} {section})
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
