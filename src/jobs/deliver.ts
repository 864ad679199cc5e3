/** The delivery job: sends what waits to be sent, each digest to each channel once, also after a crash. */
import { type Deliveries, type Delivery, DeliveryTakenError } from '../library/deliveries.ts'
import type { Clock } from '../paper/clock.ts'
import type { Digest } from '../paper/edition.ts'
import { errorMessage } from '../paper/error.ts'
import { type Channel, DeliveryError, type Part } from '../publish/channel.ts'
import type { Progress } from './progress.ts'

export interface DeliverRequest {
  deliveries: Pick<Deliveries, 'alone' | 'giveUp' | 'due' | 'claim' | 'accept' | 'refuse' | 'note' | 'finish'>
  channels: readonly Channel[]
  /** The digest as it was published last; undefined where it is gone. */
  loadDigest(delivery: Delivery): Promise<Digest | undefined>
  clock: Clock
  signal: AbortSignal
  progress: Progress
  /** From 0 to 1, for the jitter. */
  random?: () => number
}

export interface DeliveryReport {
  channel: string
  edition: string
  date: string
  state: 'delivered' | 'pending' | 'failed'
  /** Messages that were taken, of how many. */
  parts: { delivered: number; of: number }
  /** Why it waits. */
  error?: string
}

const DAY_MS = 86_400_000
/** What could not be sent for so long is no news any more. */
export const KEEP_TRYING_DAYS = 7
const MAX_TRIES = 3
const [BACKOFF_MS, BACKOFF_FACTOR] = [1_000, 4]
// Who asks for a longer pause gets the rest with the next run.
const MAX_WAIT_MS = 60_000

/**
 * Everything that waits, of this digest and of earlier ones, to all channels side by side. A part is noted as handed
 * over before it can be complete at the receiver, so that no crash sends it twice (docs/decisions/0009-deliveries.md).
 * @returns one report for each delivery that was tried; a failure is reported, not thrown
 */
export function deliverDigests(request: DeliverRequest): Promise<DeliveryReport[]> {
  const { deliveries, channels, clock } = request
  const byName = new Map(channels.map(channel => [channel.name, channel]))
  return deliveries.alone(async () => {
    const since = new Date(clock.now() - KEEP_TRYING_DAYS * DAY_MS)
    const givenUp = await deliveries.giveUp(since)
    if (givenUp > 0)
      request.progress.warn(
        `${givenUp} deliveries that failed for ${KEEP_TRYING_DAYS} days are given up (paperbrief publish --date … --resend sends a digest again)`,
      )
    const due = await deliveries.due([...byName.keys()], since)
    const queues = Map.groupBy(due, ({ channel }) => byName.get(channel)?.queue ?? channel)
    const reports = await Promise.all(
      Array.from(queues.values(), queue =>
        deliverQueue(
          request,
          queue.flatMap(delivery => {
            const channel = byName.get(delivery.channel)
            return channel ? [{ delivery, channel }] : []
          }),
        ),
      ),
    )
    return reports.flat()
  })
}

/** One after the other; where nothing can be had from the receiver, the rest waits for the next run untried. */
async function deliverQueue(book: DeliverRequest, courses: readonly Course[]): Promise<DeliveryReport[]> {
  const done: DeliveryReport[] = []
  let blockedBy: string | undefined
  for (const [index, course] of courses.entries()) {
    if (book.signal.aborted) break
    if (blockedBy !== undefined) {
      done.push(report(course, 'pending', { error: blockedBy }))
      continue
    }
    if (index > 0) await book.clock.sleep(course.channel.paceMs, book.signal).catch(() => undefined)
    const { isWide, ...outcome } = await deliverOne(book, course)
    if (isWide) blockedBy = outcome.error
    done.push(outcome)
  }
  return done
}

interface Course {
  delivery: Delivery
  channel: Channel
}

function report(
  { delivery: { edition, date, partsDelivered }, channel }: Course,
  state: DeliveryReport['state'],
  { delivered = partsDelivered, of = delivered, error }: { delivered?: number; of?: number; error?: string },
): DeliveryReport {
  return {
    ...{ channel: channel.name, edition, date, state, parts: { delivered, of } },
    ...(error !== undefined && { error }),
  }
}

async function deliverOne(
  book: DeliverRequest,
  course: Course,
): Promise<DeliveryReport & { isWide: boolean }> {
  const { delivery, channel } = course
  let delivered = delivery.partsDelivered
  let of = delivered
  try {
    const digest = await book.loadDigest(delivery)
    if (!digest) throw new DeliveryError('the digest is not in the library', { code: 'delivery-gone' })
    const parts = await channel.compose(digest)
    of = parts.length
    if (delivery.isInterrupted) warnOfInterruption(book, course, of)
    for (const [index, part] of parts.entries()) {
      if (index < delivered) continue
      if (index > 0) await book.clock.sleep(channel.paceMs, book.signal)
      await sendPatiently(book, { ...course, part, number: index + 1 })
      // Before anything else can fail: what was taken must not be taken for refused.
      delivered = index + 1
      await book.deliveries.accept(delivery, delivered)
    }
    await book.deliveries.finish(delivery)
    return { ...report(course, 'delivered', { delivered, of }), isWide: false }
  } catch (error) {
    const message = book.signal.aborted ? 'interrupted' : errorMessage(error)
    if (!book.signal.aborted)
      book.progress.warn(
        `${delivery.edition} ${delivery.date} was not delivered to ${channel.name}: ${message}${hintOf(error)} The next run tries again.`,
      )
    // What another process is sending is its to note.
    if (!(error instanceof DeliveryTakenError))
      await book.deliveries.note(delivery, { delivered, error: message })
    return {
      ...report(course, 'pending', { delivered, of, error: message }),
      isWide: error instanceof DeliveryError && error.isWide,
    }
  }
}

function warnOfInterruption({ progress }: DeliverRequest, { delivery, channel }: Course, of: number): void {
  const { edition, date, partsDelivered } = delivery
  progress.warn(
    `the program was stopped while part ${partsDelivered} of ${of} of ${edition} ${date} was being sent to ${channel.name}: it most likely arrived and is not sent again (--resend sends the digest once more)`,
  )
}

function hintOf(error: unknown): string {
  return error instanceof DeliveryError && error.hint ? `. ${error.hint}` : '.'
}

/** @throws DeliveryError after the last try, or at once where trying again cannot help */
async function sendPatiently(
  book: DeliverRequest,
  { delivery, channel, part, number }: Course & { part: Part; number: number },
): Promise<void> {
  const { deliveries, clock, signal, progress, random = Math.random } = book
  for (let attempt = 1; ; attempt++) {
    try {
      await part.send({
        now: clock.now,
        handOver() {
          signal.throwIfAborted()
          return deliveries.claim(delivery, number)
        },
      })
      return
    } catch (error) {
      if (error instanceof DeliveryTakenError) throw error
      const message = errorMessage(error)
      await deliveries.refuse(delivery, { part: number, error: message })
      if (!(error instanceof DeliveryError) || !error.retryable || attempt >= MAX_TRIES) throw error
      const usual = BACKOFF_MS * BACKOFF_FACTOR ** (attempt - 1) * (0.5 + random() / 2)
      const waitMs = Math.max(error.retryAfterMs ?? 0, usual)
      if (waitMs > MAX_WAIT_MS) throw error
      progress.note(`${channel.name}: ${message}; again in ${Math.ceil(waitMs / 1000)} s`)
      await clock.sleep(waitMs, signal)
    }
  }
}
