/** Finds the links of a text: addresses with and without `https://`, DOIs and arXiv ids. */
import { findAll } from '../paper/find-all.ts'

// Domains that abstracts name without `https://`; with a path any domain of these counts.
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"'`“”‘’{}|\\^\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]{1,2000}|(?<![\w@.\-/])(?:[a-z0-9](?:[a-z0-9-]{0,40})\.){1,4}(?:com|org|io|net|ai|dev|edu|gov|app|co|me|xyz|info|tech|science|site|page|cn|jp|kr|uk|de|fr|ch|eu|us|ca|it|nl|se|at|in|au|tv|gg|sh|so|to|be|es|ru|br|sg|hk|tw)\/[^\s<>"'`“”‘’{}|\\^\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]{0,2000}|(?<![\w/.])10\.\d{4,9}\/[^\s<>"'“”，。；、）】\u3400-\u9fff]{1,300}|\barXiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(?:v\d+)?/giu

// Every link has one of these, and most sentences have none.
const MAY_LINK = /\/|www\.|arxiv:/i

/** In reading order, without the punctuation that follows them in the sentence. */
export function findLinks(text: string): string[] {
  if (!MAY_LINK.test(text)) return []
  const links: string[] = []
  for (const { 0: raw } of findAll(text, ADDRESS)) {
    const link = trimLink(raw)
    if (/[./:]\w/.test(link) && !/^(?:https?:\/\/|www\.)$/i.test(link)) links.push(link)
  }
  return links
}

/** The text with every link replaced by spaces, so that all places in it stay what they were. */
export function maskLinks(text: string): string {
  let masked = ''
  let last = 0
  for (const link of findLinks(text)) {
    const at = text.indexOf(link, last)
    masked += text.slice(last, at) + ' '.repeat(link.length)
    last = at + link.length
  }
  return masked + text.slice(last)
}

/** A closing bracket belongs to the link only where its opening one does: `…/Foo_(bar)`. */
export function trimLink(raw: string): string {
  let end = raw.length
  while (end > 0 && isTrailing(raw, end)) end--
  return raw.slice(0, end)
}

function isTrailing(raw: string, end: number): boolean {
  const last = raw[end - 1] ?? ''
  if (last === ')' || last === ']') {
    const open = raw.indexOf(last === ')' ? '(' : '[')
    return open < 0 || open >= end
  }
  return '.,;:!?*_~…$'.includes(last)
}

/** What two spellings of one link have in common: no scheme, no `www.`, no closing slash. */
export function linkKey(link: string): string {
  const bare = link
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
  const slash = bare.indexOf('/')
  // Hosts are read without regard to case, paths are not.
  return slash < 0 ? bare.toLowerCase() : bare.slice(0, slash).toLowerCase() + bare.slice(slash)
}
