/** Reads every recording in ../shared/samples, and counts what is in it; skipped where they are absent. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fileSource } from './files.ts'

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))

interface Tally {
  papers: number
  versions: number
  deleted: number
  skipped: number
  withdrawn: number
  code: string
}

/**
 * A line each: name, then papers, and behind `v` versions, `d` deleted, `w` withdrawn, `s` skipped; last the code of
 * the error that says why the file, or the rest of it, cannot be read. Counted in the files with grep, not with us.
 */
const EXPECTED: Record<string, string> = {
  'arxiv-atom': `
    arxivpy2016_au_del_maestro.xml 10
    arxivpy2016_au_ti_quantum_criticality.xml 2
    arxivpy2016_id_1111.2011v2.xml 1
    arxivpy_hist_id_hep-ex_0406020v1.xml 1
    arxivpy_hist_q_testing_s0_m10_sorted.xml 10
    arxivpy_id_0000.0000_s0_m100_8b51d9633a68.xml 0
    arxivpy_id_0808.05394_1707.08567_s0_m100_42e5aa0ec3af.xml 1
    arxivpy_id_0808.05394_s0_m100_7b0c7d0a7cdd.xml 0
    arxivpy_id_1605.08386_s0_m100_199195aa31ad.xml 1
    arxivpy_id_1707.08567_s0_m100_6a1afebfc6a3.xml 1
    arxivpy_id_2104.12255v1_s0_m100_6ae69987ffe1.xml 1
    arxivpy_id_abc_s0_m100_b79c8dcf6bc3.xml 0 file-damaged
    arxivpy_id_astro-ph_0601001_s0_m100_3150dca9dc76.xml 1
    arxivpy_id_quant-ph_0201082v1_s0_m100_86989fe779ef.xml 1
    arxivpy_q_testing_s0_m100_cfe7536492ca.xml 100
    arxivpy_q_testing_s0_m10_bc5a6c384fe9.xml 10
    arxivpy_q_testing_s0_m15_80c242b59d59.xml 15
    arxivpy_q_testing_s10_m10_34e56e15aaac.xml 10
    arxivpy_q_testing_s20_m10_348a237fecab.xml 10
    arxivpy_q_testing_s30_m10_f2e39f0143dc.xml 10
    arxivpy_q_testing_s40_m10_96dd32eb854c.xml 10
    arxivpy_q_testing_s50_m10_7f488ab8598c.xml 10
    arxivpy_q_testing_s5_m10_c0e94a259d4a.xml 10
    arxivpy_q_testing_s5_m15_bbcf6b23085b.xml 15
    arxivpy_q_testing_s9_m15_0b78d4b4d476.xml 15
    arxivpy_requests.json 0 s20
    zoia2020_id_1601.00001.xml 1
  `,
  'arxiv-oai': `
    gen_GetRecord_arXivRaw_0806.4129.xml 1 v6
    gen_GetRecord_arXivRaw_0903.0442.xml 1 v5 w1
    gen_GetRecord_arXivRaw_0906.3336.xml 1 v2 w1
    gen_GetRecord_arXivRaw_0906.3421.xml 1 v2
    gen_GetRecord_arXivRaw_0907.2974.xml 1 v19
    gen_GetRecord_arXivRaw_1101.0600.xml 1 v25
    gen_GetRecord_arXivRaw_1102.0401.xml 1 v2
    gen_GetRecord_arXivRaw_chao-dyn_9510015.xml 1 v1
    gen_GetRecord_arXivRaw_cond-mat_0703772.xml 1 v2 w1
    gen_GetRecord_arXivRaw_cs_0001024.xml 1 v1
    gen_GetRecord_arXiv_0806.4129.xml 1
    gen_GetRecord_arXiv_0806.4129v1_version_ignored.xml 1
    gen_GetRecord_arXiv_0903.0442.xml 1 w1
    gen_GetRecord_arXiv_0906.3336.xml 1 w1
    gen_GetRecord_arXiv_0906.3421.xml 1
    gen_GetRecord_arXiv_0907.2974.xml 1
    gen_GetRecord_arXiv_1101.0600.xml 1
    gen_GetRecord_arXiv_1102.0401.xml 1
    gen_GetRecord_arXiv_chao-dyn_9510015.xml 1
    gen_GetRecord_arXiv_cond-mat_0703772.xml 1 w1
    gen_GetRecord_arXiv_cs_0001024.xml 1
    gen_GetRecord_oai_dc_0806.4129.xml 1
    gen_Identify.xml 0 file-format-unknown
    gen_ListIdentifiers_arXiv.xml 93
    gen_ListMetadataFormats.xml 0 file-format-unknown
    gen_ListRecords_arXivRaw_multi_page1.xml 40 v74 w2
    gen_ListRecords_arXivRaw_multi_page2.xml 40 v66 w3
    gen_ListRecords_arXivRaw_multi_page3.xml 40 v67
    gen_ListRecords_arXivRaw_multi_page4.xml 17 v38
    gen_ListRecords_arXiv_2011-02-03_page1.xml 40 w2
    gen_ListRecords_arXiv_2011-02-03_page2.xml 40 w3
    gen_ListRecords_arXiv_2011-02-03_page3.xml 23
    gen_ListSets.xml 0 file-format-unknown
    gen_error_badArgument_date.xml 0 file-damaged
    gen_error_badArgument_early.xml 0 file-damaged
    gen_error_badArgument_future.xml 0 file-damaged
    gen_error_badArgument_set.xml 0 file-damaged
    gen_error_badResumptionToken.xml 0 file-damaged
    gen_error_badVerb.xml 0 file-damaged
    gen_error_cannotDisseminateFormat.xml 0 file-damaged
    gen_error_idDoesNotExist.xml 0 file-damaged
    gen_error_idDoesNotExist_prefix.xml 0 file-damaged
    gen_error_noRecordsMatch.xml 0
    gen_error_token_plus_args.xml 0 file-damaged
    live2026_crosswalk_GetRecord_arXiv_2511.11447.xml 1
    live2026_tabloid_page1.xml 2 v7
    old2015_ErrorResponseBadArgument.xml 0 file-damaged
    old2015_ErrorResponseBadResumptionToken.xml 0 file-damaged
    old2015_ErrorResponseBadVerb.xml 0 file-damaged
    old2015_ErrorResponseIdDoesNotExist.xml 0 file-damaged
    old2015_ErrorResponseNoRecordsMatch.xml 0
    old2015_GetRecordResponse.xml 1 v2
    old2015_ListRecordsResponse.xml 6 v12
    old2015_ListRecords_arXiv_token_tail.xml 1
    old2017_hepcrawl_arxiv-physics-hep-ex.xml 3
    old2017_hepcrawl_arxiv-physics-hep-th.xml 3
    old2017_hepcrawl_arxiv-single.xml 1
    old2023_ads_ListRecords_oai_dc.xml 3
    old_hepcrawl_record4.xml 1
    old_hepcrawl_sample_arxiv_record.xml 12
    other_sickle_ListIdentifiers.xml 1 d1
    other_sickle_ListRecords.xml 1 d1
    other_sickle_cannotDisseminateFormat.xml 0 file-damaged
  `,
  'arxiv-rss': `
    gen_atom_empty_day_cs.CL.xml 0
    gen_atom_error_bad_archive.xml 0 file-damaged
    gen_atom_math_2011-02-03.xml 7
    gen_atom_physics_2011-02-03.xml 10
    gen_rss_all_2011-02-03.xml 10
    gen_rss_empty_day_cs.CL.xml 0
    gen_rss_error_bad_archive.xml 0 file-damaged
    gen_rss_error_version_1.0.xml 0 file-damaged
    gen_rss_hep-th+math-ph_2011-02-03.xml 4
    gen_rss_math_2011-02-03.xml 7
    live2025_rss_cs.AI_2025-09-18_truncated.xml 0 file-damaged
    zad_atom_cs.AI_2025-08-20_closed.xml 86
    zad_atom_cs.AI_2025-08-20_edited.xml 7
    zad_atom_cs.AI_2025-08-20_truncated.xml 86 file-damaged
  `,
  'arxiv-days': `
    2025-05-28.jsonl 345
    2025-07-04.jsonl 217
    2025-09-29.jsonl 324
    2025-11-28.jsonl 21
    2026-06-30.jsonl 532
  `,
  bibtex: `
    crossref_doi_response.bib 1
    gen_arxiv_bibtex_endpoint.bib 105
    papis_1.bib 1
    papis_NBER.bib 1
    papis_dblp_1.bib 1
    zotero_export_paper.bib 151
  `,
  'hf-daily': `
    daily_papers_2024-05-27.json 13
    daily_papers_2024-08-02.json 16
    daily_papers_2025-01-21.json 1
    daily_papers_2025-03-17.json 12
    daily_papers_2025-05-28.json 39
    daily_papers_2025-07-04.json 12
    daily_papers_2025-07-07.json 1
    daily_papers_2025-09-29.json 30
    daily_papers_2025-09-30.json 50
    daily_papers_2025-11-28.json 5
    daily_papers_2026-03-12.json 19
    daily_papers_2026-06-16.json 34
    daily_papers_2026-06-30.json 34
    daily_papers_2026-07-15.json 2
    daily_papers_2026-08-21.json 17
    derived_empty_saturday_2026-02-28.json 0
    paper_2407.13168_page-props_excerpt.json 1
  `,
  kaggle: `
    arxiv-metadata-oai-snapshot_head.json 200 v326 w1
  `,
}

