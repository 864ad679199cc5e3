/** Words between two figures that tell how the two go together. */

export const ordered = /\brespectively\b|分别|分別|依次|各自/

export const sentenceEnd = /[.;!?]\s|[。；！？\n]/
const coordinator = /[,;，；、和与及而或]|\b(?:and|or|but|while)\b/
// Behind these words English puts what Chinese puts first.
const reordering =
  /\b(?:of|than|compared|with|using|from|instead|rather|against|relative|despite|when|only|among|over|under|given|after|if)\b/

export const comparison = /相比|而非|而不是|相较|比|中的|其中/

/** Parts that stand side by side in both languages keep their order. */
export function areCoordinated(source: string, brief: string): boolean {
  return (
    coordinator.test(source) && coordinator.test(brief) && !reordering.test(source) && !comparison.test(brief)
  )
}
