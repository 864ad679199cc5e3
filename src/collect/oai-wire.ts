/** Answers of an OAI-PMH 2.0 server, as they come: arXiv's present one, its predecessors, and others. */
import { cleanLine } from '../paper/clean-text.ts'
import { isJsonRecord } from './json-record.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'
import { CollectError } from './source.ts'
import { xmlAttribute, xmlChildren, xmlText } from './xml-element.ts'

export interface OaiAnswer {
  /** `ListRecords`, `GetRecord`, `ListIdentifiers`, `Identify`, …; undefined for an error. */
  verb: string | undefined
  records: OaiRecord[]
  /** Where the list goes on; undefined where it ends. */
  token: string | undefined
  /** Until when the token is good, milliseconds since 1970; undefined where the server does not say. */
  tokenExpiresMs: number | undefined
  /** Of the whole list, where the server says; arXiv's does not. */
  listSize: number | undefined
  /** `noRecordsMatch`, `badResumptionToken`, …, and the server's own words. */
  error: { code: string; message: string } | undefined
}

export interface OaiRecord {
  /** `oai:arXiv.org:2509.00001`. */
  identifier: string
  /** Day of the record's last change, also administrative, `YYYY-MM-DD`. */
  datestamp: string
  sets: string[]
  deleted: boolean
  /** Name of the metadata's element without its prefix: `arXiv`, `arXivRaw`, `arXivOld`, `dc`. */
  format: string | undefined
  metadata: XmlElement | undefined
  /** Of a server before March 2025: its `arXiv` format dates records otherwise. */
  fromOldServer: boolean
}

/** Throws CollectError `source-nonsense`, retryable, where the text is no such answer. */
export function parseOai(text: string): OaiAnswer {
  const { name, root } = parseXml(text)
  if (localName(name) !== 'OAI-PMH') throw notAnAnswer(`<${name.slice(0, 40)}>`)
  const [fault] = xmlChildren(root, 'error')
  const verb = Object.keys(root).find(key => /^(?:List|Get|Identify)/.test(key))
  if (!fault && verb === undefined) throw notAnAnswer('an OAI-PMH answer with nothing in it')
  const list = (verb !== undefined && xmlChildren(root, verb)[0]) || {}
  const fromOldServer = /\/oai2\b/.test(xmlText(root, 'request') ?? '')
  const [token] = xmlChildren(list, 'resumptionToken')
  const size = (token && xmlAttribute(token, 'completeListSize')) ?? ''
  const expiresMs = Date.parse((token && xmlAttribute(token, 'expirationDate')) ?? '')
  return {
    verb,
    records: [
      ...xmlChildren(list, 'record').map(record => readRecord(record, fromOldServer)),
      ...xmlChildren(list, 'header').map(header => readRecord({ header }, fromOldServer)),
    ],
    token: xmlText(list, 'resumptionToken')?.trim() || undefined,
    tokenExpiresMs: Number.isNaN(expiresMs) ? undefined : expiresMs,
    listSize: /^\d{1,9}$/.test(size) ? Number(size) : undefined,
    error: fault && {
      code: xmlAttribute(fault, 'code') ?? 'unknown',
      message: cleanLine(xmlText(root, 'error') ?? '').slice(0, 300),
    },
  }
}

function readRecord(record: XmlElement, fromOldServer: boolean): OaiRecord {
  const header = xmlChildren(record, 'header')[0] ?? {}
  const [wrapper] = xmlChildren(record, 'metadata')
  const [tag, body] = Object.entries(wrapper ?? {}).find(([, value]) => isJsonRecord(value)) ?? []
  return {
    identifier: xmlText(header, 'identifier')?.trim() ?? '',
    datestamp: (xmlText(header, 'datestamp') ?? '').trim().slice(0, 10),
    sets: xmlChildren(header, 'setSpec').map(set => String(set['#text'] ?? '')),
    deleted: xmlAttribute(header, 'status') === 'deleted',
    format: tag === undefined ? undefined : localName(tag),
    metadata: isJsonRecord(body) ? body : undefined,
    fromOldServer,
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function notAnAnswer(what: string): CollectError {
  return new CollectError(`received ${what} where an OAI-PMH answer was expected`, {
    code: 'source-nonsense',
    hint: 'Check the `baseUrl` of the arXiv source; the present one is https://oaipmh.arxiv.org.',
    retryable: true,
  })
}
