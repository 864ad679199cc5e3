/** Finds the words in text that puts no space between them: Chinese by jieba, others by the rules of Unicode. */

export interface Segmenter {
  /** The words of a run of one script, in order and without a gap; as long as the run. */
  cut(run: string): string[]
  /** The shorter words inside a word: 生成 in 生成式. */
  cutFiner(word: string): string[]
  /** Traditional characters as Simplified ones, in as many. */
  simplify(text: string): string
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u
const ONLY_HAN = /^\p{Script=Han}+$/u

/** Whether words cannot be told apart in this text without a segmenter. */
export function needsSegmenter(text: string): boolean {
  return UNSPACED.test(text)
}

let loading: Promise<Segmenter> | undefined

/** Loads the dictionary once: a quarter of a second and 70 MB, which text in English alone never pays. */
export function loadSegmenter(): Promise<Segmenter> {
  loading ??= openSegmenter()
  return loading
}

async function openSegmenter(): Promise<Segmenter> {
  const [{ Jieba }, { dict }, { Converter }] = await Promise.all([
    import('@node-rs/jieba'),
    import('@node-rs/jieba/dict.js'),
    import('opencc-js/t2cn'),
  ])
  const jieba = Jieba.withDict(dict)
  const simplify = Converter({ from: 't', to: 'cn' })
  const words = new Intl.Segmenter('und', { granularity: 'word' })
  const fold = (text: string): string => {
    const simplified = simplify(text)
    // Words are marked in the text by their places, which must not move.
    return simplified.length === text.length ? simplified : text
  }
  return {
    simplify: fold,
    cut: run =>
      ONLY_HAN.test(run)
        ? jieba.cut(fold(run), true)
        : Array.from(words.segment(run), ({ segment }) => segment),
    cutFiner: word =>
      ONLY_HAN.test(word) ? jieba.cutForSearch(word, true).filter(part => part.length < word.length) : [],
  }
}
