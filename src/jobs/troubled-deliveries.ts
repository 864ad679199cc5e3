/** What has not reached its readers, or perhaps not, for people. */
import type { Deliveries } from '../library/deliveries.ts'
import { KEEP_TRYING_DAYS } from './deliver.ts'

const DAY_MS = 86_400_000
// Long enough to be seen after a holiday.
const LOOK_BACK_DAYS = 2 * KEEP_TRYING_DAYS

/** One line each, the newest first. @param now milliseconds since 1970 */
export async function describeTroubledDeliveries(
  deliveries: Pick<Deliveries, 'troubled'>,
  now: number,
): Promise<string[]> {
  const troubled = await deliveries.troubled(new Date(now - LOOK_BACK_DAYS * DAY_MS))
  return troubled.map(({ edition, date, channel, state, isInterrupted, error }) => {
    const what = `${edition} ${date} to ${channel}`
    if (state === 'delivered' || isInterrupted)
      return `${what}: the program was stopped while it was being sent; it most likely arrived (--resend sends it again)`
    const why = error ? `: ${error}` : ''
    return state === 'pending'
      ? `${what}: waits for the next publish or run${why}`
      : `${what}: given up after ${KEEP_TRYING_DAYS} days${why}`
  })
}
