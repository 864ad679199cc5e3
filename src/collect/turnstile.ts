/** Lets requests to one service through one at a time, and not sooner than its pace allows. */
import type { Clock } from './clock.ts'

export interface TurnstileOptions {
  clock: Clock
  /** By domain: milliseconds between requests to it and its sub-domains together. Other hosts have no pace. */
  paceMs: Readonly<Record<string, number>>
}

/** Held while a request, its retries and its redirects last; nobody else passes meanwhile. */
export interface Pass {
  /** Waits until the pace allows the next request. */
  waitForPace(signal?: AbortSignal): Promise<void>
  /** The server has the request: the pace counts from here, so the server sees no shorter interval. */
  countFromNow(): void
  leave(): void
}

interface Lane {
  tail: Promise<unknown>
  nextMs: number
}

export interface Turnstile {
  enter(hostname: string, signal?: AbortSignal): Promise<Pass>
}

export function createTurnstile({ clock, paceMs }: TurnstileOptions): Turnstile {
  const lanes = new Map<string, Lane>()
  return {
    async enter(hostname, signal) {
      const group = paceGroup(hostname, paceMs)
      const lane = lanes.get(group) ?? { tail: Promise.resolve(), nextMs: 0 }
      lanes.set(group, lane)
      const before = lane.tail
      const mine = Promise.withResolvers<void>()
      // Whoever gives up waiting still leaves the ones behind to wait for the ones before.
      lane.tail = Promise.all([before, mine.promise])
      try {
        await abortable(before, signal)
      } catch (error) {
        mine.resolve()
        throw error
      }
      return {
        async waitForPace(paceSignal) {
          const waitMs = lane.nextMs - clock.now()
          if (waitMs > 0) await clock.sleep(waitMs, paceSignal)
        },
        countFromNow() {
          lane.nextMs = clock.now() + (paceMs[group] ?? 0)
        },
        leave: mine.resolve,
      }
    },
  }
}

function paceGroup(hostname: string, paceMs: TurnstileOptions['paceMs']): string {
  return (
    Object.keys(paceMs).find(domain => hostname === domain || hostname.endsWith(`.${domain}`)) ?? hostname
  )
}

async function abortable(promise: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) {
    await promise
    return
  }
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const onAbort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    await Promise.race([promise, aborted.promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
