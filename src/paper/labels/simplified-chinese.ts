/** What a digest in Simplified Chinese says besides its papers. */
import type { Labels } from '../labels.ts'

export const simplifiedChinese: Labels = {
  language: 'zh-Hans',
  fields: {
    keywords: '核心关键词',
    gist: '一句话核心摘要',
    question: '主要研究问题',
    method: '关键方法',
    results: '主要成果',
    practice: '对从业者的启示',
  },
  marks: { colon: '：', clause: '；', stop: '。', gap: '', brackets: '（{text}）' },
  table: { title: '标题', author: '作者', pdf: 'PDF链接', abstract: '摘要' },
  papers: { other: '{count} 篇论文' },
  closing: {
    count: '共 {papers}',
    kept: { some: '{ids} 保留原文', all: '均保留原文' },
    abstractOnly: {
      some: '{ids} 仅据摘要写成，未能读到全文（{reason}）',
      all: '均仅据摘要写成，未能读到全文（{reason}）',
    },
    retold: { some: '{ids} 的摘要为转述，并非原文', all: '摘要为转述，并非原文' },
    withdrawn: { some: '{ids} 已撤稿', all: '全部已撤稿' },
  },
  reasons: {
    noEngine: '未设置翻译引擎',
    check: '译文未通过核对',
    budget: '本次预算已用完',
    engine: '翻译服务未能给出结果',
  },
  index: { title: '全部简报', empty: '还没有简报。', month: '{year} 年 {month} 月' },
}
