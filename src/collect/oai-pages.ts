/** Asks an OAI-PMH server for the records of one set in one span of days, page by page. */
import type { HarvestPosition } from './harvest-state.ts'
import { goOn, type OaiWalk, startAgain, startWalk, takeFresh } from './oai-walk.ts'
import { type OaiAnswer, type OaiRecord, parseOai } from './oai-wire.ts'
import type { PoliteAnswer, PoliteFetch } from './polite-fetch.ts'
import { refusal } from './refusal.ts'

export interface OaiPageOptions {
  fetch: PoliteFetch
  /** `https://oaipmh.arxiv.org/oai`. */
  endpoint: string
  metadataPrefix: string
  now: () => number
  signal?: AbortSignal
}

export interface OaiPage {
  /** Without those that came before. */
  records: OaiRecord[]
  /** Where the list goes on; undefined where it is at its end. */
  next: HarvestPosition | undefined
  /** Records of the whole list, where the server says. */
  listSize: number | undefined
}

// arXiv also answers a narrow Accept header with 406.
const ACCEPT = 'text/xml, application/xml;q=0.9, */*;q=0.8'

/**
 * From `start` to the end of its window. Where the server refuses a token, or sends one again, it is asked anew from
 * the last whole day on. Throws CollectError `source-…`; `source-nonsense` also where the server turns in a circle.
 */
export async function* readOaiPages(
  start: HarvestPosition,
  options: OaiPageOptions,
): AsyncGenerator<OaiPage> {
  const walk = startWalk(start)
  for (let at: HarvestPosition | undefined = dropExpired(start, options.now()); at; ) {
    const answer = await readPage(at, options)
    if (answer.error) {
      // Without a token this is a span of days in which nothing changed.
      if (at.token === undefined && answer.error.code === 'noRecordsMatch') return
      at = startAgain(walk, at)
      continue
    }
    const records = takeFresh(walk, answer.records)
    at = nextPosition(at, { answer, walk })
    yield { records, next: at, listSize: answer.listSize }
  }
}

function nextPosition(
  at: HarvestPosition,
  { answer, walk }: { answer: OaiAnswer; walk: OaiWalk },
): HarvestPosition | undefined {
  const { token, tokenExpiresMs } = answer
  if (token === undefined) return undefined
  if (token === at.token || walk.tokens.has(token)) return startAgain(walk, at)
  return goOn(walk, at, { token, tokenExpiresMs })
}

/** A token that has run out would only cost a request. */
function dropExpired(position: HarvestPosition, nowMs: number): HarvestPosition {
  const { token, tokenExpiresMs, ...rest } = position
  const expired = tokenExpiresMs !== undefined && tokenExpiresMs <= nowMs
  return token === undefined || expired ? rest : position
}

async function readPage(
  { token, lastDay, windowFrom, windowUntil, set }: HarvestPosition,
  { fetch, endpoint, metadataPrefix, signal }: OaiPageOptions,
): Promise<OaiAnswer> {
  const url = new URL(endpoint)
  // The server refuses a token in company of anything but the verb.
  url.search = new URLSearchParams({
    verb: 'ListRecords',
    ...(token !== undefined
      ? { resumptionToken: token }
      : { metadataPrefix, set, from: lastDay ?? windowFrom, until: windowUntil }),
  }).toString()
  // A harvest asks for no page twice, and a cache of them would be a second library.
  return fetch.read(url.href, {
    accept: ACCEPT,
    remember: false,
    ...(signal && { signal }),
    parse: checkPage,
  })
}

/** Errors come with HTTP 200; only those that say something of the list, not of the request, are passed on. */
function checkPage(answer: PoliteAnswer): OaiAnswer {
  if (answer.status !== 200) {
    throw refusal('arXiv', { status: answer.status, said: answer.text().replace(/<[^<>]*>/g, ' ') })
  }
  const page = parseOai(answer.text())
  const { error } = page
  if (error && !['noRecordsMatch', 'badResumptionToken'].includes(error.code)) {
    throw refusal('arXiv', { said: `${error.code}: ${error.message}` })
  }
  return page
}
