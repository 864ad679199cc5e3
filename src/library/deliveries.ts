/** Deliveries: which digest has gone to which channel, and how far. */
import { and, asc, desc, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Layout } from '../paper/edition.ts'
import type { Database, Transaction } from './database.ts'
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
  deliveredAt?: Date
}

/** Stands in place of an error while a part is under way, so that it is there after a crash. */
const UNDER_WAY = 'stopped while a part was being sent'
// Any number that nobody else locks by.
const LOCK = 7_230_114

export type Deliveries = ReturnType<typeof openDeliveries>

export function openDeliveries(db: Database, { exclusive }: { exclusive: boolean }) {
  const one = (id: number) => eq(deliveryTable.id, id)
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
     * Notes, before its last bytes go out, that a part is handed over; a crash from here on does not send it again.
     * False where it was handed over already.
     * @param part from 1
     */
    async claim(id: number, part: number): Promise<boolean> {
      const rows = await db
        .update(deliveryTable)
        .set({ partsDelivered: part, attempts: sql`${deliveryTable.attempts} + 1`, error: UNDER_WAY })
        .where(and(one(id), eq(deliveryTable.state, 'pending'), eq(deliveryTable.partsDelivered, part - 1)))
        .returning({ id: deliveryTable.id })
      return rows.length > 0
    },

    /** The receiver has taken the part that was claimed. */
    async accept(id: number): Promise<void> {
      await db.update(deliveryTable).set({ error: null }).where(one(id))
    },

    /** All parts are handed over. An interruption of the last one stays noted. */
    async finish(id: number): Promise<void> {
      await db.update(deliveryTable).set({ state: 'delivered', deliveredAt: new Date() }).where(one(id))
    },

    /** The receiver has not taken part number `part`; it waits to be sent again. */
    async refuse(id: number, { part, error }: { part: number; error: string }): Promise<void> {
      await db
        .update(deliveryTable)
        .set({ partsDelivered: part - 1, error })
        .where(one(id))
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
      if (exclusive) return work()
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

  function select(condition: ReturnType<typeof and>) {
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
      })
      .from(deliveryTable)
      .innerJoin(digestTable, eq(digestTable.id, deliveryTable.digestId))
      .where(condition)
  }
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
