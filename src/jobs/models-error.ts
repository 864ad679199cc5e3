/** The error of fetching and keeping translation models. */
import { PaperbriefError } from '../paper/error.ts'

/** A model that could not be fetched, or files that are not what they should be; what was there before is kept. */
export class ModelsError extends PaperbriefError {}
