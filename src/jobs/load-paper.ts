/** Everything that the library holds about one paper. */
import type { Library } from '../library/library.ts'

/** Undefined where the library does not have the paper. Versions oldest first, briefs newest first. */
export async function loadPaper(library: Library, id: string) {
  const versions = await library.papers.versions(id)
  if (versions.length === 0) return undefined
  const stored = await library.briefs.ofPaper(id)
  const findings = await library.briefs.findings(stored.map(brief => brief.id))
  return {
    id,
    versions,
    listings: (await library.papers.listings([id])).get(id) ?? [],
    digests: await library.digests.holding(id),
    briefs: stored.map(brief => ({ ...brief, findings: findings.get(brief.id) ?? [] })),
  }
}
