/** What a source says of itself: its name, its settings, an example, and how it is opened. */
import { z } from 'zod'
import type { Clock } from '../paper/clock.ts'
import type { HarvestProgress } from './harvest-plan.ts'
import type { HarvestState } from './harvest-state.ts'
import type { PoliteFetch } from './polite-fetch.ts'
import type { Source } from './source.ts'

/** What sources work with, whatever their settings. */
export interface SourceMeans {
  fetch: PoliteFetch
  clock: Clock
  /** Makes the path in a setting absolute. */
  resolvePath: (path: string) => string
  /** Where long harvests keep their place. */
  state?: HarvestState
  /** Told how far a long harvest is. */
  onHarvest?: (progress: HarvestProgress) => void
}

export interface SourceDeclaration {
  /** The key in `sources:` of `paperbrief.yaml`, and the `source` of its listings. */
  name: string
  /** What it yields, in one or two sentences of Markdown. */
  summary: string
  /** Of what stands under the key; each setting is described. */
  settings: z.ZodObject
  /** The entry in `sources:`, one line of YAML without the dash. */
  example: string
  /** By host, milliseconds between requests, for servers that only the settings name. */
  paceMs?(settings: unknown): Record<string, number>
  /** Throws a ZodError for settings that do not fit, CollectError for those that cannot be. */
  open(settings: unknown, means: SourceMeans): Source
}

/** Ties the type of the settings to the function that opens the source with them. */
export function declareSource<Settings extends z.ZodObject>({
  open,
  ...declaration
}: Omit<SourceDeclaration, 'settings' | 'open'> & {
  settings: Settings
  open: (settings: z.output<Settings>, means: SourceMeans) => Source
}): SourceDeclaration {
  return {
    ...declaration,
    open: (settings, means) => open(declaration.settings.parse(settings ?? {}), means),
  }
}

export const categoriesSchema = z
  .array(
    z
      .string()
      .regex(
        /^[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z-]+)?$/,
        'is not an arXiv category such as cs.CL, math.NA or hep-th',
      ),
  )
  .min(1)
  .describe('arXiv categories (`cs.CL`), or whole archives (`cs`, `hep-th`)')

// Asked of everybody, for all requests together: info.arxiv.org/help/api/tou.
const ARXIV_PACE_SECONDS = 3

/** Settings of a source that may be read from another server; `usual`: in Markdown. */
export function mirrorSettings(usual: string) {
  return {
    baseUrl: z.url().optional().describe(`another server; default ${usual}`),
    paceSeconds: z
      .number()
      .min(0)
      .max(3600)
      .optional()
      .describe('between two requests to that other server; default 3, as arXiv asks'),
  }
}

const mirrorSchema = z.object({
  baseUrl: z.url(),
  paceSeconds: z.number().min(0).default(ARXIV_PACE_SECONDS),
})

/** arXiv's own hosts keep their pace whatever is set. */
export function mirrorPace(settings: unknown): Record<string, number> {
  const mirror = mirrorSchema.safeParse(settings).data
  if (!mirror) return {}
  const { hostname } = new URL(mirror.baseUrl)
  if (hostname === 'arxiv.org' || hostname.endsWith('.arxiv.org')) return {}
  return { [hostname]: mirror.paceSeconds * 1000 }
}
