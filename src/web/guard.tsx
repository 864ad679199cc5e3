/** What stands before every page: headers that forbid, the host's name, the origin of what changes things, and the password. */
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { Layout } from '../publish/pages/layout.tsx'
import { hrefFrom } from '../publish/pages/routes.ts'
import type { Site } from '../publish/pages/view.ts'
import { openAttempts } from './attempts.ts'
import { verifyPassword } from './password.ts'
import { openSessions, SESSION_COOKIE, SESSION_DAYS } from './session.ts'
import { wordsOfApp } from './wording.ts'

export type App = Hono<{ Bindings: HttpBindings }>

export interface GuardOptions {
  site: Site
  /** Names under which the app may be asked for; a page of another name that points here is refused. `*`: any. */
  hosts: readonly string[]
  /** Absent: none is asked for, which is for this machine alone. */
  passwordHash?: string | undefined
  now: () => number
}

const MAX_BODY_BYTES = 256 * 1024
const MAX_PASSWORD = 1000

/** No inline script, no other host, no frame. */
const forbid: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  // Whether the app is reached by TLS is for the proxy before it to promise.
  strictTransportSecurity: false,
  crossOriginResourcePolicy: 'same-origin',
})

export function createGuard({ site, hosts, passwordHash, now }: GuardOptions): App {
  const guard: App = new Hono<{ Bindings: HttpBindings }>()
  guard.use(forbid)
  guard.use(async (context, next) => {
    await next()
    // What one reader sees is nobody else's, and the reader's browser asks whether it still holds.
    if (!context.res.headers.has('cache-control'))
      context.res.headers.set('cache-control', 'private, no-cache')
  })
  guard.use(async (context, next) => {
    // A name of somebody else's that resolves to this machine would let their page read ours (DNS rebinding).
    if (!hosts.includes('*') && !hosts.includes(hostName(context)))
      return context.text('This host is not served here.', 421)
    // Then others can reach it although it listens on this machine alone.
    if (!passwordHash && isForwarded(context))
      return context.text('A proxy stands before this app, so it needs a password.', 403)
    return next()
  })
  // The same name on another port is another app's.
  guard.use(csrf({ origin: (origin, context) => URL.parse(origin)?.host === hostOf(context) }))
  guard.use(
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: context => context.text('That is too long.', 413) }),
  )
  if (passwordHash) addPassword(guard, { site, passwordHash, now })
  return guard
}

function hostOf(context: Context): string {
  return (context.req.header('host') ?? '').toLowerCase()
}

function hostName(context: Context): string {
  return hostOf(context).replace(/:\d{1,5}$/, '')
}

function isForwarded(context: Context): boolean {
  return ['x-forwarded-for', 'x-forwarded-host', 'forwarded'].some(
    name => context.req.header(name) !== undefined,
  )
}

function addPassword(
  guard: App,
  { site, passwordHash, now }: { site: Site; passwordHash: string; now: () => number },
): void {
  const sessions = openSessions(passwordHash)
  const attempts = openAttempts()
  const words = wordsOfApp(site.language)
  // One at a time: each takes 64 MB and the better part of a core.
  let verifying: Promise<unknown> = Promise.resolve()
  const verify = (password: string): Promise<boolean> => {
    const result = verifying.then(() => verifyPassword(password.slice(0, MAX_PASSWORD), passwordHash))
    verifying = result.catch(() => {})
    return result
  }
  guard.get('/login', context => context.html(<LoginPage site={site} />))
  guard.post('/login', async context => {
    const address = addressOf(context)
    const waitMs = attempts.take(address, now())
    if (waitMs > 0) {
      context.header('retry-after', String(Math.ceil(waitMs / 1000)))
      return context.html(<LoginPage site={site} fault={words.tooMany} />, 429)
    }
    const { password } = await readForm(context)
    if (typeof password !== 'string' || !(await verify(password)))
      return context.html(<LoginPage site={site} fault={words.wrongPassword} />, 401)
    attempts.forgive(address)
    setCookie(context, SESSION_COOKIE, sessions.issue(now()), {
      ...cookieOptions(context),
      maxAge: SESSION_DAYS * 86_400,
    })
    return context.redirect('./', 303)
  })
  guard.use(async (context, next) => {
    // The login page needs its style; nothing else is to be had without the password.
    if (context.req.path.startsWith('/assets/')) return next()
    if (sessions.isValid(getCookie(context, SESSION_COOKIE), now())) return next()
    return context.req.header('accept')?.includes('text/html')
      ? context.redirect(hrefFrom(context.req.path.slice(1), 'login', 'app'), 303)
      : context.text('Log in first.', 401)
  })
  guard.post('/logout', context => {
    deleteCookie(context, SESSION_COOKIE, cookieOptions(context))
    return context.redirect('login', 303)
  })
}

/** A body that is no form is an empty one. */
function readForm(context: Context): Promise<Record<string, unknown>> {
  return context.req.parseBody().catch(() => ({}))
}

/** Strict, and out of reach of scripts; the cookie has no domain, so that it is for this host alone. */
function cookieOptions(context: Context) {
  return { httpOnly: true, sameSite: 'Strict', secure: isSecure(context), path: '/' } as const
}

/**
 * Whom a try is counted for. Behind a proxy on this machine it is the last address in its header, the one that the
 * proxy itself has seen: those before it are whatever the caller wrote there.
 */
function addressOf(context: Context<{ Bindings: HttpBindings }>): string {
  const direct = context.env?.incoming?.socket.remoteAddress ?? ''
  if (!/^(?:::ffff:)?127\.|^::1$/.test(direct)) return direct
  return context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 100) || direct
}

/** Behind a proxy that speaks TLS, the proxy says so. */
function isSecure(context: Context): boolean {
  return context.req.url.startsWith('https:') || context.req.header('x-forwarded-proto') === 'https'
}

function LoginPage({ site, fault }: { site: Site; fault?: string }) {
  const words = wordsOfApp(site.language)
  return (
    <Layout site={site} route="login" title={words.login} unlisted>
      <header class="masthead">
        <h1>{words.login}</h1>
      </header>
      {fault && (
        <p class="notice bad" role="alert">
          {fault}
        </p>
      )}
      <form class="search" method="post" action="login">
        <input
          type="password"
          name="password"
          aria-label={words.password}
          placeholder={words.password}
          autocomplete="current-password"
          maxlength={MAX_PASSWORD}
          required
        />
        <button type="submit">{words.login}</button>
      </form>
    </Layout>
  )
}
