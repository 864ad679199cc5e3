/** The fields of a brief by a translation engine: the paper's own sentences, translated one by one. */
import type { TranslationEngine } from '../engines/engine.ts'
import { createExtractive } from '../engines/extractive.ts'
import { findPaperNames } from '../engines/paper-names.ts'
import { cleanLine, cleanParagraphs } from '../paper/clean-text.ts'
import type { Form, FormField } from '../paper/form.ts'
import type { TermUse } from '../paper/glossary.ts'
import { listSeparator, SOURCE_LANGUAGE } from '../paper/language.ts'
import { latexToText } from '../paper/latex.ts'
import type { Paper } from '../paper/paper.ts'
import { splitSentences } from '../paper/sentences.ts'
import { splitKeywords } from '../paper/split-keywords.ts'
import { explainTerms } from './explain-terms.ts'
import { extractFields } from './extract-fields.ts'
import { splitLongSentence } from './split-long-sentence.ts'
import { type SentenceTranslation, translateSentences } from './translate-sentences.ts'

export interface TranslateFieldsRequest {
  paper: Paper
  form: Form
  /** Of the brief; a pair of languages that the engine has. */
  language: string
  engine: TranslationEngine
  /** Where the glossary's terms stand in an English text; absent: there is no glossary. */
  findTerms?: ((text: string) => readonly TermUse[]) | undefined
  signal?: AbortSignal | undefined
}

export interface TranslatedFields {
  fields: Record<string, string>
  /** What a reader should know: sentences that stayed as they are, each kind in one sentence. */
  notes: string[]
}

/** A field's text, taken apart: paragraphs of sentences of parts. */
type Plan = { field: FormField; source: string; paragraphs: string[][][] }

/**
 * Title and abstract whole, or for a summary the sentences that the extractive engine takes.
 * @throws EngineError, or the signal's reason
 */
export async function translateFields(request: TranslateFieldsRequest): Promise<TranslatedFields> {
  const { paper, form, language, engine, findTerms, signal } = request
  const sources = varyGist(extractFields({ paper, form, engine: createExtractive() }), { paper, form })
  const plans = form.fields.map(field => planField(field, sources[field.key] ?? '', language))
  const parts = plans.flatMap(({ paragraphs }) => paragraphs.flat(2))
  const names = nameWords(paper)
  const translations = await translateSentences(parts, { engine, language, names, findTerms, signal })
  const explained = new Set<string>()
  const compose = (plan: Plan) => composeField(plan, { language, translations, findTerms, explained })
  return {
    fields: Object.fromEntries(plans.map(plan => [plan.field.key, compose(plan)])),
    notes: describeLosses([...translations.values()]),
  }
}

/**
 * A quoted sentence may be the gist and all that there is to say of the method; in one's own words that is saying the
 * same twice. So the gist is then another sentence, and where there is none the title.
 */
function varyGist(
  sources: Record<string, string>,
  { paper, form }: { paper: Paper; form: Form },
): Record<string, string> {
  const texts = form.fields.filter(({ kind }) => kind === 'text').map(({ key }) => sources[key] ?? '')
  const others = texts.map(text => splitSentences(text, SOURCE_LANGUAGE)).filter(({ length }) => length > 1)
  const title = latexToText(paper.title)
  const spare =
    others.flat().find(sentence => !texts.includes(sentence)) ?? (/[.!?]$/.test(title) ? title : `${title}.`)
  const varied = form.fields
    .filter(({ key, kind }) => kind === 'sentence' && texts.includes(sources[key] ?? ''))
    .map(({ key }) => [key, spare])
  return { ...sources, ...Object.fromEntries(varied) }
}

