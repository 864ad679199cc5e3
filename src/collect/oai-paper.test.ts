/** Tests of makeOaiPaper on the formats that the harvest does not ask for by itself. */
import { describe, expect, it } from 'vitest'
import { makeOaiPaper } from './oai-paper.ts'
import { parseOai } from './oai-wire.ts'

const HEADER = '<header><identifier>oai:arXiv.org:0806.4129</identifier><datestamp>2014-12-15</datestamp>'
const read = (metadata: string, { sets = '', server = 'http://oaipmh.arxiv.org/oai' } = {}) => {
  const record = `<record>${HEADER}${sets}</header><metadata>${metadata}</metadata></record>`
  const text = `<OAI-PMH><request>${server}</request><GetRecord>${record}</GetRecord></OAI-PMH>`
  return parseOai(text).records.map(makeOaiPaper)[0]?.paper
}

const ARXIV = `<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>0806.4129</id><created>2014-12-12</created>
  <updated>2014-12-15</updated><authors>
  <author><keyname>Example Collaboration</keyname></author><author><keyname>:</keyname></author>
  <author><keyname>da Example</keyname><forenames>Ada M.</forenames><suffix>Jr</suffix></author></authors>
  <title>On&#39;s two
  lines</title><categories>math-ph math.MP</categories><comments>9 pages</comments><msc-class>15A66</msc-class>
  <acm-class>15A66</acm-class><journal-ref>J. Ex. 1 (2010)</journal-ref><doi>10.1000/1 10.1000/2</doi>
  <abstract>  What it says, $a &lt; b$.</abstract></arXiv>`

describe('makeOaiPaper', () => {
  it('reads the format arXiv of the present server, which dates the current version', () => {
    expect(read(ARXIV)).toEqual({
      id: '0806.4129',
      title: "On's two lines",
      authors: ['Example Collaboration', 'Ada M. da Example Jr'],
      categories: ['math-ph', 'math.MP'],
      abstract: 'What it says, $a < b$.',
      abstractOrigin: 'source',
      links: [],
      comment: '9 pages',
      updated: '2014-12-12',
      doi: '10.1000/1',
      journalRef: 'J. Ex. 1 (2010)',
      withdrawn: false,
    })
  })

  it('reads the same of the old server, which dates the first and the last version', () => {
    expect(read(ARXIV, { server: 'http://export.arxiv.org/oai2' })).toMatchObject({
      published: '2014-12-12',
      updated: '2014-12-15',
    })
  })

  it('reads Dublin Core, with the categories from the sets', () => {
    const sets = '<setSpec>physics:math-ph</setSpec><setSpec>math:math:MP</setSpec><setSpec>math</setSpec>'
    const metadata = `<oai_dc:dc xmlns:oai_dc="x" xmlns:dc="y"><dc:title>On Examples</dc:title>
      <dc:creator>Example Jr, Ada M.</dc:creator><dc:creator>Plato</dc:creator>
      <dc:subject>Mathematical Physics</dc:subject><dc:description>What it says.</dc:description>
      <dc:description>Comment: 9 pages</dc:description><dc:date>2008-06-25</dc:date><dc:date>2014-12-12</dc:date>
      <dc:identifier>https://arxiv.org/abs/0806.4129</dc:identifier><dc:identifier>J. Ex. 1</dc:identifier>
      <dc:identifier>doi:10.1000/1</dc:identifier></oai_dc:dc>`
    expect(read(metadata, { sets })).toMatchObject({
      authors: ['Ada M. Example Jr', 'Plato'],
      categories: ['math-ph', 'math.MP'],
      abstract: 'What it says.',
      comment: '9 pages',
      published: '2008-06-25',
      updated: '2014-12-12',
      doi: '10.1000/1',
      journalRef: 'J. Ex. 1',
    })
  })

  it('takes a record of ListIdentifiers for a paper of which the rest is missing', () => {
    const text = `<OAI-PMH><ListIdentifiers>${HEADER}<setSpec>cs:cs:CL</setSpec></header></ListIdentifiers></OAI-PMH>`
    expect(parseOai(text).records.map(makeOaiPaper)).toMatchObject([
      { paper: { id: '0806.4129', title: '', abstractOrigin: 'missing', categories: ['cs.CL'] } },
    ])
  })
})
