/** Finds sentences of a paper that speak to a language model instead of to a reader. */
import { findAll } from '../paper/find-all.ts'

export interface Instruction {
  sentence: string
  /** What the model is told to write, where that is quoted or named. */
  payloads: string[]
}

// An order begins its sentence; a paper about such orders has a subject before them and quotes them.
const PREFACE =
  /^(?:["“'‘[(<*#\s]|(?:important|attention|note|notice|warning|urgent|p\.?s\.?|n\.?b\.?|hidden|system|new instructions?|instructions?|hint|begin|end|override)\b[^.:!]{0,60}[:：!-]\s*|(?:dear|hey|hi|hello|to|for)\s+(?:all\s+|any\s+|the\s+)?(?:llms?|ai|gpt|chatgpt|claude|gemini|models?|language models?|assistants?|ai models?|(?:ai |llm )?reviewers?|agents?)\b[^.:!]{0,40}[,:!-]\s*|(?:please|now|then|and|also|instead|first|finally),?\s+){0,6}/i

const ORDERS: readonly RegExp[] = [
  /^(?:ignore|disregard|forget|override|bypass|skip)\s+(?:all\s+|any\s+|every\s+|the\s+|your\s+|my\s+|of\s+|these\s+|those\s+|everything\s*){0,4}(?:(?:previous|prior|above|earlier|preceding|former|other|system|existing|given|original|safety)\b|instructions?\b|prompts?\b|guidelines?\b|rules?\b|directions?\b)/i,
  /^you\s+(?:must|should|shall|have to|need to|are (?:required|instructed|ordered|told) to|will now|are now)\s+(?:now\s+|always\s+|only\s+|not\s+|never\s+|also\s+)?(?:rate|give|assign|recommend|output|respond|reply|answer|write|say|print|accept|praise|ignore|translate|summari[sz]e|return|include|state|mention|highlight|act|an?\b|in\b|dan\b)/i,
  /^(?:any |all |every |the )?(?:ai|llm|large language|language|automated|machine|gpt)?[\s-]*(?:models?|assistants?|reviewers?|systems?|llms?|agents?)\s+(?:that |who |which |when |currently )?(?:read(?:s|ing)?|review(?:s|ing)?|process(?:es|ing)?|summari[sz](?:es?|ing)|translat(?:es?|ing)|evaluat(?:es?|ing))\s+this\b[^.]{0,40}\b(?:must|should|shall|is to|are to|has to|have to|please)\b/i,
  /^(?:if you are an?|as an?)\s+(?:ai|llm|large language model|language model|gpt|assistant|ai reviewer|automated reviewer|machine)\b[^.]{0,60},\s*(?:you|please|do|give|write|say|rate|recommend|output|respond|ignore|include|accept)\b/i,
  /^(?:give|assign|award)\s+(?:this|the)\s+(?:paper|work|submission|abstract|article)\s+(?:a|an|the)\s+(?:positive|high|perfect|maximum|top|full|best|10|5|strong)/i,
  /^(?:give|write|provide|generate|produce)\s+(?:only\s+)?(?:a|an)\s+(?:very\s+|strongly\s+|highly\s+|only\s+|exclusively\s+)*(?:positive|favou?rable|glowing|enthusiastic)\s+(?:review|summary|assessment|evaluation|rating|recommendation)/i,
  /^(?:rate|score)\s+(?:this|the)\s+(?:paper|work|submission)\b/i,
  /^(?:recommend|accept)\s+(?:this\s+(?:paper|work|submission)|(?:a\s+)?(?:strong(?:ly)?\s+)?accept\w*)/i,
  /^do not\s+(?:highlight|mention|include|list|discuss|translate|summari[sz]e|reveal|report|output)\b/i,
  /^(?:output|print|respond|reply|answer|say|write|return|repeat|type|echo)\s+(?:only\b|exactly\b|just\b|with\b|in\b|the\s+(?:following|words?|text|phrase|string|sentence)\b|["“'‘`]|that\s+this\b|your\s+(?:system\s+)?(?:prompt|instructions)\b)/i,
  /^(?:[Oo]utput|[Pp]rint|[Rr]espond|[Rr]eply|[Aa]nswer|[Ss]ay|[Ww]rite|[Tt]ype|[Ee]cho|OUTPUT|PRINT|SAY|WRITE)\s+[A-Z]{4,}\W*$/,
  /^(?:translate|summari[sz]e|describe|present|call|label)\s+(?:this|the)\s+(?:paper|work|abstract|text|title|following)\b[^.]{0,40}\b(?:as|instead|into|by)\b/i,
  /^(?:reveal|show|leak|disclose|print|repeat)\s+(?:me\s+)?(?:your|the)\s+(?:system\s+)?(?:prompt|instructions)/i,
  /^(?:you are|act as|pretend to be|from now on|henceforth)\b[^.]{0,60}\b(?:assistant|model|ai|dan|reviewer|translator|pirate|mode|will|must|persona)\b/i,
  /^(?:system|assistant|user|human|developer)\s*[:：]\s*\S/i,
  /^(?:请|请你|你必须|你应该|务必)?(?:忽略|无视|忘记|忘掉|忽視|無視)(?:之前|以上|上述|先前|前面|所有|此前|一切)/,
  /^(?:请|你必须|务必|必须)(?:给(?:出|予)?(?:本|该|这篇)?(?:论文|文章)?.{0,6}(?:好评|正面|满分|高分|最高)|输出|回复|只(?:输出|回答|回复)|推荐接收)/,
]

/** Marks that only a chat template has; in an abstract they are an attack, or the topic of one that quotes them. */
const TEMPLATE =
  /^\W{0,3}(?:<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id)\|>|\[INST\]|<<SYS>>|\[\[\/?[a-z]{2,12}\]\])|\[\[end\]\]/i

export function findInstructions(sentences: readonly string[]): Instruction[] {
  return sentences.flatMap(sentence => {
    const order = findOrder(sentence)
    return order === undefined ? [] : [{ sentence, payloads: findPayloads(order) }]
  })
}

// "Ignore-previous-instructions attacks remain a threat."
const TOPIC =
  /^[^.]{0,60}\b(?:instructions?|prompts?)["”’']?\s+(?:attacks?|injections?|payloads?|jailbreaks?|strings?)\b/i

/** The order in a sentence: the sentence itself, or what follows a colon or a dash in it. */
function findOrder(sentence: string): string | undefined {
  const head = sentence.slice(0, 2000)
  const starts = [head, ...splitClauses(head)]
  const order = starts
    .map(stripPreface)
    .find(clause => ORDERS.some(pattern => pattern.test(clause)) && !TOPIC.test(clause))
  if (order !== undefined) return order
  return TEMPLATE.test(head) && !/["“'‘`(]\s*(?:<\||\[INST|<<SYS|\[\[)/.test(head) ? head : undefined
}

/** A clause inside quotation marks or brackets is mentioned, not said. */
function splitClauses(sentence: string): string[] {
  const said = sentence.replace(/["“‘`][^"”’`]{0,300}["”’`]/g, quoted => '\u0000'.repeat(quoted.length))
  return findAll(said, /(?:[:：!]|\s[–—-]|[.;])\s+/g)
    .map(({ index, 0: mark }) => index + mark.length)
    .filter(start => said[start] !== '\u0000' && !isListing(said.slice(0, start)))
    .map(start => sentence.slice(start))
}

/** "We study three attacks: ignore previous …" names the order as its object. */
function isListing(before: string): boolean {
  return /\b(?:such as|like|e\.g\.|called|namely|attacks?|prompts?|instructions?|injections?|examples?|commands?|payloads?|strateg\w+|rules?|steps?|tasks?|ways?|we|our)\b[^.]{0,80}[:：–—-]\s*$/i.test(
    before.slice(-160),
  )
}

function stripPreface(clause: string): string {
  // A sentence that begins with a quotation, or that a quotation ends in, mentions the order.
  if (/^["“‘`][^"”’`]+["”’`]\W*\s+\p{Ll}/u.test(clause) || endsQuotation(clause)) return ''
  return clause.slice(PREFACE.exec(clause)?.[0].length ?? 0)
}

/** Sentences are cut at stops inside quotations too; the closing mark without its opening one shows it. */
function endsQuotation(clause: string): boolean {
  const straight = clause.split('"').length - 1
  const closing = clause.search(/[”]/)
  return (
    (straight % 2 === 1 && !/^\W*"/.test(clause)) || (closing >= 0 && !clause.slice(0, closing).includes('“'))
  )
}

function findPayloads(order: string): string[] {
  const quoted = findAll(order, /["“'‘`]([^"”'’`]{2,200})["”'’`]/g).map(match => match[1] ?? '')
  const named = findAll(order, /\b(?:words?|phrases?|strings?)\s+["“']?([\w-]{3,40})/gi).map(
    match => match[1] ?? '',
  )
  const shouted = /\p{Ll}/u.test(order) ? (order.match(/\b[A-Z]{4,}(?:[\s_-][A-Z]{2,})*\b/g) ?? []) : []
  return [...quoted, ...named, ...shouted]
    .map(payload => payload.trim())
    .filter(payload => payload.length >= 3)
}
