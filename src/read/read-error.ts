/** What is thrown where a paper's full text cannot be had. */
import { PaperbriefError } from '../paper/error.ts'

/**
 * Codes: `read-not-available` (no such text), `read-conversion-failed` (arXiv's HTML is broken),
 * `read-nonsense` (not a paper), `read-wrong-paper` (another paper's text), `read-too-large`,
 * `read-too-slow`, `read-damaged`, `read-encrypted`, `read-no-text` (a scan). A brief can still be
 * written from the abstract. Not thrown for a text that is only incomplete: that has `warnings`.
 */
export class ReadError extends PaperbriefError {}
