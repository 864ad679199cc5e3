/** BibTeX, as arXiv writes it, safe against titles that would be taken for commands. */
import { cleanLine } from '../../paper/clean-text.ts'
import type { Digest } from '../../paper/edition.ts'
import { findFormulas } from '../../paper/formulas.ts'
import type { Paper } from '../../paper/paper.ts'
import { isArxivId, linkPaper } from '../markdown/paper-link.ts'
import { makeCitationKeys } from './citation-key.ts'

/** One entry for each paper; Unicode is kept, for a BibTeX that reads UTF-8 (Biber, or a current engine). */
export function exportBibtex({ entries }: Digest): string {
  const papers = entries.map(({ paper }) => paper)
  const keys = makeCitationKeys(papers)
  return papers.map((paper, index) => writeEntry(paper, keys[index] ?? '')).join('\n')
}

function writeEntry(paper: Paper, key: string): string {
  const arxiv = isArxivId(paper.id)
  const link = linkPaper({ id: paper.id }, 'abstract')
  const fields: [string, string][] = [
    ['title', protectCapitals(cleanLine(paper.title))],
    [
      'author',
      paper.authors
        .map(writeAuthor)
        .filter(name => name !== '')
        .join(' and '),
    ],
    ['year', /^\d{4}/.exec(paper.published ?? '')?.[0] ?? ''],
    ['journal', escapeText(cleanLine(paper.journalRef ?? ''))],
    ['eprint', arxiv ? paper.id : ''],
    ['archivePrefix', arxiv ? 'arXiv' : ''],
    ['primaryClass', arxiv ? escapeText(cleanLine(paper.categories[0] ?? '')) : ''],
    ['doi', escapeAddress(cleanLine(paper.doi ?? ''))],
    ['url', link.startsWith('https://') ? escapeAddress(link) : ''],
    ['abstract', escapeProse(cleanLine(paper.abstract))],
    ['note', escapeText(cleanLine(paper.comment ?? ''))],
  ]
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@${paper.journalRef ? 'article' : 'misc'}{${key},\n${lines.join('')}}\n`
}

/** A name that holds the word "and" would be two people, one with a comma read backwards is as meant. */
function writeAuthor(author: string): string {
  const name = escapeText(cleanLine(author))
  return /(?:^|\s)and(?:\s|$)/i.test(name) ? `{${name}}` : name
}

// Braces count for BibTeX even behind a backslash, so they are written by name.
const SPECIALS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}

function escapeText(text: string): string {
  return text.replace(/[\\{}^~#$%&_]/g, char => SPECIALS[char] ?? `\\${char}`)
}

/** Addresses are read letter by letter: a backslash before `_` would be part of them. */
function escapeAddress(address: string): string {
  return address.replace(/[\\{}^" ]/g, encodeURIComponent)
}

/** Everything escaped but formulas. */
function escapeProse(text: string, write: (prose: string) => string = escapeText): string {
  let written = ''
  let last = 0
  for (const { start, end, tex } of findFormulas(text)) {
    if (!isHarmless(tex)) continue
    written += write(text.slice(last, start)) + text.slice(start, end)
    last = end
  }
  return written + write(text.slice(last))
}

/** Styles write titles in small letters; a word with a capital inside it is a name and stays as it is. */
function protectCapitals(title: string): string {
  return escapeProse(title, prose =>
    prose
      .split(/([\s:;,()/-]+)/)
      .map(word =>
        /.\p{Lu}|^\p{Lu}$|^\p{N}+\p{Lu}/u.test(word) ? `{${escapeText(word)}}` : escapeText(word),
      )
      .join(''),
  )
}

// A bibliography is typeset on the reader's machine: of commands only those that set a formula may pass.
const COMMANDS = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon
  phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell infty partial nabla
  mathbb mathbf mathcal mathfrak mathit mathrm mathsf boldsymbol text textit textbf textrm operatorname
  frac sqrt sum prod int log exp min max arg inf sup lim hat bar tilde vec dot overline underline
  times cdot circ pm mp leq le geq ge neq ne approx sim simeq equiv propto ll gg in notin subset subseteq cup cap
  to rightarrow leftarrow Rightarrow mapsto forall exists ldots cdots dots star ast dagger prime mid perp
  left right langle rangle lfloor rfloor lceil rceil lVert rVert lvert rvert top bot otimes oplus wedge vee quad`
    .trim()
    .split(/\s+/),
)

/** Its braces balance and its commands only draw. */
function isHarmless(tex: string): boolean {
  let depth = 0
  for (const [mark, command] of tex.matchAll(/\\([A-Za-z]+)|\\.|[{}]|[#%&~$]|\^\^/g)) {
    if (command !== undefined ? !COMMANDS.has(command) : mark.length > 1 && !/^\\[,;:! |]$/.test(mark))
      return false
    if (/^[#%&~$]$/.test(mark)) return false
    if (mark === '{') depth++
    else if (mark === '}' && --depth < 0) return false
  }
  return depth === 0 && !tex.endsWith('\\')
}
