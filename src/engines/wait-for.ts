/** A promise that something settles later, or a signal ends at once. */

export interface Settle<T> {
  resolve(value: T): void
  reject(reason: unknown): void
}

/** `begin` starts the waiting and returns what takes it back; an aborted signal rejects with its reason. */
export function waitFor<T>(
  begin: (settle: Settle<T>) => () => void,
  signals: readonly AbortSignal[],
): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = signals.find(signal => signal.aborted)
    if (aborted) return reject(aborted.reason)
    let takeBack = () => {}
    function giveUp(): void {
      takeBack()
      detach()
      reject(signals.find(signal => signal.aborted)?.reason)
    }
    function detach(): void {
      for (const signal of signals) signal.removeEventListener('abort', giveUp)
    }
    for (const signal of signals) signal.addEventListener('abort', giveUp)
    takeBack = begin({
      resolve(value) {
        detach()
        resolve(value)
      },
      reject(reason) {
        detach()
        reject(reason)
      },
    })
  })
}
