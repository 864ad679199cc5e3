/** The GitHub workflow of a workspace: makes the digests when they are due, keeps the library, publishes the site. */
import { posix } from 'node:path'
import { Document, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { EditionSettings, Settings } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import { convertSchedule } from './github-schedule.ts'
import {
  CHECK_SITE,
  FETCH_LIBRARY,
  FETCH_MODEL,
  INSTALL,
  KEEP_LIBRARY,
  writeRunScript,
} from './github-steps.ts'

export interface WorkflowRequest {
  settings: Pick<Settings, 'editions' | 'publish' | 'models' | 'engine'>
  /** The text of `paperbrief.yaml`: what it takes from the environment must be handed on. */
  yaml: string
  /** The workspace below the repository, parts separated by `/`; empty where it is the repository itself. */
  folder: string
  /** What npm installs; absent: the repository's variable PAPERBRIEF_PACKAGE alone says it. */
  package?: string | undefined
  /** Whose clock changes count for the schedules. */
  year: number
}

/** Below the root of the repository. */
export const WORKFLOW_PATH = '.github/workflows/paperbrief.yml'

// Secrets stay secrets; an address or a model's name may stand among the plain variables as well.
const SECRETS = ['DEEPSEEK_API_KEY', 'OPENAI_API_KEY', 'DATABASE_URL']
const VARIABLES = ['OPENAI_BASE_URL', 'PAPERBRIEF_MODEL']

const HEADER = ` Makes the digests of paperbrief.yaml when they are due and publishes them as a site (docs/github.md).
 Written by \`paperbrief init --github\`; written anew, with the schedules of the settings, by --force.`

/** @throws SettingsError for a schedule that cannot be said in UTC, and where the settings name no site */
export function writeWorkflow(request: WorkflowRequest): string {
  const { settings, folder, year } = request
  const { site } = settings.publish
  if (!site)
    throw new SettingsError('paperbrief.yaml names no site, which is what GitHub Pages publishes.', {
      code: 'github-no-site',
      hint: 'Add it under publish:  site: { dir: site }',
    })
  const crons = listCrons(settings.editions, year)
  const document = new Document({
    name: 'Paperbrief',
    on: {
      ...(crons.size > 0 && { schedule: [...crons.keys()].map(cron => ({ cron })) }),
      workflow_dispatch: { inputs: listInputs(Object.keys(settings.editions)) },
    },
    permissions: {},
    concurrency: { group: 'paperbrief', 'cancel-in-progress': false },
    ...(folder !== '' && { defaults: { run: { 'working-directory': folder } } }),
    jobs: {
      digest: {
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 180,
        permissions: { contents: 'write' },
        env: listEnvironment(request, site.dir),
        steps: listSteps(request, {
          crons,
          site: posix.isAbsolute(site.dir) ? site.dir : posix.join(folder, site.dir),
        }),
      },
      deploy: {
        needs: 'digest',
        'runs-on': 'ubuntu-latest',
        permissions: { pages: 'write', 'id-token': 'write' },
        environment: { name: 'github-pages', url: '${{ steps.deploy.outputs.page_url }}' },
        steps: [{ id: 'deploy', uses: 'actions/deploy-pages@v4' }],
      },
    },
  })
  document.commentBefore = HEADER
  explainCrons(document, crons)
  return document.toString({ lineWidth: 0 })
}

/** By cron line in UTC: the editions that are due then, with what the settings say. */
type Crons = Map<string, { edition: string; said: string }[]>

function listCrons(editions: Readonly<Record<string, EditionSettings>>, year: number): Crons {
  const crons: Crons = new Map()
  for (const [edition, { schedule, timezone }] of Object.entries(editions)) {
    if (schedule === undefined) continue
    for (const cron of convertSchedule({ schedule, timezone }, year))
      crons.set(cron, [...(crons.get(cron) ?? []), { edition, said: `${schedule} in ${timezone ?? 'UTC'}` }])
  }
  return crons
}

function explainCrons(document: Document, crons: Crons): void {
  const schedule = document.getIn(['on', 'schedule']) as YAMLSeq<YAMLMap<Scalar, Scalar>> | undefined
  for (const item of schedule?.items ?? []) {
    const cron = item.items[0]?.value
    const due = cron && crons.get(String(cron.value))
    if (due) cron.comment = ` ${due.map(({ edition, said }) => `${edition}: ${said}`).join('; ')}`
  }
}

function listInputs(editions: readonly string[]) {
  return {
    edition: {
      description: 'Edition',
      type: 'choice',
      options: editions,
      default: editions[0],
    },
    date: {
      description: 'Day of the digest, YYYY-MM-DD (today where it is empty)',
      type: 'string',
      default: '',
    },
  }
}

function listEnvironment({ settings, package: given = '' }: WorkflowRequest, site: string) {
  const { dir } = settings.publish.markdown
  return {
    PAPERBRIEF_PACKAGE: `\${{ vars.PAPERBRIEF_PACKAGE || '${given.replaceAll("'", "''")}' }}`,
    DATA_BRANCH: 'paperbrief-data',
    DIGESTS: isInside(dir) ? dir : '',
    SITE: site,
  }
}

/** For the steps that run the program alone: no script of a package that npm installs sees a key. */
function listSecrets(yaml: string): Record<string, string> {
  const interpolated = [...yaml.matchAll(/\$\{([A-Z][A-Z0-9_]{0,60})\}/g)].map(([, name = '']) => name)
  const secrets = new Set([...SECRETS, ...interpolated.filter(name => !VARIABLES.includes(name))])
  return {
    ...Object.fromEntries([...secrets].map(name => [name, `\${{ secrets.${name} }}`])),
    ...Object.fromEntries(VARIABLES.map(name => [name, `\${{ vars.${name} || secrets.${name} }}`])),
  }
}

const HAS_MODEL =
  "${{ secrets.DEEPSEEK_API_KEY != '' || secrets.OPENAI_API_KEY != '' || secrets.OPENAI_BASE_URL != '' || vars.OPENAI_BASE_URL != '' }}"

/** What lies elsewhere is not the workflow's to keep. */
function isInside(path: string): boolean {
  return !posix.isAbsolute(path) && !posix.normalize(path).startsWith('..') && posix.normalize(path) !== '.'
}

function listSteps(request: WorkflowRequest, { crons, site }: { crons: Crons; site: string }) {
  const { settings, yaml } = request
  const translates = settings.engine.use === 'auto' || settings.engine.use === 'bergamot'
  const trigger = {
    SCHEDULE: '${{ github.event.schedule }}',
    EDITION: '${{ inputs.edition }}',
    DATE: '${{ inputs.date }}',
  }
  return [
    { uses: 'actions/checkout@v6' },
    { uses: 'actions/setup-node@v6', with: { 'node-version': 24 } },
    { name: 'Install Paperbrief', run: INSTALL },
    { name: 'Fetch the library', id: 'library', run: FETCH_LIBRARY },
    ...(translates ? listModelSteps(request) : []),
    {
      name: 'Make the digests',
      env: { ...trigger, ...listSecrets(yaml) },
      run: writeRunScript(listCases(crons), Object.keys(settings.editions)[0] ?? ''),
    },
    {
      name: 'Keep the library',
      // Whatever was paid for is kept, also where the run failed later on.
      if: "${{ always() && steps.library.outcome == 'success' }}",
      env: { TIP: '${{ steps.library.outputs.tip }}', ...nameAuthor('AUTHOR'), ...nameAuthor('COMMITTER') },
      run: KEEP_LIBRARY,
    },
    { name: 'Look for the site', run: CHECK_SITE },
    { uses: 'actions/upload-pages-artifact@v4', with: { path: site } },
  ]
}

function listModelSteps({ settings, folder, yaml }: WorkflowRequest) {
  return [
    {
      name: 'Remember the translation model',
      uses: 'actions/cache@v5',
      with: {
        path: posix.join(folder, settings.models.dir),
        key: `paperbrief-models-\${{ hashFiles('${posix.join(folder, 'paperbrief.yaml')}') }}`,
        'restore-keys': 'paperbrief-models-',
      },
    },
    { name: 'Fetch the translation model', env: { HAS_MODEL, ...listSecrets(yaml) }, run: FETCH_MODEL },
  ]
}

function listCases(crons: Crons): string[] {
  return Array.from(crons, ([cron, due]) => {
    return `'${cron}') editions='${due.map(({ edition }) => edition).join(' ')}' ;;`
  })
}

function nameAuthor(role: 'AUTHOR' | 'COMMITTER'): Record<string, string> {
  return { [`GIT_${role}_NAME`]: 'paperbrief', [`GIT_${role}_EMAIL`]: 'paperbrief@users.noreply.github.com' }
}
