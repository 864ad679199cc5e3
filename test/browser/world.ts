/** What the browser tests share: the addresses of the sites, made once for all of them. */
import { pathToFileURL } from 'node:url'
import { inject } from 'vitest'

/** One workspace, read in two ways. Addresses end in a slash. */
export interface Served {
  /** Of the site of files. */
  folder: string
  siteUrl: string
  appUrl: string
}

export interface World {
  /** Where the one browser of all tests listens. */
  browser: string
  demo: Served
  wild: Served
  fullText: Omit<Served, 'appUrl'>
}

declare module 'vitest' {
  interface ProvidedContext {
    world: World
  }
}

/** One of the ways in which pages are read. */
export interface Place {
  name: 'site' | 'app' | 'disk'
  /** Of a page by its route: `papers/2506.17450`. */
  address(route: string): string
}

const given = inject('world') as World | undefined
export const hasBrowser = given !== undefined

// Without a browser the tests are collected all the same, and skipped; the run's beginning says why.
const nowhere: Served = { folder: '/', siteUrl: '', appUrl: '' }
export const world: World = given ?? { browser: '', demo: nowhere, wild: nowhere, fullText: nowhere }

export function siteOf({ siteUrl }: Pick<Served, 'siteUrl'>): Place {
  return { name: 'site', address: route => nameFile(siteUrl, route) }
}

export function appOf({ appUrl }: Pick<Served, 'appUrl'>): Place {
  return { name: 'app', address: route => appUrl + route }
}

/** The files opened from the disk, with no server at all. */
export function diskOf({ folder }: Pick<Served, 'folder'>): Place {
  const url = `${pathToFileURL(folder).href}/`
  return { name: 'disk', address: route => nameFile(url, route) }
}

/** `search?q=x` → `search.html?q=x`. */
function nameFile(base: string, route: string): string {
  const [path = '', query] = route.split('?')
  return `${base}${path || 'index'}.html${query === undefined ? '' : `?${query}`}`
}

export const demoSite = siteOf(world.demo)
export const demoApp = appOf(world.demo)
export const demoDisk = diskOf(world.demo)
export const demoPlaces: readonly Place[] = [demoSite, demoApp, demoDisk]

/** Pages of the demo. */
export const pages = {
  home: '',
  digest: 'digests/daily/2025-09-30.zh-Hans.summary',
  /** With its translation sentence by sentence. */
  pairs: 'papers/2506.17450',
  /** With a summary and its evidence. */
  evidence: 'papers/2509.22651',
  archive: 'archive',
  topics: 'topics',
  topic: 'topics/cs.cl',
  about: 'about',
  search: 'search',
} as const
