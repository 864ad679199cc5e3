/** The publish part of a run: the digest, the site, the feeds and the deliveries; or what all that would be. */
import { join } from 'node:path'
import { systemClock } from '../paper/clock.ts'
import type { Channel } from '../publish/channel.ts'
import { writeFileAtomically } from '../publish/write-files.ts'
import type { DeliveryReport } from './deliver.ts'
import type { FeedPlan } from './feeds.ts'
import type { PublishPreview } from './preview-publish.ts'
import { composeFromBriefs, publishDigest, type ReadyPaper } from './publish.ts'
import type { RunContext, RunRequest } from './run.ts'

/** What of a run's request only publishing reads. */
export interface PublishPlan {
  /** To whom the digest goes; absent: to nobody. */
  delivery?: { channels: readonly Channel[]; resend: boolean } | undefined
  feeds?: FeedPlan | undefined
  /** Say what publishing would do in place of doing it. */
  dryRun?: boolean | undefined
}

export interface PublishOutcome {
  /** Absolute paths. */
  outputs: string[]
  deliveries?: DeliveryReport[]
  preview?: PublishPreview
}

export async function publishRun(
  context: RunContext,
  request: RunRequest,
  ready: readonly ReadyPaper[],
): Promise<PublishOutcome> {
  if (request.dryRun) return { outputs: [], preview: await preview(context, request, ready) }
  const { library } = context
  const { edition } = request.key
  const channels = listChannels(request, edition).map(({ name }) => name)
  const { resend } = request.delivery ?? {}
  const outputs =
    ready.length > 0 ? await publishDigest({ ...request, library, papers: ready, channels, resend }) : []
  outputs.push(...(await publishAll(context, request)))
  const all = request.delivery?.channels ?? []
  const deliveries = all.length > 0 ? await deliverWaiting(context, all) : undefined
  return { outputs, ...(deliveries && { deliveries }) }
}

function listChannels({ delivery }: PublishPlan, edition: string): Channel[] {
  return (delivery?.channels ?? []).filter(({ editions }) => !editions || editions.includes(edition))
}

/** What is made of all digests together: the site with its feeds, or the feeds alone. */
async function publishAll(
  { library, progress }: RunContext,
  { site, feeds, book }: RunRequest,
): Promise<string[]> {
  const isWanted = feeds && (site || feeds.folder !== undefined)
  const files = isWanted ? await (await import('./feeds.ts')).gatherFeeds({ library, book }, feeds) : []
  if (site) {
    const { publishSite } = await import('./site.ts')
    await publishSite({ ...site, book, library, progress, files })
    return [join(site.folder, 'index.html')]
  }
  const written: string[] = []
  // Without a site they need no folder of their own in it.
  for (const { path, content } of files)
    written.push(
      await writeFileAtomically({
        folder: feeds?.folder ?? '',
        path: path.replace(/^feeds\//, ''),
        content,
      }),
    )
  return written
}

/** Sends what waits, of this digest and of earlier ones. */
export async function deliverWaiting(
  { library, signal, progress }: Pick<RunContext, 'library' | 'signal' | 'progress'>,
  channels: readonly Channel[],
): Promise<DeliveryReport[]> {
  const { deliverDigests } = await import('./deliver.ts')
  const { loadWholeDigest } = await import('./load-digests.ts')
  return deliverDigests({
    deliveries: library.deliveries,
    channels,
    loadDigest: key => loadWholeDigest(library, key),
    clock: systemClock,
    signal,
    progress,
  })
}

async function preview(
  { library }: RunContext,
  request: RunRequest,
  ready: readonly ReadyPaper[],
): Promise<PublishPreview> {
  if (ready.length === 0) return { files: [], folders: [], deliveries: [] }
  const { previewPublish } = await import('./preview-publish.ts')
  return previewPublish({
    library,
    key: request.key,
    composed: composeFromBriefs({ ...request, papers: ready }),
    folder: request.folder,
    site: request.site?.folder,
    feeds: request.site ? undefined : request.feeds?.folder,
    channels: listChannels(request, request.key.edition),
    resend: request.delivery?.resend ?? false,
  })
}
