/** Evidence: which sentences of the paper bear a statement of a brief. */

export interface EvidenceSentence {
  /** Verbatim, LaTeX resolved. */
  text: string
  /** Heading of the section, number included; absent for the title and the abstract. */
  section?: string
}

export interface Evidence {
  /** Key of the brief's field. */
  field: string
  /** Of the statement within its field, from 0. */
  place: number
  /** As it stands in the brief. */
  statement: string
  /** The best first; none where no sentence bears the statement. */
  sentences: EvidenceSentence[]
}
