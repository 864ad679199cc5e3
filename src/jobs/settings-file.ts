/** `paperbrief.yaml` as a person edits it in the app: read without its secrets, judged before it is saved, kept as it was. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Library } from '../library/library.ts'
import { PaperbriefError } from '../paper/error.ts'
import { replaceFile } from '../publish/replace-file.ts'
import { readSettings, SETTINGS_FILE, WORKSPACE_FOLDER } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import { loadForms } from './forms.ts'
import { loadTermFile } from './glossary.ts'
import { hideSecrets, restoreSecrets } from './hide-secrets.ts'
import { openSources } from './open-sources.ts'
import { silentProgress } from './progress.ts'

export interface SettingsText {
  /** With `"hidden 1"` in place of a secret; empty where there is no file. */
  text: string
  /** Changes when the file does. */
  version: string
  path: string
}

/** The file is another one than the person has read. */
export class SettingsConflictError extends PaperbriefError {}

export interface SettingsFile {
  read(): SettingsText
  /**
   * Takes effect at the next run.
   * @throws SettingsConflictError; SettingsError names the line and the mend, and nothing is saved
   */
  save(given: Pick<SettingsText, 'text' | 'version'>): Promise<void>
}

const BACKUPS = 'settings-before'
const MAX_BACKUPS = 20
// What a file of secrets is given where there was none.
const PRIVATE = 0o600

export function openSettingsFile({ home, library }: { home: string; library: Library }): SettingsFile {
  const path = join(home, SETTINGS_FILE)
  const readFile = () => (existsSync(path) ? readFileSync(path, 'utf8') : '')
  return {
    read: () => {
      const text = readFile()
      return { text: hideSecrets(text), version: versionOf(text), path }
    },
    async save({ text, version }) {
      const before = readFile()
      if (versionOf(before) !== version) {
        throw new SettingsConflictError(`${SETTINGS_FILE} has changed since this page was opened.`, {
          code: 'settings-conflict',
          hint: 'Open the page again, then make your change in what stands there now.',
        })
      }
      const restored = restoreSecrets(text.replaceAll('\r\n', '\n'), before)
      if (restored === undefined) {
        throw new SettingsError(`${SETTINGS_FILE} names a hidden value that is not there.`, {
          code: 'settings-hidden-unknown',
          hint: 'Write the value itself, or better a ${NAME} that .env sets.',
        })
      }
      await judge(restored, { home, library })
      if (restored === before) return
      if (before !== '') await keepBackup(home, before)
      await replace(path, restored)
    },
  }
}

function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** By all who read the settings when a run begins. */
async function judge(yaml: string, { home, library }: { home: string; library: Library }): Promise<void> {
  const settings = readSettings({ home, yaml })
  const book = loadForms(settings)
  const editions = Object.entries(settings.editions)
  for (const file of settings.glossary) loadTermFile(resolve(home, file), { scope: 'file', home })
  for (const [edition, { glossary }] of editions)
    for (const file of glossary) loadTermFile(resolve(home, file), { scope: 'edition', home, edition })
  const sources = openSources({ settings, files: [], library, cwd: home, progress: silentProgress })
  await sources.close()
  const { openChannels } = await import('./open-channels.ts')
  const channels = await openChannels(settings, book)
  await channels.close()
}

async function keepBackup(home: string, text: string): Promise<void> {
  const folder = join(home, WORKSPACE_FOLDER, BACKUPS)
  await mkdir(folder, { recursive: true })
  const stamp = new Date().toISOString().replaceAll(':', '-')
  await replace(join(folder, `${stamp}.yaml`), text)
  const names = (await readdir(folder)).filter(name => name.endsWith('.yaml')).toSorted()
  for (const old of names.slice(0, -MAX_BACKUPS)) await rm(join(folder, old), { force: true })
}

/** Whole or not at all; a link stays one, and the file's rights stay what they were. */
async function replace(path: string, text: string): Promise<void> {
  const target = existsSync(path) ? realpathSync(path) : path
  const mode = existsSync(target) ? statSync(target).mode & 0o777 : PRIVATE
  await replaceFile(target, text, { mode })
}
