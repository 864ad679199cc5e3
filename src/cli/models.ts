/** `models`: lists, fetches and checks the translation models of the engine bergamot. */
import { resolve } from 'node:path'
import { scheduler } from 'node:timers/promises'
import type { Command } from 'commander'
import type { ModelListing, ModelsContext } from '../jobs/models.ts'
import { SOURCE_LANGUAGE } from '../paper/language.ts'
import type { Settings } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit-code.ts'
import type { Registry } from './program.ts'

interface PullOptions {
  mirror?: string
  from?: string
}

export function addModelsCommand({ program, act }: Registry): void {
  const models = program
    .command('models')
    .description('translation models that run on this machine: list, fetch and check them')
    .addHelpText(
      'after',
      '\nExamples:\n  paperbrief models list --all\n  paperbrief models pull zh-Hans\n  paperbrief models pull --from ~/Downloads\n  paperbrief models verify',
    )
  const list = models
    .command('list')
    .description('models on the disk, and those that there are for your languages')
    .option('--all', 'every language that there is a model for')
    .addHelpText('after', '\nExample:\n  paperbrief models list --all')
  list.action(act(list, context => listCommand(context, list)))
  const pull = models
    .command('pull')
    .description('fetch a model; goes on where an earlier call stopped')
    .argument('[pair]', 'such as en-zh or zh-Hans (default: your languages)')
    .option('--mirror <url>', 'fetch from this address in place of models.mirror or Mozilla’s')
    .option('--from <dir>', 'copy the files from a folder in place of fetching them')
    .addHelpText('after', '\nExample:\n  paperbrief models pull en-zh')
  pull.action(act(pull, context => pullCommand(context, pull)))
  const verify = models
    .command('verify')
    .description('read every file again and compare its SHA-256')
    .addHelpText('after', '\nExample:\n  paperbrief models verify')
  verify.action(act(verify, verifyCommand))
  for (const command of models.commands) command.exitOverride().configureHelp({ showGlobalOptions: true })
}

function openModels({ console, signal }: CommandContext, settings: Settings, mirror?: string): ModelsContext {
  const { dir, mirror: setMirror } = settings.models
  return {
    folder: resolve(settings.home, dir),
    mirror: mirror ?? setMirror,
    fetch: globalThis.fetch,
    now: Date.now,
    wait: async (ms, waitSignal) => {
      await scheduler.wait(ms, waitSignal ? { signal: waitSignal } : {})
    },
    signal,
    progress: console.progress,
  }
}

/** The languages of the settings that papers must be translated into. */
function listLanguages(settings: Settings): string[] {
  const editions = Object.values(settings.editions).map(({ language }) => language)
  return [...new Set([settings.language, ...editions])].filter(
    language => language !== undefined && language !== SOURCE_LANGUAGE,
  ) as string[]
}

async function listCommand(context: CommandContext, command: Command): Promise<number> {
  const { listModels } = await import('../jobs/models.ts')
  const settings = context.settings()
  const all = command.opts<{ all?: boolean }>().all ?? false
  const found = await listModels(openModels(context, settings), all ? undefined : listLanguages(settings))
  if (found.note) context.console.progress.warn(found.note)
  const lines = found.models.map(describeModel)
  const isInstalled = found.models.some(({ state }) => state === 'installed')
  const advice = isInstalled ? [] : ['None is on the disk yet; fetch one: paperbrief models pull']
  context.console.answer([...lines, ...advice].join('\n'), { models: found.models })
  return EXIT.done
}

function describeModel({ pair, architecture, state, bytes, comet, folder }: ModelListing): string {
  const size = bytes > 0 ? `${Math.round(bytes / 1e6)} MB` : ''
  const score = comet === undefined ? '' : `COMET ${comet.toFixed(3)}`
  return [pair.padEnd(10), state.padEnd(10), size.padEnd(7), architecture, score, folder]
    .filter(Boolean)
    .join(' ')
    .trimEnd()
}

async function pullCommand(context: CommandContext, command: Command): Promise<number> {
  const settings = context.settings()
  const { mirror, from } = command.opts<PullOptions>()
  const [given] = command.args
  const models = openModels(context, settings, checkMirror(mirror))
  const { formatMegabytes } = await import('../jobs/model-store.ts')
  const pulled = []
  if (from !== undefined) {
    const { adoptModel } = await import('../jobs/adopt-model.ts')
    pulled.push(await adoptModel(models, { from: resolve(context.cwd, from), wanted: given }))
  } else {
    const { pullModel } = await import('../jobs/models.ts')
    const wanted = given === undefined ? listLanguages(settings) : [given]
    for (const language of wanted) pulled.push(await pullModel(models, language))
  }
  const lines = pulled.map(
    ({ pair, folder, bytes, fetched }) =>
      `${pair}: ${fetched ? 'ready' : 'already there'}, ${formatMegabytes(bytes)} in ${folder}`,
  )
  context.console.answer(
    lines.join('\n') || 'The digests are in English, as the papers are; no model is needed.',
    {
      models: pulled,
    },
  )
  return EXIT.done
}

function checkMirror(mirror: string | undefined): string | undefined {
  if (mirror === undefined || /^https?:\/\/[^\s]+$/.test(mirror)) return mirror
  throw new SettingsError(`--mirror is not an address: ${mirror}`, {
    code: 'usage-mirror',
    hint: 'Write it with its scheme, such as https://mirror.example.org/translations.',
  })
}

async function verifyCommand(context: CommandContext): Promise<number> {
  const { verifyModels } = await import('../jobs/verify-models.ts')
  const models = openModels(context, context.settings())
  const files = await verifyModels(models)
  const words = {
    ok: 'ok      ',
    unknown: 'unknown ',
    changed: 'CHANGED ',
    missing: 'MISSING ',
    broken: 'BROKEN  ',
  }
  const hasFault = files.some(({ state }) => state !== 'ok' && state !== 'unknown')
  const lines = files.map(({ state, file }) => words[state] + file)
  if (files.length === 0)
    lines.push(`No complete model is in ${models.folder}; fetch one: paperbrief models pull`)
  if (hasFault) lines.push('Fetch the files again: paperbrief models pull')
  context.console.answer(lines.join('\n'), { files })
  return hasFault ? EXIT.faults : EXIT.done
}
