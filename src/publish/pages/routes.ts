/** The addresses of the pages, and links from one to another that hold in a server, under a sub-path and from files. */
import type { DigestRef, Site } from './view.ts'

/** Without leading slash and without `.html`; empty for the first page. */
export type Route = string

export const routes = {
  home: '',
  archive: 'archive',
  topics: 'topics',
  search: 'search',
  about: 'about',
  paper: (id: string): Route => `papers/${slugOf(id)}`,
  topic: (slug: string): Route => `topics/${slug}`,
  digest: ({ edition, date, language, layout }: Omit<DigestRef, 'papers'>): Route =>
    `digests/${edition}/${date}.${language}.${layout.replace(':', '-')}`,
}

const SAFE = /[A-Za-z0-9.-]/

/** An id as a file's name: what is not safe there stands as `_` and its code in hexadecimal, then `_`. */
export function slugOf(id: string): string {
  const slug = Array.from(id.toWellFormed(), char =>
    SAFE.test(char) ? char : `_${char.codePointAt(0)?.toString(16)}_`,
  ).join('')
  return slug.startsWith('.') ? `_2e_${slug.slice(1)}` : slug
}

/** Undefined for what `slugOf` does not make. */
export function idOfSlug(slug: string): string | undefined {
  const id = slug.replace(/_([0-9a-f]{1,6})_/g, (whole, code: string) => {
    const point = Number.parseInt(code, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
  return slugOf(id) === slug ? id : undefined
}

/** The link from one page to another; relative, so that the site may lie anywhere. */
export function hrefFrom(from: Route, to: Route, mode: Site['mode']): string {
  return toRoot(from) + (mode === 'app' ? to : `${to || 'index'}.html`)
}

/** The link from a page to a file of the site: a style sheet, a feed. */
export function fileFrom(from: Route, file: string): string {
  return toRoot(from) + file
}

function toRoot(from: Route): string {
  return '../'.repeat(from.split('/').length - 1) || './'
}
