/** Lets requests to one service through one at a time, and not sooner than its pace allows. */
import type { Clock } from '../paper/clock.ts'
import type { PaceKeeper, Turn } from './pace-keeper.ts'

export interface TurnstileOptions {
  clock: Clock
  /** By domain: milliseconds between requests to it and its sub-domains together. Other hosts have no pace. */
  paceMs: Readonly<Record<string, number>>
  /** For hosts with a pace, where other processes ask them too. */
  keeper?: PaceKeeper | undefined
}

/** Held while a request, its retries and its redirects last; nobody else passes meanwhile. */
export interface Pass {
  /** Waits until the pace allows the next request. */
  waitForPace(signal?: AbortSignal): Promise<void>
  /** The server has the request: the pace counts from here, so the server sees no shorter interval. */
  countFromNow(): void
  leave(): Promise<void>
}

interface Lane {
  tail: Promise<unknown>
  nextMs: number
}

export interface Turnstile {
  enter(hostname: string, signal?: AbortSignal): Promise<Pass>
}

export function createTurnstile({ clock, paceMs, keeper }: TurnstileOptions): Turnstile {
  const lanes = new Map<string, Lane>()
  return {
    async enter(hostname, signal) {
      const group = paceGroup(hostname, paceMs)
      const ownPaceMs = paceMs[group] ?? 0
      const lane = lanes.get(group) ?? { tail: Promise.resolve(), nextMs: 0 }
      lanes.set(group, lane)
      const before = lane.tail
      const mine = Promise.withResolvers<void>()
      // Whoever gives up waiting still leaves the ones behind to wait for the ones before.
      lane.tail = Promise.all([before, mine.promise])
      let turn: Turn | undefined
      try {
        await abortable(before, signal)
        if (ownPaceMs > 0) turn = await keeper?.take(group, signal)
      } catch (error) {
        mine.resolve()
        throw error
      }
      // What cannot be written down now is kept in this process all the same.
      const count = async () => turn?.count(ownPaceMs).catch(() => {})
      let counted: Promise<void> | undefined
      return {
        async waitForPace(paceSignal) {
          const waitMs = lane.nextMs - clock.now()
          if (waitMs > 0) await clock.sleep(waitMs, paceSignal)
          // Also before the answer: a process that is killed meanwhile has asked.
          await count()
        },
        countFromNow() {
          lane.nextMs = clock.now() + ownPaceMs
          counted = count()
        },
        async leave() {
          await counted
          await turn?.release()
          mine.resolve()
        },
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
