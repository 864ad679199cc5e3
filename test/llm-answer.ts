/** Reads a prompt of ours and writes the good answer to it. */
import { splitSentences } from '../src/paper/sentences.ts'
import type { AskedPaper } from './llm-faults.ts'
import { type AskedField, answerElsewhere, asksForTerms, readAskedFields } from './llm-other-languages.ts'
import { pseudoTranslate, pseudoTranslateTitle, pseudoWord } from './pseudo-translate.ts'

export interface ChatPrompt {
  system: string
  user: string
}

export interface Question extends AskedPaper {
  /** The eight hex digits of the fence; empty where the prompt holds no paper. */
  paperTag: string
  form: 'translation' | 'summary' | 'custom'
  /** Of a form that the model does not know by heart. */
  fields: AskedField[]
  /** The whole system prompt, which names the language. */
  system: string
  /** Of the parts of the full text, where the prompt holds them. */
  sections: string[]
  /** Lower-case source term to rendering, from lines `- term (ABBR): 译名, not …` before the paper. */
  glossary: Record<string, string>
  /** Of the blocks that a revision asks for; empty where all are. */
  again: string[]
}

const NOT_SAID = ['摘要未说明问题。', '摘要未说明方法。', '摘要未给出成果。']

export function readQuestion({ system, user }: ChatPrompt): Question {
  const [, paperTag = '', body = ''] = /<paper-([0-9a-f]{8})>\n?([\s\S]*?)<\/paper-\1>/.exec(user) ?? []
  const [, title = '', abstract = ''] =
    /\[\[title\]\]\n([\s\S]*?)\n\[\[abstract\]\]\n([\s\S]*)/.exec(body) ?? []
  const before = paperTag === '' ? '' : user.slice(0, user.indexOf(`<paper-${paperTag}>`))
  const terms = before.matchAll(/^- (.+?)(?: \(([^)]*)\))?: (.+?)(?:,? (?:\(|not ).*)?$/gm)
  return {
    paperTag,
    title: title.trim(),
    abstract: abstract.replace(/\n\[\[\w+\]\][\s\S]*$/, '').trim(),
    sections: abstract.split(/\n\[\[section\]\] .*\n/).slice(1),
    form: nameForm(system),
    fields: readAskedFields(system),
    system,
    glossary: Object.fromEntries(
      [...terms].flatMap(([, term = '', short = '', rendering = '']) =>
        [term, short].flatMap(inflect).map(form => [form.toLowerCase(), rendering]),
      ),
    ),
    again: (/Write only (\[\[.*?) again, then/.exec(user)?.[1] ?? '').match(/[a-z_-]+/g) ?? [],
  }
}

/** `pre-training`, `pretraining`, `pre training`; `pre-trained`, `pre-train`: all that a reader takes for the term. */
function inflect(term: string): string[] {
  if (term === '') return []
  const stems = [term, ...(term.endsWith('ing') ? ['ed', 'e', ''].map(end => term.slice(0, -3) + end) : [])]
  return stems
    .flatMap(stem => [stem, stem.replaceAll('-', ''), stem.replaceAll('-', ' ')])
    .flatMap(form => [form, `${form}s`])
}

export function writeAnswer(question: Question): string {
  const blocks = answerElsewhere(question.system, question.fields) ?? answerInChinese(question)
  const asked = blocks.filter(([name]) => question.again.length === 0 || question.again.includes(name))
  return `${asked.map(([name, text]) => `[[${name}]]\n${text}`).join('\n')}\n[[end]]`
}

type Blocks = [name: string, text: string][]

function nameForm(system: string): Question['form'] {
  if (system.includes('[[keywords]]') && system.includes('[[practice]]')) return 'summary'
  return system.startsWith('You translate') || system === '' ? 'translation' : 'custom'
}

function answerInChinese(question: Question): Blocks {
  if (question.form === 'summary') return summarize(question)
  return question.form === 'custom' && question.fields.length > 0
    ? followFields(question)
    : translate(question)
}

/** A sentence of the paper for each field that is no list of terms. */
function followFields({ title, abstract, fields, glossary }: Question): Blocks {
  const sentences = splitSentences(abstract, 'en').map(sentence => pseudoTranslate(sentence, glossary))
  return fields.map(({ name, wish }, index) => [
    name,
    asksForTerms(wish)
      ? findKeywords(title).slice(0, 3).join('、')
      : (sentences[index] ?? `摘要未说明${pseudoWord(name)}。`),
  ])
}

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
