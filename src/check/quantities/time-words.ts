/** English words for times that say a number: months by their place in the year, spans by their years. */

/** With the usual short forms. */
export const months = new Map(
  'January February March April May June July August September October November December Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Sept'
    .split(' ')
    .map((name, index) => [name, index === 24 ? 9 : (index % 12) + 1]),
)

export const spans = new Map([
  ['decade', 10],
  ['decades', 10],
  ['decadal', 10],
  ['century', 100],
  ['centuries', 100],
])