/** What the extractive engine says where the abstract does not, in the languages that we write ourselves. */
const SET_PHRASES: Record<string, Record<string, string>> = {
  'zh-Hans': {
    Untitled: '无标题',
    'The source gives no abstract.': '来源没有给出摘要。',
    'no key terms found': '未找到关键词',
    'The source gives no abstract, only a title.': '来源没有给出摘要，只有标题。',
    'The abstract does not state the problem apart from its method.': '摘要没有在方法之外单独说明问题。',
    'The abstract does not describe the method.': '摘要没有说明方法。',
    'The abstract reports no results in a sentence of their own.': '摘要没有用单独的句子给出结果。',
    'The abstract gives no advice for practitioners.': '摘要没有给从业者的建议。',
    'not stated': '未说明',
    'The abstract does not say this in a sentence of its own.': '摘要没有用单独的句子说明这一点。',
  },
  'zh-Hant': {
    Untitled: '無標題',
    'The source gives no abstract.': '來源沒有給出摘要。',
    'no key terms found': '未找到關鍵詞',
    'The source gives no abstract, only a title.': '來源沒有給出摘要，只有標題。',
    'The abstract does not state the problem apart from its method.': '摘要沒有在方法之外單獨說明問題。',
    'The abstract does not describe the method.': '摘要沒有說明方法。',
    'The abstract reports no results in a sentence of their own.': '摘要沒有用單獨的句子給出結果。',
    'The abstract gives no advice for practitioners.': '摘要沒有給從業者的建議。',
    'not stated': '未說明',
    'The abstract does not say this in a sentence of its own.': '摘要沒有用單獨的句子說明這一點。',
  },
}

function planField(field: FormField, source: string, language: string): Plan {
  if (SET_PHRASES[language]?.[source]) return { field, source, paragraphs: [] }
  if (field.kind === 'keywords')
    return { field, source, paragraphs: [splitKeywords(source).map(word => [word])] }
  const isOneSentence = field.kind !== 'text'
  const paragraphs = (isOneSentence ? cleanLine(source) : cleanParagraphs(source)).split('\n\n')
  return {
    field,
    source,
    paragraphs: paragraphs.map(paragraph =>
      (isOneSentence ? [paragraph] : splitSentences(paragraph, SOURCE_LANGUAGE).map(cleanLine))
        .filter(sentence => sentence !== '')
        .map(splitLongSentence),
    ),
  }
}

/** The names that the paper gives to what it makes, and the one word before the colon of its title. */
function nameWords({ title, abstract }: Paper): ReadonlySet<string> {
  const text = { title: latexToText(title), abstract: latexToText(abstract) }
  const opening = /^(\p{Lu}[\p{L}\p{N}.+-]{2,30}):\s/u.exec(text.title)?.[1]
  return new Set([...findPaperNames(text), ...(opening ? [opening] : [])])
}

interface Composition {
  language: string
  translations: ReadonlyMap<string, SentenceTranslation>
  findTerms: TranslateFieldsRequest['findTerms']
  /** Terms whose first use has been explained. */
  explained: Set<string>
}

function composeField({ field, source, paragraphs }: Plan, composition: Composition): string {
  const { language, translations, findTerms, explained } = composition
  const set = SET_PHRASES[language]?.[source]
  if (set) return set
  const textOf = (part: string) => translations.get(part) ?? { text: part, how: 'source' as const }
  const sentences = paragraphs.map(paragraph =>
    paragraph.map(parts => {
      const whole = joinTexts(parts.map(textOf), language)
      const isProse = field.kind === 'text' || field.kind === 'sentence'
      return isProse && findTerms && whole.how !== 'source'
        ? {
            ...whole,
            text: explainTerms(whole.text, { uses: findTerms(parts.join(' ')), explained, language }),
          }
        : whole
    }),
  )
  if (field.kind === 'keywords')
    return [...new Set(sentences.flat().map(({ text }) => text))].join(listSeparator(language))
  return sentences.map(texts => joinTexts(texts, language).text).join('\n\n')
}

/** Chinese and Japanese have no blank between sentences, but beside one in Latin letters. */
function joinTexts(texts: readonly SentenceTranslation[], language: string): SentenceTranslation {
  const isHan = /^(?:zh|ja)\b/.test(language)
  let text = ''
  let before: SentenceTranslation | undefined
  for (const next of texts) {
    const isTight = isHan && next.how !== 'source' && before?.how !== 'source'
    text += before === undefined || isTight ? next.text : ` ${next.text}`
    before = next
  }
  return { text, how: texts.some(({ how }) => how === 'source') ? 'source' : 'whole' }
}

function describeLosses(translations: readonly SentenceTranslation[]): string[] {
  const kept = translations.filter(({ how }) => how === 'source').length
  if (kept === 0) return []
  const share = `${kept} of ${translations.length} sentences`
  return [`${share} could not be translated with every name, figure and formula kept, and stand as they are.`]
}
