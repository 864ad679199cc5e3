/** The fields of a form that was sent, as text. */
import type { Context } from 'hono'

/** Absent fields, files and a body that is no form are empty text; line ends are as on this side. */
export async function readForm<Name extends string>(
  context: Context,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const body = await context.req.parseBody().catch((): Record<string, unknown> => ({}))
  const fields = names.map((name): [Name, string] => {
    const value = body[name]
    return [name, typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '']
  })
  return Object.fromEntries(fields) as Record<Name, string>
}
