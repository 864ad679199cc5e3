/** The fault of a run that had nothing to read; apart, so that the command line knows it without loading a run. */
import { PaperbriefError } from '../paper/error.ts'

/** No source answered and there was nothing from before to publish. */
export class NoSourceError extends PaperbriefError {}
