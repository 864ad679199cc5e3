/** Recognises a web page where data were expected: an error page, a login of the network. */

export function looksLikeHtml(text: string): boolean {
  return /<(?:!doctype\s+html|html|head|body|script)\b/i.test(text.slice(0, 2000))
}
