/** The commonest small words of a language, by which a text shows what it is written in. */

const STOPWORDS: Record<string, ReadonlySet<string>> = {
  en: words(
    'the of and to in a is that for on with as are we by this be an from it which can our these at has have not or its their',
  ),
  de: words(
    'der die das und in von zu mit den ist für auf eine ein im des dem sich auch als wir nicht werden wird an durch bei sowie aus dass',
  ),
  fr: words(
    'le la les de des du et en un une est que pour dans par sur nous avec qui ce cette au aux ou plus sont ces à',
  ),
  es: words(
    'el la los las de del y en un una es que para por con se su al como más este esta son nos lo o sobre',
  ),
  pt: words(
    'o a os as de do da dos das e em um uma é que para por com se no na ao como mais este esta são nos ou',
  ),
  it: words(
    'il lo la i gli le di del della dei e in un una è che per con si da al come più questo questa sono nel o',
  ),
  nl: words(
    'de het een en van in is dat op te voor met zijn die aan we als door ook niet wordt worden deze bij om of naar uit',
  ),
  pl: words('i w na z do się że jest nie to jak dla oraz przez od są który które tym po być lub ten'),
  tr: words('ve bir bu ile için olarak da de daha çok olan en gibi ancak her bu'),
  vi: words('và của các là cho trong một được với có này để những trên từ đã không'),
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** Share of words that are stopwords, 0 to 1; undefined for a language without a list. */
export function stopwordShare(text: string, language: string): number | undefined {
  const list = STOPWORDS[language.split('-')[0]?.toLowerCase() ?? '']
  if (!list) return undefined
  const all = text.toLowerCase().match(/[\p{Script=Latin}\p{M}]+/gu) ?? []
  return all.length === 0 ? 0 : all.filter(word => list.has(word)).length / all.length
}

/** How many Latin words a text has. */
export function countLatinWords(text: string): number {
  return text.match(/[\p{Script=Latin}\p{M}]+/gu)?.length ?? 0
}
