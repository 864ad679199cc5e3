/** `init --github`: writes the workflow into the repository that the workspace lies in. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { WORKFLOW_PATH, writeWorkflow } from '../jobs/github-workflow.ts'
import { readSettings, SETTINGS_FILE } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'

export interface InitGithubOptions {
  /** The workspace, absolute; its `paperbrief.yaml` is there. */
  home: string
  /** Write over a workflow that is there. */
  force: boolean
  package?: string | undefined
}

/** @returns the path of the workflow */
export function initGithub(
  { console: answers }: CommandContext,
  { home, force, package: given }: InitGithubOptions,
): string {
  const root = findRepository(home)
  const file = join(root, ...WORKFLOW_PATH.split('/'))
  if (existsSync(file) && !force)
    throw new SettingsError(`${file} is there already.`, {
      code: 'init-exists',
      hint: 'Edit it, or write it anew with --github --force; paperbrief.yaml is left as it is then.',
    })
  const text = writeWorkflow({
    settings: readSettings({ home }),
    yaml: readFileSync(join(home, SETTINGS_FILE), 'utf8'),
    folder: relative(root, home).split(sep).join('/'),
    package: given,
    year: new Date().getFullYear(),
  })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  if (given === undefined)
    answers.progress.note(
      'Set the repository variable PAPERBRIEF_PACKAGE to what npm can install, such as github:OWNER/paperbrief#v0.1.0 (or give it here: --package).',
    )
  if (!ignoresKeys(home))
    answers.progress.warn('.gitignore does not name .env: whoever commits it publishes the keys in it')
  return file
}

/** The nearest folder upward with a `.git`, else the workspace itself. */
function findRepository(home: string): string {
  for (let folder = home; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return home
  }
}

function ignoresKeys(home: string): boolean {
  const file = join(home, '.gitignore')
  return existsSync(file) && /^\/?\.env\*?\s*$/m.test(readFileSync(file, 'utf8'))
}
