/** Chinese words that turn a sentence: 不, 无需, 提高, 降低, 优于, 不如. */
import { findAll } from '../../paper/find-all.ts'
import { once } from '../once.ts'
import { clauseAround } from './clause.ts'
import type { BriefCue, BriefLimit, CueKind, Tongue } from './tongue.ts'

// Hold 不, 未, 无 or 非 and deny nothing, or nothing that an English negation stands for. 不到 and 不超过 are bounds.
const IDIOMS =
  `不再|[不未没](?:会|能|有|再)?(?=[停失损错忘断漏坏崩弃])|未解|未决|未定|不变|不动|不休|不间断|不停|不住|不等于|不绝|而不是|而非|(?<!因)而不|不仅仅|不仅|不但|不只|不光(?![滑照])|不单(?![调一独])|不同|不断|(?<![从绝毫])不过(?!问)|不管|不论|无论|不少|不止|不妨|不得不|不可避免|不可或缺|必不可少|不尽|不相同|不一样
  |不亚于|不逊于|不逊色|不输|不弱于|不劣于|不差于|不慢于|不低于|不少于|不超过|不高于|不大于|不小于|不多于|不早于|不晚于|不到|不足(?=\\s?[\\d约近半百千一二两三四五六七八九十]|之处)|未来|无人(?=[机車车艇船舰系地值水潜驾售])|无线
  |是否|能不能|会不会|是不是|可不可以|有没有|毫不费力|不言而喻|不容忽视|不胜枚举|与否|否则|不久|不时|不禁|不惜|无疑|无非|无缝|无限|无穷|非常|除非|非凡|不外乎|不约而同
  |差不多|了不起|不失为|不谋而合|不懈|不凡|不菲|不俗|不容|层出不穷|不可思议|不等式|不等|不一而足|前所未有|不一|未必|不一定|.不到|.不出|.不上|.不了|.不清|.不住|.不开|不愧|不免
  |不平凡|不计其数|不可估量|不可忽视|不容小觑|无与伦比|完美无缺|无所不在|无处不在|不遗余力|不再赘述|不难
  |不(?:能|可|该|应该?|会|再)?(?:[只仅]|光(?![滑照])|单(?![调一独]))|(?:尚未|还未|还没有?|未|没有?)(?=[^，。；]{1,14}(?:之前|以前|前[就便即已]))|不确定(?=[性度])
  |方兴未艾|史无前例|闻所未闻|见所未见|从未有过|独一无二|举世无双|无可比拟|无出其右|无可争议|无可厚非|无可避免|无可替代|无微不至|无一例外|无时无刻|无独有偶|无关紧要
  |参差不齐|良莠不齐|源源不断|川流不息|与众不同|截然不同|大不相同|各不相同|迥然不同|不相上下|不分伯仲|不折不扣|不可小觑|不可多得|不可逾越
  |微不足道|不足为奇|不足挂齿|不尽如人意|不尽人意|不如人意|不甚理想|不尽理想|不期而遇|不例外|(?:并非|并不|不)(?:全|都是?|所有|总是?|完全|必然)|并非(?=[^，。；]{1,8}(?:全|都|所有|总|完全|一定))|不[利良](?=影响|作用|后果|因素)|屡见不鲜|供不应求|入不敷出|美中不足|力不从心|捉襟见肘|莫不|无不(?![良利当足适])
  |不乏|不啻|不惮|不吝|不朽|不绝|不已|不解之缘|不速之客|不成比例|不知不觉|不由自主|不得已|不由得|不厌其烦|不辞|不论是|不言自明
  |无数|无比|无奈|无产|无锡|无机(?!会)|无边|无名|无助|无花果|无理数|不幸|不料|不锈|不列颠|不丹|不定式|不饱和|不由|不堪|不满(?!足)|不便(?!宜)|不公|不当|不法|不适(?![用合])|不安(?!全)|不祥|不测(?![试量])|不孕|不育|未成年|未婚|未遂|未免|未雨绸缪
  |[淹埋湮沉吞出覆隐]没|没[收落入](?!有)|停滞不前|居高不下|有增无减|密不可分|不可分割|缺一不可|可有可无|一丝不苟|有条不紊|来之不易|分毫不差|完好无损|无孔不入|心照不宣|坚定不移|数不胜数|防不胜防|势不两立|深不可测|万无一失|安然无恙|相差无几|(?:数据|检索|图像|知识|因子|工具|记忆)增强|增强(?=中|后|操作|变换|手段|框架|模块|方法|模型|学习|生成|策略|技术|型|版|现实|器|网络|系统)|不择手段|不假思索|不拘一格|更不(?=频|稳|均|准|可靠|一致|确定)|(?<=既(?:没有?|不|未)[^，。；]{1,24}，?)也(?:没有?|不|未)`.replace(
    /\s+/g,
    '',
  )
