/** The English words that numbers are spelled with, and what each says. */

/** `word value word value …`. */
function readTable(table: string): Map<string, number> {
  const words = table.trim().split(/\s+/)
  const entries = new Map<string, number>()
  for (let at = 0; at + 1 < words.length; at += 2) entries.set(words[at] ?? '', Number(words[at + 1]))
  return entries
}

export const units =
  readTable(`zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12
  thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19`)
export const tens = readTable('twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90')
export const ordinals =
  readTable(`first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11
  twelfth 12 thirteenth 13 fourteenth 14 fifteenth 15 sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20
  thirtieth 30 fortieth 40 fiftieth 50 sixtieth 60 seventieth 70 eightieth 80 ninetieth 90`)
/** As powers of ten. */
export const scales = readTable(
  `hundred 2 thousand 3 million 6 billion 9 trillion 12 quadrillion 15 megapixel 6 gigapixel 9 mn 6 mln 6 bn 9 tn 12 lakh 5 crore 7`,
)
export const letterScales = readTable('k 3 K 3 M 6 B 9 b 9 T 12 Bn 9 bn 9 mn 6')
export const denominators =
  readTable(`half 2 halves 2 third 3 thirds 3 quarter 4 quarters 4 fourth 4 fourths 4 fifth 5 fifths 5 sixth 6
  sixths 6 seventh 7 sevenths 7 eighth 8 eighths 8 ninth 9 ninths 9 tenth 10 tenths 10 hundredth 100 hundredths 100
  thousandth 1000 thousandths 1000`)
/** Factors in one word. */
export const multiples =
  readTable(`twice 2 double 2 doubles 2 doubled 2 doubling 2 thrice 3 triple 3 triples 3 tripled 3 tripling 3
  quadruple 4 quadruples 4 quadrupled 4 quadrupling 4`)
export const counts = readTable('both 2 pair 2 dual 2 single 1 couple 2 once 1 ternary 3 quaternary 4')
export const quantiles = readTable(
  'tercile 3 terciles 3 quartile 4 quartiles 4 quintile 5 quintiles 5 decile 10 deciles 10',
)
export const halves = new Set(['halve', 'halves', 'halved', 'halving'])
export const vagueHeads = new Set(['several', 'few', 'many', 'multi', 'multiple', 'some'])
export const vagueTens = new Map([
  ['tens', 1],
  ['dozens', 1],
])

export const numberWords = new Set([
  ...[units, tens, ordinals, scales, multiples, counts, vagueTens, denominators].flatMap(table => [
    ...table.keys(),
  ]),
  ...[...scales.keys()].map(word => `${word}s`),
  ...halves,
  ...quantiles.keys(),
  ...vagueHeads,
  'dozen',
  'a',
  'an',
])
