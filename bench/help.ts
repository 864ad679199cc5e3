/** How long `--help` takes, the median of eleven. */
import { tmpdir } from 'node:os'
import { measureProgram } from './measure-program.ts'

const times: number[] = []
for (let run = 0; run < 11; run++) times.push((await measureProgram(['--help'], { cwd: tmpdir() })).seconds)
console.log(`--help: ${(1000 * (times.toSorted((a, b) => a - b)[5] ?? 0)).toFixed(0)} ms`)
