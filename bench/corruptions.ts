/** Random places by a seed, for benchmarks that pick. */
import { openRandom } from './fidelity/open-random.ts'

/** Whole numbers from 0 to below a limit, the same for the same seed. */
export function openPick(seed: number): (limit: number) => number {
  return openRandom(seed).below
}
