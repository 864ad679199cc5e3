/** Everything that the library holds about one paper. */
import type { Library } from '../library/library.ts'

/**
 * By its id, or by its DOI, under which it may have stood before it was found at arXiv. Undefined where the library
 * does not have the paper. Versions oldest first, briefs newest first; `history` also names versions without text.
 */
export async function loadPaper(library: Library, given: string) {
  const id = await findPaper(library, given)
  const standing = id === undefined ? undefined : await library.papers.standing(id)
  if (id === undefined || !standing) return undefined
  const versions = await library.papers.versions(id)
  if (versions.length === 0) return undefined
  const stored = await library.briefs.ofPaper(id)
  const findings = await library.briefs.findings(stored.map(brief => brief.id))
  return {
    id,
    versions,
    ...standing,
    listings: (await library.papers.listings([id])).get(id) ?? [],
    digests: await library.digests.holding(id),
    briefs: stored.map(brief => ({ ...brief, findings: findings.get(brief.id) ?? [] })),
  }
}

async function findPaper(library: Library, given: string): Promise<string | undefined> {
  if (await library.papers.standing(given)) return given
  const doi = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S{1,200})$/i.exec(given)?.[1]
  const [found, second] = doi === undefined ? [] : await library.papers.findDoi(doi)
  return second === undefined ? found : undefined
}