const NEGATIONS = `从不|从未|切勿|请勿|不足|不够|没有|没能|没|未能|未曾|未|无法|无需|无须|毋需|毋须|不必|不能够|不能|不会|不可以|不可|不再|不是|不|无|并非|绝非`
const CUES: Record<Exclude<CueKind, 'negation'>, string> = {
  rise: '更高|更多|更大|提升|提高|增加|增强|增大|增长|上升|升至|升到|升高|增至|加强|攀升|上涨|提至|提振|递增',
  fall: '更低|更少|更小|降低|减少|下降|减小|缩短|削减|降至|降到|减至|减半|缩减|下滑|削弱|减弱|跌至|降幅|下跌|递减',
  win: '更好|更优|更强|更佳|更快|更准|优于|超过|超越|胜过|好于|强于|高于|击败|领先于|领先|超出|胜于',
  loss: '更差|更糟|更弱|更慢|不如|不及|逊于|逊色于|劣于|落后于|落后|弱于|差于|低于|输给|败给|不敌|比不上|慢于|逊色',
}
// Alternatives stand in the order in which they are tried: what is no cue first.
const PATTERN = once(() => {
  const kinds = Object.entries(CUES).map(([kind, words]) => `(?<${kind}>${words})`)
  return new RegExp(
    `(?<loss0>不如|不及|不敌)(?!说)|(?:${IDIOMS})|${kinds.join('|')}|(?<negation>${NEGATIONS})`,
    'g',
  )
})
const WIDE =
  /[不没未无非否免缺失败难仅只避防拒忽漏丢弃脱零劣逊尚待省勿莫阻碍妨匮罕鲜错误除舍弱差停欠]|(?<!减)少|局限|受限|有限|限制|独立于|而是|取代|代替|替代|才能|才会|之外|以下|以内|挑战|瓶颈|空白|低于|反而|离线|落后|隔绝|远离|从头|自动|去掉|去除|移去|撤|拿掉|相反|原样|照旧|照样|依旧|依然|自行|独自|一律|直接|完整|棘手|出人意料|意外|意想|甚微|甚少|寥寥|欠佳|乏力|徒劳|[艰苦]|复杂|吃力|挣扎|勉强|遥远|有待|[拿得找做看达用收听]不到|冷落|冷遇|冷清|漠视|轻视|淡化|首[次个度创例]|第一[个次]|绝无|相悖|矛盾|抵触|阙如/
const HINTS = new RegExp(
  `(?<tame>不仅|不但|不只|不光|不同|不断|(?<![从绝毫])不过(?!问)|不管|不论|无论|非常|除非|是否|未来|无人机|无线|而且|无限|无疑|而是|除了?[^，。；]{1,16}外|排除在[^，。；]{1,16}之外)|${WIDE.source}`,
  'g',
)
const DENIALS =
  /(?<!除|并)非(?!常|凡)|没有?|未(?!来)|不(?![仅但只光单同断过管论少妨如及敌])|无(?!人机|论|线|缝|限|疑)|免|缺[乏少]|难以/g
