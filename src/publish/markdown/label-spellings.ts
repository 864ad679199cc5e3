/** The names by which digests, ours and those of others, call the sections of a summary. */
import { type Form, summaryForm } from '../../paper/form.ts'

// Spaces, digits, marks and "AI" are gone before these are tried: "1-Sentence Core Summary" is
// "sentencecoresummary", "对AI从业者的主要启示" is "对从业者的主要启示".
const SPELLINGS: Record<string, readonly RegExp[]> = {
  keywords: [
    /^(?:核心|主要|重要)?关键[词字]$/,
    /^(?:核心)?(?:關鍵詞|關鍵字)$/,
    /^(?:core|main|key|important)?keywords?(?:andphrases)?$/,
    /^(?:key|core)terms?$/,
  ],
  gist: [
    /^(?:用)?一(?:句话|句話)(?:的)?(?:核心)?(?:摘要|总结|概要|概述|概括|總結|简介)?$/,
    /^核心(?:摘要|总结|概要|概述|概括|总述)$/,
    /^(?:in)?(?:one|single|a)?sentence(?:core)?(?:summary|overview|takeaway|gist)?$/,
    /^(?:core|brief|short)(?:summary|takeaway)$/,
    /^(?:the)?gist$/,
    /^tldr$/,
  ],
  question: [
    /^(?:主要|核心|关键)?(?:的)?(?:研究)?(?:问题|目标|目的|动机|問題|目標)(?:[或与和及]?(?:研究)?(?:问题|目标|目的|動機|動机|目標))?$/,
    /^(?:main|primary|key|core|central)?(?:research)?(?:questions?|objectives?|problems?|goals?)(?:(?:or|and)(?:research)?(?:questions?|objectives?|problems?|goals?))?$/,
    /^(?:problem|motivation)(?:statement)?$/,
  ],
  method: [
    /^(?:主要|核心|关键|關鍵)?(?:的)?(?:研究|技术)?方法(?:论|論|学|概述)?$/,
    /^(?:key|main|core|primary|proposed)?(?:research)?(?:methods?|methodology|methodologies|approach)$/,
  ],
  results: [
    /^(?:主要|核心|关键|關鍵|首要)?(?:的)?(?:研究|实验|實驗)?(?:成果|结果|发现|结论|結果|發現)$/,
    /^(?:key|main|core|primary|major|principal)?(?:experimental|research|quantitative)?(?:results?|findings?|outcomes?)$/,
  ],
  practice: [
    /^(?:对|給|给|對)?(?:人工智能)?(?:从业者|從業者|从业人员|工程师|实践者|实践|业界|研究者)(?:和研究者|和工程师)?(?:的)?(?:主要|重要|核心|关键)?(?:启示|意义|影响|启发|价值|啟示|意義)$/,
    /^(?:主要|实践|核心|重要)?(?:启示|啟示)$/,
    /^(?:principal|key|main|primary|major|core)?(?:practical)?(?:implications?|takeaways?|insights?)(?:for)?(?:practitioners?|engineers?|developers?)?$/,
    /^for(?:the)?(?:practitioners?|engineers?|developers?)$/,
  ],
}

// Longer than any label; what is longer is a sentence.
const MAX_LABEL_LENGTH = 60

/**
 * The key of the field that a label means: in any language that the form has labels in, and for the six sections
 * of a summary in any known spelling; undefined for other labels.
 */
export function findFieldOfLabel(label: string, form: Form = summaryForm): string | undefined {
  if (label.length > MAX_LABEL_LENGTH) return undefined
  const folded = fold(label)
  if (folded === '') return undefined
  const own = foldedLabels(form).get(folded)
  if (own !== undefined) return own
  const built = foldedLabels(summaryForm).get(folded)
  const keys = built === undefined ? Object.keys(SPELLINGS) : [built]
  return keys.find(
    key =>
      form.fields.some(field => field.key === key) &&
      (built === key || SPELLINGS[key]?.some(spelling => spelling.test(folded))),
  )
}

function fold(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bai\b|(?<![a-z])ai(?![a-z])/g, '')
    .replace(/[^\p{L}]/gu, '')
}

const known = new WeakMap<Form, Map<string, string>>()

/** Field keys by folded label; where two fields of two languages share one, the first of the form has it. */
function foldedLabels(form: Form): Map<string, string> {
  const memory = known.get(form)
  if (memory) return memory
  const keys = new Map<string, string>()
  for (const { key, labels } of form.fields)
    for (const label of Object.values(labels)) if (!keys.has(fold(label))) keys.set(fold(label), key)
  known.set(form, keys)
  return keys
}
