/** Pacing against a service on loopback: how near it comes to what is allowed, what is lost, and the budget. */
import { openBudget } from '../src/engines/budget.ts'
import type { CompletionEngine } from '../src/engines/engine.ts'
import { addFailOver } from '../src/engines/fail-over.ts'
import { createOpenaiCompatible } from '../src/engines/openai-compatible.ts'
import { openPacing, type Pacing } from '../src/engines/pacing.ts'
import { systemClock } from '../src/paper/clock.ts'
import { runBudgetSchedules } from '../test/budget-schedules.ts'
import { type LoopbackLlmOptions, type LoopbackStats, startLoopbackLlm } from '../test/loopback-llm.ts'

const PAPERS = Number(process.argv[2] ?? 400)
const PER_MINUTE = 600
const LATENCY_MS = 500
const LEAST_SHARE = 0.93
const SCHEDULES = 1_000
const SYSTEM = `Answer in blocks: [[title]] [[abstract]] [[end]].\n${'One rule after the other. '.repeat(60)}`

interface Outcome {
  seconds: number
  /** When each paper was done, since the start. */
  doneMs: number[]
  lost: number
  byEngine: Record<string, number>
  stats: LoopbackStats[]
  /** Of the prompt tokens. */
  cachedShare: number
}

let failures = 0

// The first call loads and compiles what all of them use.
await run([{}], { papers: 1 })
await Promise.all([
  measureRate('token bucket of 600 a minute, 10 at once, Retry-After', {
    limiter: { kind: 'bucket', requests: PER_MINUTE, burst: 10 },
  }),
  measureRate('the same, without a word on when to come back', {
    limiter: { kind: 'bucket', requests: PER_MINUTE, burst: 10, retryAfter: 'none' },
  }),
  measureRate('fixed windows of 60 in 6 s, Retry-After', {
    limiter: { kind: 'fixed', requests: PER_MINUTE / 10, windowMs: 6_000 },
  }),
])
await Promise.all([
  measureRate('600 in any 60 s, Retry-After', { requestsPerMinute: PER_MINUTE }, 2.5 * PAPERS),
  measureRate('600 a minute, 100 at once, told by x-ratelimit headers', {
    limiter: { kind: 'bucket', requests: PER_MINUTE, burst: 100, publish: 'openai' },
  }),
  measureSlowDown().then(measureFailOver).then(measureBudget),
])
process.exitCode = failures > 0 ? 1 : 0

async function measureRate(name: string, options: LoopbackLlmOptions, papers = PAPERS): Promise<void> {
  const { seconds, lost, stats, cachedShare } = await run([{ latencyMs: LATENCY_MS, ...options }], { papers })
  const limited = stats[0]?.limited ?? 0
  const rate = (60 * papers) / seconds
  check(name, rate >= LEAST_SHARE * PER_MINUTE && lost === 0, [
    `${Math.round(rate)} a minute: ${percent(rate / PER_MINUTE)} of the allowed rate`,
    `${papers} papers in ${seconds.toFixed(1)} s; who knew the limit would need ${bestSeconds(options, papers).toFixed(1)} s`,
    `${limited} refused on the way, ${lost} lost`,
    `${percent(cachedShare)} of the prompt tokens from the cache`,
  ])
}

/** With what is allowed at once taken at once, and the rest as soon as it may be. */
function bestSeconds({ limiter }: LoopbackLlmOptions, papers: number): number {
  const {
    kind,
    requests,
    windowMs = 60_000,
    burst = requests,
  } = limiter ?? {
    kind: 'sliding',
    requests: PER_MINUTE,
  }
  const waitMs =
    kind === 'bucket'
      ? (Math.max(0, papers - burst) * windowMs) / requests
      : Math.floor((papers - 1) / requests) * windowMs
  return (waitMs + LATENCY_MS) / 1_000
}

/** Ten times the latency for a while: fewer calls at a time meanwhile, and the old rate soon after. */
async function measureSlowDown(): Promise<void> {
  const [fromMs, toMs] = [8_000, 16_000]
  const slow = (atMs: number) => (atMs >= fromMs && atMs < toMs ? 10 : 1) * LATENCY_MS
  const slots: { at: number; slots: number }[] = []
  const startedAt = performance.now()
  let watch: NodeJS.Timeout | undefined
  const { doneMs, lost, seconds } = await run([{ latencyMs: slow }], {
    papers: 6 * PAPERS,
    watch: pacing => {
      const look = () => slots.push({ at: performance.now() - startedAt, slots: pacing.state().slots })
      watch = setInterval(look, 100)
    },
  })
  clearInterval(watch)
  const rateIn = (from: number, to: number) =>
    (1_000 * doneMs.filter(at => at >= from && at < to).length) / (to - from)
  const before = rateIn(fromMs - 3_000, fromMs)
  const recovered = firstWindow(doneMs, { from: toMs, rate: LEAST_SHARE * before })
  const least = Math.min(
    ...slots.filter(({ at }) => at > fromMs && at < toMs + 5_000).map(seen => seen.slots),
  )
  check('a service that slows down tenfold for 8 s and recovers', lost === 0 && recovered !== undefined, [
    `${Math.round(before)} answers a second before; down to ${least} calls at a time`,
    recovered === undefined
      ? 'not recovered'
      : `back at ${percent(LEAST_SHARE)} of the rate ${((recovered - toMs) / 1_000).toFixed(1)} s after it`,
    `${lost} lost in ${seconds.toFixed(1)} s`,
  ])
}

