/** The demo: the whole way on the bundled papers, three editions, with the built-in engine. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileSource } from '../collect/files.ts'
import { createExtractive } from '../engines/extractive.ts'
import { compileGlossary } from '../paper/glossary.ts'
import { VERSION } from '../version.ts'
import { gatherFeeds } from './feeds.ts'
import { loadBundledTerms } from './glossary.ts'
import { type ImportReport, importFiles } from './import.ts'
import { type RunContext, type RunOutcome, runEdition } from './run.ts'

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url))
const BRIEFS = ['weekly-bilingual.md', 'daily-bilingual.md', 'daily-summary.md', 'arxiv-table.md']

const EDITIONS = [
  { edition: 'weekly', date: '2025-07-04', layout: 'bilingual', papers: 'weekly.jsonl' },
  { edition: 'daily', date: '2025-09-30', layout: 'summary', papers: 'daily.jsonl' },
  { edition: 'arxiv', date: '2025-12-01', layout: 'table', papers: 'arxiv.jsonl' },
] as const

export interface DemoOutcome {
  imported: ImportReport
  runs: RunOutcome[]
}

/** @param options `fresh`: leave the bundled briefs out, so that the built-in engine writes them all */
export async function runDemo(
  context: RunContext,
  { folder, siteFolder, fresh }: { folder: string; siteFolder: string; fresh: boolean },
): Promise<DemoOutcome> {
  const paperFiles = EDITIONS.map(({ papers }) => join(SAMPLES, 'papers', papers))
  const briefFiles = fresh ? [] : BRIEFS.map(file => join(SAMPLES, 'briefs', file))
  const imported = await importFiles({
    ...context,
    paths: [...paperFiles, ...briefFiles],
    date: EDITIONS[0].date,
  })
  const runs: RunOutcome[] = []
  for (const { edition, date, layout, papers } of EDITIONS) {
    runs.push(
      await runEdition(context, {
        key: { edition, date, language: 'zh-Hans', layout },
        from: date,
        sources: [fileSource({ path: join(SAMPLES, 'papers', papers) })],
        onlyTheseSources: true,
        interests: { words: [], authors: [], categories: [], avoid: [] },
        repeats: true,
        limit: 'all',
        allAuthors: false,
        engines: [createExtractive()],
        glossary: compileGlossary('zh-Hans', loadBundledTerms('zh-Hans')),
        slots: 16,
        fresh,
        folder,
        currency: 'USD',
        stages: { collect: true, write: true, publish: true },
      }),
    )
  }
  const { publishSite } = await import('./site.ts')
  await publishSite({
    ...context,
    folder: siteFolder,
    files: await gatherFeeds(context, { entries: 'papers', keep: 30, name: 'Paperbrief' }),
    site: {
      name: 'Paperbrief',
      language: 'zh-Hans',
      mode: 'files',
      editions: EDITIONS.map(({ edition }) => edition),
      version: VERSION,
    },
  })
  return { imported, runs }
}
