/** Splits text into sentences: Latin scripts, Chinese and Japanese, with formulas, links and abbreviations. */

// Never the last word of a sentence: something always follows.
const NEVER_LAST = words('e.g i.e eg ie vs cf viz ca resp incl excl esp approx dept univ w.r.t s.t w.l.o.g')
// With a capital only: "ms" is a unit.
const TITLES = words('Dr Prof Mr Mrs Ms St Mt')
// Shortened only where a number, a letter or a formula follows; otherwise a word that ends its sentence ("no.").
const BEFORE_NUMBER = words(
  `no nos nr fig figs eq eqs eqn sec secs sect tab tabs ref refs app ch chap vol pp p thm alg prop def lem cor
  art avg max min temp jan feb mar apr jun jul aug sep sept oct nov dec`,
)
// Shortened wherever the first letter is a capital: "Fig. S1", "Sec. A", "Eq. \ref{…}".
const CAPITALISED = words('fig figs eq eqs eqn sec secs tab tabs ref refs thm alg prop def lem cor chap vol')
// May end a sentence, so what follows decides.
const MAY_BE_LAST = words(
  'al inc ltd corp co llc jr sr ph.d proc trans conf symp phys rev lett inf int acad sci natl',
)
// Names that are written with an exclamation mark.
const EXCLAIMED = words('yahoo jeopardy kahoot checkthat')
const BY_LANGUAGE: Record<string, Set<string>> = {
  de: words('bzw ca evtl ggf inkl vgl z.b d.h u.a nr abb tab kap bspw sog'),
  es: words('sr sra dra pág p.ej núm aprox fig'),
  fr: words('p.ex ex env fig mme m'),
  it: words('ad.es es sig fig pag'),
  nl: words('bijv d.w.z nr o.a afb'),
  pt: words('p.ex sr sra pág núm fig'),
}
// After an abbreviation or an initial, only these start a sentence; any other capital is read as part of a name.
const STARTERS = words(
  `a additionally all also although among an analysis and another applying as at based because besides both but by
  code compared comprehensive consequently crucially current despite due during each empirical empirically
  evaluation evaluations even existing experimental experiments extensive finally first firstly for from further
  furthermore given here hence how however i if importantly in inspired instead it its lastly leveraging like many
  meanwhile moreover most motivated nevertheless notably on once one our overall particularly previous prior
  recent recently results second secondly several since so some specifically still such surprisingly that the their
  then there therefore these they third this those though through thus to together towards two typically
  ultimately under unlike using we what when where whereas whether which while why with within without yet`,
)

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/))
}

