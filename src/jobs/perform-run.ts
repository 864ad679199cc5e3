/** Carries a planned run out on an open library: opens its engines, sources and queue, and closes them again. */
import { resolve } from 'node:path'
import type { Library } from '../library/library.ts'
import type { FormBook } from '../paper/form-book.ts'
import type { Settings } from '../settings.ts'
import { VERSION } from '../version.ts'
import { findFirstDay } from './catch-up.ts'
import { explainMissingLabels, loadForms } from './forms.ts'
import { loadGlossary } from './glossary.ts'
import type { OpenChannels } from './open-channels.ts'
import { type OpenEngines, openEngines } from './open-engines.ts'
import { type OpenSources, openSources } from './open-sources.ts'
import type { RunPlan } from './plan-run.ts'
import type { Progress } from './progress.ts'
import { openQueue } from './queue.ts'
import { type RunOutcome, type RunRequest, runEdition } from './run.ts'

/** A plan with what can be had without the library, so that a fault in the settings shows before it is opened. */
export interface PreparedRun {
  plan: RunPlan
  engines: OpenEngines
  book: FormBook
  /** Whom digests are sent to; connected to when something is sent, and closed when the run ends. */
  channels?: OpenChannels
}

export interface PerformContext {
  library: Library
  /** Paths of files that stand in for the sources are relative to it. */
  cwd: string
  signal: AbortSignal
  progress: Progress
}

/**
 * Whoever prepares a run closes its engines.
 * @throws SettingsError, EngineError
 */
export async function prepareRun(plan: RunPlan, progress: Progress): Promise<PreparedRun> {
  const { settings, stages, key } = plan
  const book = loadForms(settings)
  const channels = stages.publish && plan.deliver ? await openSetChannels(settings, book) : undefined
  const engines = await openEngines(settings, progress, { use: plan.engine, language: key.language })
  if (stages.write) progress.note(engines.reason)
  const missing = stages.publish && explainMissingLabels(key.language, book)
  if (missing) progress.warn(missing)
  return { plan, engines, book, ...(channels && { channels }) }
}

/** Undefined where nobody is to be sent anything; what most commands start without is loaded then only. */
export async function openSetChannels(settings: Settings, book: FormBook): Promise<OpenChannels | undefined> {
  const { mail, chat } = settings.publish
  if (!mail && Object.keys(chat).length === 0) return undefined
  const { openChannels } = await import('./open-channels.ts')
  return openChannels(settings, book)
}

/** @throws NoSourceError where no source answered; whatever a part throws that a person can mend */
export async function performRun(context: PerformContext, prepared: PreparedRun): Promise<RunOutcome> {
  const { library, cwd, signal, progress } = context
  const { plan } = prepared
  const { settings, key } = plan
  const sources = openSources({
    settings,
    files: plan.files,
    from: plan.edition.from,
    library,
    cwd,
    progress,
  })
  try {
    const queue = await openQueue(library)
    try {
      const from = await findFrom(library, plan, progress)
      const request = composeRequest(prepared, { sources, from })
      const glossary = await loadGlossary({ settings, library, language: key.language, edition: key.edition })
      return await runEdition({ library, queue, signal, progress }, { ...request, glossary })
    } finally {
      await queue.close()
    }
  } finally {
    await sources.close()
    await prepared.channels?.close()
  }
}

async function findFrom(
  library: Library,
  { key, from, catchesUp }: RunPlan,
  progress: Progress,
): Promise<string> {
  if (!catchesUp) return from
  const found = await findFirstDay({ library, edition: key.edition, date: key.date, usual: from })
  if (found.note) progress.note(found.note)
  return found.from
}

function composeRequest(
  { plan, engines, book, channels }: PreparedRun,
  { sources, from }: { sources: OpenSources; from: string },
): RunRequest {
  const { settings, edition, stages, files } = plan
  const namesFiles = files.length > 0
  return {
    key: plan.key,
    from,
    limit: plan.limit,
    folder: plan.folder,
    variant: plan.variant,
    sources: sources.list,
    checkpoint: sources.checkpoint,
    onlyTheseSources: namesFiles,
    listedBy: namesFiles ? undefined : edition.from,
    interests: edition.interests ?? settings.interests,
    repeats: edition.repeats,
    revisions: edition.revisions,
    allAuthors: edition.authors === 'all',
    book,
    engines: engines.list,
    slots: engines.slots,
    countSpending: engines.countSpending,
    judge: settings.engine.judge,
    ...(edition.read === 'full' && { reading: { fetch: sources.fetch, ...settings.read } }),
    fresh: plan.fresh,
    currency: settings.engine.budget.currency,
    ...(settings.publish.site && { site: planSite(settings, settings.publish.site) }),
    feeds: planFeeds(settings),
    ...(channels && { delivery: { channels: channels.list, resend: plan.resend } }),
    dryRun: plan.dryRun,
    // Files named on the command line say which papers are meant, so they are read for every part.
    stages: { ...stages, collect: stages.collect || namesFiles },
  }
}

/** The site speaks the settings' language, whatever language one digest is in. */
function planSite(
  settings: Settings,
  { dir, baseURL, name }: NonNullable<Settings['publish']['site']>,
): NonNullable<RunRequest['site']> {
  const baseUrl = baseURL && (baseURL.endsWith('/') ? baseURL : `${baseURL}/`)
  return {
    folder: resolve(settings.home, dir),
    site: {
      name,
      language: settings.language,
      mode: 'files',
      editions: Object.keys(settings.editions),
      version: VERSION,
      ...(baseUrl && { baseUrl }),
    },
  }
}

function planFeeds(settings: Settings): NonNullable<RunRequest['feeds']> {
  const { feeds, site } = settings.publish
  const { dir, ...rest } = feeds
  const baseUrl = site && planSite(settings, site).site.baseUrl
  return {
    ...rest,
    name: site?.name ?? 'Paperbrief',
    ...(baseUrl && { baseUrl }),
    ...(dir !== undefined && { folder: resolve(settings.home, dir) }),
  }
}
