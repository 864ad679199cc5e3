import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { makeDigest, wildText } from '../../test/wild-digest.ts'
import { composeMail, renderMailParts } from './mail-message.ts'

const context = {
  sender: { name: 'Paperbrief', baseUrl: 'https://papers.example/d/' },
  unsubscribe: 'mailto:news@example.org?subject=unsubscribe',
}
const addresses = { from: 'News <news@example.org>', to: 'Ada <ada@example.org>' }
const digest = makeDigest('summary', [{}, { paper: { id: '2507.00002', withdrawn: true } }])

function inspect(html: string): { tags: Set<string>; links: string[]; handlers: string[]; text: string } {
  const found = { tags: new Set<string>(), links: [] as string[], handlers: [] as string[], text: '' }
  const visit = (node: DefaultTreeAdapterMap['node']) => {
    if ('tagName' in node) {
      found.tags.add(node.tagName)
      for (const { name, value } of node.attrs) {
        if (name === 'href') found.links.push(value)
        if (name.startsWith('on') || name === 'src') found.handlers.push(name)
      }
    }
    if (node.nodeName === '#text' && 'value' in node) found.text += node.value
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return found
}

async function write(id = 'abc'): Promise<string> {
  const mail = renderMailParts(digest, context)
  const message = await composeMail(mail, { digest, addresses, unsubscribe: context.unsubscribe, id })
  return message.toString('utf8')
}

describe('a mail', () => {
  it('has the headers by which programs sort it, stop it and know it again', async () => {
    const head = (await write()).split('\r\n\r\n')[0] ?? ''
    expect(head).toContain('Message-ID: <abc@example.org>')
    expect(head).toContain('Date: Fri, 04 Jul 2025 00:00:00 +0000')
    expect(head).toContain('List-ID: <weekly.zh-Hans.paperbrief.example.org>')
    expect(head).toContain('List-Unsubscribe: <mailto:news@example.org?subject=unsubscribe>')
    expect(head).toContain('Auto-Submitted: auto-generated')
    expect(head).toContain('multipart/alternative')
  })

  it('is the same bytes for the same digest and reader', async () => {
    expect(await write()).toBe(await write())
  })

  it('says in HTML and in text what the digest says, withdrawals included', () => {
    const { html, text, subject } = renderMailParts(digest, context)
    expect(subject).toBe('Paperbrief: weekly 2025-07-04 (2 篇论文)')
    for (const words of [
      'A Small Model of Tides',
      '拟合一个含 3 个参数的模型',
      '关键方法：',
      '已撤稿',
      '退订',
    ]) {
      expect(inspect(html).text).toContain(words)
      expect(text).toContain(words)
    }
  })

  it('has its styles in attributes, and its dark colours in a style sheet', () => {
    const { html } = renderMailParts(digest, context)
    expect(html).toMatch(/<div class="page" style="[^"]*max-width: 40rem/)
    expect(html).toMatch(/<h2[^>]*style="[^"]*font-size/)
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).toContain('@media (prefers-color-scheme: dark)')
  })

  it('holds nothing that runs or is fetched, whatever titles and briefs say', () => {
    fc.assert(
      fc.property(wildText, wildText, (one, other) => {
        const wild = makeDigest('bilingual', [
          {
            paper: { title: one, authors: [other] },
            fields: { title: other, abstract: one },
            fallbackReason: other,
          },
        ])
        const { tags, links, handlers } = inspect(renderMailParts(wild, context).html)
        const allowed = [
          'html',
          'head',
          'meta',
          'title',
          'style',
          'body',
          'div',
          'h1',
          'h2',
          'p',
          'a',
          'b',
          'code',
          'span',
        ]
        expect([...tags].filter(tag => !allowed.includes(tag))).toEqual([])
        expect(links.filter(link => !/^(?:https?:\/\/|mailto:news@)/.test(link))).toEqual([])
        expect(handlers).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('lets no name or subject add a header', async () => {
    const evil = makeDigest('bilingual', [{}], { edition: 'x\r\nBcc: all@example.org' })
    const mail = renderMailParts(evil, { ...context, sender: { name: 'N\r\nBcc: b@example.org' } })
    const message = await composeMail(mail, {
      digest: evil,
      addresses,
      unsubscribe: context.unsubscribe,
      id: 'abc',
    })
    expect(message.toString().split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im)
  })

  it('stays below what Gmail shows, in fewer words for the last papers, and says so', () => {
    const many = makeDigest(
      'bilingual',
      Array.from({ length: 80 }, (_, at) => ({
        paper: { id: `2507.${String(at).padStart(5, '0')}` },
        fields: { title: `第 ${at} 篇`, abstract: '我们测量了三个港口的潮汐，并与模型比较。'.repeat(40) },
      })),
    )
    const { html, text } = renderMailParts(many, context)
    expect(Buffer.byteLength(html)).toBeLessThan(102_000)
    expect(Buffer.byteLength(html)).toBeGreaterThan(80_000)
    expect(text).toContain('第 79 篇')
    expect(inspect(html).text).toContain('已精简')
  })

  it('takes words of a megabyte and hundreds of papers', () => {
    const many = makeDigest(
      'bilingual',
      Array.from({ length: 400 }, (_, at) => ({
        paper: { id: `2507.${String(at).padStart(5, '0')}`, title: 'x'.repeat(at === 0 ? 1_000_000 : 400) },
        fields: { abstract: 'y'.repeat(at === 0 ? 1_000_000 : 300) },
      })),
    )
    const { html } = renderMailParts(many, context)
    expect(Buffer.byteLength(html)).toBeLessThan(102_000)
  })
})
