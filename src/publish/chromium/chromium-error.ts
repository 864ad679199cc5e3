/** What goes wrong with the browser that prints and measures. */
import { PaperbriefError } from '../../paper/error.ts'

/** `chromium-missing`, `chromium-failed`, `chromium-timeout`. Not for a page that does not fit: that is the poster's. */
export class ChromiumError extends PaperbriefError {}
