/** What a digest in German says besides its papers. */
import type { Labels } from '../labels.ts'

export const german: Labels = {
  language: 'de',
  fields: {
    keywords: 'Schlagwörter',
    gist: 'In einem Satz',
    question: 'Forschungsfrage',
    method: 'Methode',
    results: 'Ergebnisse',
    practice: 'Für die Praxis',
  },
  marks: { colon: ': ', clause: '; ', stop: '.', gap: ' ', brackets: ' ({text})' },
  table: { title: 'Titel', author: 'Autor', pdf: 'PDF', abstract: 'Kurzfassung' },
  papers: { other: '{count} Artikel' },
  closing: {
    count: '{papers}',
    kept: { some: '{ids} in der Originalsprache belassen', all: 'alle in der Originalsprache belassen' },
    abstractOnly: {
      some: '{ids} nur nach der Kurzfassung geschrieben, der Volltext war nicht lesbar ({reason})',
      all: 'alle nur nach der Kurzfassung geschrieben, der Volltext war nicht lesbar ({reason})',
    },
    retold: {
      some: 'Die Kurzfassungen von {ids} sind nacherzählt, nicht die Worte der Autoren',
      all: 'Die Kurzfassungen sind nacherzählt, nicht die Worte der Autoren',
    },
    withdrawn: { some: 'Zurückgezogen: {ids}', all: 'Alle sind zurückgezogen' },
  },
  reasons: {
    noEngine: 'keine Übersetzung eingerichtet',
    check: 'der Text hat die Prüfung nicht bestanden',
    budget: 'das Budget dieses Laufs war verbraucht',
    engine: 'der Übersetzungsdienst gab kein Ergebnis',
  },
  index: { title: 'Alle Ausgaben', empty: 'Es gibt noch keine Ausgaben.', month: '{mm}/{year}' },
}
