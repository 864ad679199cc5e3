/** Makes a translation model in the format of the Bergamot engine: the real shape, random weights, two vocabularies. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Dimensions of a model; those of Mozilla's English-Chinese one are 384, 8 heads, 1536, 6 and 4 layers, 32000 words. */
export interface ModelShape {
  /** Multiple of 64, as the engine's matrix kernel wants it. */
  dim: number
  heads: number
  /** Multiple of 64. */
  feedForward: number
  encoderLayers: number
  decoderLayers: number
  /** Multiples of 8. */
  sourceWords: number
  targetWords: number
}

export interface ModelFiles {
  model: Buffer
  sourceVocabulary: Buffer
  targetVocabulary: Buffer
  shortlist: Buffer
}

export const TINY_SHAPE: ModelShape = {
  dim: 64,
  heads: 2,
  feedForward: 64,
  encoderLayers: 1,
  decoderLayers: 1,
  sourceWords: 128,
  targetWords: 136,
}

/** The same files every time: the numbers come from a fixed seed. About 200 kB and 20 ms in the tiny shape. */
export function makeModel(shape: ModelShape = TINY_SHAPE): ModelFiles {
  const source = listWords(
    shape.sourceWords,
    'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:()-%$',
  )
  const target = listWords(
    shape.targetWords,
    '我们的方法在数据集上提高了模型准确率零一二三四五六七八九，。（）0123456789ABCDEQX',
  )
  return {
    model: writeItems([configItem(shape), ...listTensors(shape)]),
    sourceVocabulary: writeVocabulary(source),
    targetVocabulary: writeVocabulary(target),
    shortlist: writeShortlist(shape),
  }
}

/** Under the names that Mozilla gives them; `pair` is `enzh`. */
export function writeModelFiles(folder: string, pair: string, shape: ModelShape = TINY_SHAPE): void {
  for (const [name, bytes] of Object.entries(nameModelFiles(makeModel(shape), pair)))
    writeFileSync(join(folder, name), bytes)
}

export function nameModelFiles(files: ModelFiles, pair: string): Record<string, Buffer> {
  return {
    [`model.${pair}.intgemm.alphas.bin`]: files.model,
    [`lex.50.50.${pair}.s2t.bin`]: files.shortlist,
    [`srcvocab.${pair}.spm`]: files.sourceVocabulary,
    [`trgvocab.${pair}.spm`]: files.targetVocabulary,
  }
}

// The types of Marian's common/types.h that a model file holds.
const [INT8, FLOAT32, INTGEMM8] = [0x0101, 0x0404, 0x4101]
const ALIGNMENT = 256

interface Item {
  name: string
  type: number
  shape: number[]
  data: Buffer
}

/** Marian's common/binary.cpp: version, item count, headers, names, shapes, padding, data. */
function writeItems(items: readonly Item[]): Buffer {
  const names = items.map(({ name }) => Buffer.from(`${name}\0`))
  const head = Buffer.concat([
    uint64(1, items.length),
    ...items.map(({ type, shape, data }, index) =>
      uint64(names[index]?.length ?? 0, type, shape.length, data.length),
    ),
    ...names,
    ...items.map(({ shape }) => Buffer.from(Int32Array.from(shape).buffer)),
  ])
  const padding = ALIGNMENT - ((head.length + 8) % ALIGNMENT)
  return Buffer.concat([head, uint64(padding), Buffer.alloc(padding), ...items.map(({ data }) => data)])
}

