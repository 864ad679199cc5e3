/** A listing: that a source announced a paper on a day. */
import { z } from 'zod'

export const announcementSchema = z.enum(['new', 'cross', 'replace', 'replace-cross'])
export type Announcement = z.infer<typeof announcementSchema>

export const listingSchema = z.object({
  paperId: z.string(),
  /** Name of the source: `huggingface`, `arxiv`, `file`. */
  source: z.string(),
  /** The day of the announcement, `YYYY-MM-DD`, as the source counts days. */
  date: z.iso.date(),
  /** 1 for the first of that day. */
  place: z.number().int().positive().optional(),
  votes: z.number().int().nonnegative().optional(),
  kind: announcementSchema.default('new'),
})
export type Listing = z.infer<typeof listingSchema>
