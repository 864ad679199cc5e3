/** What was sent to whom, and what would be, for people. */
import type { RunReport } from '../jobs/run.ts'

type Report = Pick<RunReport, 'deliveries' | 'preview'>

export function describeDeliveries({ deliveries = [], preview }: Report): string[] {
  const sent = deliveries.map(({ channel, edition, date, state, parts, error }) => {
    const what = `${edition} ${date} to ${channel}`
    if (state === 'delivered') return `${what}: delivered${parts.of > 1 ? ` (${parts.of} messages)` : ''}`
    return `${what}: NOT delivered (${parts.delivered} of ${parts.of} messages): ${error ?? state}`
  })
  if (!preview) return sent
  return [
    ...preview.files.map(({ path, state, bytes }) => `would write ${path} (${state}, ${showSize(bytes)})`),
    ...preview.folders.map(folder => `would write what has changed below ${folder}`),
    ...preview.deliveries.map(({ channel, to, state, parts, bytes }) =>
      state === 'delivered'
        ? `${channel}: ${to}: has it already, nothing would be sent`
        : `${channel}: ${to}: ${state}, ${parts} message${parts === 1 ? '' : 's'}, ${showSize(bytes)}`,
    ),
  ]
}

export function hasFailedDelivery({ deliveries = [] }: Report): boolean {
  return deliveries.some(({ state }) => state !== 'delivered')
}

function showSize(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 100) / 10} KB`
}