const CANDIDATES = /[$\\\n.!?…。．｡！？；;؟۔।॥]/g
const TERMINATOR = /[.!?…。．｡！？；;؟۔।॥]/
// Straight and curly quotes, brackets of both widths; LaTeX and Markdown closings ('' and **).
const CLOSER = /["'”’»)\]}」』）】〉》〕*]/
const OPENER = /["'“‘”«([{「『（【〈《〔¿¡*`]/
const FULL_WIDTH = /[。｡！？；؟۔।॥]/
const CJK = /[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]/
const SPACE = /\s/
const LOWER = /\p{Ll}/u
const BULLET = /^(?:[-*•–]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])\s/
// Longer formulas than this do not occur in abstracts; the bound keeps a lone `$` from costing a whole text.
const FORMULA_LIMIT = 600
const WORD_LIMIT = 30

/**
 * The sentences of `text` in order, trimmed. Joined, they hold every non-space character of it. A blank line
 * always ends a sentence. `language` (`en`, `zh-Hans`, …) adds that language's abbreviations. Linear time.
 *
 * Intl.Segmenter is not used: it cuts after "et al.", "Fig." and "vs.", which is every other abstract.
 */
export function splitSentences(text: string, language: string): string[] {
  const sentences: string[] = []
  const abbreviations = BY_LANGUAGE[language.split('-')[0] ?? '']
  const scan = new RegExp(CANDIDATES)
  let start = 0
  for (let found = scan.exec(text); found; found = scan.exec(text)) {
    const { end, cut } = readCandidate({ text, at: found.index, start, abbreviations })
    scan.lastIndex = end
    if (!cut) continue
    push(sentences, text.slice(start, end))
    start = end
  }
  push(sentences, text.slice(start))
  return sentences
}

function push(sentences: string[], slice: string): void {
  const sentence = slice.trim()
  if (sentence !== '') sentences.push(sentence)
}

interface Place {
  text: string
  at: number
  /** Where the sentence under way begins. */
  start: number
  abbreviations: Set<string> | undefined
}

/** Where reading goes on, and whether a sentence ends there. */
function readCandidate(place: Place): { end: number; cut: boolean } {
  const { text, at } = place
  const character = text[at]
  if (character === '\n') return readLineBreak(text, at)
  if (character === '$' || character === '\\') return readFormula(text, at)
  let last = at
  while (TERMINATOR.test(text[last + 1] ?? '')) last++
  let end = last + 1
  while (CLOSER.test(text[end] ?? '')) end++
  return { end, cut: endsSentence(place, { last, end }) }
}

function readLineBreak(text: string, at: number): { end: number; cut: boolean } {
  let end = at + 1
  let lines = 1
  for (; SPACE.test(text[end] ?? ''); end++) if (text[end] === '\n') lines++
  const listItem = BULLET.test(text.slice(end, end + 8)) && /[.;:]/.test(text.slice(0, at).at(-1) ?? '')
  return { end, cut: lines > 1 || listItem }
}

/** Skips `$…$`, `$$…$$`, `\(…\)` and `\[…\]`; a dollar sign before a price is no formula. */
function readFormula(text: string, at: number): { end: number; cut: boolean } {
  const open = text[at] === '$' && text[at + 1] !== '$' ? '$' : text.slice(at, at + 2)
  const close = { $: '$', $$: '$$', '\\(': '\\)', '\\[': '\\]' }[open]
  if (!close) return { end: at + (text[at] === '\\' ? 2 : 1), cut: false }
  const body = text.slice(at + open.length, at + FORMULA_LIMIT)
  const length = body.indexOf(close)
  if (length < 0 || /\n\s*\n/.test(body.slice(0, length)) || isPrice(open, body, length))
    return { end: at + open.length, cut: false }
  const end = at + open.length + length + close.length
  const stopInside = body[length - 1] === '.' && SPACE.test(text[end] ?? '')
  return { end, cut: stopInside && startsSentence(text.slice(end, end + WORD_LIMIT).trimStart()) }
}

// "$5 to $10": a digit after the first dollar, and a second dollar that opens rather than closes.
function isPrice(open: string, body: string, length: number): boolean {
  if (open !== '$' || !/\d/.test(body[0] ?? '')) return false
  return SPACE.test(body[length - 1] ?? '') || /\d/.test(body[length + 1] ?? '')
}

/** `last`: the last mark of the run; `end`: after the closing quotes and brackets. */
function endsSentence(place: Place, { last, end }: { last: number; end: number }): boolean {
  const { text, at } = place
  const mark = text[last] ?? ''
  const closers = text.slice(last + 1, Math.min(end, last + WORD_LIMIT))
  if (FULL_WIDTH.test(mark)) return !goesOn(text[end] ?? '', closers)
  if (mark === '．') return !/\d/.test(text[end] ?? '')
  const before = text[at - 1] ?? ''
  const after = text[end] ?? ''
  if (mark === '…' && (CJK.test(after) || CJK.test(before)))
    return last > at && closers === '' && !/[等和与的、，,]/.test(after)
  if (mark === ';') return CJK.test(before) && SPACE.test(after)
  if (CJK.test(before) && (after === '' || SPACE.test(after) || CJK.test(after)))
    return !goesOn(after, closers)
  if (after === '') return true
  if (!SPACE.test(after)) return at === last && lacksSpace(text, { at, end })
  return isFollowedByStart(place, { mark: text[at] ?? '', end })
}

// 「…？」的問題, “……。”，他说, 《…！》: the quotation is part of a sentence that goes on.
function goesOn(after: string, closers: string): boolean {
  return closers !== '' && (/[的地得，、,：:とをがのにではも]/.test(after) || closers.includes('》'))
}

// "…results.We propose": common in abstracts that lost a line break; "Node.The" in a path is not.
function lacksSpace(text: string, { at, end }: { at: number; end: number }): boolean {
  const before = text.slice(Math.max(0, at - WORD_LIMIT), at)
  const next = /^([A-Z][a-z]*)[\s,]/.exec(text.slice(end, end + WORD_LIMIT))?.[1]
  if (!next || !STARTERS.has(next.toLowerCase())) return false
  return /(?:[\p{Ll}\d]{2}|[)\]])$/u.test(before) && !/(?:\/|www\.)\S*$/.test(before)
}

