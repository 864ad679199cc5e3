/** The paper's text in the shape that checks compare with: LaTeX resolved, cut into sentences. */
import { maskMath } from '../paper/formulas.ts'
import { latexToText } from '../paper/latex.ts'
import type { Paper } from '../paper/paper.ts'
import { splitSentences } from '../paper/sentences.ts'
import { findLinks, maskLinks } from './find-links.ts'
import { indexNames, type NameIndex } from './name-index.ts'
import { once } from './once.ts'

export interface Source {
  title: string
  abstract: string
  /** Title, blank line, abstract. */
  text: string
  lower: string
  /** The text with links and formulas blanked. */
  plain: () => string
  /** Of the abstract, in order. */
  sentences: () => readonly string[]
  links: () => readonly string[]
  /** The names of title and abstract. */
  names: () => NameIndex
}

// Eight checks ask for the same paper in a row; papers that nobody holds any more are let go.
const known = new WeakMap<Paper, { title: string; abstract: string; source: Source }>()

export function readSource(paper: Paper): Source {
  const memory = known.get(paper)
  if (memory && memory.title === paper.title && memory.abstract === paper.abstract) return memory.source
  const title = latexToText(paper.title).normalize('NFC').trim()
  const abstract = latexToText(paper.abstract).normalize('NFC').trim()
  const text = `${title}\n\n${abstract}`.trim()
  const plain = once(() => maskLinks(maskMath(text)))
  const source: Source = {
    title,
    abstract,
    text,
    lower: text.toLowerCase(),
    sentences: once(() => splitSentences(abstract, 'en')),
    links: once(() => findLinks(text)),
    plain,
    names: once(() => indexNames(plain())),
  }
  known.set(paper, { title: paper.title, abstract: paper.abstract, source })
  return source
}
