/** `/runs/events`: how far a run is, as server-sent events. */
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { RunDesk, RunStatus } from '../jobs/run-desk.ts'

// Papers are finished many at a time; an eye sees four changes a second.
const LEAST_MS = 250
// Proxies close what says nothing for a minute.
const HEARTBEAT_MS = 20_000
const MAX_STREAMS = 30

/**
 * An event `status` at once and at every change.
 * @param render one line or many; what the page shows
 */
export function createRunEvents(
  desk: Pick<RunDesk, 'status' | 'watch'>,
  render: (status: RunStatus) => string,
): (context: Context) => Response {
  let streams = 0
  return context => {
    if (context.req.method !== 'GET') return context.body(null)
    if (streams >= MAX_STREAMS) {
      context.header('retry-after', '30')
      return context.text('Too many pages are watching.', 503)
    }
    streams++
    return streamSSE(context, async stream => {
      let hasChanged = true
      let wake = () => {}
      const unwatch = desk.watch(() => {
        hasChanged = true
        wake()
      })
      let isCounted = true
      const leave = () => {
        if (isCounted) streams--
        isCounted = false
        unwatch()
        wake()
      }
      stream.onAbort(leave)
      try {
        while (!stream.aborted && !stream.closed) {
          if (hasChanged) {
            hasChanged = false
            await stream.writeSSE({ event: 'status', data: render(desk.status()) })
            await stream.sleep(LEAST_MS)
            continue
          }
          await new Promise<void>(resolve => {
            const timer = setTimeout(resolve, HEARTBEAT_MS)
            wake = () => {
              clearTimeout(timer)
              resolve()
            }
          })
          if (!hasChanged && !stream.aborted) await stream.write(':\n\n')
        }
      } finally {
        leave()
      }
    })
  }
}
