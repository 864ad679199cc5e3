/** Which rules a glossary command means, and the library that it reads them from. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../library/library.ts'
import { findEdition, type Settings, WORKSPACE_FOLDER } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'

export interface ScopeOptions {
  edition?: string
  lang?: string
}

/** @throws SettingsError for an edition that is not there or a tag that is none */
export function readScope(
  settings: Settings,
  { edition, lang }: ScopeOptions,
): { language: string; edition?: string } {
  if (lang !== undefined && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang))
    throw new SettingsError(`--lang is not a language tag: ${lang}`, {
      code: 'usage-language',
      hint: 'Write it as zh-Hans, ja or pt-BR.',
    })
  const found = edition === undefined ? undefined : findEdition(settings, edition)
  const language = lang ?? found?.edition.language ?? settings.language
  return found ? { language, edition: found.name } : { language }
}

/** Undefined where there is no workspace yet: reading makes none. */
export async function openExisting(
  context: CommandContext,
  settings: Settings,
): Promise<Library | undefined> {
  const isThere = settings.databaseUrl !== undefined || existsSync(join(settings.home, WORKSPACE_FOLDER))
  return isThere ? context.openLibrary(settings) : undefined
}
