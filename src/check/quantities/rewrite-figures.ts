/** Rewrites the figures of a language, with their scales and units, the way English or Chinese texts have them. */

interface Spelling {
  /** Letters run into each other, so that a word ends where another begins. */
  isUnspaced: boolean
  /** Words behind a figure, the longest first, and what to read for them; never longer than the word. */
  words: readonly { word: string; to: string }[]
}

const MAX_TAIL = 30

/** `what to read: word, word | …`. */
function readTable(table: string, isUnspaced = false): Spelling {
  const words = table.split('|').flatMap(line => {
    const [to = '', list = ''] = line.trim().split(': ')
    return list.split(', ').map(word => ({ word: word.toLowerCase(), to: to === '_' ? '' : to }))
  })
  return { isUnspaced, words: words.sort((a, b) => b.word.length - a.word.length) }
}

const spellings: Record<string, Spelling> = {
  de: readTable(`points: Prozentpunkt, Prozentpunkte, Prozentpunkten | point: Punkte, Punkten | %: Prozent |
    billion: Milliarde, Milliarden | bn: Mrd. | million: Million, Millionen | mn: Mio. | tn: Billion, Billionen | k: Tausend |
    s: Sekunde, Sekunden | min: Minute, Minuten | hour: Stunde, Stunden | day: Tage, Tagen | week: Woche, Wochen |
    x: Mal, -mal, mal, -fach, fach, -fache, fache, stel`),
  fr: readTable(`points: point de pourcentage, points de pourcentage | point: points | %: pour cent, pourcent |
    billion: milliard, milliards | million: million, millions | tn: billion, billions | k: mille |
    second: seconde, secondes | min: minute, minutes | hour: heure, heures | day: jour, jours | week: semaine, semaines |
    x: fois | kB: ko | MB: Mo | GB: Go | TB: To`),
  es: readTable(`points: punto porcentual, puntos porcentuales | point: puntos | %: por ciento |
    bn: mil millones | mn: millón, millones | tn: billón, billones | k: mil |
    second: segundo, segundos | min: minuto, minutos | hour: hora, horas | day: día, días | week: semana, semanas | x: veces`),
  it: readTable(`points: punto percentuale, punti percentuali | point: punti | %: per cento, percento |
    billion: miliardo, miliardi | mn: milione, milioni | k: mila |
    second: secondo, secondi | min: minuto, minuti | hour: ora, ore | day: giorno, giorni | week: settimana, settimane | x: volte`),
  pt: readTable(`points: ponto percentual, pontos percentuais | point: pontos | %: por cento |
    bn: mil milhões, bilhão, bilhões | mn: milhão, milhões | tn: trilhão, trilhões | k: mil |
    second: segundo, segundos | min: minuto, minutos | hour: hora, horas | day: dia, dias | week: semana, semanas | x: vezes`),
  ja: readTable(
    `个百分点: パーセントポイント, %ポイント, ポイント | _: パーセンタイル | %: パーセント | 毫秒: ミリ秒 | 微秒: マイクロ秒 |
    公里: キロメートル | 毫米: ミリメートル | 米: メートル | GB: ギガバイト | MB: メガバイト | 字节: バイト | 比特: ビット |
    小时: 時間 | 分钟: 分間 | 个月: か月, カ月, ヶ月 | 周: 週間 | 天: 日間`,
    true,
  ),
  ko: readTable(
    `点: 퍼센트포인트, %포인트, %p | %: 퍼센트 | 毫秒: 밀리초 | 秒: 초 | 小时: 시간 | 倍: 배 | 兆: 조 | 亿: 억 | 万: 만 | 千: 천`,
    true,
  ),
}

// `1.234,5`, `1 234` and `0,5`; bounded, since outside text may hold runs of any length.
const GROUPED =
  /(?<![\d.,])(?:\d{1,3}(?:[.\u00a0\u202f\u2009 ]\d{3}){1,6}(?:,\d{1,12})?|\d{1,15},\d{1,15})(?!\d|[.,]\d)/g

export function canRewrite(language: string): boolean {
  return baseOf(language) in spellings
}

/** As long as the text. What the source writes in the same digits and marks is left as it is. */
export function rewriteFigures(text: string, language: string, source: string): string {
  const spelling = spellings[baseOf(language)]
  if (!spelling) return text
  const figures = spelling.isUnspaced
    ? text
    : text.replace(GROUPED, run => (source.includes(run) ? run : swapMarks(run)))
  return rewriteWords(figures, spelling)
}

function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? ''
}

/** `1.234,5` and `1 234,5` → `1,234.5`. */
function swapMarks(run: string): string {
  return run.replace(/[.,\u00a0\u202f\u2009 ]/g, mark => (mark === ',' ? '.' : ','))
}

function rewriteWords(text: string, { words, isUnspaced }: Spelling): string {
  let out = ''
  let last = 0
  for (const { 0: head, index } of text.matchAll(/\d[ \u00a0\u202f]?(?=[\p{L}%-])|[만억조천](?=\p{L})/gu)) {
    const at = index + head.length
    const tail = text.slice(at, at + MAX_TAIL).toLowerCase()
    const found = words.find(
      ({ word }) => tail.startsWith(word) && (isUnspaced || !/^[\p{L}\p{M}]/u.test(tail.slice(word.length))),
    )
    if (!found || at < last || found.to.length > found.word.length) continue
    out += text.slice(last, at) + found.to.padEnd(found.word.length)
    last = at + found.word.length
  }
  return out + text.slice(last)
}
