/** A generator of random numbers that gives the same ones for the same seed on every machine. */

export interface Random {
  /** From 0 to below 1. */
  next(): number
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  /** One member of a list that is not empty. */
  choose<T>(members: readonly T[]): T
  /** At most `count` members in random order. */
  draw<T>(members: readonly T[], count: number): T[]
}

/** Mulberry32 (Tommy Ettinger, public domain). */
export function openRandom(seed: number): Random {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    choose: members => members[below(members.length)] as (typeof members)[number],
    draw: (members, count) => {
      const rest = [...members]
      const drawn: typeof rest = []
      while (drawn.length < count && rest.length > 0) drawn.push(...rest.splice(below(rest.length), 1))
      return drawn
    },
  }
}
