/** Tests of readBibtex. */
import { describe, expect, it } from 'vitest'
import { type BibtexRecord, readBibtex } from './read-bibtex.ts'

async function read(text: string): Promise<BibtexRecord[]> {
  const all: BibtexRecord[] = []
  for await (const record of readBibtex(text)) all.push(record)
  return all
}
const idOf = async (fields: string) =>
  (await read(`@article{key, title = {T}, ${fields}}`))[0]?.read.paper?.id

describe('readBibtex', () => {
  it('reads an entry as arXiv writes it', async () => {
    const [record] = await read(`@misc{balázs2007example,
      title={A {GPU} for $\\beta$-ensembles of Gr\\"obner}, 
      author={Csaba Bal\\'azs and {Example Collaboration} and de la Cruz, Ra{\\'u}l},
      year={2007},
      eprint={0704.0001},
      archivePrefix={arXiv},
      primaryClass={hep-ph},
      doi={https://doi.org/10.1000/1},
      url={https://arxiv.org/abs/0704.0001}, 
}`)
    expect(record).toMatchObject({
      line: 1,
      read: {
        paper: {
          id: '0704.0001',
          title: 'A GPU for β-ensembles of Gröbner',
          authors: ['Csaba Balázs', 'Example Collaboration', 'Raúl de la Cruz'],
          categories: ['hep-ph'],
          doi: '10.1000/1',
          abstractOrigin: 'missing',
          links: [{ kind: 'doi', url: 'https://doi.org/10.1000/1' }],
        },
      },
    })
  })

  it.each([
    ['note = {arXiv: 1409.3215}', '1409.3215'],
    ['journal = {arXiv:1603.07285 [cs, stat]}', '1603.07285'],
    ['journal = {arXiv preprint arXiv:1706.03762}', '1706.03762'],
    ['url = {http://arxiv.org/abs/hep-th/9901001v2}', 'hep-th/9901001'],
    ['journal = {CoRR}, volume = {abs/1706.03762}', '1706.03762'],
    ['eprinttype = {arxiv}, eprint = {1706.03762}', '1706.03762'],
    ['doi = {10.48550/arXiv.1706.03762}', '1706.03762'],
    ['archivePrefix = {HAL}, eprint = {1706.03762}, doi = {10.1000/7}', 'doi:10.1000/7'],
    ['doi = {10.1000/A(1)<2>}', expect.stringMatching(/^key:/)],
    ['year = 2020', expect.stringMatching(/^key:/)],
  ])('gives an entry with %s the id %s', async (fields, id) => {
    expect(await idOf(fields)).toEqual(id)
  })

  it('knows strings, months, comments, wrapped titles and keys with colons', async () => {
    const [record] = await read(`% a remark
@string{joe = "Journal of Examples"}
@comment{nothing}
@article{DBLP:series/x/2023-1,
  title = "One
           Two", journal = joe, volume = 4, year = 2023, month = may,
  abstract = {What it says, with $x_{1}$ and {Capitals}.} }`)
    expect(record).toMatchObject({
      line: 4,
      read: {
        paper: {
          title: 'One Two',
          journalRef: 'Journal of Examples 4 (2023)',
          abstract: 'What it says, with $x_{1}$ and Capitals.',
        },
      },
    })
  })

  it('loses only the entries that are bad, and says where they are', async () => {
    const records = await read(`@article{a, title = {One}}
@article{b, title = {never closed, year = 2020}
@article{c, author = {Nobody}}
@article{d title Two}
@article{e, title = {Three}}
@article{f, title = {${'x'.repeat(140_000)}}}
`)
    expect(records.map(({ line, read }) => `${line} ${read.paper?.title ?? 'no paper'}`)).toEqual([
      '1 One',
      '2 no paper',
      '3 no paper',
      '4 no paper',
      '5 Three',
      '6 no paper',
    ])
  })

  it.each([
    ['at signs', '@'.repeat(200_000)],
    ['openings without an end', '@article{a, title={'.repeat(20_000)],
    ['braces', `@article{a, title={${'{'.repeat(100_000)}}}`],
    ['at signs in an entry', `@article{a, ${'@'.repeat(100_000)}}`],
    ['one line of entries', '@article{a,title={T}} '.repeat(300)],
  ])('is not held up by %s', async (_, text) => {
    const start = performance.now()
    await read(text)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
