/** Makes the engines that the settings name, in fall-back order, with one pace and one budget for all of them. */
import { openBudget } from '../engines/budget.ts'
import { chooseEngines } from '../engines/choose-engine.ts'
import { systemClock } from '../engines/clock.ts'
import type { Engine } from '../engines/engine.ts'
import { openPacing } from '../engines/pacing.ts'
import { probeOllama } from '../engines/probe-ollama.ts'
import type { Settings } from '../settings.ts'
import type { Progress } from './progress.ts'

export interface OpenEngines {
  list: readonly Engine[]
  /** One sentence: what was chosen and why. */
  reason: string
  /** How many papers are worth working on at once. */
  slots: number
  close(): void
}

// Twice the calls that pacing lets out at once (64 at most with `auto`): the next call is ready to go when an answer
// comes, and does not wait until that answer is checked and saved.
const AUTO_SLOTS = 128
const SLOTS_PER_CALL = 2

export async function openEngines(
  settings: Settings,
  progress: Progress,
  use = settings.engine.use,
): Promise<OpenEngines> {
  const { concurrency, timeoutSeconds, temperature, prices, budget } = settings.engine
  const pacing = openPacing({ concurrency, clock: systemClock, random: Math.random })
  const { engines, reason } = await chooseEngines({
    use,
    llm: settings.llm,
    model: settings.engine.model,
    ollamaReachable: () => probeOllama(fetch),
    calls: {
      timeoutMs: timeoutSeconds * 1000,
      temperature,
      prices,
      pacing,
      budget: openBudget({ ...budget, prices, warn: message => progress.warn(message) }),
    },
  })
  return {
    list: engines,
    reason,
    slots: concurrency === 'auto' ? AUTO_SLOTS : SLOTS_PER_CALL * concurrency,
    close: () => pacing.close(),
  }
}
