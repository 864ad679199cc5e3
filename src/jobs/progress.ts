/** What a job tells while it works; the command line draws it, the web app streams it. */

export type StageName =
  | 'collect'
  | 'read'
  | 'rank'
  | 'write'
  | 'publish'
  | 'import'
  | 'check'
  | 'index'
  | 'pull'

export interface Progress {
  /** Something a person wants to know, once. */
  note(message: string): void
  /** Something that went wrong and was dealt with. */
  warn(message: string): void
  /** How far a stage is; `total` absent where it is not known. `label`: what to show in place of the two numbers. */
  step(stage: StageName, done: number, total?: number, label?: string): void
}

export const silentProgress: Progress = { note() {}, warn() {}, step() {} }
