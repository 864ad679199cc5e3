/** What a digest in Traditional Chinese says besides its papers, in the terms of Taiwan. */
import type { Labels } from '../labels.ts'

export const traditionalChinese: Labels = {
  language: 'zh-Hant',
  fields: {
    keywords: '核心關鍵詞',
    gist: '一句話摘要',
    question: '研究問題',
    method: '關鍵方法',
    results: '主要成果',
    practice: '對實務工作者的啟示',
  },
  marks: { colon: '：', clause: '；', stop: '。', gap: '', brackets: '（{text}）' },
  table: { title: '標題', author: '作者', pdf: 'PDF 連結', abstract: '摘要' },
  papers: { other: '{count} 篇論文' },
  closing: {
    count: '共 {papers}',
    kept: { some: '{ids} 保留原文', all: '均保留原文' },
    abstractOnly: {
      some: '{ids} 僅依摘要寫成，未能讀到全文（{reason}）',
      all: '均僅依摘要寫成，未能讀到全文（{reason}）',
    },
    retold: { some: '{ids} 的摘要為轉述，並非原文', all: '摘要為轉述，並非原文' },
    withdrawn: { some: '{ids} 已撤稿', all: '全部已撤稿' },
  },
  reasons: {
    noEngine: '未設定翻譯引擎',
    check: '譯文未通過核對',
    budget: '本次預算已用完',
    engine: '翻譯服務未能給出結果',
  },
  index: { title: '所有簡報', empty: '還沒有簡報。', month: '{year} 年 {month} 月' },
}
