/** Tells which runs of `*`, `_` or `~` Markdown could read as the start or the end of emphasis. */

export interface MarkRun {
  mark: string
  /** The character before the run, `''` at the start of the text. */
  before: string
  /** The character behind the run, `''` at the end of the text. */
  after: string
}

// CommonMark counts symbols as punctuation since 0.31 and did not before, renderers know different ages of
// Unicode, and a common extension lets Chinese characters open emphasis. A run counts as soon as one of
// these readings makes it count.
const CJK = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u
const PUNCTUATION = /[\p{P}\p{S}]/u
// GitHub's renderer looks past `~` for the character next to a run: `~` may stand for either kind.
const SURE_PUNCTUATION =
  /[!-/:-@[-`{-}«»¡¿§·\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3011\u3014-\u301f！-／：-＠［-｀｛-･]/

function isSpace(char: string): boolean {
  return char === '' || /\s/.test(char)
}

function mayBePunctuation(char: string): boolean {
  return PUNCTUATION.test(char)
}

function mayBeLetter(char: string): boolean {
  return !SURE_PUNCTUATION.test(char)
}

/** Left-flanking, https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run; `_` not inside a word. */
export function canOpen({ mark, before, after }: MarkRun): boolean {
  if (isSpace(after)) return false
  const apart = isSpace(before) || mayBePunctuation(before)
  if (mark === '_') return apart
  return apart || mayBeLetter(after) || CJK.test(before)
}

/** Right-flanking, the mirror image of `canOpen`. */
export function canClose({ mark, before, after }: MarkRun): boolean {
  return canOpen({ mark, before: after, after: before })
}
