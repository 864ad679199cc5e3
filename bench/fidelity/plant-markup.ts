/** Plants marks of a format: LaTeX, Markdown and HTML that leaked into plain text, and tables that break. */
import type { CheckInput } from '../../src/check/check-input.ts'
import type { Random } from './open-random.ts'
import { findSentences, maskFixed, type Plant, proseFields, replaceStretch } from './plant.ts'

export function plantMarkup(input: CheckInput, random: Random): Plant[] {
  return proseFields(input).flatMap(({ key, text }) => {
    const words = [...maskFixed(text).matchAll(/[\p{Script=Han}]{4}|(?<![\p{L}\d])\p{L}{5,}(?![\p{L}\d])/gu)]
    if (words.length === 0) return []
    const wrap = (kind: string, head: string, tail: string): Plant => {
      const word = random.choose(words)
      const [start, end] = [word.index, word.index + word[0].length]
      return replaceStretch({ kind, input, key, start, end, by: `${head}${text.slice(start, end)}${tail}` })
    }
    const sentence = random.choose(findSentences(text))
    const insert = (kind: string, at: number, by: string): Plant =>
      replaceStretch({ kind, input, key, start: at, end: at, by })
    return [
      wrap('LaTeX command', random.choose(['\\textbf{', '\\emph{', '\\textit{', '\\textsc{']), '}'),
      wrap('LaTeX citation', '', random.choose(['\\cite{lee2024}', '~\\citep{wang2023}', '\\ref{tab:main}'])),
      wrap('lone LaTeX sign', '', random.choose([' \\times ', '\\%', ' \\sim ', '\\&'])),
      wrap('lone dollar', '$', ''),
      wrap('Markdown emphasis', '**', '**'),
      wrap('Markdown code', '`', '`'),
      wrap('HTML tag', random.choose(['<b>', '<i>', '</span>']), random.choose(['</b>', '<br>', '</sub>'])),
      wrap('HTML entity', '', random.choose(['&amp;', '&nbsp;', '&lt;', '&#39;'])),
      insert('Markdown heading', sentence.start, `${sentence.start > 0 ? '\n' : ''}## `),
      insert('model tag', 0, random.choose(['<think>\n</think>', '[[abstract]]\n', '```\n', '<|im_start|>'])),
      ...plantFormulas(input, key, text),
      insert('broken table', sentence.end, random.choose(BROKEN_ROWS)),
    ]
  })
}

const BROKEN_ROWS = [
  '\n| 方法 | 准确率 |\n| --- | --- |\n| 基线 | 好 |\n',
  ' | ',
  '|[PDF](https://arxiv.org/pdf/2501.00001)|',
  '\n|:---|:---|\n',
]

/** A formula loses one of its dollar signs or braces. */
function plantFormulas(input: CheckInput, key: string, text: string): Plant[] {
  return [...text.matchAll(/\$[^$]{2,200}\$/g)].slice(0, 2).flatMap(({ 0: formula, index: start }) => {
    const write = (by: string): Plant =>
      replaceStretch({ kind: 'broken formula', input, key, start, end: start + formula.length, by })
    return [
      write(formula.slice(1)),
      write(formula.slice(0, -1)),
      ...(formula.includes('}') ? [write(formula.replace('}', ''))] : []),
    ]
  })
}