// English words that look like a denial, with the Chinese ones that are none.
const RENDERINGS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:rather|instead)$/, /而非|而不|代替|替代|取代/],
  [/^unlike$/, /不同|不像|有别|区别/],
  [
    /^(?:few|little|rarely|seldom|hardly|scarcely|barely)$/,
    /[很较极甚更]少|少(?:数|有|见|样本)|几(?!乎)|罕|鲜|寥|稀/,
  ],
  [/^yet$/, /但|却|然而|不过|可是|又/],
  [/^still$/, /仍|依然|依旧|还/],
  [/^remain/, /仍|依然|依旧|保持|留|剩|余|还/],
  [/^if$/, /如果|若|倘|假如|只要|即便|即使|哪怕|是否|时|当|则|条件|前提/],
  [/^whether$/, /是否|能否|可否|会否|有没有|是不是|能不能|与否|无论|不论|不管|还是/],
  [/^(?:only|merely|just|solely|mere)$/, /只|仅|才|唯|单|刚|纯/],
  [/^(?:any|arbitrar\w*)$/, /任[何意一]|每|所有|一切|各/],
  [/^(?:every\w*|always)$/, /每|各|所有|一切|总|始终|一直|全|都/],
  [/^despite$/, /尽管|虽|即便|即使/],
  [/^before$/, /前|先/],
  [/^too$/, /也|同样/],
  [/^(?:low\w*|below|beneath)$/, /低|以下|之下|下/],
  [/^(?:less|fewer)$/, /少|低|更|弱|小/],
  [/^(?:least)$/, /至少|最/],
  [/^against$/, /对|反|抗|比|与|以|针/],
  [/^alone$/, /单|独|仅|只/],
  [/^until$/, /直到|直至|才|之前|前|截至/],
  [/^(?:loss\w*|los[et]\w*|losing)$/, /损失|损|失|丢|输/],
  [/^beyond$/, /超|之外|以外|以上|之后/],
  [/^except$/, /除|例外/],
  [/^zero$/, /零|(?<![\d.])0(?![\d.])/],
  [/^free$/, /(?<!避)免|自由|零/],
  [/^(?:hard|difficult\w*|struggl\w*)$/, /难/],
  [/^(?:avoid|prevent)/, /避|防|阻/],
  [/^(?:absent|missing)$/, /缺/],
]
const VERBAL = /^(?:未能|没能|无法|不能够?|不会|不可以|不是|并非)/
const FIRM =
  /^(?:没有?|没能|未能?|无法|无需|无须|不能|不会|不可|不是|并非|绝非|不[需依使支包优亚表成存]|无效|不[足够][了，。；])/
const DENIED =
  /(?:不|未|没有?|无法|难以|没能|无需|避免|防止|阻止|抑制|缓解|减轻)[会能够再得]?(?:显著|明显|大幅|进一步)?$/
const LIMITS =
  /(?<least>至少|不少于|不低于|不小于|最少)[^，。；、：\d]{0,12}?(?<a>\d[\d.]*|[一二两三四五六七八九十](?=[次个种项倍步]))|(?<most>至多|最多|不超过|不高于|不多于|不大于)[^，。；、：\d]{0,12}?(?<b>\d[\d.]*|[一二两三四五六七八九十](?=[次个种项倍步]))|(?<![未不没])(?<over>超过|高于|多于|大于|逾|突破)\s?(?<c>\d[\d.]*)|(?<under>不到|不足|低于|少于|小于)\s?(?<d>\d[\d.]*)/g
const NUMERALS: Record<string, string> = {
  一: '1',
  二: 'two',
  两: 'two',
  三: 'three',
  四: 'four',
  五: 'five',
  六: 'six',
  七: 'seven',
  八: 'eight',
  九: 'nine',
  十: 'ten',
}
const OWN_WORD =
  /(?:摘要|原文|论文|本文|文中|作者)(?:中|里|部分)?[^，。；]{0,6}(?:未|没有?|并未|不)[^，。；]{0,8}(?:给出|说明|提供|报告|提及|提到|交代|涉及|指明|列出|公布|披露|讨论|展示|点明|谈|写|说|注明|明确|提出|描述|解释|介绍|比较|评估|验证|包含|指出|透露|限定|区分|量化|细说|展开|附|具体|测试|评测|考察|检验|覆盖|分析|统计|对比|述及|论及|言明|载明)|不宜|不应|不必急于|宜(?!居)|值得|建议|应当|可以?先?考虑|不妨|需谨慎|需要?注意|从业者|启示|未(?:给出|提供|说明|交代|提及)/
const NEEDS = /需要|必须|依赖|依靠|使用(?![时後后前率者量])/g
const OF_OTHERS = /现有|已有|传统|以往|此前|先前|目前|当前|过去|前人|既有|常规|如何|为何|是否/
const BREAKS = '，；;：。！？!?“”'
// What may stand between a noun and the verb that is said of it.
const ADVERBS =
  /(?:显著|明显|大幅度?|大大|有效地?|进一步|极大地?|持续|稳步|平均|分别|均|也|都|还|可以|可|能够|能|将|会|得到|有所|得以|实现|绝对|相对|了|最多|最高|至少|约|再|从而|并|整体|总体|随之|会?随着?|同时|则|却|反而|略有?|稍有?|逐渐|不断|快速|迅速|急剧|的)+$/
