/** Notes in a file of the workspace which part of a delivery is being handed over, at once and without waiting. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

export interface DeliveryJournal {
  /** The line is the system's when this returns: it outlives the process, though not a power cut. */
  claim(delivery: string, part: number): void
  cancel(delivery: string): void
  /** The last part of each delivery that was claimed and not cancelled. */
  read(): Map<string, number>
  /** When all that it says stands in the library. */
  clear(): void
}

/**
 * The database computes on this thread and waits for the disk: a process that is killed meanwhile has noted a part
 * and not sent it. A line in a file takes twenty microseconds.
 */
export function openDeliveryJournal(path: string): DeliveryJournal {
  let file: number | undefined
  const append = (line: string) => {
    file ??= openSync(path, 'a')
    writeSync(file, line)
  }
  return {
    claim: (delivery, part) => append(`${delivery} ${part}\n`),
    cancel: delivery => append(`${delivery} 0\n`),
    read() {
      const claimed = new Map<string, number>()
      for (const line of readLines(path)) {
        // A line that was cut off by a full disk or a crash says nothing.
        const [, delivery, part] = /^(\S+) (\d{1,6})$/.exec(line) ?? []
        if (delivery !== undefined) claimed.set(delivery, Number(part))
      }
      return new Map([...claimed].filter(([, part]) => part > 0))
    },
    clear() {
      if (file !== undefined) closeSync(file)
      file = undefined
      rmSync(path, { force: true })
    },
  }
}

function readLines(path: string): string[] {
  try {
    // What stands behind the last line break is no whole line.
    return readFileSync(path, 'utf8').split('\n').slice(0, -1)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
