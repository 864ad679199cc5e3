/** A mirror of translation models on the loopback interface, with a generated model and every fault we know of. */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { makeModel, nameModelFiles } from './tiny-model.ts'

/** What goes wrong with the requests for files, in turn; after the last one all goes well. */
export type MirrorFault =
  | 'good'
  /** Half of what was asked for, then the connection is closed. */
  | 'cut'
  /** The whole file, whatever part was asked for. */
  | 'ignore-range'
  /** As if nothing of the file were left to send, though something is. */
  | 'refuse-range'
  /** A part that begins elsewhere. */
  | 'wrong-range'
  | 'busy'
  | 'missing'
  | 'web-page'
  /** Another file of the same size. */
  | 'other-file'
  | 'redirect'
  | 'stall'

export interface ModelMirror {
  url: string
  /** Method-free paths with the range asked for: `/models/…/vocab.spm.gz bytes=100-`. */
  requests: string[]
  faults: MirrorFault[]
  /** The registry as it is served; undefined answers 404. */
  registry: unknown
  close(): Promise<void>
}

const FOLDER = 'models/en-zh/tiny_random/exported'

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** In the shape of Mozilla's `db/models.json`: the hash of the weights only. */
export function makeRegistry(files: Record<string, Buffer>, baseUrl: string) {
  const path = (start: string) => `${FOLDER}/${Object.keys(files).find(name => name.startsWith(start))}.gz`
  const weights = Object.entries(files).find(([name]) => name.startsWith('model.'))?.[1] ?? Buffer.alloc(0)
  const entry = {
    architecture: 'tiny',
    releaseStatus: 'Release',
    sourceLanguage: 'en',
    targetLanguage: 'zh',
    files: {
      model: { path: path('model.'), uncompressedSize: weights.length, uncompressedHash: sha256(weights) },
      lexicalShortlist: { path: path('lex.') },
      srcVocab: { path: path('srcvocab.') },
      trgVocab: { path: path('trgvocab.') },
    },
    metrics: { 'flores200-plus': { bleu: 37.9, comet22: 85.95 } },
  }
  return { generated: '2026-01-01T00:00:00Z', baseUrl, models: { 'en-zh': [entry] } }
}

export async function openModelMirror(): Promise<ModelMirror & { files: Record<string, Buffer> }> {
  const files = nameModelFiles(makeModel(), 'enzh')
  const packed = new Map(
    Object.entries(files).map(([name, bytes]) => [`/${FOLDER}/${name}.gz`, gzipSync(bytes)]),
  )
  const state = { requests: [] as string[], faults: [] as MirrorFault[], registry: undefined as unknown }
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    state.requests.push([path, request.headers.range].filter(Boolean).join(' '))
    if (path === '/db/models.json') {
      if (state.registry === undefined) response.writeHead(404).end()
      else response.end(typeof state.registry === 'string' ? state.registry : JSON.stringify(state.registry))
      return
    }
    const isMoved = path.startsWith('/moved/')
    const body = packed.get(isMoved ? path.slice('/moved'.length) : path)
    if (!body) response.writeHead(404).end('no such file')
    else answer(request, response, { body, fault: isMoved ? 'good' : (state.faults.shift() ?? 'good'), path })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  state.registry = makeRegistry(files, url)
  return Object.assign(state, {
    url,
    files,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { body, fault, path }: { body: Buffer; fault: MirrorFault; path: string },
): void {
  const etag = `"${sha256(body).slice(0, 16)}"`
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  const isStale = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag
  const start = isStale || fault === 'ignore-range' ? 0 : from
  if (fault === 'busy') response.writeHead(503).end()
  else if (fault === 'missing') response.writeHead(404).end()
  else if (fault === 'web-page')
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>log in</html>')
  else if (fault === 'redirect') response.writeHead(302, { location: `/moved${path}` }).end()
  else if (fault === 'stall') response.writeHead(200, { 'content-length': body.length }).flushHeaders()
  else if (fault === 'refuse-range' || start > body.length || (start === body.length && start > 0)) {
    const total = fault === 'refuse-range' ? body.length + 1 : body.length
    response.writeHead(416, { 'content-range': `bytes */${total}` }).end()
  } else {
    const bytes = fault === 'other-file' ? gzipSync(Buffer.alloc(body.length, 7)) : body.subarray(start)
    const claimed = fault === 'wrong-range' ? start + 1 : start
    response.writeHead(start > 0 ? 206 : 200, {
      etag,
      'content-length': bytes.length,
      ...(start > 0 && { 'content-range': `bytes ${claimed}-${body.length - 1}/${body.length}` }),
    })
    // What a client has not read when the connection breaks is lost, so it gets a moment.
    if (fault === 'cut')
      response.write(bytes.subarray(0, bytes.length / 2), () => setTimeout(() => response.destroy(), 30))
    else response.end(bytes)
  }
}
