/** Puts files into the output folder: whole or not at all, and never outside of it. */
import { lstat, mkdir, readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { explainFileFault, PublishError } from './publish-error.ts'
import { replaceFile } from './replace-file.ts'

export interface DigestFile {
  edition: string
  /** `YYYY-MM-DD`. */
  date: string
  /** Tells two digests of one edition and day apart: `en`, `en.table`. */
  variant?: string | undefined
}

/** `{edition}/{yyyy}/{mm}/{yyyy-mm-dd}[.variant].md`, with `/` on every system. */
export function digestPath({ edition, date, variant }: DigestFile): string {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(date) ?? []
  if (year === undefined || month === undefined)
    throw new PublishError(`"${date}" is no date of a digest.`, {
      code: 'output-bad-date',
      hint: 'Write the date as --date 2025-07-04.',
    })
  const name = variant ? `${date}.${variant}.md` : `${date}.md`
  return [assertSafePart(edition), year, month, assertSafePart(name)].join('/')
}

// Device names, which no file may have on Windows, whatever follows the dot.
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const SAFE_PART = /^[\p{L}\p{N}_-](?:[\p{L}\p{M}\p{N} ._-]{0,98}[\p{L}\p{M}\p{N}_-])?$/u

/** Starts with no dot, holds no separator and nothing that a file system takes for more than a name. */
function assertSafePart(part: string): string {
  if (SAFE_PART.test(part) && !DEVICE.test(part)) return part
  throw new PublishError(`"${part.slice(0, 100)}" cannot be part of a file's name.`, {
    code: 'output-bad-name',
    hint: 'Rename the edition under editions: in paperbrief.yaml; letters, digits, - and _ are safe.',
  })
}

export interface OutputFile {
  /** Absolute; it may itself be a link. */
  folder: string
  /** Relative to it, parts separated by `/`. */
  path: string
  content: string
}

/**
 * The absolute path of the file. Equal bytes are not written again; where writing fails, the old file is
 * left as it was.
 * @throws PublishError for a path that leads out of the folder, and for what the file system refuses
 */
export async function writeFileAtomically({ folder, path, content }: OutputFile): Promise<string> {
  const parts = path.split('/')
  for (const part of parts) assertSafePart(part)
  const target = join(folder, ...parts)
  try {
    await mkdir(folder, { recursive: true })
    await makeFolders(await realpath(folder), parts.slice(0, -1))
    const bytes = Buffer.from(content)
    if (!(await holdsBytes(target, bytes))) await replaceFile(target, bytes)
    return target
  } catch (error) {
    throw explainFileFault(error, target)
  }
}

/** One by one, because a link on the way may lead out of the root. */
async function makeFolders(root: string, parts: readonly string[]): Promise<void> {
  let folder = root
  for (const part of parts) {
    folder = join(folder, part)
    await mkdir(folder, { recursive: true })
    const real = await realpath(folder)
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep))
      throw new PublishError(`${folder} leads out of the output folder, to ${real}.`, {
        code: 'output-outside',
        hint: 'Remove that link, or choose another folder: publish.markdown.dir (or --out).',
      })
    folder = real
  }
}

async function holdsBytes(target: string, bytes: Buffer): Promise<boolean> {
  const stats = await lstat(target).catch(() => undefined)
  // A link is replaced by a file of its own and never followed.
  if (!stats?.isFile() || stats.size !== bytes.length) return false
  return (await readFile(target)).equals(bytes)
}