function configItem(shape: ModelShape): Item {
  const text = [
    'type: transformer',
    `dim-emb: ${shape.dim}`,
    `dim-vocabs:\n  - ${shape.sourceWords}\n  - ${shape.targetWords}`,
    `enc-depth: ${shape.encoderLayers}`,
    `dec-depth: ${shape.decoderLayers}`,
    `transformer-heads: ${shape.heads}`,
    `transformer-dim-ffn: ${shape.feedForward}`,
    'transformer-ffn-depth: 2',
    'transformer-ffn-activation: relu',
    'transformer-decoder-autoreg: rnn',
    'dec-cell: ssru',
    'transformer-preprocess: ""',
    'transformer-postprocess: dan',
    'transformer-postprocess-emb: d',
    'transformer-no-projection: false',
    'transformer-train-positions: false',
    'transformer-train-position-embeddings: false',
    'transformer-tied-layers:\n  []',
    'transformer-guided-alignment-layer: last',
    'tied-embeddings: true',
    'tied-embeddings-src: false',
    'tied-embeddings-all: false',
    'layer-normalization: false',
    'lemma-dim-emb: 0',
    'input-types:\n  []',
    'version: v1.10.25',
  ].join('\n')
  const data = pad(Buffer.from(`${text}\n\0`))
  return { name: 'special:model.yml', type: INT8, shape: [data.length], data }
}

/** Every tensor of an encoder of self-attention and a decoder of simple recurrent units, as Mozilla trains them. */
function listTensors(shape: ModelShape): Item[] {
  const { dim, feedForward, encoderLayers, decoderLayers, sourceWords, targetWords } = shape
  const random = createRandom()
  const matrix = (name: string, rows: number, columns: number, spread = 1) => [
    quantised(name, [rows, columns], random, spread),
    float(`${name}_QuantMultA`, [1, 1], () => 32),
  ]
  const row = (name: string, width: number, value: () => number = () => 0) => float(name, [1, width], value)
  const norm = (name: string) => [row(`${name}_ln_scale`, dim, () => 1), row(`${name}_ln_bias`, dim)]
  const attention = (name: string) => [
    ...['q', 'k', 'v', 'o'].flatMap(part => [
      ...matrix(`${name}_W${part}`, dim, dim),
      row(`${name}_b${part}`, dim),
    ]),
    ...norm(`${name}_Wo`),
  ]
  const feed = (name: string) => [
    ...matrix(`${name}_W1`, dim, feedForward),
    row(`${name}_b1`, feedForward),
    ...matrix(`${name}_W2`, feedForward, dim),
    row(`${name}_b2`, dim),
    ...norm(`${name}_ffn`),
  ]
  const unit = (name: string) => [
    ...matrix(`${name}_W`, dim, dim),
    ...matrix(`${name}_Wf`, dim, dim),
    row(`${name}_bf`, dim),
    ...norm(`${name}_ffn`),
  ]
  const layers = (count: number, make: (number: number) => Item[]) =>
    Array.from({ length: count }, (_, index) => make(index + 1)).flat()
  return [
    ...matrix('encoder_Wemb', sourceWords, dim),
    ...matrix('decoder_Wemb', targetWords, dim),
    row('decoder_ff_logit_out_b', targetWords),
    ...layers(encoderLayers, number => [
      ...attention(`encoder_l${number}_self`),
      ...feed(`encoder_l${number}_ffn`),
    ]),
    ...layers(decoderLayers, number => [
      ...unit(`decoder_l${number}_rnn`),
      ...attention(`decoder_l${number}_context`),
      ...feed(`decoder_l${number}_ffn`),
    ]),
  ]
}

/** Eight-bit numbers, and behind them the factor that made them. */
function quantised(name: string, shape: [number, number], random: () => number, spread: number): Item {
  const count = shape[0] * shape[1]
  const data = Buffer.alloc(count + 4)
  for (let at = 0; at < count; at++) data.writeInt8(Math.round((random() * 2 - 1) * 127), at)
  data.writeFloatLE((127 * Math.sqrt(shape[0])) / (spread * 1.7), count)
  return { name, type: INTGEMM8, shape, data: pad(data) }
}

function float(name: string, shape: [number, number], value: () => number): Item {
  const data = Buffer.alloc(shape[0] * shape[1] * 4)
  for (let at = 0; at < data.length; at += 4) data.writeFloatLE(value(), at)
  return { name, type: FLOAT32, shape, data: pad(data) }
}

function pad(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((ALIGNMENT - (data.length % ALIGNMENT)) % ALIGNMENT)])
}

function uint64(...values: number[]): Buffer {
  return Buffer.from(BigUint64Array.from(values, BigInt).buffer)
}

