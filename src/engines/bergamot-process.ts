/** The process that the Bergamot engine runs in: loads one model, translates what it is sent, ends with its parent. */
import { errorMessage } from '../paper/error.ts'
import type { TranslationModel } from './bergamot-files.ts'
import { type LoadedModel, openBergamotRuntime } from './bergamot-module.ts'

export type BergamotRequest =
  | { kind: 'load'; files: TranslationModel['files'] }
  | { kind: 'translate'; texts: readonly string[] }

export type BergamotReply =
  | { kind: 'loaded' }
  | { kind: 'translated'; texts: readonly string[] }
  /** The engine gave up; the process ends after it. */
  | { kind: 'failed'; message: string }

// Enough of what the engine printed to tell why it gave up.
const LAST_LINES = 6

const lines: string[] = []
let model: LoadedModel | undefined

async function answer(request: BergamotRequest): Promise<BergamotReply> {
  if (request.kind === 'load') {
    const runtime = await openBergamotRuntime(line => {
      lines.push(line)
      if (lines.length > LAST_LINES) lines.shift()
    })
    model = runtime.load(request.files)
    return { kind: 'loaded' }
  }
  if (!model) throw new Error('a model is loaded before it translates')
  return { kind: 'translated', texts: model.translate(request.texts) }
}

function explain(error: unknown): string {
  const told = lines
    .map(line => /Error: (?!Aborted from)(.*)$/.exec(line)?.[1])
    .filter(line => line !== undefined)
  return told.at(-1) ?? errorMessage(error)
}

process.on('message', (request: BergamotRequest) => {
  answer(request).then(
    reply => process.send?.(reply),
    error => process.send?.({ kind: 'failed', message: explain(error) }, () => process.exit(1)),
  )
})
process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches the whole group; the parent says when this process ends.
process.on('SIGINT', () => {})
