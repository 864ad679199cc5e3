/** An OAI-PMH archive for tests: answers as arXiv's server does, page by page, with its tokens and its errors. */
import type { ReplayAnswer, ReplayRequest } from './replay-server.ts'

export interface OaiEntry {
  /** `2511.00001`. */
  id: string
  /** Day of the last change, `YYYY-MM-DD`. */
  day: string
  /** Default `cs:cs:CL`. */
  sets?: readonly string[]
  deleted?: boolean
  /** `Tue, 25 Nov 2025 10:00:00 GMT`; default one version of noon of the day before. */
  versions?: readonly { date: string; size?: string; sourceType?: string }[]
  title?: string
  authors?: string
  abstract?: string
  comments?: string
  doi?: string
}

export function writeOaiAnswer(content: string, verb = 'ListRecords'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
    <responseDate>2026-01-15T09:00:00Z</responseDate>
                <request verb="${verb}">http://oaipmh.arxiv.org/oai</request>
    ${content}
</OAI-PMH>`
}

export function writeOaiError(code: string, message = 'words of the server'): string {
  return writeOaiAnswer(`<error code='${code}'>${message}</error>`)
}

/** A record in the format `arXivRaw`. */
export function writeOaiRecord({
  id,
  day,
  sets = ['cs:cs:CL'],
  deleted = false,
  versions = [{ date: new Date(Date.parse(day) - 43_200_000).toUTCString() }],
  title = `On ${id}`,
  authors = 'Ada Example and Kurt Beispiel',
  abstract = `What ${id} says.`,
  comments,
  doi,
}: OaiEntry): string {
  const categories = sets.map(set => set.split(':').slice(1).join('.')).join(' ')
  const header = `<header${deleted ? ' status="deleted"' : ''}>
        <identifier>oai:arXiv.org:${id}</identifier>
        <datestamp>${day}</datestamp>
            ${sets.map(set => `<setSpec>${set}</setSpec>`).join('\n            ')}
    </header>`
  if (deleted) return `<record>${header}</record>`
  const history = versions.map(
    ({ date, size = '16kb', sourceType }, index) => `<version version="v${index + 1}">
                <date>${date}</date>
                <size>${size}</size>
                ${sourceType ? `<source_type>${sourceType}</source_type>` : ''}
            </version>`,
  )
  return `<record>
                ${header}
            <metadata>
                        <arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/">
        <id>${id}</id>
        <submitter>Ada Example</submitter>
            ${history.join('\n            ')}
        <title>${escapeXml(title)}</title>
        <authors>${escapeXml(authors)}</authors>
        <categories>${categories}</categories>
            ${comments ? `<comments>${escapeXml(comments)}</comments>` : ''}
            ${doi ? `<doi>${doi}</doi>` : ''}
            <license>http://creativecommons.org/licenses/by/4.0/</license>
            <abstract>  ${escapeXml(abstract)}</abstract>
    </arXivRaw>
            </metadata>
        </record>`
}

/** The page that a request asks for; `entries` in any order, given out by day. */
export function answerOai(
  entries: readonly OaiEntry[],
  { pageSize = 3, tokenExpires = '2026-01-16T00:00:00Z' } = {},
): (request: Pick<ReplayRequest, 'query'>) => { body: string } & ReplayAnswer {
  const sorted = [...entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return ({ query }) => {
    const token = query.get('resumptionToken')
    if (token !== null && [...query.keys()].length !== 2) return { body: writeOaiError('badArgument') }
    const asked = token === null ? query : new URLSearchParams(decodeURIComponent(token))
    const [from = '', until = '', set = ''] = ['from', 'until', 'set'].map(name => asked.get(name) ?? '')
    const skip = Number(asked.get('skip') ?? 0)
    const found = sorted.filter(
      ({ day, sets = ['cs:cs:CL'] }) =>
        day >= from && day <= until && sets.some(own => own === set || own.startsWith(`${set}:`)),
    )
    if (found.length === 0) return { body: writeOaiError('noRecordsMatch') }
    const page = found.slice(skip, skip + pageSize)
    const next = new URLSearchParams({ verb: 'ListRecords', metadataPrefix: 'arXivRaw', from, until, set })
    next.set('skip', String(skip + pageSize))
    const text = escapeXml(encodeURIComponent(next.toString()))
    const more = `<resumptionToken expirationDate='${tokenExpires}'>${text}</resumptionToken>`
    const last = skip > 0 ? '<resumptionToken/>' : ''
    const end = skip + pageSize < found.length ? more : last
    return { body: writeOaiAnswer(`<ListRecords>${page.map(writeOaiRecord).join('')}${end}</ListRecords>`) }
  }
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll("'", '&#39;')
    .replaceAll('"', '&#34;')
}
