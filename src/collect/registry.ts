/** Every source there is; a new one is added here, and nowhere else. */
import { arxivSource } from './arxiv.ts'
import { arxivListingsSource } from './arxiv-listings.ts'
import { arxivOaiSource } from './arxiv-oai.ts'
import { fileDeclaration } from './files.ts'
import { huggingfaceSource } from './huggingface-daily.ts'
import type { SourceDeclaration } from './source-declaration.ts'

/** In the order of the documentation. */
export const sourceDeclarations: readonly SourceDeclaration[] = [
  huggingfaceSource,
  arxivSource,
  arxivListingsSource,
  arxivOaiSource,
  fileDeclaration,
]
