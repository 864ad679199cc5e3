/** What publishing would do: which files it would write, and what it would send to whom. Nothing is written or sent. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DigestKey } from '../library/digests.ts'
import type { Library } from '../library/library.ts'
import type { Channel } from '../publish/channel.ts'
import type { ComposedDigest } from './publish.ts'

export interface PlannedFile {
  /** Absolute. */
  path: string
  state: 'new' | 'changed' | 'unchanged'
  bytes: number
}

export interface PlannedDelivery {
  channel: string
  /** Where it leads, without secrets. */
  to: string
  state: 'would be sent' | 'would go on' | 'delivered'
  parts: number
  bytes: number
}

export interface PublishPreview {
  files: PlannedFile[]
  /** Folders in which what has changed would be written: the site, the feeds. */
  folders: string[]
  deliveries: PlannedDelivery[]
}

export async function previewPublish({
  library,
  key,
  composed,
  folder,
  site,
  feeds,
  channels,
  resend,
}: {
  library: Library
  key: DigestKey
  composed: ComposedDigest
  folder: string
  /** Absolute folders. */
  site?: string | undefined
  feeds?: string | undefined
  channels: readonly Channel[]
  resend: boolean
}): Promise<PublishPreview> {
  const path = join(folder, composed.path)
  const bytes = Buffer.from(composed.content)
  const old = await readFile(path).catch(() => undefined)
  const state = old === undefined ? 'new' : old.equals(bytes) ? 'unchanged' : 'changed'
  const known = await library.deliveries.ofDigest(key)
  const deliveries: PlannedDelivery[] = []
  for (const channel of channels) {
    const before = known.get(channel.name)
    const parts = await channel.compose(composed.digest)
    const isDone = before?.state === 'delivered' && !resend
    deliveries.push({
      channel: channel.name,
      to: channel.to,
      state: isDone
        ? 'delivered'
        : before?.state === 'pending' && before.partsDelivered > 0
          ? 'would go on'
          : 'would be sent',
      parts: parts.length,
      bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
    })
  }
  const folders = [site, feeds].filter(each => each !== undefined)
  return { files: [{ path, state, bytes: bytes.length }], folders, deliveries }
}
