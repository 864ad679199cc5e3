/** What models and programs write when they have nothing to say: placeholders, refusals, chatter. */

/** The whole field is one of these. */
const EMPTY_ANSWERS = new Set(
  `n/a|na|none|null|nil|undefined|nan|todo|tbd|tba|fixme|unknown|-|--|—|–|…|...|?|???|x|xxx|error|failed|timeout|
  empty|no content|no summary|no summary available|no abstract|not available|not provided|not applicable|
  summary generation failed|translation failed|generation failed|failed to generate|failed to translate|
  summary|title|abstract|translation|placeholder|your answer here|object object|
  无|暂无|没有|不详|未知|略|待补充|待翻译|待定|空|暂缺|缺失|无内容|无摘要|暂无摘要|暂无翻译|暂无内容|未提供|不适用|
  翻译失败|摘要生成失败|生成失败|总结失败|处理失败|请求失败|无法生成|无法翻译|无法总结|标题|摘要|翻译|译文|
  無|暫無|翻譯失敗|摘要生成失敗|生成失敗|無法生成|無法翻譯`
    .split('|')
    .map(answer => answer.trim()),
)

/** Anywhere in the field, unless the paper itself says so. */
const ANYWHERE = [
  /summary generation failed|translation failed|failed to (?:generate|translate) (?:a |the )?(?:summary|translation|text)/i,
  /(?:翻译|摘要生成|总结生成|内容生成|文本生成)失败|无法(?:生成|提供|完成)(?:该|本|此)?(?:摘要|翻译|总结|译文)|(?:翻譯|摘要生成)失敗/,
  /\blorem ipsum\b|\b(?:TODO|FIXME|TBD)\b|\[(?:insert|placeholder|your|paper title|title here|待)[^\]]{0,40}\]/i,
  /(?<![A-Za-z\d])[XY]{1,2}(?:\.[XY]{1,2})?\s?[%％]/,
  /\{\{[^{}]{0,60}\}\}|<(?:placeholder|insert|title|abstract|translation)>|\[object Object\]/i,
]

/** At the start of a field, where an answer to the prompt stands in the place of text. */
const REFUSALS = [
  /^(?:as an? (?:ai|artificial intelligence|(?:large )?language model)\b[^.]{0,30}[, ]i\b|i(?:'|’)?m (?:sorry|afraid|unable)|i am (?:sorry|unable|an ai)|sorry,|i apologi[sz]e|i (?:can(?:'|’)?t|cannot|can not|won(?:'|’)?t|do not|don(?:'|’)t) (?:help|assist|provide|translate|summari[sz]e|fulfill|comply|generate|access|have access|see))/i,
  /^(?:(?:很|非常|十分|深感)?(?:抱歉|对不起|遗憾)(?=\s*(?:[，,。.！!；;：:]|我|您|无法|不能|未能|$))|(?:很|非常|十分)?遗憾的是[，,]\s*我(?!们)|作为(?:一个|一名|一款)?(?:大型|大)?(?:AI|人工智能|语言模型|大语言模型|助手)[^。]{0,12}[，,]\s*我|我(?:无法|不能|没有办法|没办法)(?:提供|翻译|生成|完成|帮助|协助|访问|满足|回答|总结)|(?:很|非常|十分|深感)?(?:對不起|抱歉|遺憾)(?=\s*(?:[，,。.！!；;：:]|我|您|無法|不能|未能|$))|作為(?:一個|一名)?(?:AI|人工智慧|語言模型)[^。]{0,12}[，,]\s*我)/,
  /^(?:the (?:provided |given |source )?(?:text|abstract|input) (?:is empty|was not provided|is missing)|(?:no|not enough) (?:information|text|abstract) (?:is |was )?(?:available|provided|given)|please provide (?:the|more|a)\b|请(?:提供|您提供)(?:需要|完整|更多|要))/i,
]
const CHATTER = [
  /^(?:sure|certainly|of course|okay|ok|absolutely)[,!.，！。]\s|^here(?:'|’)?s? (?:is|are)?\s?(?:the|a|my|your) (?:translation|summary|translated|chinese|requested|brief)|^(?:translation|translated (?:text|abstract|title)|summary)\s*[:：]/i,
  /^(?:好的|当然|没问题|可以)[，,！!。]\s*(?:以下|这里|下面|我)|^(?:以下|下面|这)(?:是|为)(?:您?要?求?的?|本文|该论文|论文|上述)?(?:的)?(?:中文)?(?:翻译|译文|摘要翻译|总结|标题翻译)|^(?:译文|翻译|中文翻译|中文摘要|摘要译文|标题译文)\s*[:：]|^(?:好的|當然)[，,！!。]\s*(?:以下|這裡)/,
  /(?:希望(?:这|以上)(?:个|些|对您)?.{0,12}(?:帮助|有用)|如(?:果您|有)(?:还)?(?:有)?(?:其他|任何)(?:问题|需要).{0,20}|(?:let me know if|i hope this helps|feel free to ask).{0,80})[。.!！]?$/i,
]

export interface Placeholder {
  kind: 'placeholder' | 'refusal' | 'chatter'
  quote: string
}

const MAX_EMPTY_ANSWER = 60

function isEmptyAnswer(text: string): boolean {
  if (text.length > MAX_EMPTY_ANSWER) return false
  const bare = text
    .toLowerCase()
    .replace(/^[[(<【（*_"“]+|[\])>】）*_"”。.!！:：]+$/g, '')
    .trim()
  return EMPTY_ANSWERS.has(bare || text)
}

/** The first placeholder in a field; `isSaid` tells whether the paper itself has the same words. */
export function findPlaceholder(text: string, isSaid: (words: string) => boolean): Placeholder | undefined {
  const bare = text.trim()
  if (isEmptyAnswer(bare)) return isSaid(bare) ? undefined : { kind: 'placeholder', quote: bare }
  const head = bare.slice(0, 200)
  return (
    search(REFUSALS, { text: head, kind: 'refusal', isSaid }) ??
    search(CHATTER, { text: bare.length > 400 ? head + bare.slice(-200) : bare, kind: 'chatter', isSaid }) ??
    search(ANYWHERE, { text: bare, kind: 'placeholder', isSaid })
  )
}

interface Search {
  text: string
  kind: Placeholder['kind']
  isSaid: (words: string) => boolean
}

function search(patterns: readonly RegExp[], { text, kind, isSaid }: Search): Placeholder | undefined {
  for (const pattern of patterns) {
    const quote = pattern.exec(text)?.[0]
    if (quote !== undefined && !isSaid(quote)) return { kind, quote }
  }
  return undefined
}