/** Mulberry32. */
function createRandom(): () => number {
  let state = 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** End of sentence and unknown first, as Marian has them; then letters, alone and behind a space. */
function listWords(count: number, letters: string): string[] {
  const words = new Set(['</s>', '<unk>', '▁', ...letters])
  for (const first of letters) {
    for (const second of letters) {
      if (words.size >= count) return [...words].slice(0, count)
      words.add(`▁${first}${second}`)
    }
  }
  for (let number = 0; words.size < count; number++) words.add(`▁w${number}`)
  return [...words].slice(0, count)
}

// Kinds of pieces, and field numbers, of sentencepiece_model.proto.
const [NORMAL, UNKNOWN, CONTROL] = [1, 2, 3]

/** A unigram model of SentencePiece: the pieces with their scores, the trainer's ids, a normaliser that does nothing. */
function writeVocabulary(words: readonly string[]): Buffer {
  const pieces = words.map((word, id) => {
    const kind = id === 0 ? CONTROL : id === 1 ? UNKNOWN : NORMAL
    const score = id < 2 ? 0 : -Math.log(id + 1) - 2 * [...word].length ** 0.5
    const body = Buffer.concat([bytes(1, Buffer.from(word)), float32(2, score), varint(3, kind)])
    return bytes(1, body)
  })
  const trainer = Buffer.concat([
    varint(3, 1),
    varint(4, words.length),
    // Unknown, begin, end and padding: the begin and padding marks are absent.
    varint(40, 1),
    varint(41, -1),
    varint(42, 0),
    varint(43, -1),
  ])
  const normaliser = Buffer.concat([
    bytes(1, Buffer.from('identity')),
    varint(3, 1),
    varint(4, 1),
    varint(5, 1),
  ])
  return Buffer.concat([...pieces, bytes(2, trainer), bytes(3, normaliser)])
}

function tag(field: number, wire: number): Buffer {
  return base128(BigInt((field << 3) | wire))
}

function base128(value: bigint): Buffer {
  const out: number[] = []
  let rest = BigInt.asUintN(64, value)
  for (; rest > 127n; rest >>= 7n) out.push(Number(rest & 127n) | 128)
  return Buffer.from([...out, Number(rest)])
}

function varint(field: number, value: number): Buffer {
  return Buffer.concat([tag(field, 0), base128(BigInt(value))])
}

function bytes(field: number, value: Buffer): Buffer {
  return Buffer.concat([tag(field, 2), base128(BigInt(value.length)), value])
}

function float32(field: number, value: number): Buffer {
  const data = Buffer.alloc(4)
  data.writeFloatLE(value)
  return Buffer.concat([tag(field, 5), data])
}

const SHORTLIST_MAGIC = 0xf11a48d5013417f5n
const FREQUENT = 50

/** Marian's data/shortlist.h: for each source word the target words that may stand for it. */
function writeShortlist({ sourceWords, targetWords }: ModelShape): Buffer {
  const perWord = 4
  const offsets = Array.from({ length: sourceWords + 1 }, (_, word) => word * perWord)
  const ids = offsets
    .slice(0, -1)
    .flatMap(start => Array.from({ length: perWord }, (_, at) => (start * 7 + at * 13) % targetWords))
  const body = Buffer.concat([
    uint64(FREQUENT, perWord, offsets.length, ids.length, ...offsets),
    Buffer.from(Uint32Array.from(ids).buffer),
  ])
  return Buffer.concat([bigint64(SHORTLIST_MAGIC), bigint64(checksum(body)), body])
}

function bigint64(value: bigint): Buffer {
  return Buffer.from(BigUint64Array.of(value).buffer)
}

function checksum(body: Buffer): bigint {
  let seed = 0n
  for (let at = 0; at + 8 <= body.length; at += 8) {
    const mixed = body.readBigUInt64LE(at) + 0x9e3779b9n + (seed << 6n) + (seed >> 2n)
    seed = BigInt.asUintN(64, seed ^ BigInt.asUintN(64, mixed))
  }
  return seed
}
