/** One version of a paper, as its source tells of it. */
export interface PaperVersion {
  /** From 1. */
  version: number
  /** When it was submitted: `2019-12-18T18:36:20.000Z`. */
  submitted: string
  /** Of the submitted files, in kB; where the source says so. */
  sizeKb?: number
  /** Whether this version takes the paper back. */
  withdrawn: boolean
}
