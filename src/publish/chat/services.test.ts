import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { makeDigest, wildDigest } from '../../../test/wild-digest.ts'
import type { Digest } from '../../paper/edition.ts'
import { type Extent, extents, MAX_MESSAGES } from './message.ts'
import { chatServices } from './registry.ts'
import type { Answer, Target } from './service.ts'

const NOW = Date.UTC(2025, 6, 4, 8)
const given: Record<string, Record<string, unknown>> = {
  feishu: { url: 'https://open.feishu.cn/open-apis/bot/v2/hook/aaaa-bbbb', secret: 'mine' },
  dingtalk: { url: 'https://oapi.dingtalk.com/robot/send?access_token=abcdefgh', secret: 'SECmine' },
  wecom: { url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abcdefgh' },
  slack: { url: 'https://hooks.slack.com/services/T000/B000/abcdefgh' },
  discord: { url: 'https://discord.com/api/webhooks/1/abcdefgh' },
  telegram: { token: '123456:abcdefghijklmnopqrstuvwxyz', chat: '@papers' },
  ntfy: { url: 'https://ntfy.sh/my-papers', token: 'tk_abcdefgh' },
  webhook: { url: 'https://example.org/hook', secret: 'mine' },
}
const names = Object.keys(given)

function open(name: string): Target {
  const service = chatServices.find(each => each.name === name)
  if (!service) throw new Error(`no ${name}`)
  return service.open(given[name])
}

interface Options {
  show?: Extent
  baseUrl?: string
}

/** The bodies, parsed. */
function send(
  name: string,
  digest: Digest,
  { show = 'short', baseUrl }: Options = {},
): ReturnType<typeof JSON.parse>[] {
  const context = { sender: { name: 'Paperbrief', baseUrl }, show }
  return open(name)
    .compose(digest, context)
    .map(draft => JSON.parse(draft.make(NOW).body))
}

const HOSTILE =
  '@everyone @here <!channel> <@all> <@U123> <at user_id="all">all</at> [x](javascript:alert(1)) ![p](https://t.example/p.png) <script>alert(1)</script> `code` **b** https://a.example/x_y_z </a>&lt;'

const hostile = makeDigest('bilingual', [
  {
    paper: { title: HOSTILE, authors: [HOSTILE] },
    fields: { title: HOSTILE, abstract: `# ${HOSTILE}` },
    fallbackReason: HOSTILE,
  },
])

/** What a service shows, and the most of it that it takes. */
const limits: Record<string, { size(body: never): number; most: number }> = {
  feishu: { size: body => Buffer.byteLength(JSON.stringify(body)), most: 20_000 },
  dingtalk: { size: body => Buffer.byteLength(JSON.stringify(body)), most: 20_000 },
  wecom: {
    size: (body: { markdown: { content: string } }) => Buffer.byteLength(body.markdown.content),
    most: 4096,
  },
  slack: {
    size: (body: { blocks: { text: { text: string } }[] }) =>
      Math.max(...body.blocks.map(({ text }) => text.text.length)),
    most: 3000,
  },
  discord: { size: (body: { content: string }) => body.content.length, most: 2000 },
  telegram: { size: (body: { text: string }) => body.text.length, most: 4096 },
  ntfy: { size: (body: { message: string }) => Buffer.byteLength(body.message), most: 4096 },
  webhook: { size: body => Buffer.byteLength(JSON.stringify(body)), most: 250_000 },
}

const long = makeDigest(
  'bilingual',
  Array.from({ length: 60 }, (_, at) => ({
    paper: {
      id: `2507.${String(at + 1).padStart(5, '0')}`,
      authors: Array.from({ length: 300 }, (_, n) => `Author ${n}`),
    },
    fields: {
      title: `潮汐模型之${at} "引号" & <标签>`,
      abstract: '我们测量了三个港口的潮汐。'.repeat(at === 0 ? 90_000 : 60),
    },
  })),
)

describe.each(names)('%s', name => {
  it.each(extents)('keeps its limits and sends no flood, whatever is shown of a long digest: %s', show => {
    const bodies = send(name, long, { show, baseUrl: 'https://papers.example/' })
    expect(bodies.length).toBeGreaterThan(0)
    expect(bodies.length).toBeLessThanOrEqual(MAX_MESSAGES)
    const limit = limits[name]
    for (const body of bodies) expect(limit?.size(body as never)).toBeLessThanOrEqual(limit?.most ?? 0)
  })

  it('keeps its limits with wild text', () => {
    fc.assert(
      fc.property(wildDigest('summary'), fc.constantFrom(...extents), (digest, show) => {
        const limit = limits[name]
        for (const body of send(name, digest, { show }))
          expect(limit?.size(body as never)).toBeLessThanOrEqual(limit?.most ?? 0)
      }),
      { numRuns: 60 },
    )
  })

  it('says the same for the same digest', () => {
    const contents = () =>
      open(name)
        .compose(long, { sender: { name: 'P' }, show: 'short' })
        .map(({ content }) => content)
    expect(contents()).toEqual(contents())
  })

  it('names where it leads without the secret', () => {
    const { to, secrets } = open(name)
    expect(secrets.length).toBeGreaterThan(0)
    for (const secret of secrets) expect(to).not.toContain(secret)
  })

  it('refuses an address without TLS on another machine', () => {
    const service = chatServices.find(each => each.name === name)
    const key = name === 'telegram' ? 'api' : 'url'
    expect(() => service?.open({ ...given[name], [key]: 'http://chat.example/topic' })).toThrow(/https:\/\//)
    expect(() => service?.open({ ...given[name], [key]: 'http://127.0.0.1:9/topic' })).not.toThrow()
    expect(() => service?.open({ ...given[name], [key]: 'javascript:alert(1)' })).toThrow()
  })
})

describe('text from outside', () => {
  it('is no element of a Feishu message but text', () => {
    const [body] = send('feishu', hostile, { show: 'full' })
    const elements = body.content.post.zh_cn.content.flat() as { tag: string; href?: string }[]
    expect(new Set(elements.map(({ tag }) => tag))).toEqual(new Set(['text', 'a']))
    expect(elements.flatMap(({ href }) => href ?? [])).toEqual(['https://arxiv.org/abs/2507.00001'])
  })

  it.each(['dingtalk', 'wecom'])('is no link, picture, mention or tag in %s', name => {
    const [body] = send(name, hostile, { show: 'full' })
    const text: string = body.markdown.text ?? body.markdown.content
    expect([...text.matchAll(/\]\(([^)]*)\)/g)].map(match => match[1])).toEqual([
      'https://arxiv.org/abs/2507.00001',
    ])
    expect(text).not.toMatch(/<[@a-z/!]|!\[[^\]]*\]\(|@(?:all|everyone|here)/i)
    expect(text.split('\n').filter(line => /^#/.test(line))).toHaveLength(1)
  })

  it('is no link or mention in Slack', () => {
    const [body] = send('slack', hostile, { show: 'full' })
    const text = body.blocks.map((block: { text: { text: string } }) => block.text.text).join('\n')
    expect([...text.matchAll(/<([^>|]*)/g)].map(match => match[1])).toEqual([
      'https://arxiv.org/abs/2507.00001',
    ])
    expect(body.blocks.every((block: { text: { verbatim: boolean } }) => block.text.verbatim)).toBe(true)
  })

  it('is no link or mention in Discord', () => {
    const [body] = send('discord', hostile, { show: 'full' })
    expect(body.allowed_mentions).toEqual({ parse: [] })
    expect([...body.content.matchAll(/(?<!\\)\]\(<?([^)>]*)/g)].map(match => match[1])).toEqual([
      'https://arxiv.org/abs/2507.00001',
    ])
    expect(body.content).not.toMatch(/(?<!\\)<[@!#a]/)
    expect(body.content).toContain('https://a.example/x_y_z')
  })

  it('is neither tag nor mention in Telegram', () => {
    const [body] = send('telegram', hostile, { show: 'full' })
    const links: string[] = []
    const visit = (node: DefaultTreeAdapterMap['node']) => {
      if ('tagName' in node) {
        expect(['b', 'a']).toContain(node.tagName)
        links.push(...node.attrs.map(({ value }) => value))
      }
      if ('childNodes' in node) node.childNodes.forEach(visit)
    }
    visit(parseFragment(body.text))
    expect(links).toEqual(['https://arxiv.org/abs/2507.00001'])
    expect(body.text).not.toMatch(/@\w/)
  })

  it('turns no text around', () => {
    const digest = makeDigest('bilingual', [
      { fields: { title: '\u202egnp.exe\u2066', abstract: '\u200fx\u0000' } },
    ])
    for (const name of names)
      expect(JSON.stringify(send(name, digest))).not.toMatch(
        /[\u202a-\u202e\u2066-\u2069\u200e\u200f]|\\u0000/,
      )
  })
})

describe('signatures', () => {
  const digest = makeDigest('bilingual')

  it("are Feishu's: the time and the secret are the key of an empty text", () => {
    const [body] = send('feishu', digest)
    const timestamp = String(NOW / 1000)
    expect(body.timestamp).toBe(timestamp)
    expect(body.sign).toBe(createHmac('sha256', `${timestamp}\nmine`).digest('base64'))
  })

  it("are DingTalk's: in the address, over the time and the secret", () => {
    const [draft] = open('dingtalk').compose(digest, { sender: { name: 'P' }, show: 'short' })
    const query = draft?.make(NOW).url.searchParams
    expect(query?.get('timestamp')).toBe(String(NOW))
    expect(query?.get('sign')).toBe(
      createHmac('sha256', 'SECmine').update(`${NOW}\nSECmine`).digest('base64'),
    )
    expect(query?.get('access_token')).toBe('abcdefgh')
  })

  it("are a webhook's: over the body, as GitHub's are", () => {
    const [draft] = open('webhook').compose(digest, { sender: { name: 'P' }, show: 'short' })
    const post = draft?.make(NOW)
    const expected = createHmac('sha256', 'mine')
      .update(post?.body ?? '')
      .digest('hex')
    expect(post?.headers?.['x-paperbrief-signature']).toBe(`sha256=${expected}`)
  })
})

describe('answers of 200 that say no', () => {
  const judge = (name: string, json: unknown) => {
    const answer: Answer = { status: 200, header: () => undefined, text: JSON.stringify(json), json }
    return open(name).judge?.(answer)
  }

  it.each([
    ['feishu', { code: 0 }, { code: 19021, msg: 'sign match fail' }, false],
    ['feishu', { StatusCode: 0 }, { code: 11232, msg: 'frequency limited' }, true],
    ['dingtalk', { errcode: 0 }, { errcode: 310000, errmsg: 'sign not match' }, false],
    ['dingtalk', {}, { errcode: 130101, errmsg: 'send too fast' }, true],
    ['wecom', { errcode: 0 }, { errcode: 93000, errmsg: 'invalid webhook url' }, false],
    ['wecom', 'ok', { errcode: 45009, errmsg: 'api freq out of limit' }, true],
    ['telegram', { ok: true }, { ok: false, description: 'Forbidden' }, false],
  ])('are faults of %s', (name, good, bad, retryable) => {
    expect(judge(name, good)).toBeUndefined()
    expect(judge(name, bad)).toMatchObject({ retryable })
  })
})
