/** Finds what a brief takes back: 并未忽略 for "overlooks", 不乏 for "lacks", 不难 for "struggles". */
import { findAll } from '../../paper/find-all.ts'
import { CUES } from '../english-cues.ts'
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import { tellsOfOthers } from './denied-in-selection.ts'
import { matchClause } from './match-clause.ts'
import type { Turn } from './negations.ts'
import type { SentenceCase } from './sentence-case.ts'

/** What is told of in words of loss: the Chinese ones, and the English ones that they stand for. */
const LOSSES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:忽[视略]|遗漏|漏掉|漏|无视|轻视)/,
    /^(?:overlook\w*|ignor\w*|neglect\w*|miss\w*|omit\w*|disregard\w*)$/,
  ],
  [
    /^(?:缺乏|缺少|缺失|欠缺|匮乏|缺|乏)/,
    /^(?:lack\w*|absen\w*|scarc\w*|missing|limited|insufficien\w*|shortag\w*|deficien\w*)$/,
  ],
  [
    /^(?:损害|破坏|损伤|伤害|削弱|侵蚀|扰乱)/,
    /^(?:damag\w*|harm\w*|hurt\w*|impair\w*|degrad\w*|disrupt\w*|destroy\w*|undermin\w*|compromis\w*|break\w*|weaken\w*|erod\w*|corrupt\w*)$/,
  ],
  [
    /^(?:妨碍|阻碍|阻止|制约|限制|抑制)/,
    /^(?:hinder\w*|hamper\w*|imped\w*|prevent\w*|obstruct\w*|inhibit\w*|limit\w*|restrict\w*|constrain\w*|block\w*|challeng\w*|difficult\w*|suppress\w*)$/,
  ],
  [/^(?:误导|欺骗)/, /^(?:mislead\w*|misguid\w*|deceiv\w*|decept\w*)$/],
  [/^(?:扭曲|失真|混淆)/, /^(?:distort\w*|confus\w*|confound\w*)$/],
  [
    /^(?:难以|难事|难|困难|艰难|棘手)/,
    /^(?:difficult\w*|hard|harder|hardest|struggl\w*|challeng\w*|nontrivial|trivial|intractab\w*|unable|cannot|fail\w*)$/,
  ],
  [
    /^(?:限于|局限于|仅限于|受限于|局限|受限|只限于)/,
    /^(?:limit\w*|restrict\w*|confin\w*|only|solely|constrain\w*|exclusiv\w*)$/,
  ],
  [
    /^(?:丢失|丢弃|损失|牺牲|失去|丧失)/,
    /^(?:los[et]\w*|losing|loss\w*|discard\w*|sacrific\w*|drop\w*|forget\w*)$/,
  ],
  [/^(?:加剧|加重|恶化)/, /^(?:exacerbat\w*|aggravat\w*|worsen\w*|amplif\w*|intensif\w*|deteriorat\w*)$/],
  [/^(?:失败|出错|崩溃|失效)/, /^(?:fail\w*|error\w*|collaps\w*|break\w*|crash\w*)$/],
  [/^(?:复制|重现|延续)/, /^(?:replicat\w*|reproduc\w*|inherit\w*|mirror\w*|perpetuat\w*)$/],
  [/^(?:依赖|依靠|取决于)/, /^(?:rel(?:y|ies|ied|ying|iant|iance)|depend\w*|hing\w*)$/],
  [/^(?:容易|易于?)/, /^(?:prone|suscept\w*|vulnerab\w*|easy|easily|tend\w*)$/],
]
const TAKEN_BACK =
  /(?:并不|并未|并非|毫不|从不|从未|不会|不再|不能|没有|未曾|已不|已无|[不未无])(?:明显|任何|显著|再|会|能)?(?=[忽遗漏轻缺欠匮乏损破伤削侵扰妨阻制限抑误欺扭失混难困艰棘局仅受只丢牺丧加恶出崩复重延依取容易])/g
// 不易, 无损, 不失, 无限 and their like are words of their own.
const IDIOMS =
  /^(?:无损|不失|无限|无误|无缺|不容易|不易|未受限|不受限|不依不饶|无视|不容|不出|不取|不加|无加|不限(?!于)|不难看|不难发现|未加|不重复|无重复|不仅|不复|无制|不受|未受|无遗|不只|不误|不扭|不混|未失|无失)/
const REACH = 8

export function findDoubledDenials(sentenceCase: SentenceCase): Turn[] {
  const { text, tongue, isWhole, isSure, source, trace } = sentenceCase
  if (trace.bridge !== 'dictionary' || tongue.isOwnWord(text)) return []
  return findAll(text, TAKEN_BACK).flatMap(({ 0: words, index }): Turn[] => {
    const rest = text.slice(index + words.length, index + words.length + REACH)
    if (IDIOMS.test(text.slice(index, index + REACH)) || text.slice(0, index).endsWith('不得')) return []
    const loss = LOSSES.find(([told]) => told.test(rest))
    if (!loss) return []
    const quote = tongue.clauseAround(text, index)
    const sentences = isWhole
      ? isSure
        ? source.slice(0, 1)
        : []
      : matchClause(sentenceCase, quote, MIN_SHARED).map(({ sentence }) => sentence)
    const bearing = sentences.filter(({ words: all }) => all.some(({ text: word }) => loss[1].test(word)))
    const [first] = bearing
    // A summary may tell of another sentence, so that all must say so.
    if (!first || (!isWhole && bearing.length < sentences.length)) return []
    if (!isWhole && sentences.some(({ words: all }) => tellsOfOthers(all))) return []
    return sentences.some(sentence => isTakenBack(sentence, loss[1])) ||
      (!isWhole && trace.source.some(hasUndoingCompound))
      ? []
      : [{ kind: 'negation-added', quote, source: first }]
  })
}

const MIN_SHARED = 2
const BEFORE = 9
const AFTER = 6
// "Error-free", "prevalence-agnostic": what is denied stands before it, and may be rendered by any word.
const COMPOUND = /^(?:agnostic|free|proof|invariant|independent)$/
const UNDOING =
  /^(?:not|no|never|cannot|without|neither|nor|none|\w+n't|hardly|rarely|seldom|barely|avoid\w*|prevent\w*|free|unlike|instead|rather|beyond|un\w{4,}|non|less|little|few|minimal\w*|negligib\w*|preserv\w*|maintain\w*|retain\w*|overcom\w*|address\w*|mitigat\w*|eliminat\w*|alleviat\w*|remov\w*|reduc\w*|solv\w*|resolv\w*|robust\w*|resist\w*|only|independ\w*|regardless|agnostic|self|zero|trivial)$/

/** Whether the source itself takes the loss back where it speaks of it. */
function isTakenBack(sentence: SourceSentence, loss: RegExp): boolean {
  if (hasUndoingCompound(sentence)) return true
  const { words } = sentence
  // "Beyond" says 不限于 of whatever stands behind it.
  if (loss.test('limit') && words.some(({ text }) => text === 'beyond')) return true
  return words.some(
    ({ text }, at) =>
      loss.test(text) &&
      words.slice(Math.max(0, at - BEFORE), at + AFTER).some(other => isUndoing(other, words[at], loss)),
  )
}

function hasUndoingCompound({ words }: SourceSentence): boolean {
  return words.some(({ text }) => COMPOUND.test(text))
}

function isUndoing(other: SourceWord, own: SourceWord | undefined, loss: RegExp): boolean {
  if (other === own || other.part !== own?.part || loss.test(other.text)) return false
  return UNDOING.test(other.text) || (other.cues & CUES.negation) !== 0
}
