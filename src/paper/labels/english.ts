/** What a digest in English says besides its papers, and one in a language without labels. */
import type { Labels } from '../labels.ts'

export const english: Labels = {
  language: 'en',
  fields: {
    keywords: 'Keywords',
    gist: 'In one sentence',
    question: 'Research question',
    method: 'Method',
    results: 'Results',
    practice: 'For practitioners',
  },
  marks: { colon: ': ', clause: '; ', stop: '.', gap: ' ', brackets: ' ({text})' },
  table: { title: 'Title', author: 'Author', pdf: 'PDF', abstract: 'Abstract' },
  papers: { one: '{count} paper', other: '{count} papers' },
  closing: {
    count: '{papers}',
    kept: { some: '{ids} left in the source language', all: 'all left in the source language' },
    abstractOnly: {
      some: '{ids} written from the abstract alone, the full text could not be read ({reason})',
      all: 'all written from the abstract alone, the full text could not be read ({reason})',
    },
    retold: {
      some: "The abstracts of {ids} are retold, not the authors' own words",
      all: "The abstracts are retold, not the authors' own words",
    },
    withdrawn: { some: 'Withdrawn: {ids}', all: 'All are withdrawn' },
  },
  reasons: {
    noEngine: 'no translating engine is set',
    check: 'what was written did not pass its check',
    budget: 'the budget of this run was spent',
    engine: 'the translating service gave no result',
  },
  index: { title: 'All digests', empty: 'There are no digests yet.', month: '{year}-{mm}' },
}
