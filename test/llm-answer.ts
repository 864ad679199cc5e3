/** Reads a prompt of ours and writes the good answer to it. */
import { splitSentences } from '../src/paper/sentences.ts'
import type { AskedPaper } from './llm-faults.ts'
import { pseudoTranslate, pseudoTranslateTitle, pseudoWord } from './pseudo-translate.ts'

export interface ChatPrompt {
  system: string
  user: string
}

export interface Question extends AskedPaper {
  /** The eight hex digits of the fence; empty where the prompt holds no paper. */
  paperTag: string
  form: 'translation' | 'summary'
  /** Of the parts of the full text, where the prompt holds them. */
  sections: string[]
  /** Lower-case source term to rendering, from lines `term → 译名` before the paper. */
  glossary: Record<string, string>
}

const NOT_SAID = ['摘要未说明问题。', '摘要未说明方法。', '摘要未给出成果。']

export function readQuestion({ system, user }: ChatPrompt): Question {
  const [, paperTag = '', body = ''] = /<paper-([0-9a-f]{8})>\n?([\s\S]*?)<\/paper-\1>/.exec(user) ?? []
  const [, title = '', abstract = ''] =
    /\[\[title\]\]\n([\s\S]*?)\n\[\[abstract\]\]\n([\s\S]*)/.exec(body) ?? []
  const before = paperTag === '' ? '' : user.slice(0, user.indexOf(`<paper-${paperTag}>`))
  const terms = before.matchAll(/^[-*\s]*(.+?)\s*(?:→|=>|->)\s*(.*[\u4e00-\u9fff].*)$/gm)
  return {
    paperTag,
    title: title.trim(),
    abstract: abstract.replace(/\n\[\[\w+\]\][\s\S]*$/, '').trim(),
    sections: abstract.split(/\n\[\[section\]\] .*\n/).slice(1),
    form: system.includes('[[keywords]]') ? 'summary' : 'translation',
    glossary: Object.fromEntries(
      [...terms].map(([, term = '', rendering = '']) => [term.toLowerCase(), rendering.trim()]),
    ),
  }
}

export function writeAnswer(question: Question): string {
  const blocks = question.form === 'summary' ? summarize(question) : translate(question)
  return `${blocks.map(([name, text]) => `[[${name}]]\n${text}`).join('\n')}\n[[end]]`
}

type Blocks = [name: string, text: string][]

function translate({ title, abstract, glossary }: Question): Blocks {
  return [
    ['title', pseudoTranslateTitle(title, glossary)],
    ['abstract', pseudoTranslate(abstract, glossary)],
  ]
}

function summarize({ title, abstract, sections, glossary }: Question): Blocks {
  const sentences = splitSentences(abstract, 'en').map(sentence => pseudoTranslate(sentence, glossary))
  const quarter = Math.max(1, Math.ceil(sentences.length / 4))
  const part = (index: number) =>
    sentences.slice(index * quarter, (index + 1) * quarter).join('') || (NOT_SAID[index] ?? '')
  return [
    ['keywords', findKeywords(title).join('、')],
    [
      'gist',
      `本文研究${pseudoTranslateTitle(title, glossary)
        .replace(/[？：](?=.)/g, '，')
        .replace(/？$/, '')}。`,
    ],
    ['question', part(0)],
    ['method', part(1)],
    ['results', part(2) + quoteFigures(sections, glossary)],
    ['practice', sentences.slice(quarter * 3).join('') || '摘要未谈及应用。'],
  ]
}

/** A sentence of the full text that gives figures. */
function quoteFigures(sections: readonly string[], glossary: Record<string, string>): string {
  const sentence = sections
    .flatMap(section => splitSentences(section, 'en'))
    .find(text => /\d+\.\d+%/.test(text) && text.length < 300)
  return sentence ? pseudoTranslate(sentence, glossary) : ''
}

function findKeywords(title: string): string[] {
  const words = title.match(/[\p{L}\p{N}][\p{L}\p{N}-]{3,}(?:\.\d+)?/gu) ?? []
  const keywords = new Set(
    words
      .map(word => pseudoTranslateTitle(word))
      .filter(word => word.length > 1 && !/[的和与及或以对在把被将从向]$/.test(word)),
  )
  for (const seed of ['alpha', 'beta', 'gamma']) if (keywords.size < 3) keywords.add(pseudoWord(seed + title))
  return [...keywords].slice(0, 5)
}
