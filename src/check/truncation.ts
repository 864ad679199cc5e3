/** Tells a text that was cut off from one that ends. */
import { findLinks } from './find-links.ts'

const CLOSERS = '`"\'”’」』）)]】》»*'
const TERMINATORS = '.!?。！？．｡؟।…'
const DANGLING =
  /(?:[,，、:：;；(（[【《“‘「\-–—~/\\]|(?<![\p{L}])(?:and|or|the|a|an|of|to|with|for|in|on|by|from|that|which|as|is|are|we|our|und|oder|der|die|das|mit|für|et|ou|le|la|les|des|avec|pour|y|o|el|los|con|para)|(?:[的和与及或以对在把被将从向]|以及|并且|而且|但是|因为|例如|包括|通过|为了))$/iu

// Words that end in a character which, alone, would want more behind it: 参与 is "participation", 与 is "and".
const WHOLE_WORD_END =
  /(?:目的|标的|饱和|总和|求和|调和|中和|温和|缓和|参与|赋与|给与|普及|提及|涉及|波及|顾及|企及|触及|危及|论及|潜在|存在|内在|外在|所在|实在|现在|相对|绝对|应对|配对|成对|反对|一把|植被|服从|主从|跟从|方向|双向|单向|定向|导向|取向|反向|逆向|正向|前向|后向|横向|纵向|转向|意向|趋向|动向|倾向|偏向|走向|朝向|流向|风向|志向|法向|径向|切向|轴向|侧向|航向)$/u

// 语言模型是隐式连续的: what stands between 是 and 的 is a predicate.
const PREDICATE_END = /是[^，。；：]{1,24}的$/

// A slash or a hyphen at the end of an address is part of it.
const ADDRESS_END = /(?:https?:\/\/|www\.)[!-~]{4,280}$/i

// "https://host.org/ people/projects/tern": a source may break it, and a brief keeps it so.
const BROKEN_ADDRESS_END = /https?:\/\/[!-~]{4,100}\/ [\w.-]+(?:\/[\w.~-]+)+\/?$/i

/** The text ends with a stop, a closing bracket or quotation mark behind one, a link or a formula. */
export function endsSentence(text: string): boolean {
  const bare = text.trimEnd()
  let end = bare.length
  while (end > 0 && CLOSERS.includes(bare[end - 1] ?? '')) end--
  if (TERMINATORS.includes(bare[end - 1] ?? '-')) return true
  if (bare.endsWith('$') || isBracketed(bare, end)) return true
  if (BROKEN_ADDRESS_END.test(bare.slice(-300))) return true
  const last = findLinks(bare.slice(-600)).at(-1)
  return last !== undefined && (bare.endsWith(last) || bare.endsWith(`${last}/`))
}

// "…见 https://github.com/group/tern 获取": whoever ends with an address leaves out the stop behind the verb too.
const GIVEN_AT =
  /\s?(?:上|处|中|页面)?(?:公开|免费|开源)?(?:获取|获得|取得|下载|查看|访问|找到|提供|获悉|查阅|浏览|发布|开源|公开|得到|查到|体验)$/

/** Ends with an address and the verb that goes with it, but without a stop. */
export function endsWithAddress(text: string): boolean {
  const bare = text.trimEnd().slice(-300)
  const end = GIVEN_AT.exec(bare)?.index
  return end !== undefined && ADDRESS_END.test(bare.slice(0, end))
}

/** "… (Figure 1)" and "… (https://…)": what the source, too, has without a stop. */
function isBracketed(text: string, end: number): boolean {
  if (!/[)）\]】]$/.test(text) || end === text.length) return false
  return /[(（[【][^()（）[\]【】]{1,120}$/.test(text.slice(Math.max(0, end - 130), end))
}

/** The words a text breaks off with: a comma, an opening bracket, a connective; undefined where it does not. */
export function findDanglingEnd(text: string): string | undefined {
  const bare = text.trimEnd()
  if (ADDRESS_END.test(bare.slice(-300)) || WHOLE_WORD_END.test(bare) || PREDICATE_END.test(bare))
    return undefined
  return DANGLING.exec(bare.slice(-40)) ? bare.slice(-20) : undefined
}

/** Ends with dots that say "and so on". */
export function endsWithEllipsis(text: string): boolean {
  return /(?:…|\.{3,}|。{2,}|⋯)["'”’」』）)\]】》]*\s*$/u.test(text.slice(-20))
}
