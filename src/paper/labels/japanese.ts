/** What a digest in Japanese says besides its papers. */
import type { Labels } from '../labels.ts'

export const japanese: Labels = {
  language: 'ja',
  fields: {
    keywords: 'キーワード',
    gist: '一文要約',
    question: '研究課題',
    method: '手法',
    results: '結果',
    practice: '実務者への示唆',
  },
  marks: { colon: '：', clause: '；', stop: '。', gap: '', brackets: '（{text}）' },
  table: { title: 'タイトル', author: '著者', pdf: 'PDF', abstract: '概要' },
  papers: { other: '論文{count}本' },
  closing: {
    count: '{papers}',
    kept: { some: '{ids} は原文のまま', all: 'すべて原文のまま' },
    abstractOnly: {
      some: '{ids} は概要のみに基づく。本文を読めなかったため（{reason}）',
      all: 'すべて概要のみに基づく。本文を読めなかったため（{reason}）',
    },
    retold: {
      some: '{ids} の概要は言い換えであり、著者自身の文ではない',
      all: '概要は言い換えであり、著者自身の文ではない',
    },
    withdrawn: { some: '{ids} は撤回済み', all: 'すべて撤回済み' },
  },
  reasons: {
    noEngine: '翻訳エンジンが設定されていない',
    check: '訳文が検査に通らなかった',
    budget: 'この実行の予算を使い切った',
    engine: '翻訳サービスから結果が得られなかった',
  },
  index: {
    title: 'すべてのダイジェスト',
    empty: 'ダイジェストはまだありません。',
    month: '{year}年{month}月',
  },
}
