/** The password of `serve`: from the environment, or its hash from a file of the workspace. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Settings, WORKSPACE_FOLDER } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'

const PASSWORD_FILE = 'password'
const MIN_PASSWORD = 8

/** @throws SettingsError where the file holds something else than a hash: nobody could log in */
export async function findPasswordHash({ home, password }: Settings): Promise<string | undefined> {
  const { hashPassword, isPasswordHash } = await import('../web/password.ts')
  if (password) {
    refuseShort(password)
    return hashPassword(password)
  }
  const file = join(home, WORKSPACE_FOLDER, PASSWORD_FILE)
  const hash = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (hash === '' || isPasswordHash(hash)) return hash || undefined
  throw new SettingsError(`${file} does not hold the hash of a password.`, {
    code: 'serve-password-file',
    hint: 'Set the password anew: paperbrief serve --set-password.',
  })
}

/** Reads a password from standard input and keeps its hash. */
export async function setPassword({ console }: CommandContext, { home }: Settings): Promise<number> {
  const { hashPassword } = await import('../web/password.ts')
  if (process.stdin.isTTY) console.progress.note('Type the new password, then Enter and Ctrl-D.')
  const password = readFileSync(0, 'utf8').replace(/\r?\n$/, '')
  refuseShort(password)
  const folder = join(home, WORKSPACE_FOLDER)
  await mkdir(folder, { recursive: true })
  const file = join(folder, PASSWORD_FILE)
  writeFileSync(file, `${await hashPassword(password)}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  console.answer(`The hash of the password is in ${file}.`, { file })
  return EXIT.done
}

function refuseShort(password: string): void {
  if (password.length >= MIN_PASSWORD) return
  throw new SettingsError(`That password has ${password.length} characters; it needs ${MIN_PASSWORD}.`, {
    code: 'serve-short-password',
    hint: 'Choose a longer one: for --set-password on standard input, or in PAPERBRIEF_PASSWORD.',
  })
}
