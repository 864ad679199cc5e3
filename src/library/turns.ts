/** Turns: which process makes an edition's digest of a day, so that no two make the same one. */
import { and, eq, like, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Transaction } from './database.ts'
import { harvestTable } from './schema.ts'

/** A digest to be made. */
export interface Turn {
  edition: string
  /** `YYYY-MM-DD`. */
  date: string
}

export interface TakeRequest extends Turn {
  /** Another one for each process. */
  owner: string
  now: Date
  /** A turn that its owner has not renewed for so long is free again. */
  leaseMs: number
  /** A person asks for it: also where it was made before, or waits after a failure. */
  force: boolean
}

/** `busy`: another process is at it. `waiting`: it failed and is not to be tried again yet. */
export type TurnAnswer = 'taken' | 'busy' | 'waiting' | 'done'

const stateSchema = z.object({
  state: z.enum(['running', 'failed', 'done']),
  owner: z.string(),
  /** Of a running turn: how long it is its owner's. Of a failed one: when it may be tried again. */
  until: z.iso.datetime(),
  /** How often it was begun. */
  attempts: z.number().int(),
})
type TurnState = z.infer<typeof stateSchema>

export type Turns = ReturnType<typeof openTurns>

// Kept for as long as a missed digest may still be made up for, and then some.
const KEPT_DAYS = 100
const DAY_MS = 86_400_000

/** @param exclusive no other process can be at work, so that what one holds is what a dead one left */
export function openTurns(db: Database, exclusive: boolean) {
  // A key and a value are all that is kept, as of a long harvest.
  const keyOf = ({ edition, date }: Turn) => `turn ${date} ${edition}`
  const save = (tx: Transaction, turn: Turn, state: TurnState) =>
    tx
      .update(harvestTable)
      .set({ value: JSON.stringify(state) })
      .where(eq(harvestTable.key, keyOf(turn)))
  const change = (turn: Turn, decide: (state: TurnState | undefined) => TurnState | undefined) =>
    db.transaction(async tx => {
      const key = keyOf(turn)
      // A row to lock, whoever comes first.
      await tx.insert(harvestTable).values({ key, value: '' }).onConflictDoNothing()
      const [row] = await tx.select().from(harvestTable).where(eq(harvestTable.key, key)).for('update')
      const next = decide(readState(row?.value ?? ''))
      if (next) await save(tx, turn, next)
    })

  return {
    async take({ owner, now, leaseMs, force, ...turn }: TakeRequest): Promise<TurnAnswer> {
      let answer: TurnAnswer = 'taken'
      await change(turn, state => {
        const isLater = state !== undefined && new Date(state.until) > now
        const isAlive = state?.state === 'running' && isLater && !(exclusive && state.owner !== owner)
        if (isAlive) answer = 'busy'
        else if (!force && state?.state === 'done') answer = 'done'
        else if (!force && state?.state === 'failed' && isLater) answer = 'waiting'
        if (answer !== 'taken') return undefined
        return {
          state: 'running',
          owner,
          until: new Date(now.getTime() + leaseMs).toISOString(),
          attempts: (state?.attempts ?? 0) + 1,
        }
      })
      await forgetOld(db, now)
      return answer
    },

    /** Its owner is still at it. */
    async renew(turn: Turn, { owner, now, leaseMs }: Pick<TakeRequest, 'owner' | 'now' | 'leaseMs'>) {
      await change(turn, state =>
        state?.owner === owner && state.state === 'running'
          ? { ...state, until: new Date(now.getTime() + leaseMs).toISOString() }
          : undefined,
      )
    },

    /**
     * Ends the owner's turn.
     * @param again given how often it was begun: when it may be tried again; undefined: it is done with
     */
    async settle(
      turn: Turn,
      { owner, now, again }: { owner: string; now: Date; again: (attempts: number) => Date | undefined },
    ): Promise<void> {
      await change(turn, state => {
        if (state?.owner !== owner) return undefined
        const next = again(state.attempts)
        return next
          ? { ...state, state: 'failed', until: next.toISOString() }
          : { ...state, state: 'done', until: now.toISOString() }
      })
    },

    /** Gives a turn back that was interrupted, as if it had not been begun. */
    async release(turn: Turn, { owner, now }: { owner: string; now: Date }): Promise<void> {
      await change(turn, state =>
        state?.owner === owner
          ? { ...state, state: 'failed', until: now.toISOString(), attempts: Math.max(0, state.attempts - 1) }
          : undefined,
      )
    },

    /** The due time that was the last one when this edition was first looked at; what was due by then is not missed. */
    async firstDue(edition: string, due: Date): Promise<Date> {
      const key = `turn first ${edition}`
      await db.insert(harvestTable).values({ key, value: due.toISOString() }).onConflictDoNothing()
      const [row] = await db.select().from(harvestTable).where(eq(harvestTable.key, key))
      return new Date(row?.value ?? due)
    },
  }
}

function readState(value: string): TurnState | undefined {
  if (value === '') return undefined
  return stateSchema.safeParse(JSON.parse(value)).data
}

async function forgetOld(db: Database, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString().slice(0, 10)
  await db
    .delete(harvestTable)
    .where(and(like(harvestTable.key, 'turn 2%'), lt(harvestTable.key, `turn ${oldest}`)))
}
