/** The frame of the pages behind the digests: runs, glossary, cost, settings. */
import type { PropsWithChildren } from 'hono/jsx'
import { Layout } from '../publish/pages/layout.tsx'
import { hrefFrom } from '../publish/pages/routes.ts'
import type { Site } from '../publish/pages/view.ts'
import { wordsOfApp } from './wording.ts'

/** What every page of the app is told. */
export interface Frame {
  site: Site
  /** Whether there is somebody to log out. */
  hasPassword: boolean
}

type Tab = 'runs' | 'glossary' | 'cost' | 'settings'

const TABS: readonly Tab[] = ['runs', 'glossary', 'cost', 'settings']

export function Backstage({
  frame: { site, hasPassword },
  tab,
  children,
}: PropsWithChildren<{ frame: Frame; tab: Tab }>) {
  const words = wordsOfApp(site.language)
  return (
    <Layout site={site} route={tab} title={words[tab]} unlisted>
      <div class="backstage">
        <nav class="tabs" aria-label={words.backstage}>
          {TABS.map(to => (
            <a href={hrefFrom(tab, to, site.mode)} aria-current={to === tab ? 'page' : undefined}>
              {words[to]}
            </a>
          ))}
          {hasPassword && (
            <form method="post" action="logout">
              <button type="submit">{words.logout}</button>
            </form>
          )}
        </nav>
        <header class="masthead">
          <h1>{words[tab]}</h1>
        </header>
        {children}
      </div>
    </Layout>
  )
}

/** What went wrong, and what mends it. */
export function Fault({ message, hint }: { message: string; hint?: string | undefined }) {
  return (
    <div class="notice bad" role="alert">
      <p>{message}</p>
      {hint && <p>{hint}</p>}
    </div>
  )
}

/** `2025-05-17 08:00`, in the time zone of this machine unless another is named. */
export function Moment({ at, timezone }: { at: Date; timezone?: string | undefined }) {
  const shown = at.toLocaleString('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    ...(timezone && { timeZone: timezone }),
  })
  return <time datetime={at.toISOString()}>{shown}</time>
}
