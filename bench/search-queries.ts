/** The questions of the search benchmark, made from the papers they are asked of. */
import type { Paper } from '../src/paper/paper.ts'
import { openRandom } from './fidelity/open-random.ts'

export interface BenchQuery {
  kind: string
  query: string
}

const COMMON =
  'model learning data method language neural network training deep performance large video image agent reasoning graph policy attention benchmark diffusion'.split(
    ' ',
  )
const CHINESE = '大语言模型 扩散模型 强化学习 视频生成 推理 智能体 数据集 多模态 注意力 微调'.split(' ')
const EACH = 50

/** Ten kinds of query, fifty or more of each, the same for the same papers. */
export function makeQueries(
  sources: readonly { paper: Paper; titleTranslated: string | null }[],
): BenchQuery[] {
  const pick = openRandom(75_000).below
  const choose = <T>(items: readonly T[]): T => {
    const item = items[pick(items.length)]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
  const wordsOf = ({ title }: Paper) => title.split(/\s+/).filter(word => /^[\p{L}\p{N}-]{4,}$/u.test(word))
  const papers = sources.map(({ paper }) => paper).filter(paper => wordsOf(paper).length >= 4)
  const titles = sources.flatMap(({ titleTranslated }) => titleTranslated ?? [])
  const stretch = (count: number): string => {
    const words = wordsOf(choose(papers))
    return words
      .slice(pick(words.length - count + 1))
      .slice(0, count)
      .join(' ')
  }
  const chinese = (): string => {
    if (titles.length === 0) return choose(CHINESE)
    const title = choose(titles).replace(/[^\p{Script=Han}]/gu, '')
    const start = pick(Math.max(1, title.length - 6))
    return title.slice(start, start + 6) || choose(CHINESE)
  }
  const kinds: Record<string, () => string> = {
    'one common word': () => choose(COMMON),
    'two common words': () => `${choose(COMMON)} ${choose(COMMON)}`,
    'one word of a title': () => stretch(1),
    'two words of a title': () => stretch(2),
    'three words of a title': () => stretch(3),
    'a phrase': () => `"${stretch(2)}"`,
    'a common word and a filter': () =>
      `${choose(COMMON)} ${choose(['cat:cs.CL', 'cat:cs.CV', 'cat:stat', 'date:2025-07', 'date:>2025-11', `-${choose(COMMON)}`])}`,
    'an author': () => `author:"${choose(choose(papers).authors)}"`,
    'a surname': () => `author:${choose(papers).authors.at(-1)?.split(' ').at(-1)}`,
    'a name of a model': () =>
      choose([
        'GPT-4o',
        'Llama-3.1-8B',
        'Qwen2.5',
        'RLHF',
        'o1',
        'C++',
        'DeepSeek-R1',
        'CLIP',
        'BERT',
        'LoRA',
      ]),
    'an id': () => choose(papers).id,
    'a month or a category': () =>
      choose(['date:2025-07', 'cat:cs.CL', 'cat:cs.RO', 'date:2026', 'cat:math']),
    'common Chinese words': () => choose(CHINESE),
    'Chinese words of a title': chinese,
  }
  return Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: EACH }, () => ({ kind, query: make() })),
  )
}
