/** Tests of the loopback model: what it answers when it is good, and each of its faults. */
import { afterEach, describe, expect, it } from 'vitest'
import { splitSentences } from '../src/paper/sentences.ts'
import { type LlmFault, llmFaults, readBlocks } from './llm-faults.ts'
import {
  type LoopbackLlm,
  type LoopbackLlmOptions,
  pseudoTranslate,
  startLoopbackLlm,
} from './loopback-llm.ts'

const TITLE = 'FooNet: Fast Networks for Parsing'
const ABSTRACT = [
  'We propose FooNet-2, a model with 8 billion parameters. It beats GPT-4o by 3.5% on two sets with $\\alpha^{q}_{t}$ fixed.',
  'It needs 1,200 hours. Code is at https://example.org/foo?a=1.',
].join('\n\n')
const TRANSLATION = 'Answer in blocks: [[title]] [[abstract]] [[end]].'
const SUMMARY =
  'Answer in blocks: [[keywords]] [[gist]] [[question]] [[method]] [[results]] [[practice]] [[end]].'

let model: LoopbackLlm | undefined
afterEach(async () => {
  await model?.close()
  model = undefined
})

interface ChatAnswer {
  choices: [{ message: { content: string }; finish_reason: string }]
  usage: { prompt_tokens_details: { cached_tokens: number } }
}

interface Asked {
  system?: string
  tag?: string
  more?: object
  key?: string
}

async function start(options: LoopbackLlmOptions = {}): Promise<LoopbackLlm> {
  model = await startLoopbackLlm(options)
  return model
}

function post(
  { baseUrl }: LoopbackLlm,
  { system = TRANSLATION, tag = '0a1b2c3d', more = {}, key }: Asked = {},
): Promise<Response> {
  const user = `Translate.\n<paper-${tag}>\n[[title]]\n${TITLE}\n[[abstract]]\n${ABSTRACT}\n</paper-${tag}>`
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
  return fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ model: 'loopback', messages, ...more }),
    signal: AbortSignal.timeout(2000),
  })
}

async function ask(
  server: LoopbackLlm,
  asked?: Asked,
): Promise<{ text: string; finish: string; usage: { prompt_tokens_details: { cached_tokens: number } } }> {
  const body = (await (await post(server, asked)).json()) as ChatAnswer
  const { message, finish_reason } = body.choices[0]
  return { text: message.content, finish: finish_reason, usage: body.usage }
}

async function askFaulty(fault: LlmFault): Promise<string> {
  return (await ask(await start({ faultRate: 1, faults: [fault] }))).text
}

async function askGood(): Promise<string> {
  const server = await startLoopbackLlm()
  const { text } = await ask(server)
  await server.close()
  return text
}

describe('the good answer', () => {
  it('keeps paragraphs, sentences, figures, names, links and formulas of a translation', async () => {
    const { text, finish } = await ask(await start())
    const blocks = Object.fromEntries(readBlocks(text))
    expect(finish).toBe('stop')
    expect(Object.keys(blocks)).toEqual(['title', 'abstract'])
    expect(blocks.title).toContain('FooNet：')
    const paragraphs = (blocks.abstract ?? '').split('\n\n')
    expect(paragraphs.map(paragraph => splitSentences(paragraph, 'zh-Hans').length)).toEqual([2, 2])
    for (const kept of [
      'FooNet-2',
      '80亿',
      'GPT-4o',
      '3.5%',
      '两',
      '$\\alpha^{q}_{t}$',
      '1,200小时',
      'https://example.org/foo?a=1',
    ])
      expect(blocks.abstract).toContain(kept)
  })

  it('fills all six fields of a summary', async () => {
    const { text } = await ask(await start(), { system: SUMMARY })
    const blocks = readBlocks(text)
    expect(blocks.map(([name]) => name)).toEqual([
      'keywords',
      'gist',
      'question',
      'method',
      'results',
      'practice',
    ])
    expect(blocks.every(([, field]) => field.trim() !== '')).toBe(true)
    const keywords = blocks[0]?.[1].split('、') ?? []
    expect(keywords.length).toBeGreaterThanOrEqual(3)
    expect(keywords.length).toBeLessThanOrEqual(6)
  })

  it('streams the same text when asked for a stream', async () => {
    const server = await start()
    const { text } = await ask(server)
    const stream = await (await post(server, { more: { stream: true } })).text()
    const parts = [...stream.matchAll(/^data: (\{.*\})$/gm)].map(
      ([, json = '']) => JSON.parse(json).choices[0]?.delta.content ?? '',
    )
    expect(parts.join('')).toBe(text)
    expect(stream).toMatch(/data: \[DONE\]\n\n$/)
  })

  it('counts the prompt shared with the last one as cached', async () => {
    const server = await start()
    expect((await ask(server)).usage.prompt_tokens_details.cached_tokens).toBe(0)
    expect((await ask(server)).usage.prompt_tokens_details.cached_tokens).toBeGreaterThan(50)
  })

  it('uses the renderings that stand before the paper', () => {
    expect(pseudoTranslate('We use a language model.', { 'language model': '语言模型' })).toContain(
      '语言模型。',
    )
  })

  it('reads figures with scale words', () => {
    const read = (text: string) => pseudoTranslate(`A ${text}`)
    expect(read('0.385 billion')).toContain('3.85亿')
    expect(read('12,500 million')).toContain('125亿')
    expect(read('2 trillion')).toContain('2万亿')
    expect(read('45 thousand')).toContain('4.5万')
    expect(read('forty-two')).toContain('四十二')
    expect(read('twelve billion')).toContain('120亿')
  })
})

