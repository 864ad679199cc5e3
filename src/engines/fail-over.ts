/** Makes one of several services give way to the next where its settings are wrong, instead of ending the run. */
import type { CompletionEngine } from './engine.ts'
import { EngineError } from './engine-error.ts'

export interface FailOverOptions {
  /** The setting that its key came from. */
  keyName: string | undefined
  /** Whether another service comes after it. */
  hasNext: boolean
  /** Hears once of each reason. */
  warn: (message: string) => void
}

const SETTINGS_FAULTS = new Set<string>(['engine-key-refused', 'engine-model-unknown'])

/**
 * With a next service, a refused key or an unknown model is told once and becomes `engine-not-available`, which
 * the next one answers; the last service throws it as it is, with its own key named.
 */
export function addFailOver(
  engine: CompletionEngine,
  { keyName, hasNext, warn }: FailOverOptions,
): CompletionEngine {
  const told = new Set<string>()
  return {
    ...engine,
    async complete(request, onCall) {
      try {
        return await engine.complete(request, onCall)
      } catch (error) {
        if (!(error instanceof EngineError) || !SETTINGS_FAULTS.has(error.code)) throw error
        const hint = error.code === 'engine-key-refused' && keyName ? `Check ${keyName}.` : error.hint
        const shownHint = hint === undefined ? {} : { hint }
        if (!hasNext) throw new EngineError(error.message, { code: error.code, cause: error, ...shownHint })
        if (!told.has(error.code))
          warn(
            `${engine.name}: ${error.message} ${hint ?? ''} The next service takes over.`.replace(/ +/g, ' '),
          )
        told.add(error.code)
        throw new EngineError(error.message, { code: 'engine-not-available', cause: error, ...shownHint })
      }
    },
  }
}
