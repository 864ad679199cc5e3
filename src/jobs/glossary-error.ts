/** Faults of glossaries that a person can mend. */
import { PaperbriefError } from '../paper/error.ts'

export class GlossaryError extends PaperbriefError {}
