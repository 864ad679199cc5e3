/** Deliveries: which digest has gone to which channel, and how far. */
import { and, asc, desc, eq, gte, inArray, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { Layout } from '../paper/edition.ts'
import { PaperbriefError } from '../paper/error.ts'
import type { Database, Transaction } from './database.ts'
import { openDeliveryJournal } from './delivery-journal.ts'
import { briefTable, deliveryTable, digestTable } from './schema.ts'

export type DeliveryState = (typeof deliveryTable.$inferSelect)['state']

export interface Delivery {
  id: number
  channel: string
  edition: string
  date: string
  language: string
  layout: Layout
  state: DeliveryState
  attempts: number
  /** Parts that were handed over. */
  partsDelivered: number
  /** Whether the program was stopped while the last of them was being sent: most likely it arrived. */
  isInterrupted: boolean
  /** Why the last attempt failed. */
  error?: string
  /** Planned anew, it is another one. */
  plannedAt: Date
  deliveredAt?: Date
}

/** Stands in place of an error while a part is under way, so that it is there after a crash. */
const UNDER_WAY = 'stopped while a part was being sent'
// Any number that nobody else locks by.
const LOCK = 7_230_114

/** Another process is sending the same part. */
export class DeliveryTakenError extends PaperbriefError {}

export type Deliveries = ReturnType<typeof openDeliveries>

/**
 * @param options `journal`: path of the file that notes what is handed over, for a database of our own; absent on a
 *   server, which several processes share
 */
export function openDeliveries(
  db: Database,
  { exclusive, journal: path }: { exclusive: boolean; journal?: string | undefined },
) {
  const one = (id: number) => eq(deliveryTable.id, id)
  // What is being sent by this process, which has the database for itself.
  let before: Promise<unknown> = Promise.resolve()
  const journal = exclusive && path !== undefined ? openDeliveryJournal(path) : undefined

  /** What a killed process has handed over is put into the library. */
  async function settleJournal(): Promise<void> {
    if (!journal) return
    const claimed = journal.read()
    const rows = claimed.size > 0 ? await select(eq(deliveryTable.state, 'pending')) : []
    for (const row of rows) {
      const part = claimed.get(nameOf(row))
      if (part !== undefined && part > row.partsDelivered)
        await db.update(deliveryTable).set({ partsDelivered: part, error: UNDER_WAY }).where(one(row.id))
    }
    journal.clear()
  }

  return {
    /** Notes that a digest is to go to these channels; what is noted already stays as it is. */
    async plan(
      digestId: number,
      channels: readonly string[],
      tx: Transaction | Database = db,
    ): Promise<void> {
      if (channels.length === 0) return
      await tx
        .insert(deliveryTable)
        .values(channels.map(channel => ({ digestId, channel, state: 'pending' as const })))
        .onConflictDoNothing()
    },

    /** As `plan`, and what went there already is to go again; what is still on its way goes on. */
    async planAgain(
      digestId: number,
      channels: readonly string[],
      tx: Transaction | Database = db,
    ): Promise<void> {
      if (channels.length === 0) return
      const afresh = {
        state: 'pending' as const,
        attempts: 0,
        partsDelivered: 0,
        error: null,
        deliveredAt: null,
        createdAt: sql`now()`,
      }
      await tx
        .insert(deliveryTable)
        .values(channels.map(channel => ({ digestId, channel, state: 'pending' as const })))
        .onConflictDoUpdate({
          target: [deliveryTable.digestId, deliveryTable.channel],
          set: afresh,
          setWhere: ne(deliveryTable.state, 'pending'),
        })
    },

    /** What waits to be sent to these channels, the oldest first. @param since what was noted before is too old */
    async due(channels: readonly string[], since: Date): Promise<Delivery[]> {
      if (channels.length === 0) return []
      await settleJournal()
      return select(
        and(
          eq(deliveryTable.state, 'pending'),
          gte(deliveryTable.createdAt, since),
          inArray(deliveryTable.channel, [...channels]),
        ),
      )
        .orderBy(asc(deliveryTable.createdAt), asc(deliveryTable.id))
        .then(rows => rows.map(fromRow))
    },

    /** Gives up what has waited since before this moment; the number of those. */
    async giveUp(before: Date): Promise<number> {
      const rows = await db
        .update(deliveryTable)
        .set({ state: 'failed' })
        .where(and(eq(deliveryTable.state, 'pending'), lt(deliveryTable.createdAt, before)))
        .returning({ id: deliveryTable.id })
      return rows.length
    },

    /**
     * Notes, before the bytes go out that make a part complete, that it is handed over: a crash from here on does not
     * send it again. At once where the database is our own, so that the bytes can follow at once.
     * @param part from 1
     * @throws DeliveryTakenError where another process has it
     */
    claim(delivery: Delivery, part: number): Promise<void> | undefined {
      if (journal) {
        journal.claim(nameOf(delivery), part)
        return undefined
      }
      return claimRow(delivery, part)
    },

    /** The receiver has taken this part. */
    async accept({ id }: Delivery, part: number): Promise<void> {
      await db
        .update(deliveryTable)
        .set({ partsDelivered: part, attempts: sql`${deliveryTable.attempts} + 1`, error: null })
        .where(one(id))
    },

    /** The receiver has not taken this part; it waits to be sent again. */
    async refuse(delivery: Delivery, { part, error }: { part: number; error: string }): Promise<void> {
      // First, and at once: what failed must not be taken for handed over should the process be killed here.
      journal?.cancel(nameOf(delivery))
      await db
        .update(deliveryTable)
        .set({ partsDelivered: part - 1, attempts: sql`${deliveryTable.attempts} + 1`, error })
        .where(one(delivery.id))
    },

    /** Why the rest waits. */
    async note({ id }: Delivery, { delivered, error }: { delivered: number; error: string }): Promise<void> {
      await db.update(deliveryTable).set({ partsDelivered: delivered, error }).where(one(id))
    },

    /** All parts are handed over. An interruption of the last one stays noted. */
    async finish({ id }: Delivery): Promise<void> {
      await db.update(deliveryTable).set({ state: 'delivered', deliveredAt: new Date() }).where(one(id))
    },

    /** Of one digest, by channel. */
    async ofDigest(key: {
      edition: string
      date: string
      language: string
      layout: Layout
    }): Promise<Map<string, Delivery>> {
      const rows = await select(
        and(
          eq(digestTable.edition, key.edition),
          eq(digestTable.date, key.date),
          eq(digestTable.language, key.language),
          eq(digestTable.layout, key.layout),
        ),
      )
      return new Map(rows.map(row => [row.channel, fromRow(row)]))
    },

    /** What was noted since, and has not arrived or perhaps not; the newest first. */
    async troubled(since: Date): Promise<Delivery[]> {
      const rows = await select(
        and(
          gte(deliveryTable.createdAt, since),
          sql`(${ne(deliveryTable.state, 'delivered')} or ${deliveryTable.error} is not null)`,
        ),
      ).orderBy(desc(deliveryTable.createdAt), desc(deliveryTable.id))
      return rows.map(fromRow)
    },

    /** Runs the work while no other process delivers: two that send the same digest would both send it. */
    async alone<T>(work: () => Promise<T>): Promise<T> {
      if (exclusive) {
        const turn = before.then(async () => {
          const result = await work()
          await settleJournal()
          return result
        })
        before = turn.catch(() => undefined)
        return turn
      }
      // Held by a connection: the server lets go of it when the process dies.
      return db.transaction(async tx => {
        await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
        return work()
      })
    },

    /** When these briefs were written, for feeds. */
    async writtenAt(briefIds: readonly number[]): Promise<Map<number, Date>> {
      if (briefIds.length === 0) return new Map()
      const rows = await db
        .select({ id: briefTable.id, createdAt: briefTable.createdAt })
        .from(briefTable)
        .where(inArray(briefTable.id, [...briefIds]))
      return new Map(rows.map(({ id, createdAt }) => [id, createdAt]))
    },
  }

  async function claimRow({ id }: Delivery, part: number): Promise<void> {
    const rows = await db
      .update(deliveryTable)
      .set({ partsDelivered: part, error: UNDER_WAY })
      .where(and(one(id), eq(deliveryTable.state, 'pending'), eq(deliveryTable.partsDelivered, part - 1)))
      .returning({ id: deliveryTable.id })
    if (rows.length === 0)
      throw new DeliveryTakenError('another process sends it', { code: 'delivery-taken' })
  }

  function select(condition: SQL | undefined) {
    return db
      .select({
        id: deliveryTable.id,
        channel: deliveryTable.channel,
        edition: digestTable.edition,
        date: digestTable.date,
        language: digestTable.language,
        layout: digestTable.layout,
        state: deliveryTable.state,
        attempts: deliveryTable.attempts,
        partsDelivered: deliveryTable.partsDelivered,
        error: deliveryTable.error,
        deliveredAt: deliveryTable.deliveredAt,
        plannedAt: deliveryTable.createdAt,
      })
      .from(deliveryTable)
      .innerJoin(digestTable, eq(digestTable.id, deliveryTable.digestId))
      .where(condition)
  }
}

/** Planned anew, a delivery has another name: what was noted of the old one says nothing of it. */
function nameOf({ id, plannedAt }: Pick<Delivery, 'id' | 'plannedAt'>): string {
  return `${id}@${plannedAt.getTime()}`
}

type Row = Omit<Delivery, 'isInterrupted' | 'error' | 'deliveredAt'> & {
  error: string | null
  deliveredAt: Date | null
}

function fromRow({ error, deliveredAt, ...row }: Row): Delivery {
  return {
    ...row,
    isInterrupted: error === UNDER_WAY,
    ...(error !== null && error !== UNDER_WAY && { error }),
    ...(deliveredAt && { deliveredAt }),
  }
}
