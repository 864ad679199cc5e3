/** Tells a count of a part from a count of the whole: "the other two" of three, 其余四个, 前两种. */

// Somebody who has told of three may go on with one or two of them.
const partWords =
  /(?:另外?|其余|其餘|其他|其它|剩余|剩餘|剩下|余下|餘下|别|別|其中|至少|任意|任何?|前|后|後|最后|最後|仅有?|僅有?|只有|尤其是|包括|这|這|该|該|上述|有)的?\s?$/

/** For summaries: the words right before the count take it out of a larger one. */
export function countsPart(text: string, start: number): boolean {
  return partWords.test(text.slice(Math.max(0, start - 6), start))
}
