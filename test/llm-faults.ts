/** The faults that the loopback model can be asked for: what real providers and models get wrong. */
import { pseudoWord } from './pseudo-translate.ts'

/** The provider fails: no model's answer arrives. */
export const transportFaults = [
  'rate-limit',
  'rate-limit-retry-after',
  'server-error',
  'overloaded',
  'drop-before',
  'drop-mid-body',
  'no-answer',
  'html-page',
  'garbage',
] as const

/** An answer arrives, and a careful reader can see that it is wrong. */
export const answerFaults = [
  'empty',
  'truncated',
  'refused',
  'content-filter',
  'english',
  'korean',
  'changed-number',
  'invented-number',
  'lost-link',
  'leaked-latex',
  'missing-end',
  'lost-sentence',
  'repeated-sentence',
  'json',
] as const

export const llmFaults = [...transportFaults, ...answerFaults]
export type LlmFault = (typeof llmFaults)[number]
export type AnswerFault = (typeof answerFaults)[number]

export interface Answer {
  text: string
  finish: 'stop' | 'length' | 'content_filter'
}

export interface AskedPaper {
  title: string
  abstract: string
}

const END = '\n[[end]]'
const KOREAN = '우리는 이 논문에서 새로운 방법을 제안하고 실험으로 그 효과를 보인다.'

/** Spoils a good answer; where the fault has nothing to bite on (no link, no number), it invents a number. */
export function spoilAnswer(
  fault: AnswerFault,
  { good, paper }: { good: string; paper: AskedPaper },
): Answer {
  const text = spoilText(fault, good, paper)
  const spoilt = text === good ? inventNumber(good) : text
  if (fault === 'truncated') return { text: spoilt, finish: 'length' }
  return { text: spoilt, finish: fault === 'content-filter' ? 'content_filter' : 'stop' }
}

function spoilText(fault: AnswerFault, good: string, paper: AskedPaper): string {
  switch (fault) {
    case 'empty':
    case 'content-filter':
      return ''
    case 'truncated':
      return good.slice(0, Math.floor(good.length * 0.6))
    case 'refused':
      return "I'm sorry, but I can't help with translating this text."
    case 'english':
      return mapBlocks(good, name => (name === 'title' || name === 'keywords' ? paper.title : paper.abstract))
    case 'korean':
      return mapBlocks(good, () => KOREAN)
    case 'changed-number':
      // Not a digit of a name, nor the (1) of a list.
      return mapBody(good, body =>
        body.replace(/(?<![A-Za-z\d.,_（(-])\d+(?:\.\d+)?(?![A-Za-z\d,_）)-])/, changeNumber),
      )
    case 'invented-number':
      return inventNumber(good)
    case 'lost-link':
      return mapBody(good, body => body.replace(/https?:\/\/[^\s。，）]+/, ''))
    case 'leaked-latex':
      return mapBody(good, body => body.replace(/^[^，。？；：]+/, '\\textbf{$&}'))
    case 'missing-end':
      return good.replace(END, '')
    case 'lost-sentence':
      return mapBody(good, body => body.replace(/[^。？\n]+[。？](?=\n|$)/, ''))
    case 'repeated-sentence':
      return mapBody(good, body => body.replace(/[^。？\n]+[。？]/, sentence => sentence.repeat(4)))
    case 'json':
      return JSON.stringify(Object.fromEntries(readBlocks(good)))
  }
}

function changeNumber(number: string): string {
  return number.includes('.') ? `${Number(number.replace(/\..*/, '')) + 1}.7` : `${Number(number) + 3}`
}

function inventNumber(good: string): string {
  return mapBody(good, body => body.replace(/。/, `，${pseudoWord('invented')}提升了 37.9%。`))
}

/** The name and text of each block before `[[end]]`. */
export function readBlocks(answer: string): [string, string][] {
  return [...answer.matchAll(/^\[\[(\w+)\]\]\n([\s\S]*?)(?=\n\[\[\w+\]\]$|$(?![\s\S]))/gm)].map(
    ([, name = '', text = '']): [string, string] => [name, text],
  )
}

function mapBlocks(answer: string, change: (name: string, text: string) => string): string {
  return `${readBlocks(answer)
    .map(([name, text]) => `[[${name}]]\n${change(name, text)}`)
    .join('\n')}${END}`
}

/** Changes the first block after the title or the keywords that the change bites on. */
function mapBody(answer: string, change: (text: string) => string): string {
  let done = false
  return mapBlocks(answer, (name, text) => {
    if (done || name === 'title' || name === 'keywords') return text
    const changed = change(text)
    done = changed !== text
    return changed
  })
}
