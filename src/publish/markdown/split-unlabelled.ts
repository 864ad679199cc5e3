/** Tells the sections of a summary apart where no label does. */

export interface UnlabelledText {
  /** The list of keywords at its start, still Markdown; empty where there is none. */
  keywords: string
  /** The paragraphs behind it. */
  chunks: string[]
}

// Some digests put all sections on one line, with one space behind the stop that ends each of them.
const BREAK = /\n\s*|(?<=[。！？.!?])[ \t]{2,}|(?<=[。！？])[ \t]+/
const BOLD_RUN = /^(?:\*\*[^*\n]{1,300}\*\*[ \t]*[，,、;；]?[ \t]*)+/
const SEPARATOR = /[，,、;；]/
// What is longer than this, or has as much Chinese behind a space, is a sentence that follows without a break.
const MAX_KEYWORD_LENGTH = 40
const SENTENCE = /(?:[^\p{sc=Han}]*\p{sc=Han}){8}/uy

export function splitUnlabelled(text: string): UnlabelledText {
  const trimmed = text.trim()
  const run = BOLD_RUN.exec(trimmed)?.[0] ?? ''
  const isList = SEPARATOR.test(run)
  return {
    keywords: isList ? run.trim() : '',
    chunks: splitChunks(isList ? trimmed.slice(run.length) : trimmed),
  }
}

/** A keyword section that runs on into the text behind it. */
export function splitKeywordSection(text: string): UnlabelledText {
  const end = text.search(/\n|[ \t]{2,}/)
  const list = end < 0 ? text : text.slice(0, end)
  const cut = findProse(list)
  return { keywords: list.slice(0, cut), chunks: splitChunks(text.slice(cut)) }
}

/** Where a sentence begins behind the last keyword; the end of the list where none does. */
function findProse(list: string): number {
  // Prose has a stop somewhere; a long keyword with its English term in brackets has none.
  if (!/[。！？]|[.!?](?:\s|$)/.test(list)) return list.length
  let at = 0
  for (const keyword of list.split(/(?<=[，,、;；])/)) {
    const indent = keyword.length - keyword.trimStart().length
    const space = keyword.slice(indent).search(/[ \t](?![(（])/)
    const isSentence = keyword.length > MAX_KEYWORD_LENGTH || startsSentence(keyword.slice(indent + space))
    if (space > 0 && isSentence) return at + indent + space
    at += keyword.length
  }
  return list.length
}

function startsSentence(text: string): boolean {
  SENTENCE.lastIndex = 0
  return SENTENCE.test(text)
}

function splitChunks(text: string): string[] {
  return text
    .split(BREAK)
    .map(chunk => chunk.trim())
    .filter(chunk => chunk !== '')
}

// What the first words of a section say about it; tried in this order.
const CUES: Record<string, RegExp> = {
  practice: /从业者|工程师|启示|practitioner|engineer|developer/i,
  results: /实验|结果|评估表明|\bresults?\b|\bexperiment|\bevaluation/i,
  question: /旨在|目标|问题|挑战|\baims?\b|objective|question|challenge|problem/i,
  method: /方法|框架|核心|采用|\bmethod|approach|framework/i,
}
const CUE_LENGTH = 40

/**
 * Chunks by field. As many chunks as fields are taken in order; otherwise the first is the gist and the
 * others go by their first words, or to the field before them.
 */
export function assignChunks(chunks: readonly string[], keys: readonly string[]): Map<string, string> {
  if (chunks.length === keys.length) return new Map(keys.map((key, index) => [key, chunks[index] ?? '']))
  const assigned = new Map<string, string>()
  let last = keys.includes('gist') ? 'gist' : (keys[0] ?? '')
  for (const [index, chunk] of chunks.entries()) {
    const start = chunk.slice(0, CUE_LENGTH)
    const free = (key: string) => keys.includes(key) && !assigned.has(key)
    if (index > 0) last = Object.keys(CUES).find(key => free(key) && CUES[key]?.test(start)) ?? last
    const before = assigned.get(last)
    assigned.set(last, before === undefined ? chunk : `${before}\n\n${chunk}`)
  }
  return assigned
}
