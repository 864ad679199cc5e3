/** Puts work off until its result is asked for, and does it once. */
export function once<T>(make: () => T): () => T {
  let result: { value: T } | undefined
  return () => {
    result ??= { value: make() }
    return result.value
  }
}

/**
 * What was made of one thing, until it is made of another: the checks of a brief ask for the same in a row. Unlike a
 * `WeakMap` that outlives its keys, it lets go of everything at once, which spares the collector moving it.
 */
export class LastMade<Key extends object, Made> {
  private key: Key | undefined
  private made: Made | undefined

  get(key: Key): Made | undefined {
    return this.key === key ? this.made : undefined
  }

  set(key: Key, made: Made): void {
    this.key = key
    this.made = made
  }
}
