/** What a digest in French says besides its papers; before a colon or semicolon stands a no-break space. */
import type { Labels } from '../labels.ts'

export const french: Labels = {
  language: 'fr',
  fields: {
    keywords: 'Mots-clés',
    gist: 'En une phrase',
    question: 'Question de recherche',
    method: 'Méthode',
    results: 'Résultats',
    practice: 'Pour les praticiens',
  },
  marks: { colon: '\u00a0: ', clause: '\u00a0; ', stop: '.', gap: ' ', brackets: ' ({text})' },
  table: { title: 'Titre', author: 'Auteur', pdf: 'PDF', abstract: 'Résumé' },
  papers: { one: '{count} article', other: '{count} articles' },
  closing: {
    count: '{papers}',
    kept: { some: '{ids} dans la langue d’origine', all: 'tous dans la langue d’origine' },
    abstractOnly: {
      some: '{ids} d’après le seul résumé, le texte intégral n’ayant pu être lu ({reason})',
      all: 'tous d’après le seul résumé, le texte intégral n’ayant pu être lu ({reason})',
    },
    retold: {
      some: 'Les résumés de {ids} sont reformulés, ce ne sont pas les mots des auteurs',
      all: 'Les résumés sont reformulés, ce ne sont pas les mots des auteurs',
    },
    withdrawn: { some: 'Retirés\u00a0: {ids}', all: 'Tous sont retirés' },
  },
  reasons: {
    noEngine: 'aucun moteur de traduction n’est configuré',
    check: 'le texte n’a pas passé la vérification',
    budget: 'le budget de cette exécution était épuisé',
    engine: 'le service de traduction n’a rien rendu',
  },
  index: { title: 'Toutes les éditions', empty: 'Il n’y a pas encore d’édition.', month: '{mm}/{year}' },
}
