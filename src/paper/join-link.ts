/** Writes a link with its label on a line of plain text. */

/** "the code (https://…)"; the address alone where the label is the address. */
export function joinLink(url: string, label: string): string {
  const bare = (text: string): string =>
    text
      .replace(/^https?:\/\/(?:www\.)?/i, '')
      .replace(/\/$/, '')
      .toLowerCase()
  if (label === '' || bare(label) === bare(url)) return url
  return url === '' ? label : `${label} (${url})`
}
