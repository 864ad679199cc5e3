/** Where a harvest stands, kept outside the process so that a stopped one goes on there. */
import { z } from 'zod'

/**
 * `set` is called after each page, when everything before it has been yielded: whoever collects in batches writes
 * the batch first, and then the state, so that no paper lies between the two. `undefined` forgets the key.
 */
export interface HarvestState {
  get(key: string): Promise<string | undefined> | string | undefined
  set(key: string, value: string | undefined): Promise<void> | void
}

export const harvestPositionSchema = z.object({
  /** First day of the window under way. */
  windowFrom: z.iso.date(),
  /** Its last day, which also says how far a harvest of "until today" asked then. */
  windowUntil: z.iso.date(),
  /** The set under way in this window; those before it are done. */
  set: z.string(),
  /** Where the server's list goes on. */
  token: z.string().optional(),
  tokenExpiresMs: z.number().optional(),
  /** The newest day seen; all days of the window before it are whole. */
  lastDay: z.iso.date().optional(),
  /** The records of that day already yielded. */
  lastDayIds: z.array(z.string()).default([]),
})
export type HarvestPosition = z.infer<typeof harvestPositionSchema>

/** Undefined where nothing is kept, or what is kept cannot be read: the harvest then starts anew. */
export async function loadPosition(
  state: HarvestState | undefined,
  key: string,
): Promise<HarvestPosition | undefined> {
  const kept = await state?.get(key)
  if (!kept) return undefined
  try {
    return harvestPositionSchema.parse(JSON.parse(kept))
  } catch {
    return undefined
  }
}
