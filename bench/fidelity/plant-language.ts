/** Plants words of another language or script: sentences left in English, whole fields, wrong characters. */
import type { CheckInput } from '../../src/check/check-input.ts'
import type { Random } from './open-random.ts'
import { allFields, findSentences, isChinese, type Plant, proseFields, replaceStretch } from './plant.ts'

const PAIRS = [
  ...'们們这這个個为為对對时時来來发發现現经經过過进進实實应應开開关關与與从從会會学學习習样樣问問题題动動种種产產业業将將图圖视視频頻觉覺语語论論证證验驗试試测測评評设設计計训訓练練该該识識调調读讀较較输輸转轉连連选選适適长長间間际際险險随隨难難项項预預领領额額术術机機构構标標检檢择擇据據损損换換扩擴护護报報拟擬数數断斷无無显顯条條规規观觀资資质質购購轨軌决決况況减減击擊创創别別则則势勢单單历歷压壓变變号號员員响響围圍场場块塊声聲处處备備头頭奖獎层層带帶帧幀库庫张張录錄径徑态態总總战戰',
]
const traditional = new Map<string, string>()
for (let at = 0; at < PAIRS.length; at += 2) traditional.set(PAIRS[at] ?? '', PAIRS[at + 1] ?? '')
const simplified = new Map([...traditional].map(([simple, full]) => [full, simple]))

const foreign = {
  Japanese: '本研究では、この問題を解決するための新しい手法を提案する。',
  Korean: '본 연구에서는 이 문제를 해결하기 위한 새로운 방법을 제안한다.',
  Russian: 'В этой работе предлагается новый метод решения данной задачи.',
  German: 'In dieser Arbeit wird ein neues Verfahren zur Lösung des Problems vorgestellt.',
  Chinese: '本文提出了一种解决该问题的新方法，并通过实验加以验证。',
}

export function plantLanguage(input: CheckInput, random: Random): Plant[] {
  return [...plantEnglish(input, random), ...plantForeign(input, random), ...plantCharacters(input, random)]
}

/** Not for briefs that are English themselves. */
function plantEnglish(input: CheckInput, random: Random): Plant[] {
  if (/^en/.test(input.brief.language)) return []
  const english = findSentences(input.paper.abstract).filter(({ text }) => {
    return text.split(' ').length >= 8 && !text.includes('$')
  })
  const sentences = proseFields(input).flatMap(({ key, text }) => {
    const place = findSentences(text)
    const [one, other] = [place[random.below(place.length)], english[random.below(english.length)]]
    if (!one || !other) return []
    return [
      replaceStretch({
        kind: 'sentence in English',
        input,
        key,
        start: one.start,
        end: one.end,
        by: ` ${other.text.trim()} `,
      }),
    ]
  })
  const field = random.choose(proseFields(input))
  const whole = input.paper.abstract
  return [
    ...sentences,
    replaceStretch({
      kind: 'field in English',
      input,
      key: field.key,
      start: 0,
      end: field.text.length,
      by: whole,
    }),
  ]
}

/** A sentence of a third language stands in the place of one. */
function plantForeign(input: CheckInput, random: Random): Plant[] {
  const own = new Intl.DisplayNames(['en'], { type: 'language' }).of(input.brief.language.slice(0, 2))
  return proseFields(input).flatMap(({ key, text }) => {
    const one = random.choose(findSentences(text))
    const [name, by] = random.choose(Object.entries(foreign).filter(([language]) => language !== own))
    return [replaceStretch({ kind: `sentence in ${name}`, input, key, start: one.start, end: one.end, by })]
  })
}

/** Three characters of the other standard, as a model slips into it. */
function plantCharacters(input: CheckInput, random: Random): Plant[] {
  if (!isChinese(input.brief.language)) return []
  const isHant = /Hant|TW|HK/.test(input.brief.language)
  const table = isHant ? simplified : traditional
  return allFields(input).flatMap(({ key, text }) => {
    const places = random.draw(
      [...text.matchAll(/\p{Script=Han}/gu)].filter(({ 0: char }) => table.has(char)),
      3,
    )
    if (places.length < 3) return []
    const chosen = new Map(places.map(({ 0: char, index }) => [index, table.get(char) ?? char]))
    const by = Array.from(text, (char, at) => chosen.get(at) ?? char).join('')
    const kind = isHant ? 'Simplified characters' : 'Traditional characters'
    return [replaceStretch({ kind, input, key, start: 0, end: text.length, by })]
  })
}
