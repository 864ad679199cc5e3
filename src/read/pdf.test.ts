import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText, type FullText } from '../paper/full-text.ts'
import { readPdf } from './pdf.ts'
import { ReadError } from './read-error.ts'

const load = (name: string): Uint8Array => readFileSync(new URL(`./cases/${name}/paper.pdf`, import.meta.url))
const read = (bytes: Uint8Array, limits?: Parameters<typeof readPdf>[1]): Promise<FullText> =>
  readPdf({ bytes, id: '2401.00001' }, limits)

async function codeOf(bytes: Uint8Array, limits?: Parameters<typeof readPdf>[1]): Promise<string> {
  try {
    await read(bytes, limits)
    return 'read'
  } catch (error) {
    return error instanceof ReadError ? error.code : `no ReadError: ${error}`
  }
}

/** A file of one page that draws `content`; `trailer` and `filter` as PDF writes them. */
function makePdf({
  content = Buffer.alloc(0),
  filter = '',
  trailer = '',
}: {
  content?: Buffer
  filter?: string
  trailer?: string
}): Uint8Array {
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    ),
    Buffer.concat([
      Buffer.from(`<< /Length ${content.length} ${filter} >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
  ]
  const parts = [
    Buffer.from('%PDF-1.4\n'),
    ...objects.flatMap((body, index) => [
      Buffer.from(`${index + 1} 0 obj\n`),
      body,
      Buffer.from('\nendobj\n'),
    ]),
  ]
  return Buffer.concat([...parts, Buffer.from(`trailer << /Root 1 0 R /Size 6 ${trailer} >>\n%%EOF`)])
}

describe('reading a PDF', () => {
  it('joins words that were broken, takes ligatures apart, puts footnotes in, and drops running heads', async () => {
    const text = JSON.stringify(await read(load('harbour-schedules')))
    expect(text).toMatch(/interpolation \[1\], which is efficient but ignores/)
    expect(text).toMatch(
      /a state-of-the-art result at a fraction of the cost\. \[footnote: Our largest run took eleven hours/,
    )
    expect(text).not.toMatch(/under review|[ﬁﬂﬀ]|unob-/)
  })

  it('says so where pages were left out', async () => {
    expect((await read(load('tide-compression'), { maxPages: 2 })).warnings).toContain(
      'Only 2 of 4 pages were read.',
    )
  })

  it('leaves the bytes to whoever gave them', async () => {
    const bytes = new Uint8Array(load('field-notes'))
    await read(bytes)
    expect(bytes.length).toBeGreaterThan(1000)
  })

  it('keeps listings as code and bullets as lists', async () => {
    const { sections } = await read(load('tide-compression'))
    const blocks = sections.find(({ heading }) => heading === 'The encoder')?.blocks ?? []
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'paragraph', 'code'])
    expect(blockText(blocks[3] ?? { kind: 'code', text: '' })).toContain('emit(rest)')
  })
})

describe('refusing a PDF', () => {
  it.each([
    ['an error page', Buffer.from('<html>Not found</html>'), 'read-nonsense'],
    ['an empty file', new Uint8Array(0), 'read-nonsense'],
    ['a file cut in half', load('harbour-schedules').subarray(0, 40_000), 'read-damaged'],
    ['a header without a body', Buffer.from('%PDF-1.7\n'), 'read-damaged'],
    ['a page without text', makePdf({}), 'read-no-text'],
    [
      'an encrypted file',
      makePdf({
        trailer: `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
      }),
      'read-encrypted',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  it('refuses a file that is too large before it looks into it', async () => {
    expect(await codeOf(load('field-notes'), { maxBytes: 1000 })).toBe('read-too-large')
  })

  it('stops a file that takes too long', async () => {
    expect(await codeOf(load('field-notes'), { timeoutMs: 5 })).toBe('read-too-slow')
  })

  it('stops a small file that unpacks to hundreds of megabytes', async () => {
    const content = deflateSync(Buffer.alloc(300_000_000, ' '), { level: 1 })
    const bomb = makePdf({ content, filter: '/Filter /FlateDecode' })
    expect(await codeOf(bomb, { maxGrowthBytes: 150_000_000, timeoutMs: 20_000 })).toBe('read-too-large')
  })

  it('never fails but by ReadError, whatever bytes are changed', async () => {
    const original = load('field-notes')
    const change = fc.tuple(fc.nat(original.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 200 }), async changes => {
        const bytes = new Uint8Array(original)
        for (const [at, value] of changes) bytes[at] = value
        expect(await codeOf(bytes)).not.toContain('no ReadError')
      }),
      { numRuns: 8 },
    )
  })
})