/** The start of the first second after `from` with that many answers. */
function firstWindow(
  doneMs: readonly number[],
  { from, rate }: { from: number; rate: number },
): number | undefined {
  const last = doneMs.at(-1) ?? 0
  for (let at = from; at + 1_000 <= last; at += 100)
    if (doneMs.filter(done => done >= at && done < at + 1_000).length >= rate) return at
  return undefined
}

async function measureFailOver(): Promise<void> {
  const half = PAPERS / 2
  const { seconds, lost, byEngine, doneMs } = await run(
    [{ latencyMs: 300, diesAfterCalls: half }, { latencyMs: 300 }],
    { papers: PAPERS },
  )
  const gaps = doneMs.map((at, index) => at - (doneMs[index - 1] ?? 0))
  check('two services, the first dead after half of its calls', lost === 0 && (byEngine.second ?? 0) > 0, [
    `${byEngine.first ?? 0} by the first, ${byEngine.second ?? 0} by the second, ${lost} lost`,
    `longest time without an answer ${(Math.max(...gaps) / 1_000).toFixed(1)} s`,
    `${seconds.toFixed(1)} s in all`,
  ])
}

async function measureBudget(): Promise<void> {
  const { schedules, calls, refused, highest } = await runBudgetSchedules(SCHEDULES)
  check('the budget in random schedules of calls at once', highest <= 1, [
    `${schedules} schedules, ${calls} calls, ${refused} refused`,
    `spent and reserved reached ${percent(highest)} of the limit at most`,
  ])
}

interface RunRequest {
  papers: number
  watch?: (pacing: Pacing) => void
}

/** All papers at once, each by the first service that answers; several services share one budget. */
async function run(services: LoopbackLlmOptions[], { papers, watch }: RunRequest): Promise<Outcome> {
  const servers = await Promise.all(services.map(options => startLoopbackLlm(options)))
  const budget = openBudget({ currency: 'USD' })
  const paces = servers.map(() =>
    openPacing({ concurrency: 'auto', clock: systemClock, random: Math.random }),
  )
  const engines = servers.map(({ baseUrl }, at): CompletionEngine => {
    const name = ['first', 'second'][at] ?? `${at}`
    const pacing = paces[at]
    if (!pacing) throw new Error('each server has a pace')
    const prices = { in: 1, out: 2, cached: 0.1 }
    const engine = createOpenaiCompatible({
      name,
      baseUrl,
      model: 'loopback',
      timeoutMs: 30_000,
      pacing,
      budget,
      prices,
    })
    return addFailOver(engine, { keyName: undefined, hasNext: at < servers.length - 1, warn: () => {} })
  })
  if (paces[0]) watch?.(paces[0])
  const startedAt = performance.now()
  const byEngine: Record<string, number> = {}
  const doneMs: number[] = []
  let lost = 0
  await Promise.all(
    Array.from({ length: papers }, async (_, paper) => {
      const name = await askInTurn(engines, paper)
      if (name === undefined) lost++
      else byEngine[name] = (byEngine[name] ?? 0) + 1
      doneMs.push(performance.now() - startedAt)
    }),
  )
  const seconds = (performance.now() - startedAt) / 1_000
  for (const pacing of paces) pacing.close()
  const stats = servers.map(server => server.stats())
  await Promise.all(servers.map(server => server.close()))
  const tokens = stats.map(({ tokens }) => tokens)
  const sum = (of: 'in' | 'cached') => tokens.reduce((total, each) => total + each[of], 0)
  return { seconds, doneMs, lost, byEngine, stats, cachedShare: sum('cached') / Math.max(1, sum('in')) }
}

/** The name of the engine that answered; undefined where none did. */
async function askInTurn(engines: readonly CompletionEngine[], paper: number): Promise<string | undefined> {
  const tag = paper.toString(16).padStart(8, '0')
  const prompt = `<paper-${tag}>\n[[title]]\nPaper ${paper}\n[[abstract]]\nWe propose method ${paper}. It is 3.5% better on 12 tasks.\n</paper-${tag}>`
  for (const engine of engines) {
    try {
      await engine.complete({ system: SYSTEM, prompt, maxOutputTokens: 800 })
      return engine.name
    } catch {
      // The next one is asked, as the jobs do.
    }
  }
  return undefined
}

function check(name: string, isGood: boolean, facts: readonly string[]): void {
  if (!isGood) failures++
  console.log(`${isGood ? 'ok   ' : 'FAULT'} ${name}\n      ${facts.join('\n      ')}`)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}
