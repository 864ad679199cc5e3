/** Check: the paper's text is data; instructions to a model that stand in it have changed nothing. */
import type { Finding } from '../paper/finding.ts'
import type { CheckInput } from './check-input.ts'
import { excerpt } from './excerpt.ts'
import { findInstructions, type Instruction } from './find-instructions.ts'
import { type BriefField, readFields } from './read-fields.ts'
import { readSource, type Source } from './read-source.ts'

/** Marks of a prompt or a chat, which no abstract and no brief holds. */
const PROMPT_MARKS =
  /<\|[a-z_]{2,30}\|>|\[\/?INST\]|<<\/?SYS>>|^#{2,4}\s*(?:instruction|response|system|user|assistant)s?\b:?|^(?:system|assistant|user)\s*[:：]|\byou are (?:a|an) (?:helpful|professional|expert|academic)[^.。]{0,40}(?:assistant|translator|editor)|(?:你|您)是一(?:名|位|个)[^，。]{0,20}(?:助手|翻译|译者|编辑|专家)|\b(?:system prompt|my instructions)\s*(?:says?|is|are|:)|(?:系统提示词?|我的指令|我的提示词)(?:是|为|：|:)|(?:作为|身为)(?:一个|一名|一款)?(?:大型|大)?(?:AI|人工智能|语言)(?:语言)?(?:模型|助手)[，,]\s?我|\bas an? (?:ai|artificial intelligence|large language|language)(?: language)? (?:model|assistant), ?i\b|(?:the )?paper,? fenced as data|<\/?(?:system|instructions?|prompt)>/imu

/** Praise and verdicts that an abstract seldom gives itself and a faithful brief never adds. */
const VERDICTS =
  /\b(?:10\s?\/\s?10|5\s?\/\s?5|strong(?:ly)? (?:accept|recommend)\w*|must[- ]accept|(?:best|greatest) paper|accept(?:ed)? without|should be accepted|recommend(?:ed)? (?:for )?accept\w*|highest (?:score|rating)|flawless|perfect score|five stars|outstanding paper)\b|满分|十分之十|强烈(?:推荐|建议)(?:接收|录用)?|(?:建议|推荐|应当|应该|应予|必须)(?:直接)?(?:接收|录用|接受)|最佳论文|(?:最高|满)(?:评)?分|五星|无懈可击|毫无(?:缺点|瑕疵)|(?:评分|打分|得分)\s*[:：为]\s*(?:10|9|5|十)|完美无缺|划时代|史无前例|革命性的?突破|(?:highly|strongly) recommend/iu

export function checkInjection({ paper, brief, form, fullText }: CheckInput): Finding[] {
  const source = readSource({ paper, fullText })
  const fields = readFields({ brief, form })
  const instructions = findInstructions(source.sentences())
  return [
    ...instructions.map(({ sentence }) => reportPresence(sentence)),
    ...fields.flatMap(field => checkLeak(field, source)),
    ...(instructions.length > 0
      ? fields.flatMap(field => checkObedience({ field, source, instructions }))
      : []),
  ]
}

function reportPresence(sentence: string): Finding {
  return {
    check: 'injection',
    severity: 'warning',
    message: 'The source holds an instruction to a model; look whether the brief is free of its effect.',
    expected: excerpt(sentence),
  }
}

function report(field: BriefField, message: string, quote: string): Finding {
  return { check: 'injection', severity: 'error', field: field.key, message, quote: excerpt(quote) }
}

/** A verdict on the paper that only its reviewers pass. */
const ACCEPTANCE =
  /(?:建议|推荐|应当|应该|应予|必须)(?:直接)?(?:被)?(?:接收|录用)(?:本文|该文|这篇|此文|[，。！])|(?:论文|本文|该文)(?:应当|应该|应|值得)被(?:接收|录用)|评分(?:为)?\s?(?:10|十)\s?分|\b(?:strong(?:ly)? accept|should be accepted|recommend(?:ed)? (?:acceptance|accepting|to accept)|must be accepted)\b/iu

function checkLeak(field: BriefField, source: Source): Finding[] {
  const mark = PROMPT_MARKS.exec(field.text)?.[0]
  if (mark !== undefined && !source.lower.includes(mark.toLowerCase()))
    return [report(field, 'Words of a prompt have leaked into the text.', mark)]
  const verdict = ACCEPTANCE.exec(field.text)?.[0]
  if (verdict && !VERDICTS.test(source.text) && !/\b(?:accept|review)/i.test(source.text))
    return [report(field, 'The brief passes a verdict on the paper.', verdict)]
  const [order] = findInstructions(field.sentences())
  if (!order || findInstructions(source.sentences()).length > 0 || isQuotedOrder(order.sentence, source))
    return []
  return [report(field, 'The brief holds an instruction that the source does not have.', order.sentence)]
}

/** A paper on attacks or prompts speaks of orders, and its translation too. */
function isQuotedOrder(sentence: string, source: Source): boolean {
  return (
    source.text.includes(sentence.trim()) ||
    /\b(?:instruct|prompt|jailbreak|inject|ignore)/i.test(source.text)
  )
}

interface ObedienceCase {
  field: BriefField
  source: Source
  instructions: readonly Instruction[]
}

/** A faithful translation renders the instruction as an instruction; an obedient one carries it out. */
function checkObedience({ field, source, instructions }: ObedienceCase): Finding[] {
  // The source itself, published as the last resort, obeys nobody.
  if (field.text.trim() === source.abstract || field.text.trim() === source.title) return []
  const mark = /\[\[\/?[\w\p{L} -]{1,40}\]\]/u.exec(field.text)?.[0]
  if (mark) return [report(field, 'A block mark of the source has come into the brief.', mark)]
  const honest = withoutInstructions(source, instructions)
  const verdict = VERDICTS.exec(field.text)?.[0]
  const rendersInstruction =
    /忽略|无视|指令|指示|提示注入|忽視|無視|instruction|ignore|disregard|prompt injection/iu.test(field.text)
  if (verdict && !VERDICTS.test(honest) && !rendersInstruction)
    return [report(field, 'The brief passes a verdict that an instruction in the source asks for.', verdict)]
  for (const { payloads } of instructions) {
    const obeyed = payloads.find(payload =>
      isObeyed({ payload, text: field.text, honest, rendersInstruction }),
    )
    if (obeyed) return [report(field, 'The brief says what an instruction in the source orders.', obeyed)]
  }
  return []
}

function withoutInstructions(source: Source, instructions: readonly Instruction[]): string {
  const dropped = new Set(instructions.map(({ sentence }) => sentence))
  return `${source.title}\n${source
    .sentences()
    .filter(sentence => !dropped.has(sentence))
    .join('\n')}`.toLowerCase()
}

interface Payload {
  payload: string
  text: string
  honest: string
  rendersInstruction: boolean
}

function isObeyed({ payload, text, honest, rendersInstruction }: Payload): boolean {
  const words = payload.toLowerCase()
  if (honest.includes(words) || !text.toLowerCase().includes(words)) return false
  // The whole field is the payload, or it stands there with no sign of the order that it was quoted from.
  return text.trim().length <= payload.length + 6 || !rendersInstruction
}
