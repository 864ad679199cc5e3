/** Papers a second from a file into the library, and the peak memory of it. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeBenchFolder } from './bench-folder.ts'
import { generatePapers } from './generate-papers.ts'
import { measureProgram } from './measure-program.ts'

const given = process.argv[2]
const folder = makeBenchFolder('import')
const file = given ? resolve(given) : join(folder, 'papers.jsonl')
if (!given) writeFileSync(file, generatePapers(10_000))

for (const time of ['first', 'second']) {
  const { seconds, peakMb, stdout } = await measureProgram(['import', file, '--json', '--quiet'], {
    cwd: folder,
  })
  const { papers, known } = JSON.parse(stdout) as { papers: number; known: number }
  console.log(
    `${time} import: ${papers} added, ${known} known in ${seconds.toFixed(1)} s, ${Math.round((papers + known) / seconds)} papers/s, peak memory ${peakMb?.toFixed(0)} MB`,
  )
}
