/** What a digest in Spanish says besides its papers. */
import type { Labels } from '../labels.ts'

export const spanish: Labels = {
  language: 'es',
  fields: {
    keywords: 'Palabras clave',
    gist: 'En una frase',
    question: 'Pregunta de investigación',
    method: 'Método',
    results: 'Resultados',
    practice: 'Para la práctica',
  },
  marks: { colon: ': ', clause: '; ', stop: '.', gap: ' ', brackets: ' ({text})' },
  table: { title: 'Título', author: 'Autor', pdf: 'PDF', abstract: 'Resumen' },
  papers: { one: '{count} artículo', other: '{count} artículos' },
  closing: {
    count: '{papers}',
    kept: { some: '{ids} en el idioma original', all: 'todos en el idioma original' },
    abstractOnly: {
      some: '{ids} solo a partir del resumen, no se pudo leer el texto completo ({reason})',
      all: 'todos solo a partir del resumen, no se pudo leer el texto completo ({reason})',
    },
    retold: {
      some: 'Los resúmenes de {ids} están reformulados, no son palabras de los autores',
      all: 'Los resúmenes están reformulados, no son palabras de los autores',
    },
    withdrawn: { some: 'Retirados: {ids}', all: 'Todos están retirados' },
  },
  reasons: {
    noEngine: 'no hay motor de traducción configurado',
    check: 'el texto no superó la comprobación',
    budget: 'se agotó el presupuesto de esta ejecución',
    engine: 'el servicio de traducción no dio resultado',
  },
  index: { title: 'Todas las ediciones', empty: 'Todavía no hay ediciones.', month: '{mm}/{year}' },
}
