/** Knows statements about what the source does not tell: no sentence of the source can bear them. */

const META: readonly RegExp[] = [
  // zh, after folding to Simplified characters
  /(?:摘要|原文|论文|本文|文中|作者|文章|正文|来源)[^，。；]{0,12}(?:未|没有?|不|无)[^，。；]{0,10}(?:给出|说明|提供|报告|提及|提到|交代|涉及|指明|列出|公布|披露|讨论|展示|包含|写明|指出|明确|数值|数字)/,
  /(?:^|[，；。])(?:但|且|也|均|都|尚|并)*(?:未|没有)(?:给出|说明|提供|报告|提及|交代|列出|公布|披露)/,
  /无从得知|无法得知|不得而知/,
  // en
  /\b(?:abstract|paper|authors?|text|source|summary|it)\b.{0,30}\b(?:not|no|without|nor|n't)\b.{0,30}\b(?:give|gives|given|state|stated|say|says|report|reported|mention|mentioned|specify|specified|provide|provides|provided|figures?|numbers?|details?|quantify|disclose|disclosed)\b/,
  /\b(?:not|no \w+|nothing) (?:is |are |was |were )?(?:given|stated|said|reported|specified|mentioned|provided|disclosed)\b/,
  // ja, ko, de, fr, es
  /(?:要旨|論文|概要|本文).{0,20}(?:ない|なし|せず|いない)/,
  /(?:초록|논문|요약).{0,20}(?:않|없)/,
  /\b(?:abstract|zusammenfassung|kurzfassung|artikel|arbeit|résumé|article|resumen|artículo)\b.{0,30}\b(?:nicht|kein\w*|pas|aucun\w*|ne|no|ningún|ninguna|sin|sans|ohne)\b/,
]
// Longer than any such statement; a pattern is never run over a text without end.
const MAX_LENGTH = 400

/** `statement` in small letters and Simplified characters. */
export function isMetaStatement(statement: string): boolean {
  const text = statement.slice(0, MAX_LENGTH)
  return META.some(pattern => pattern.test(text))
}

const ADVICE =
  /宜|应当|应该|应(?=[在先对将把按以用重优考避谨同尽]|$)|值得|建议|可以?先?考虑|不妨|需要?(?:注意|谨慎)|谨慎|有望|或许|可供|\b(?:should|consider|worth|recommend\w*|advis\w+|practitioners?|may want|suggests? that|caution)\b/

/** What a reader may make of the paper: drawn from it, and said in words of the brief's own. */
export function isAdvice(statement: string): boolean {
  return ADVICE.test(statement.slice(0, MAX_LENGTH))
}
