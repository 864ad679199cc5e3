/** A form: which fields a brief has, in which order, and what they are called in each language. */
import { builtInLabels } from './labels.ts'

/** `line`: one line. `sentence`: exactly one sentence. `text`: paragraphs. `keywords`: a short list. */
export type FieldKind = 'line' | 'sentence' | 'text' | 'keywords'

/** What the text of a field must keep to; characters are counted as a reader does (code points). */
export interface FieldLimits {
  /** Less is a warning only: where the paper does not say it, a few words say so. */
  minChars?: number
  maxChars?: number
  maxSentences?: number
  /** Fewest and most keywords. */
  items?: readonly [number, number]
}

/** What the extractive engine fills a field with: parts of the paper, or its sentences in these roles. */
export const fieldSources = [
  'title',
  'abstract',
  'keyphrases',
  'gist',
  'background',
  'problem',
  'method',
  'results',
  'contribution',
  'resources',
] as const
export type FieldSource = (typeof fieldSources)[number]

export interface FormField {
  key: string
  kind: FieldKind
  /** By language tag; a layout that shows no label (a title) has none. */
  labels: Record<string, string>
  /** What a model is asked to write there; in forms of the user's own only. */
  instruction?: string
  limits?: FieldLimits
  /** In forms of the user's own: what fills it where there is no model. */
  from?: readonly FieldSource[]
}

/** The Markdown of a digest with `{{…}}` where something of it stands (docs/forms.md). */
export interface FormLayout {
  header?: string
  paper: string
  footer?: string
}

export interface Form {
  /** Of a form of the user's own: with the hash of what it asks for, so that a changed form gets briefs of its own. */
  name: string
  /**
   * `whole`: the brief says everything that the source says (a translation), so losses are faults.
   * `selection`: it says less, so only what is said is compared.
   */
  coverage: 'whole' | 'selection'
  fields: readonly FormField[]
  /** What a model is told besides the fields; in forms of the user's own only. */
  task?: { audience?: string; instructions?: string }
  /** In a form of the user's own; absent: the way of the layout `summary`. */
  layout?: FormLayout
}

/** Fewest and most keywords of a field that sets no limit of its own. */
export const KEYWORD_LIMITS: readonly [number, number] = [3, 6]

export const translationForm: Form = {
  name: 'translation',
  coverage: 'whole',
  fields: [
    { key: 'title', kind: 'line', labels: {} },
    { key: 'abstract', kind: 'text', labels: {} },
  ],
}

function summaryLabels(key: 'keywords' | 'gist' | 'question' | 'method' | 'results' | 'practice') {
  return Object.fromEntries(builtInLabels.map(({ language, fields }) => [language, fields[key]]))
}

export const summaryForm: Form = {
  name: 'summary',
  coverage: 'selection',
  fields: [
    { key: 'keywords', kind: 'keywords', labels: summaryLabels('keywords') },
    { key: 'gist', kind: 'sentence', labels: summaryLabels('gist') },
    { key: 'question', kind: 'text', labels: summaryLabels('question') },
    { key: 'method', kind: 'text', labels: summaryLabels('method') },
    { key: 'results', kind: 'text', labels: summaryLabels('results') },
    { key: 'practice', kind: 'text', labels: summaryLabels('practice') },
  ],
}

export const builtInForms: Record<string, Form> = { translation: translationForm, summary: summaryForm }
