/** Where the program speaks: one JSON document or plain text on stdout, progress and notes on stderr. */
import type { Progress, StageName } from '../jobs/progress.ts'

export interface ConsoleOptions {
  json: boolean
  quiet: boolean
  verbose: boolean
}

export interface Console {
  /** The answer of a command: `text` for people, `value` under `--json`. */
  answer(text: string, value: unknown): void
  progress: Progress
  /** Only under `--verbose`. */
  detail(message: string): void
  /** Ends a progress bar that is on the screen. */
  close(): void
}

interface Stream {
  write(text: string): unknown
  isTTY?: boolean
  columns?: number
}

const REDRAW_MS = 80
const PLAIN_EVERY_MS = 10_000

export function openConsole(
  { json, quiet, verbose }: ConsoleOptions,
  out: Stream = process.stdout,
  err: Stream = process.stderr,
): Console {
  const bar = quiet ? undefined : createBar(err)
  const say = (message: string) => {
    bar?.clear()
    err.write(`${message}\n`)
  }
  return {
    answer(text, value) {
      bar?.clear()
      out.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`)
    },
    progress: {
      note: message => quiet || say(message),
      warn: message => say(`warning: ${message}`),
      step: (stage, done, total, label) => bar?.draw(stage, { done, total, label }),
    },
    detail: message => verbose && say(message),
    close: () => bar?.clear(),
  }
}

/** A bar that redraws itself on a terminal; elsewhere a plain line now and then and when a stage ends. */
function createBar(err: Stream): {
  draw(
    stage: StageName,
    state: { done: number; total?: number | undefined; label?: string | undefined },
  ): void
  clear(): void
} {
  let shown = false
  let lastLine = ''
  let lastTime = performance.now()
  const clear = () => {
    if (shown) err.write('\r\x1b[2K')
    shown = false
  }
  return {
    clear,
    draw(stage, { done, total, label }) {
      const now = performance.now()
      const isEnd = total !== undefined && done >= total
      const count = label ?? (total === undefined ? String(done) : `${done}/${total}`)
      const isDue = isEnd || now - lastTime > (err.isTTY ? REDRAW_MS : PLAIN_EVERY_MS)
      if (!isDue || total === 0 || lastLine === `${stage} ${count}`) return
      lastLine = `${stage} ${count}`
      lastTime = now
      if (!err.isTTY) {
        err.write(`${stage} ${count}\n`)
        return
      }
      const width = 24
      const filled = total === undefined ? 0 : Math.round((width * done) / total)
      const line =
        total === undefined
          ? `${stage} ${count}`
          : `${stage.padEnd(8)}${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${count}`
      err.write(`\r\x1b[2K${line.slice(0, (err.columns ?? 80) - 1)}`)
      shown = true
      if (isEnd) {
        err.write('\n')
        shown = false
      }
    },
  }
}