// Hostile input: the patterns above and below are looked for from every place.
const MAX_SUBJECT = 60
const FROM = /(?:从|由|自)[^，。；]{1,14}$/
const AFTER = /^(?:了|其|该|对|模型的?|整体|总体|平均)*/
const NOUN_END = /[，。；、：（）()“”\s\d的和与及并而至到为从约近达超以由则时后比等使让且在]/
const CONDITION = /如果|若(?!干)|假如|假使|倘|要是|一旦|只要|凡/
const BETTER_LOW =
  /错误|误差|误|延迟|时延|损失|成本|开销|困惑度|代价|内存|显存|能耗|功耗|时间|耗时|遗忘|幻觉|偏差|偏见|方差|噪声|复杂度|参数|计算量|失败|风险|差距|不确定|冗余|过拟合|干扰|wer|cer|fid|mae|rmse|mse|lpips|flops|perplexity|error|loss|latency|cost|fvd|eer|nll|epe|mpjpe|rmsd|chamfer|距离/

export const chinese: Tongue = {
  readCues(sentence) {
    const cues: BriefCue[] = []
    for (const { 0: text, index, groups } of findAll(sentence, PATTERN())) {
      const kind = (['rise', 'fall', 'win', 'loss', 'negation'] as const).find(
        name => groups?.[name] !== undefined,
      )
      const end = index + text.length
      if (groups?.loss0 !== undefined) cues.push({ kind: 'loss', start: index, end })
      else if (kind) cues.push({ kind, start: index, end })
    }
    return cues
  },
  isNegated: text => WIDE.test(text),
  readHints: text =>
    findAll(text, HINTS).flatMap(({ 0: words, index, groups }) =>
      groups?.tame === undefined ? [{ start: index, end: index + words.length }] : [],
    ),
  countDenials: text => text.match(DENIALS)?.length ?? 0,
  isRendered: (word, text) => RENDERINGS.some(([own, usual]) => own.test(word) && usual.test(text)),
  isVerbal: words => VERBAL.test(words),
  readNeeds: sentence =>
    findAll(sentence, NEEDS).map(({ 0: words, index }) => ({ start: index, end: index + words.length })),
  readLimits,
  isDenied: (sentence, at) => DENIED.test(sentence.slice(Math.max(0, at - 8), at)),
  isFirm: words => FIRM.test(words),
  isOwnWord: sentence => OWN_WORD.test(sentence),
  isConsequence: before =>
    /(?:过[高大多长慢重低少短]|太[高大多长慢重]|昂贵|有限|不足|困难|极高|难以[^，。；]{1,10}|(?:缺[乏少]|欠缺)[^，。；]{1,28}|(?:没有|未|不够|不足)[^，。；]{0,20}，)[，、；]?(?:因?而|从而|所以|以致|致使|并|且)?$/.test(
      before.slice(-36),
    ),
  isOfOthers: sentence => OF_OTHERS.test(sentence),
  isCondition: before => CONDITION.test(before),
  clauseAround: (sentence, at) => clauseAround(sentence, at, BREAKS),
  reach: 12,
  slack: 2,
  objectsOf(sentence, cue) {
    const clause = clauseAround(sentence, cue.start, BREAKS)
    const rest = sentence.slice(cue.end, clause.end)
    const skip = AFTER.exec(rest)?.[0].length ?? 0
    const length = rest.slice(skip).search(NOUN_END)
    const end = length < 0 ? clause.end : cue.end + skip + length
    // Where an object follows, what stands before does the raising: 较低的温度可提高精度.
    if (end > cue.end + skip) return [{ start: cue.end, end, isTail: true }]
    const start = Math.max(clause.start, cue.start - MAX_SUBJECT)
    const head = sentence.slice(start, cue.start)
    const subject = head.replace(ADVERBS, '').replace(FROM, '').replace(ADVERBS, '')
    return [{ start, end: start + subject.length, isTail: true }]
  },
  isBetterLow: text => BETTER_LOW.test(text),
}

function readLimits(sentence: string): BriefLimit[] {
  // Folded in place, thousands separators are still there.
  return findAll(sentence, LIMITS).map(({ 0: text, index, groups = {} }) => {
    const figure = groups.a ?? groups.b ?? groups.c ?? groups.d ?? ''
    const isLeast = groups.least !== undefined || groups.over !== undefined
    return {
      kind: isLeast ? 'least' : 'most',
      figure: NUMERALS[figure] ?? figure.replace(/\.$/, ''),
      start: index,
      end: index + text.length,
    }
  })
}
