/** A form: which fields a brief has, in which order, and what they are called in each language. */

/** `line`: one line. `sentence`: exactly one sentence. `text`: paragraphs. `keywords`: a short list. */
export type FieldKind = 'line' | 'sentence' | 'text' | 'keywords'

export interface FormField {
  key: string
  kind: FieldKind
  /** By language tag; a layout that shows no label (a title) has none. */
  labels: Record<string, string>
}

export interface Form {
  name: string
  /**
   * `whole`: the brief says everything that the source says (a translation), so losses are faults.
   * `selection`: it says less, so only what is said is compared.
   */
  coverage: 'whole' | 'selection'
  fields: readonly FormField[]
}

export const translationForm: Form = {
  name: 'translation',
  coverage: 'whole',
  fields: [
    { key: 'title', kind: 'line', labels: {} },
    { key: 'abstract', kind: 'text', labels: {} },
  ],
}

export const summaryForm: Form = {
  name: 'summary',
  coverage: 'selection',
  fields: [
    { key: 'keywords', kind: 'keywords', labels: { 'zh-Hans': '核心关键词', en: 'Keywords' } },
    { key: 'gist', kind: 'sentence', labels: { 'zh-Hans': '一句话核心摘要', en: 'In one sentence' } },
    { key: 'question', kind: 'text', labels: { 'zh-Hans': '主要研究问题', en: 'Research question' } },
    { key: 'method', kind: 'text', labels: { 'zh-Hans': '关键方法', en: 'Method' } },
    { key: 'results', kind: 'text', labels: { 'zh-Hans': '主要成果', en: 'Results' } },
    { key: 'practice', kind: 'text', labels: { 'zh-Hans': '对从业者的启示', en: 'For practitioners' } },
  ],
}

export const builtInForms: Record<string, Form> = { translation: translationForm, summary: summaryForm }
