/** Says to the reader, in the reader's language, why a paper was left in its own. */
import type { StoredBrief } from '../library/briefs.ts'

type Reason = 'no-engine' | 'check' | 'budget' | 'engine'

const WORDS: Record<string, Record<Reason, string>> = {
  zh: {
    'no-engine': '未设置翻译引擎',
    check: '译文未通过核对',
    budget: '本次预算已用完',
    engine: '翻译服务未能给出结果',
  },
  en: {
    'no-engine': 'no translating engine is set',
    check: 'what was written did not pass its check',
    budget: 'the budget of this run was spent',
    engine: 'the translating service gave no result',
  },
}

export function explainSourceLanguage({
  brief,
  fellBack,
  language,
}: {
  brief: Pick<StoredBrief, 'reason'>
  fellBack: boolean
  language: string
}): string {
  const words = WORDS[language.split('-')[0] ?? ''] ?? WORDS.en
  return words?.[findReason(brief.reason ?? '', fellBack)] ?? ''
}

function findReason(faults: string, fellBack: boolean): Reason {
  if (!fellBack) return 'no-engine'
  if (/budget/.test(faults)) return 'budget'
  return /failed its check/.test(faults) ? 'check' : 'engine'
}
