import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PaperbriefError } from '../paper/error.ts'
import { type ReadRequest, readFullText } from './read.ts'

const load = (file: string): Buffer => readFileSync(new URL(`./cases/field-notes/${file}`, import.meta.url))
const html = async (): Promise<string> => load('paper.html').toString()
const pdf = async (): Promise<Uint8Array> => load('paper.pdf')
const broken = async (): Promise<string> =>
  '<html><head><title>Untitled Document</title></head><body><article class="ltx_document"><span class="ltx_ERROR">\\x</span></article></body></html>'

const read = (request: Partial<ReadRequest>): ReturnType<typeof readFullText> =>
  readFullText({ id: '2401.00001', version: 3, ...request })

async function refusalOf(
  request: Partial<ReadRequest>,
): Promise<{ code: string; message: string; retryable: boolean }> {
  const error: unknown = await read(request).catch(each => each)
  if (!(error instanceof PaperbriefError)) throw new Error('was read')
  return { code: error.code, message: error.message, retryable: error.retryable }
}

describe('reading a full text', () => {
  it('prefers the HTML and does not ask for the PDF', async () => {
    const text = await read({
      fetchHtml: html,
      fetchPdf: () => {
        throw new Error('asked')
      },
    })
    expect([text.origin, text.version, text.warnings]).toEqual(['arxiv-html', 3, []])
  })

  it.each([
    ['there is none', async () => undefined, []],
    ['its conversion failed', broken, ['Read from the PDF: The conversion of this paper to HTML failed.']],
  ])('reads the PDF where %s, and says why', async (_, fetchHtml, warnings) => {
    const text = await read({ fetchHtml, fetchPdf: pdf })
    expect([text.origin, text.warnings]).toEqual(['pdf', warnings])
  })

  it('says that there is neither', async () => {
    expect(await refusalOf({ fetchHtml: async () => undefined })).toMatchObject({
      code: 'read-not-available',
      retryable: false,
    })
  })

  it('names both reasons', async () => {
    const refusal = await refusalOf({ fetchHtml: broken, fetchPdf: async () => Buffer.from('nothing') })
    expect(refusal).toEqual({
      code: 'read-nonsense',
      message:
        'The full text of 2401.00001 cannot be read (HTML: The conversion of this paper to HTML failed.; PDF: The file is no PDF.).',
      retryable: false,
    })
  })

  it('may be tried again where a source was down', async () => {
    const down = async (): Promise<never> => {
      throw new PaperbriefError('arxiv.org answered 503.', { code: 'collect-unreachable', retryable: true })
    }
    expect(await refusalOf({ fetchHtml: down, fetchPdf: down })).toMatchObject({ retryable: true })
  })
})