function parseLine(line: string): [string, Tally] {
  const [name = '', papers = '', ...rest] = line.trim().split(' ')
  const count = (mark: string) =>
    Number(rest.find(word => /^\w\d+$/.test(word) && word[0] === mark)?.slice(1) ?? 0)
  const code = rest.find(word => word.startsWith('file-')) ?? ''
  return [
    name,
    {
      papers: Number(papers),
      versions: count('v'),
      deleted: count('d'),
      skipped: count('s'),
      withdrawn: count('w'),
      code,
    },
  ]
}

async function tally(path: string): Promise<Tally> {
  const found = { papers: 0, versions: 0, deleted: 0, skipped: 0, withdrawn: 0, code: '' }
  try {
    for await (const item of fileSource({ path }).collect({ date: '2025-11-28' })) {
      if (item.kind === 'skipped') found[item.deletedId === undefined ? 'skipped' : 'deleted']++
      else if (item.kind === 'paper') {
        found.papers++
        found.versions += item.versions?.length ?? 0
        found.withdrawn += item.paper.withdrawn ? 1 : 0
        expect(item.paper.authors.join()).not.toMatch(/[{}\\]/)
      }
    }
  } catch (error) {
    found.code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return found
}

describe.skipIf(!existsSync(samples))('the recordings in ../shared/samples', () => {
  for (const [folder, lines] of Object.entries(EXPECTED)) {
    const cases = lines.trim().split('\n').map(parseLine)

    it(`are all counted in ${folder}`, () => {
      expect(cases.map(([name]) => name).sort()).toEqual(readdirSync(join(samples, folder)).sort())
    })

    it.each(cases)(`are read whole: ${folder}/%s`, async (name, expected) => {
      expect(await tally(join(samples, folder, name))).toEqual(expected)
    })
  }

  it('are read whole: arxiv-75k.jsonl.gz', async () => {
    const { papers, skipped, code } = await tally(join(samples, 'arxiv-75k.jsonl.gz'))
    expect({ papers, skipped, code }).toEqual({ papers: 74_728, skipped: 0, code: '' })
  })

  it('are all read here, but for the full texts, which are no lists of papers', () => {
    const folders = readdirSync(samples, { withFileTypes: true }).filter(entry => entry.isDirectory())
    const known = [...Object.keys(EXPECTED), 'arxiv-html']
    expect(folders.map(({ name }) => name).sort()).toEqual(known.sort())
  })
})
