/** The sets of arXiv's OAI-PMH server: `group:archive:CAT`, for our `archive.CAT`. */

const OWN_GROUP = new Set(['cs', 'econ', 'eess', 'math', 'q-bio', 'q-fin', 'stat'])
// Where these stand alone in an old record they mean the group, and say nothing of the category.
const GROUPS = new Set([...OWN_GROUP, 'physics'])

/** `cs.CL` → `cs:cs:CL`, `hep-th` → `physics:hep-th`, `cs` → `cs:cs`. */
export function toOaiSet(category: string): string {
  const [archive = '', subject] = category.split('.')
  const group = OWN_GROUP.has(archive) ? archive : 'physics'
  return [group, archive, ...(subject ? [subject] : [])].join(':')
}

/** The category of a set; undefined for a set that is a whole group (`math`, as old servers write). */
export function toCategory(set: string): string | undefined {
  const parts = set.trim().split(':')
  const [first = '', archive, subject] = parts
  if (archive === undefined) return GROUPS.has(first) ? undefined : first
  return subject === undefined ? archive : `${archive}.${subject}`
}
