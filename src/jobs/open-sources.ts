/** Makes the sources that the settings or the command line name, over one polite client. */
import { resolve } from 'node:path'
import { arxivApi } from '../collect/arxiv-api.ts'
import { systemClock } from '../collect/clock.ts'
import { fileSource } from '../collect/files.ts'
import { huggingfaceDaily } from '../collect/huggingface-daily.ts'
import { openPoliteFetch, type PoliteFetch } from '../collect/polite-fetch.ts'
import type { Source } from '../collect/source.ts'
import type { Library } from '../library/library.ts'
import { errorMessage } from '../paper/error.ts'
import type { Settings, SourceSettings } from '../settings.ts'
import { VERSION } from '../version.ts'
import type { Progress } from './progress.ts'

export interface OpenSources {
  list: Source[]
  close(): Promise<void>
}

export interface OpenSourcesRequest {
  settings: Settings
  /** Paths given on the command line; they stand in for the configured sources. */
  files: readonly string[]
  /** Only the source of this name. */
  from?: string | undefined
  library: Library
  cwd: string
  progress: Progress
}

export function openSources({
  settings,
  files,
  from,
  library,
  cwd,
  progress,
}: OpenSourcesRequest): OpenSources {
  if (files.length > 0) {
    return { list: files.map(path => fileSource({ path: resolve(cwd, path) })), close: async () => {} }
  }
  const fetch = openPoliteFetch({
    version: VERSION,
    clock: systemClock,
    cache: library.httpCache,
    onRetry: ({ url, waitMs, error }) =>
      progress.warn(`${new URL(url).host}: ${errorMessage(error)}; again in ${Math.ceil(waitMs / 1000)} s`),
    ...(settings.contact && { contact: settings.contact }),
  })
  const wanted = settings.sources.filter(source => from === undefined || from in source)
  return {
    list: wanted.map(source => openSource(source, { fetch, home: settings.home })),
    close: () => fetch.close(),
  }
}

function openSource(source: SourceSettings, { fetch, home }: { fetch: PoliteFetch; home: string }): Source {
  if ('file' in source) return fileSource({ path: resolve(home, source.file.path) })
  if ('arxiv' in source) return arxivApi({ fetch, clock: systemClock, ...source.arxiv })
  return huggingfaceDaily({ fetch, clock: systemClock, ...source.huggingface })
}
