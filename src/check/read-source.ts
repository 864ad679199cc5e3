/** The paper's text in the shape that checks compare with: LaTeX resolved, cut into sentences. */
import { maskMath } from '../paper/formulas.ts'
import { listPassages, type Passage } from '../paper/full-text.ts'
import { latexToText } from '../paper/latex.ts'
import type { Paper } from '../paper/paper.ts'
import { splitSentences } from '../paper/sentences.ts'
import type { CheckInput } from './check-input.ts'
import { findLinks, maskLinks } from './find-links.ts'
import { indexNames, type NameIndex } from './name-index.ts'
import { LastMade, once } from './once.ts'

export interface SourcePart {
  /** Heading of the passage; absent for the abstract. */
  section?: string
  sentences: readonly string[]
}

export interface Source {
  title: string
  abstract: string
  /** Of the full text, where the brief was written from it. */
  passages: readonly Passage[]
  /** Title, abstract and passages, with blank lines between. */
  text: string
  lower: string
  /** The text with links and formulas blanked. */
  plain: () => string
  /** The abstract, then the passages, cut into sentences. */
  parts: () => readonly SourcePart[]
  /** Of all parts, in order. */
  sentences: () => readonly string[]
  links: () => readonly string[]
  /** The names of the whole text. */
  names: () => NameIndex
}

// Eight checks ask for the same paper in a row; papers that nobody holds any more are let go.
const known = new LastMade<Paper, { given: readonly unknown[]; source: Source }>()

export function readSource({ paper, fullText }: Pick<CheckInput, 'paper' | 'fullText'>): Source {
  const given = [paper.title, paper.abstract, fullText]
  const memory = known.get(paper)
  if (memory?.given.every((part, at) => part === given[at])) return memory.source
  const title = latexToText(paper.title).normalize('NFC').trim()
  const abstract = latexToText(paper.abstract).normalize('NFC').trim()
  const passages = fullText ? listPassages(fullText).map(readPassage) : []
  const pieces = [title, abstract, ...passages.map(passage => passage.text)]
  const text = pieces.join('\n\n').trim()
  // Piece by piece: a lone "$$" of the title opens no formula that ends in the abstract.
  const plain = once(() =>
    pieces
      .map(piece => maskLinks(maskMath(piece)))
      .join('\n\n')
      .trim(),
  )
  const parts = once(() => [
    { sentences: splitSentences(abstract, 'en') },
    ...passages.map(passage => ({
      section: passage.section,
      sentences: splitSentences(passage.text, 'en'),
    })),
  ])
  const source: Source = {
    title,
    abstract,
    passages,
    text,
    lower: text.toLowerCase(),
    parts,
    sentences: once(() => parts().flatMap(({ sentences }) => sentences)),
    links: once(() => findLinks(text)),
    plain,
    names: once(() => indexNames(plain())),
  }
  known.set(paper, { given, source })
  return source
}

function readPassage({ section, text }: Passage): Passage {
  return { section, text: latexToText(text).normalize('NFC').trim() }
}
