/** What a check gets: the brief, the paper and the form; a check returns its findings and edits nothing. */
import type { Brief } from '../paper/brief.ts'
import type { Finding } from '../paper/finding.ts'
import type { Form } from '../paper/form.ts'
import type { FullText } from '../paper/full-text.ts'
import type { Glossary } from '../paper/glossary.ts'
import type { Paper } from '../paper/paper.ts'

export interface CheckInput {
  paper: Paper
  brief: Brief
  form: Form
  /** What the brief was written from besides title and abstract. */
  fullText?: FullText | undefined
  /** Of the brief's language; absent: terms are not checked. */
  glossary?: Glossary | undefined
}

export type Check = (input: CheckInput) => Finding[]
