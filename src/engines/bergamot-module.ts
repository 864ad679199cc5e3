/** Opens the Bergamot engine: WebAssembly from the package @browsermt/bergamot-translator, without its own worker. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileFunction } from 'node:vm'
import type { TranslationModel } from './bergamot-files.ts'

const PACKAGE = '@browsermt/bergamot-translator/worker/bergamot-translator-worker'

/** An object of the engine's own memory: what is not deleted stays there. */
interface Owned {
  delete(): void
}
interface AlignedMemory extends Owned {
  getByteArrayView(): Int8Array
}
interface List<T> extends Owned {
  push_back(item: T): void
}
interface Responses extends Owned {
  get(index: number): { getTranslatedText(): string } & Owned
}
interface ResponseOptions {
  alignment: boolean
  html: boolean
  qualityScores: boolean
}
interface Service extends Owned {
  translate(model: Owned, texts: List<string>, options: List<ResponseOptions>): Responses
}

interface BergamotModule {
  AlignedMemory: new (bytes: number, alignment: number) => AlignedMemory
  AlignedMemoryList: new () => List<AlignedMemory>
  VectorString: new () => List<string>
  VectorResponseOptions: new () => List<ResponseOptions>
  BlockingService: new (options: { cacheSize: number }) => Service
  TranslationModel: new (
    config: string,
    model: AlignedMemory,
    shortlist: AlignedMemory,
    vocabularies: List<AlignedMemory>,
    qualityModel: null,
  ) => Owned
  asm: Record<string, (...values: number[]) => number>
}

export interface LoadedModel {
  translate(texts: readonly string[]): string[]
  /** The engine's memory is then free for another model; the process does not get it back. */
  free(): void
}

export interface BergamotRuntime {
  load(files: TranslationModel['files']): LoadedModel
}

// The matrix functions may come from the browser; elsewhere the engine's own, slower ones stand in for them.
const MATRIX_FUNCTIONS: Record<string, string> = {
  int8_prepare_a: 'int8PrepareAFallback',
  int8_prepare_b: 'int8PrepareBFallback',
  int8_prepare_b_from_transposed: 'int8PrepareBFromTransposedFallback',
  int8_prepare_b_from_quantized_transposed: 'int8PrepareBFromQuantizedTransposedFallback',
  int8_prepare_bias: 'int8PrepareBiasFallback',
  int8_multiply_and_add_bias: 'int8MultiplyAndAddBiasFallback',
  int8_select_columns_of_b: 'int8SelectColumnsOfBFallback',
}

// As Firefox runs these models, but for `ssplit-mode`: our sentences are already split, and split better.
// `max-length-break`: a sentence of more pieces is cut. `max-length-factor`: a translation of more is broken off.
const CONFIG = {
  'beam-size': 1,
  normalize: 1,
  'word-penalty': 0,
  'cpu-threads': 0,
  'skip-cost': true,
  alignment: 'soft',
  quiet: true,
  'quiet-translation': true,
  'max-length-break': 128,
  'mini-batch-words': 1024,
  workspace: 128,
  'max-length-factor': 2,
  'ssplit-mode': 'sentence',
}
const [MODEL_ALIGNMENT, OTHER_ALIGNMENT] = [256, 64]

type WasmImports = Record<string, Record<string, unknown>>

// The types of this global come with the DOM's only.
const { instantiate: instantiateWasm } = (
  globalThis as unknown as {
    WebAssembly: { instantiate(binary: Uint8Array, imports: WasmImports): Promise<{ instance: unknown }> }
  }
).WebAssembly

/**
 * About 50 ms. After an error of the engine nothing of it can be used any more.
 * @param say what the engine prints; its last lines tell why it gave up
 */
export async function openBergamotRuntime(say: (line: string) => void): Promise<BergamotRuntime> {
  const engine = await instantiate(say)
  const service = new engine.BlockingService({ cacheSize: 0 })
  return {
    load(files) {
      const model = loadModel(engine, files)
      return {
        translate: texts => translate({ engine, service, model }, texts),
        free: () => model.delete(),
      }
    },
  }
}

async function instantiate(say: (line: string) => void): Promise<BergamotModule> {
  const binary = readFileSync(locate('.wasm'))
  const glue = compileFunction(readFileSync(locate('.js'), 'utf8'), ['Module'])
  return new Promise((resolve, reject) => {
    const engine = {
      print: say,
      printErr: say,
      onRuntimeInitialized: () => resolve(engine as unknown as BergamotModule),
      instantiateWasm(imports: WasmImports, accept: (instance: unknown) => void) {
        const matrices = linkMatrixFunctions(() => (engine as unknown as BergamotModule).asm)
        instantiateWasm(binary, { ...imports, wasm_gemm: matrices }).then(
          ({ instance }) => accept(instance),
          reject,
        )
        return {}
      },
    }
    glue(engine)
  })
}

function locate(extension: string): string {
  return fileURLToPath(import.meta.resolve(PACKAGE + extension))
}

function linkMatrixFunctions(exports: () => BergamotModule['asm']): WasmImports[string] {
  return Object.fromEntries(
    Object.entries(MATRIX_FUNCTIONS).map(([name, own]) => [
      name,
      (...values: number[]) => exports()[own]?.(...values),
    ]),
  )
}

function loadModel(engine: BergamotModule, files: TranslationModel['files']): Owned {
  const copyIn = (path: string, alignment: number) => {
    const bytes = readFileSync(path)
    const memory = new engine.AlignedMemory(bytes.length, alignment)
    memory.getByteArrayView().set(bytes)
    return memory
  }
  const vocabularies = new engine.AlignedMemoryList()
  for (const path of files.vocabularies) vocabularies.push_back(copyIn(path, OTHER_ALIGNMENT))
  // Only models with precomputed factors for the activations have "alphas" in their name.
  const precision = files.model.includes('alphas') ? 'int8shiftAlphaAll' : 'int8shiftAll'
  const config = Object.entries({ ...CONFIG, 'gemm-precision': precision })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')
  const [model, shortlist] = [copyIn(files.model, MODEL_ALIGNMENT), copyIn(files.shortlist, OTHER_ALIGNMENT)]
  return new engine.TranslationModel(config, model, shortlist, vocabularies, null)
}

function translate(
  { engine, service, model }: { engine: BergamotModule; service: Service; model: Owned },
  texts: readonly string[],
): string[] {
  const input = new engine.VectorString()
  const options = new engine.VectorResponseOptions()
  for (const text of texts) {
    input.push_back(text)
    options.push_back({ alignment: false, html: false, qualityScores: false })
  }
  const responses = service.translate(model, input, options)
  const translations = texts.map((_, index) => {
    const response = responses.get(index)
    const text = response.getTranslatedText()
    response.delete()
    return text
  })
  for (const owned of [input, options, responses]) owned.delete()
  return translations
}
