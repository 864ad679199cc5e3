/** Splits a person's name into family and given name, where that can be told. */

export interface PersonName {
  family: string
  /** Empty for a name of one word, or of a group. */
  given: string
  /** `Jr.`, `III`. */
  suffix: string
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i
const PARTICLES = new Set(
  'van von der den de del della di da dos du la le ter ten bin ibn al el af av zu zur'.split(' '),
)
const GROUP = /\b(?:team|collaboration|group|consortium|project|lab|labs|university|institute|et al)\b/i

/** `Ludwig van Beethoven` and `van Beethoven, Ludwig` alike; the name of a group stays whole. */
export function splitPersonName(name: string): PersonName {
  const [before = '', ...after] = name.split(',').map(part => part.trim())
  if (after.length > 0) {
    const suffix = after.find(part => SUFFIX.test(part)) ?? ''
    const given = after.filter(part => part !== suffix && part !== '').join(' ')
    if (given !== '') return { family: before, given, suffix }
    return { ...splitPersonName(before), suffix }
  }
  const words = before.split(' ').filter(word => word !== '')
  if (GROUP.test(before) || words.length < 2) return { family: before, given: '', suffix: '' }
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : ''
  let start = words.length - 1
  while (start > 1 && PARTICLES.has(words[start - 1] ?? '')) start--
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' '), suffix }
}
