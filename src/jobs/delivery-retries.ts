/** Sends again, while a process stays up, what could not be sent when its run ended. */
import type { TimerClock } from '../paper/clock.ts'
import type { DeliveryReport } from './deliver.ts'

export interface DeliveryRetriesOptions {
  clock: TimerClock
  /** Sends everything that waits. */
  deliver: (signal: AbortSignal) => Promise<readonly DeliveryReport[]>
  onFault: (error: unknown) => void
}

export interface DeliveryRetries {
  /** What a run has sent, and what it could not send. */
  note(reports: readonly DeliveryReport[]): void
  /** Interrupts what is being sent, and waits for it to end. */
  close(): Promise<void>
}

const MINUTE_MS = 60_000
// What an earlier process has left waits for this one to have started.
const FIRST_MINUTES = 1
// A receiver that was restarted is back soon; one that refuses a wrong address does so until somebody mends it.
const RETRY_MINUTES = [5, 15, 60, 180, 360]

export function openDeliveryRetries({ clock, deliver, onFault }: DeliveryRetriesOptions): DeliveryRetries {
  const stop = new AbortController()
  let cancel = () => {}
  let sending: Promise<void> = Promise.resolve()
  let failures = 0
  const plan = (minutes: number) => {
    cancel()
    if (!stop.signal.aborted) cancel = clock.startTimer(minutes * MINUTE_MS, send)
  }
  const planAgain = () => {
    plan(RETRY_MINUTES[Math.min(failures, RETRY_MINUTES.length - 1)] ?? 0)
    failures++
  }
  const judge = (reports: readonly DeliveryReport[]) => {
    if (reports.some(({ state }) => state === 'pending')) planAgain()
    else failures = 0
  }
  function send(): void {
    sending = deliver(stop.signal)
      .then(judge)
      .catch(error => {
        if (stop.signal.aborted) return
        onFault(error)
        planAgain()
      })
  }
  plan(FIRST_MINUTES)
  return {
    note(reports) {
      cancel()
      failures = 0
      judge(reports)
    },
    async close() {
      cancel()
      stop.abort(new DOMException('interrupted', 'AbortError'))
      await sending
    },
  }
}
