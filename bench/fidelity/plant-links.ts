/** Plants faults in links: a letter, a cut, a loss, an address that the paper does not give. */
import type { CheckInput } from '../../src/check/check-input.ts'
import type { Random } from './open-random.ts'
import { allFields, findSentences, type Plant, proseFields, replaceStretch } from './plant.ts'

const LINK = /https?:\/\/[!-~]+?(?=[.,;:!?)]*(?:[^!-~]|$))/g

export function plantLinks(input: CheckInput, random: Random): Plant[] {
  const changed = allFields(input).flatMap(({ key, text }) =>
    [...text.matchAll(LINK)].flatMap(({ 0: link, index: start }) => {
      const write = (kind: string, by: string): Plant[] =>
        by === link ? [] : [replaceStretch({ kind, input, key, start, end: start + link.length, by })]
      const path = link.replace(/\/$/, '')
      return [
        ...write('link letter changed', changeLetter(link, random)),
        ...write('link cut', path.slice(0, path.length - 1 - random.below(4))),
        ...write('link with a full-width mark', link.replace('://', '：//')),
        ...write('link with a blank', path.replace(/\/(?=[^/]*$)/, '/ ')),
        ...(input.form.coverage === 'whole' ? write('link lost', '') : []),
      ]
    }),
  )
  return [...changed, ...plantInvented(input, random)]
}

function changeLetter(link: string, random: Random): string {
  const places = [...link.matchAll(/[a-z]/g)].map(({ index }) => index).filter(at => at > 8)
  const at = random.choose(places)
  const fresh = random.choose([...'abcdefghklmnorstuvw'].filter(letter => letter !== link.charAt(at)))
  return link.slice(0, at) + fresh + link.slice(at + 1)
}

const invented = [
  'https://github.com/open-lab/project',
  'https://huggingface.co/papers-demo',
  'https://arxiv.org/abs/2401.01234',
  'www.example-project.org',
]

/** Behind the first sentence of a field. */
function plantInvented(input: CheckInput, random: Random): Plant[] {
  const field = proseFields(input).at(-1)
  const first = field && findSentences(field.text)[0]
  if (!field || !first) return []
  const place = { input, key: field.key, start: first.end, end: first.end }
  const words = /^zh/.test(input.brief.language) ? '代码见 ' : ' See '
  return [
    replaceStretch({
      ...place,
      kind: 'link invented',
      by: `${words}${random.choose(invented)} ${/^zh/.test(input.brief.language) ? '。' : '. '}`,
    }),
  ]
}
