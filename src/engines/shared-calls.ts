/** Makes identical calls that are wanted at the same time only once. */

interface Shared<T> {
  result: Promise<T>
  waiting: number
  controller: AbortController
}

export class SharedCalls<T> {
  readonly #open = new Map<string, Shared<T>>()

  /**
   * The result of the call under this key: of the one under way, else of the one that `begin` makes, which is
   * given up when nobody waits for it any more. Throws what the call throws, and the signal's reason.
   */
  join(
    key: string,
    { begin, signal }: { begin: (signal: AbortSignal) => Promise<T>; signal: AbortSignal | undefined },
  ): Promise<T> {
    signal?.throwIfAborted()
    const shared = this.#open.get(key) ?? this.#begin(key, begin)
    shared.waiting++
    return new Promise((resolve, reject) => {
      const leave = () => {
        shared.waiting--
        if (shared.waiting > 0) return reject(signal?.reason)
        // The last one waits until the call has ended and told its cost; it ends with this reason.
        this.#forget(key, shared)
        shared.controller.abort(signal?.reason)
      }
      signal?.addEventListener('abort', leave, { once: true })
      const detach = () => signal?.removeEventListener('abort', leave)
      shared.result.then(resolve, reject).finally(detach)
    })
  }

  #begin(key: string, begin: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const controller = new AbortController()
    const shared: Shared<T> = { result: begin(controller.signal), waiting: 0, controller }
    this.#open.set(key, shared)
    const forget = () => this.#forget(key, shared)
    shared.result.then(forget, forget)
    return shared
  }

  #forget(key: string, shared: Shared<T>): void {
    if (this.#open.get(key) === shared) this.#open.delete(key)
  }
}