function isFollowedByStart(place: Place, { mark, end }: { mark: string; end: number }): boolean {
  const { text, at } = place
  let next = end
  while (SPACE.test(text[next] ?? '')) next++
  const following = text.slice(next, next + WORD_LIMIT)
  if (following === '') return true
  const word = wordBefore(text, at)
  if (mark === '!' && EXCLAIMED.has(word.toLowerCase())) return isStarter(following)
  if (mark === '.' && end === at + 1) {
    const verdict = judgeAbbreviation({ place, word, following })
    if (verdict !== undefined) return verdict
  }
  return startsSentence(following)
}

function wordBefore(text: string, at: number): string {
  const token = /\S*$/.exec(text.slice(Math.max(0, at - WORD_LIMIT), at))?.[0] ?? ''
  // （U.S. in a Chinese sentence, where no blank parts it from what stands before.
  return token.replace(/^.*[\u3000-\u9fff\uff00-\uffef]/, '').replace(/^["'“‘«([{~]+/, '')
}

/** Whether a sentence ends after this short form; undefined where it is none. */
function judgeAbbreviation(seen: { place: Place; word: string; following: string }): boolean | undefined {
  const { place, word, following } = seen
  const key = word.toLowerCase()
  if (NEVER_LAST.has(key) || TITLES.has(word) || place.abbreviations?.has(key)) return false
  if (BEFORE_NUMBER.has(key)) {
    if (/^[\d(~$#\\[]|^[A-Z]\b/.test(following) && !isStarter(following)) return false
    return /^[A-Z]/.test(word) && CAPITALISED.has(key) ? isStarter(following) : undefined
  }
  if (MAY_BE_LAST.has(key) || /^\p{L}(?:\.\p{L})*$/u.test(word)) return isStarter(following)
  if (/^(?:\d{1,2}|[ivx]{1,4})$/.test(word)) return isEnumerator(place, word) ? false : undefined
  return undefined
}

// "1. We propose": a number that opens the sentence or follows a colon.
function isEnumerator({ text, at, start }: Place, word: string): boolean {
  const before = text.slice(Math.max(start, at - word.length - WORD_LIMIT), at - word.length).trimEnd()
  return before === '' || /[:;,(]$/.test(before)
}

function isStarter(following: string): boolean {
  const word = /^["'“‘([]?([A-Z]\p{L}*)/u.exec(following)?.[1]
  return word !== undefined && STARTERS.has(word.toLowerCase())
}

/** A small letter goes on with the sentence, save in names such as vLLM, mT5 or x-vector and in `(i)`. */
function startsSentence(following: string): boolean {
  if (/^\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)/.test(following)) return true
  let at = 0
  while (OPENER.test(following[at] ?? '')) at++
  const first = following[at] ?? ''
  if (/[,;:)\]%&=<>+–—-]/.test(first)) return BULLET.test(following)
  if (!LOWER.test(first)) return true
  const word = /^\S*/.exec(following.slice(at))?.[0] ?? ''
  return /^\p{Ll}+[-\d]*\p{Lu}|^\p{Ll}{1,4}\d|^\p{Ll}-\p{Ll}/u.test(word)
}
