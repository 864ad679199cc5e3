/** Text for services whose Markdown knows no escapes: what would be markup is broken by a space of no width. */

const GAP = '\u200b'

/** Shows as it is: no link, picture, mention, tag, heading, quotation or list comes of it. */
export function quietMarkdown(text: string): string {
  return text
    .replace(/</g, `<${GAP}`)
    .replace(/@(?=\S)/g, `@${GAP}`)
    .replace(/\](?=[([:])/g, `]${GAP}`)
    .replace(/^(?=\s{0,3}(?:[#>*+-]|\d{1,9}[.)]))/, GAP)
}

/** As the words of a link, in which no bracket may stand. */
export function quietLinkText(text: string): string {
  return quietMarkdown(text).replaceAll('[', '［').replaceAll(']', '］')
}

/** An address in round brackets. */
export function closeLink(url: string): string {
  return url.replace(/[()<>|\s]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}
