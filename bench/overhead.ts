/** Overhead of a run over the ideal (calls × latency ÷ concurrency), and its peak memory, with a model on loopback. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { makeBenchFolder } from './bench-folder.ts'
import { generatePapers } from './generate-papers.ts'
import { measureProgram } from './measure-program.ts'

const PAPERS = Number(process.argv[2] ?? 300)
const CONCURRENCY = Number(process.argv[3] ?? 16)
const LATENCY_MS = 1000

const folder = makeBenchFolder('overhead')
writeFileSync(join(folder, 'papers.jsonl'), generatePapers(PAPERS))
writeFileSync(
  join(folder, 'paperbrief.yaml'),
  `engine: { use: llm, model: loopback, concurrency: ${CONCURRENCY} }\n`,
)

// A process of its own, so that the model does not take time from the program.
const server = spawn(
  process.execPath,
  [fileURLToPath(new URL('../test/loopback-llm.ts', import.meta.url)), '--latency', String(LATENCY_MS)],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
try {
  const [baseUrl = ''] = await new Promise<string[]>(resolve =>
    createInterface(server.stdout).once('line', line => resolve([line.trim()])),
  )
  const env = { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: 'any' }
  const { seconds, peakMb, stdout } = await measureProgram(
    ['run', '--source', 'file:papers.jsonl', '--layout', 'bilingual', '--json', '--quiet'],
    { cwd: folder, env },
  )
  const report = JSON.parse(stdout) as {
    written: number
    fellBack: number
    repaired: number
    seconds: number
  }
  const calls = report.written + report.repaired
  const ideal = (Math.ceil(calls / CONCURRENCY) * LATENCY_MS) / 1000
  console.log(
    `${PAPERS} papers, concurrency ${CONCURRENCY}, latency ${LATENCY_MS} ms: ${report.fellBack} fell back, ${report.repaired} repaired`,
  )
  console.log(
    `run ${report.seconds} s, ideal ${ideal.toFixed(1)} s: overhead ${(100 * (report.seconds / ideal - 1)).toFixed(1)}%`,
  )
  console.log(`whole process ${seconds.toFixed(1)} s, peak memory ${peakMb?.toFixed(0)} MB`)
} finally {
  server.kill()
}
