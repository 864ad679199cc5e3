/** Writes a translation model with random weights into a folder, to try the engine without fetching one. */
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type ModelShape, TINY_SHAPE, writeModelFiles } from '../test/tiny-model.ts'

/** The shape of Mozilla's English-Chinese model: the same memory and time, and 44 MB. */
const FULL_SHAPE: ModelShape = {
  dim: 384,
  heads: 8,
  feedForward: 1536,
  encoderLayers: 6,
  decoderLayers: 4,
  sourceWords: 32_000,
  targetWords: 32_000,
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { full: { type: 'boolean' } } })
const [folder, pair = 'enzh'] = positionals
if (!folder) {
  process.stderr.write('Usage: node scripts/make-tiny-model.ts FOLDER [PAIR] [--full]\n')
  process.exit(2)
}
mkdirSync(folder, { recursive: true })
writeModelFiles(folder, pair, values.full ? FULL_SHAPE : TINY_SHAPE)
process.stdout.write(`${folder}: a model of ${pair} with random weights\n`)
