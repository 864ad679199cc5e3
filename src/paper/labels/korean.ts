/** What a digest in Korean says besides its papers. */
import type { Labels } from '../labels.ts'

export const korean: Labels = {
  language: 'ko',
  fields: {
    keywords: '핵심 키워드',
    gist: '한 문장 요약',
    question: '연구 질문',
    method: '방법',
    results: '결과',
    practice: '실무자를 위한 시사점',
  },
  marks: { colon: ': ', clause: '; ', stop: '.', gap: ' ', brackets: ' ({text})' },
  table: { title: '제목', author: '저자', pdf: 'PDF', abstract: '초록' },
  papers: { other: '논문 {count}편' },
  closing: {
    count: '{papers}',
    kept: { some: '{ids}: 원문 그대로', all: '모두 원문 그대로' },
    abstractOnly: {
      some: '{ids}: 본문을 읽지 못해 초록만으로 작성 ({reason})',
      all: '모두 본문을 읽지 못해 초록만으로 작성 ({reason})',
    },
    retold: {
      some: '{ids}의 초록은 저자의 원문이 아니라 다시 쓴 글임',
      all: '초록은 저자의 원문이 아니라 다시 쓴 글임',
    },
    withdrawn: { some: '철회된 논문: {ids}', all: '모두 철회됨' },
  },
  reasons: {
    noEngine: '번역 엔진이 설정되지 않음',
    check: '번역문이 검사를 통과하지 못함',
    budget: '이번 실행의 예산을 모두 사용함',
    engine: '번역 서비스가 결과를 내지 못함',
  },
  index: { title: '전체 다이제스트', empty: '아직 다이제스트가 없습니다.', month: '{year}년 {month}월' },
}
