/** Tests of splitAuthors. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitAuthors } from './split-authors.ts'

describe('splitAuthors', () => {
  it.each([
    ['Ada Example', ['Ada Example']],
    ['A. Example, B. Beispiel, and C. Ejemplo', ['A. Example', 'B. Beispiel', 'C. Ejemplo']],
    ['A. Example and B. Beispiel', ['A. Example', 'B. Beispiel']],
    ['A. Example (1 and 2), B. Beispiel (2) ((1) MIT, (2) ETH)', ['A. Example', 'B. Beispiel']],
    ['C. Bal\\\'azs, J\\"org Kra{\\ss}, Zo{\\"e} Pi\\v{z}urica', ['C. Balázs', 'Jörg Kraß', 'Zoë Pižurica']],
    [
      'Example Collaboration: A. Example, B. Beispiel',
      ['Example Collaboration', 'A. Example', 'B. Beispiel'],
    ],
    ['A. Example, Jr., B. Beispiel III, et al.', ['A. Example Jr.', 'B. Beispiel III']],
    ['A. Example (never closed, B. Beispiel', ['A. Example (never closed', 'B. Beispiel']],
    ['Anderson Landau, Roland Andrews', ['Anderson Landau', 'Roland Andrews']],
    ['', []],
    [' , ; ', []],
  ])('splits "%s"', (text, names) => {
    expect(splitAuthors(text)).toEqual(names)
  })

  it('gives names with letters, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const name of splitAuthors(text)) expect(name).toMatch(/\p{L}/u)
      }),
    )
  })

  it.each(['(', ')', '()', ', ', ' and ', '\\"{', '{'])('is not held up by many "%s"', piece => {
    const start = performance.now()
    splitAuthors(piece.repeat(200_000))
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
