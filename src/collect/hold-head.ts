/** Looks at the beginning of a stream and gives the whole of it back. */

/** The first `bytes` bytes (fewer where the stream ends before, more where pieces are larger), and all of it. */
export async function holdHead(
  source: AsyncIterable<Buffer>,
  bytes: number,
): Promise<{ head: Buffer; chunks: AsyncIterable<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]()
  const held: Buffer[] = []
  let size = 0
  let failure: { error: unknown } | undefined
  while (size < bytes && !failure) {
    try {
      const next = await iterator.next()
      if (next.done) break
      held.push(next.value)
      size += next.value.length
    } catch (error) {
      if (held.length === 0) throw error
      failure = { error }
    }
  }
  return { head: Buffer.concat(held), chunks: replay(held, iterator, failure) }
}

/** What failed while looking fails again only after what came before it. */
async function* replay(
  held: readonly Buffer[],
  iterator: AsyncIterator<Buffer>,
  failure: { error: unknown } | undefined,
): AsyncGenerator<Buffer> {
  try {
    yield* held
    if (failure) throw failure.error
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}
