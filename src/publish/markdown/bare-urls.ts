/** Finds the http(s) and ftp addresses in running text, as far as an address goes and no further. */

export interface BareUrl {
  /** Index of its first character. */
  start: number
  url: string
  /** Whether a GFM renderer, left alone, would link exactly this address. */
  linksItself: boolean
}

// Letters of scripts written without spaces end an address: in 代码见https://x.y/z可获取 the link is x.y/z.
const URL_START = /(?<![A-Za-z])(?:https?|ftp):\/\/(?=[\p{L}\p{N}])/giu
// Longer than any address that is followed; keeps a text made of cut-off addresses from being read again and again.
const URL_RUN =
  /(?:[A-Za-z0-9\-._~:/?#@!$&'()+,;=%]|(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\uff00-\uffef])[^\p{ASCII}\P{L}]|(?![\uff00-\uffef])[^\p{ASCII}\P{N}]|\p{M}){1,2000}/uy
const ENTITY = /&(?:[A-Za-z][A-Za-z0-9]{0,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});/
// What GFM's autolinks leave outside when it stands at the end.
const TRAILING = new Set([...'?!.,:*_~\'";'])
const QUIET_TAIL = /[?!.,:;'")]*(?=\s|$)/y

export function findBareUrls(text: string): BareUrl[] {
  const urls: BareUrl[] = []
  let end = 0
  for (const { index: start } of text.matchAll(URL_START)) {
    if (start < end) continue
    URL_RUN.lastIndex = start
    const url = trimUrl(URL_RUN.exec(text)?.[0] ?? '')
    if (!/:\/\/./.test(url)) continue
    end = start + url.length
    QUIET_TAIL.lastIndex = end
    urls.push({ start, url, linksItself: QUIET_TAIL.test(text) })
  }
  return urls
}

/** Drops what belongs to the sentence: closing marks, an unbalanced `)`, anything from an entity on. */
function trimUrl(run: string): string {
  const entity = ENTITY.exec(run)
  const url = entity ? run.slice(0, entity.index) : run
  let surplus = countChar(url, ')') - countChar(url, '(')
  let end = url.length
  while (end > 0) {
    const last = url[end - 1] ?? ''
    if (last === ')' && surplus > 0) surplus--
    else if (!TRAILING.has(last)) break
    end--
  }
  return url.slice(0, end)
}

function countChar(text: string, char: string): number {
  return text.split(char).length - 1
}
