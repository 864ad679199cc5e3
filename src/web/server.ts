/** Puts the app on a port. */
import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { openLibraryPages } from '../jobs/site.ts'
import { PaperbriefError } from '../paper/error.ts'
import { type AppOptions, createApp } from './app.tsx'
import { openSearcher } from './search.ts'

/** The port could not be had. */
class ServeError extends PaperbriefError {}

export interface ServerOptions extends Omit<AppOptions, 'source' | 'searcher' | 'now'> {
  host: string
  /** 0: any free one. */
  port: number
}

export interface Server {
  url: string
  close(): Promise<void>
}

// Whoever sends slowly holds a connection for no longer than this.
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
}
const MAX_CONNECTIONS = 500

/** @throws ServeError where the port is taken or may not be had */
export async function openServer({ host, port, ...options }: ServerOptions): Promise<Server> {
  const { library, site, onFault } = options
  const searcher = openSearcher({ library, language: site.language, onFault })
  const app = createApp({
    ...options,
    source: openLibraryPages(library, site.language, options.book),
    searcher,
    now: Date.now,
  })
  const server = createAdaptorServer({
    fetch: app.fetch,
    hostname: host,
    serverOptions: TIMEOUTS,
  }) as HttpServer
  server.maxConnections = MAX_CONNECTIONS
  try {
    await listen(server, { host, port })
  } catch (error) {
    await searcher.close()
    throw error
  }
  const { port: given } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${given}/`,
    async close() {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        // Streams to open pages never end by themselves.
        server.closeAllConnections()
      })
      await searcher.close()
    },
  }
}

function listen(server: HttpServer, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', cause =>
      reject(
        new ServeError(`Port ${port} on ${host} cannot be had: ${cause.message}.`, {
          code: 'serve-port',
          hint: 'Another program has it, or it needs other rights: choose one with --port.',
          cause,
        }),
      ),
    )
    server.listen(port, host, resolve)
  })
}
