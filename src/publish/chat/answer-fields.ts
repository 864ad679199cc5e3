/** Reads a field of an answer that may be anything. */

export function readField(json: unknown, ...path: string[]): unknown {
  let value = json
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([key]) => key === name)?.[1]
  }
  return value
}

export function readNumber(json: unknown, ...path: string[]): number | undefined {
  const value = readField(json, ...path)
  return typeof value === 'number' ? value : undefined
}

export function readText(json: unknown, ...path: string[]): string {
  const value = readField(json, ...path)
  return typeof value === 'string' ? value.slice(0, 300) : ''
}
