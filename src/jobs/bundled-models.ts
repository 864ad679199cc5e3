/** What is known of the English-Chinese model without asking: it can be fetched though the registry is out of reach. */
import type { ModelFileRole } from '../engines/bergamot-files.ts'

export interface OfferedFile {
  role: ModelFileRole
  /** Decompressed: `model.enzh.intgemm.alphas.bin`. */
  name: string
  /** Under the address of the registry or of a mirror. */
  path: string
  /** Of the decompressed file, where known; the registry knows them for the weights alone. */
  bytes?: number | undefined
  sha256?: string | undefined
}

/** One model for one pair of languages. */
export interface ModelOffer {
  from: string
  to: string
  /** `base`, `base-memory` or `tiny`: from good and slow to small. */
  architecture: string
  /** `Release`, `Release Desktop`, `Nightly`; empty where it is none. */
  status: string
  files: readonly OfferedFile[]
  /** Score of the FLORES test, from 0 to 1, where known. */
  comet?: number | undefined
}

const FOLDER = 'models/en-zh/llmaat_finetune10M_qe8_f2_ByQcSxGXQRqGi-UTxYE43g/exported'

// From Mozilla's own records; the hashes are those of the decompressed files.
const FILES: readonly [ModelFileRole, string, number, string][] = [
  [
    'model',
    'model.enzh.intgemm.alphas.bin',
    43_849_787,
    '4e5accc141373565ddc8fa1565bceaa8d0c3482a82cab8131c719ebcc6c2157c',
  ],
  [
    'sourceVocabulary',
    'srcvocab.enzh.spm',
    806_952,
    'bd9b65504acc6d9726dd281f7defc2adb7c2c22d0688fe2f84697de25197c8c5',
  ],
  [
    'targetVocabulary',
    'trgvocab.enzh.spm',
    772_004,
    'aded6993c36e440284d11cec3f6b8aef9c0e43188a772d80be342a713adf223d',
  ],
  [
    'shortlist',
    'lex.50.50.enzh.s2t.bin',
    4_485_184,
    '8575d8daa10e2dbff316dcdf8e1ce475357bcc2c92bdc63b736a2d5add22f681',
  ],
]

export const bundledOffers: readonly ModelOffer[] = [
  {
    from: 'en',
    to: 'zh',
    architecture: 'base-memory',
    status: 'Release',
    comet: 0.8595,
    files: FILES.map(([role, name, bytes, sha256]) => ({
      role,
      name,
      path: `${FOLDER}/${name}.gz`,
      bytes,
      sha256,
    })),
  },
]