describe('a fault on order', () => {
  it.each(llmFaults)('counts %s by its kind', async fault => {
    const server = await start({ faultRate: 1, faults: [fault] })
    await post(server)
      .then(response => response.text())
      .catch(() => '')
    expect(server.stats().faults).toEqual({ [fault]: 1 })
  })

  it.each([
    ['rate-limit', 429],
    ['rate-limit-retry-after', 429],
    ['server-error', 500],
    ['overloaded', 503],
    ['html-page', 200],
    ['garbage', 200],
  ] as const)('answers %s with status %i', async (fault, status) => {
    const response = await post(await start({ faultRate: 1, faults: [fault] }))
    expect(response.status).toBe(status)
    expect(response.headers.has('retry-after')).toBe(fault === 'rate-limit-retry-after')
  })

  it.each(['drop-before', 'drop-mid-body', 'no-answer'] as const)('never completes %s', async fault => {
    const server = await start({ faultRate: 1, faults: [fault] })
    await expect(post(server).then(response => response.text())).rejects.toThrow()
  })

  it.each([
    ['empty', ''],
    ['refused', expect.stringContaining("I'm sorry")],
    ['english', expect.stringContaining('We propose FooNet-2')],
    ['korean', expect.stringContaining('우리는')],
    ['leaked-latex', expect.stringContaining('\\textbf{')],
    ['missing-end', expect.not.stringContaining('[[end]]')],
    ['lost-link', expect.not.stringContaining('https://')],
    ['invented-number', expect.stringContaining('37.9%')],
    ['json', expect.stringMatching(/^\{"title":/)],
  ] as const)('answers %s with a spoilt text', async (fault, expected) => {
    expect(await askFaulty(fault)).toEqual(expected)
  })

  it('changes a number', async () => {
    const spoilt = await askFaulty('changed-number')
    const good = await askGood()
    const hideNumbers = (text: string) => text.replace(/\d+(?:\.\d+)?/g, '#')
    expect(spoilt).not.toBe(good)
    expect(hideNumbers(spoilt)).toBe(hideNumbers(good))
    expect(spoilt).toContain('FooNet-2')
  })

  it('cuts the truncated answer and says so', async () => {
    const { text, finish } = await ask(await start({ faultRate: 1, faults: ['truncated'] }))
    expect(finish).toBe('length')
    expect((await askGood()).startsWith(text)).toBe(true)
  })

  it('says that the content filter held back the answer', async () => {
    expect(await ask(await start({ faultRate: 1, faults: ['content-filter'] }))).toMatchObject({
      text: '',
      finish: 'content_filter',
    })
  })

  it('loses and repeats a sentence', async () => {
    const count = (text: string) => splitSentences(text, 'zh-Hans').length
    const good = count(await askGood())
    expect(count(await askFaulty('lost-sentence'))).toBe(good - 1)
    await model?.close()
    expect(count(await askFaulty('repeated-sentence'))).toBe(good + 3)
  })

  it('strikes the same calls again with the same seed', async () => {
    const fates = async (seed: number) => {
      const outcomes: string[] = []
      const server = await startLoopbackLlm({
        faultRate: 0.5,
        faults: ['empty', 'json'],
        seed,
        requestLog: ({ outcome }) => outcomes.push(outcome),
      })
      for (const tag of ['00000001', '00000002', '00000003', '00000001', '00000002', '00000003'])
        await ask(server, { tag })
      await server.close()
      return outcomes.join()
    }
    expect(await fates(3)).toBe(await fates(3))
    expect(await fates(3)).not.toBe(await fates(4))
  })
})

describe('the server', () => {
  it('refuses a wrong key', async () => {
    const server = await start({ apiKey: 'right' })
    expect((await post(server, { key: 'wrong' })).status).toBe(401)
    expect((await post(server, { key: 'right' })).status).toBe(200)
    expect(server.stats().unauthorized).toBe(1)
  })

  it('limits the requests of a minute', async () => {
    const server = await start({ requestsPerMinute: 2 })
    const answers = [await post(server), await post(server), await post(server)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(50)
  })

  it('counts calls by paper, the peak and the times', async () => {
    const server = await start({ latencyMs: 20 })
    await Promise.all([
      post(server, { tag: 'aaaaaaaa' }),
      post(server, { tag: 'bbbbbbbb' }),
      post(server, { tag: 'aaaaaaaa' }),
    ])
    const { callsByPaper, peakConcurrency, requestTimesMs } = server.stats()
    expect({ callsByPaper, peakConcurrency, times: requestTimesMs.length }).toEqual({
      callsByPaper: { aaaaaaaa: 2, bbbbbbbb: 1 },
      peakConcurrency: 3,
      times: 3,
    })
  })

  it('lists its model', async () => {
    const { baseUrl } = await start()
    expect(await (await fetch(`${baseUrl}/models`)).json()).toMatchObject({ data: [{ id: 'loopback' }] })
  })
})
