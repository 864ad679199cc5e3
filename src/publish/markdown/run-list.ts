/** Writes a list of values, one per paper of a digest, in little room: `llm*31,extractive*2`. */
import { cleanLine } from '../../paper/clean-text.ts'

// What would end the value, the list, the attribute or the HTML comment that it stands in.
const RESERVED = /[%\s,*=<>"]|--/g

/** Equal neighbours are counted; an empty value is written as nothing before its count. */
export function writeRunList(values: readonly string[]): string {
  const runs: { value: string; count: number }[] = []
  for (const value of values) {
    const last = runs.at(-1)
    if (last?.value === value) last.count++
    else runs.push({ value, count: 1 })
  }
  return runs.map(({ value, count }) => encodeValue(value) + (count > 1 ? `*${count}` : '')).join(',')
}

/** Undefined where the list does not hold exactly `length` values. */
export function readRunList(text: string, length: number): string[] | undefined {
  const values: string[] = []
  for (const run of text.split(',')) {
    const [value = '', count = '1'] = run.split('*')
    const times = Number(count)
    if (!Number.isInteger(times) || times < 1 || values.length + times > length) return undefined
    for (let index = 0; index < times; index++) values.push(decodeValue(value))
  }
  return values.length === length ? values : undefined
}

export function encodeValue(value: string): string {
  return value.replace(RESERVED, mark =>
    Array.from(mark, char =>
      char.charCodeAt(0) < 0x80
        ? `%${char.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`
        : '%20',
    ).join(''),
  )
}

/** Anybody may have written the comment: what it says comes out as clean as other text from outside. */
export function decodeValue(text: string): string {
  const decoded = text.replace(/%([0-7][0-9A-F])/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return cleanLine(decoded)
}
