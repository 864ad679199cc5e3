/** Makes the sources that the settings or the command line name, over one polite client. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { fileSource } from '../collect/files.ts'
import type { HarvestProgress } from '../collect/harvest-plan.ts'
import { ASKED_PACE_MS, openPoliteFetch, type PoliteFetch } from '../collect/polite-fetch.ts'
import { sourceDeclarations } from '../collect/registry.ts'
import type { Source } from '../collect/source.ts'
import type { SourceMeans } from '../collect/source-declaration.ts'
import type { Library } from '../library/library.ts'
import { openPaceKeeper } from '../library/pace-keeper.ts'
import { systemClock } from '../paper/clock.ts'
import { errorMessage } from '../paper/error.ts'
import { SETTINGS_FILE, type Settings, type SourceSettings } from '../settings.ts'
import { describeIssue, SettingsError } from '../settings-yaml.ts'
import { VERSION } from '../version.ts'
import type { Checkpoint } from './collect.ts'
import { createEstimate, describeDuration } from './estimate-left.ts'
import type { Progress } from './progress.ts'

export interface OpenSources {
  list: Source[]
  checkpoint: Checkpoint
  /** The one polite client, for full texts as for sources. */
  fetch: PoliteFetch
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
  const fetch = openFetch({ settings, library, progress })
  if (files.length > 0) {
    return {
      fetch,
      list: files.map(path => fileSource({ path: resolve(cwd, path) })),
      checkpoint: { saveFirst: async () => {} },
      close: () => fetch.close(),
    }
  }
  const checkpoint: Checkpoint = { saveFirst: async () => {} }
  const showHarvest = createHarvestDisplay(progress, () => performance.now())
  const means: SourceMeans = {
    fetch,
    clock: systemClock,
    resolvePath: path => resolve(settings.home, path),
    state: {
      get: library.harvests.get,
      // The papers of a page are saved before the place behind them: a kill between the two loses none.
      async set(key, value) {
        await checkpoint.saveFirst()
        await library.harvests.set(key, value)
      },
    },
    onHarvest: harvested => {
      checkpoint.isHarvesting = true
      showHarvest(harvested)
    },
  }
  const opened = settings.sources.map((source, at) => ({
    name: Object.keys(source)[0],
    source: openSource(source, { at, settings, means }),
  }))
  return {
    list: opened.filter(({ name }) => from === undefined || name === from).map(({ source }) => source),
    checkpoint,
    fetch,
    close: () => fetch.close(),
  }
}

/** The one polite client of a command; its answers are kept in the library. */
export function openFetch({
  settings,
  library,
  progress,
}: Pick<OpenSourcesRequest, 'settings' | 'library' | 'progress'>): PoliteFetch {
  return openPoliteFetch({
    version: VERSION,
    clock: systemClock,
    cache: library.httpCache,
    paceMs: { ...ASKED_PACE_MS, ...collectPaces(settings) },
    // arXiv counts the requests of all machines of one person together.
    keeper: openPaceKeeper(library.db, { exclusive: library.exclusive }),
    onRetry: ({ url, waitMs, error }) =>
      progress.warn(`${new URL(url).host}: ${errorMessage(error)}; again in ${Math.ceil(waitMs / 1000)} s`),
    ...(settings.contact && { contact: settings.contact }),
  })
}

function collectPaces(settings: Settings): Record<string, number> {
  const paces = settings.sources.flatMap(source =>
    Object.entries(source).map(([name, given]) =>
      sourceDeclarations.find(known => known.name === name)?.paceMs?.(given),
    ),
  )
  return Object.assign({}, ...paces)
}

// A bar of so many parts moves on also where a harvest goes back for years.
const BAR_PARTS = 1000

function createHarvestDisplay(progress: Progress, now: () => number) {
  const estimate = createEstimate(now)
  return ({ set, until, records, doneDays, totalDays }: HarvestProgress): void => {
    const { fraction, leftMs } = estimate(doneDays, totalDays)
    const done = Math.floor(fraction * BAR_PARTS)
    const left = done === BAR_PARTS || leftMs === undefined ? '' : `, ${describeDuration(leftMs)} left`
    const label = `${Math.floor(fraction * 100)} %${left}: ${set} until ${until}, ${records} records`
    progress.step('collect', done, BAR_PARTS, label)
  }
}

function openSource(
  source: SourceSettings,
  { at, settings, means }: { at: number; settings: Settings; means: SourceMeans },
): Source {
  const [[name, given] = ['', null]] = Object.entries(source)
  const declaration = sourceDeclarations.find(known => known.name === name)
  const known = sourceDeclarations.map(({ name: other }) => other)
  if (!declaration) {
    const line = settings.lineOf(['sources', at, name])
    throw new SettingsError(
      `${SETTINGS_FILE}${line ? `, line ${line}` : ''}: there is no source "${name}".`,
      {
        code: 'settings-unknown-source',
        hint: `The sources are: ${known.join(', ')}.`,
      },
    )
  }
  try {
    return declaration.open(given ?? {}, means)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    throw describeIssue(error, declaration.settings, {
      file: SETTINGS_FILE,
      lineOf: settings.lineOf,
      at: ['sources', at, name],
    })
  }
}
