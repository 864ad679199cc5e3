/** Makes a poster of one paper: plan, render, look, mend, until nothing overflows and the sheet is well filled. */
import { type Judgement, judgePoster } from './poster/judge.ts'
import type { LookAt } from './poster/look.ts'
import { type Bounds, mendPlan } from './poster/mend.ts'
import { makePlan, type Plan } from './poster/plan.ts'
import type { PosterContent } from './poster/poster-content.ts'
import { renderPoster } from './poster/poster-page.tsx'
import type { PosterSize } from './poster/poster-size.ts'
import { PublishError } from './publish-error.ts'

export interface PosterRequest {
  content: PosterContent
  size: PosterSize
  lookAt: LookAt
  /** Default 30. */
  maxRounds?: number
}

export interface Poster {
  /** A page of exactly the size asked for. */
  html: string
  plan: Plan
  /** How often it was rendered and looked at. */
  rounds: number
  /** Of the fullest column, from 0 to 1. */
  fill: number
  /** Of the smallest words on it, in CSS pixels. */
  smallestPx: number
  /** Keys of the panels whose text was cut. */
  cut: string[]
}

const MAX_ROUNDS = 30

/**
 * After Paper2Poster (arXiv:2505.21497): the poster as a tree of panels that is mended by what a rendering shows; here
 * the boxes are measured in place of being judged by a model.
 * @throws PublishError `poster-does-not-fit` where the words do not fit at the smallest size that can be read
 */
export async function makePoster({
  content,
  size,
  lookAt,
  maxRounds = MAX_ROUNDS,
}: PosterRequest): Promise<Poster> {
  let plan: Plan | undefined = makePlan(content, size)
  let best: Poster | undefined
  let judgement: Judgement | undefined
  let bounds: Bounds = { fits: 0, fails: Number.POSITIVE_INFINITY }
  for (let rounds = 1; plan && rounds <= maxRounds; rounds++) {
    const html = renderPoster(content, plan, size)
    const look = await lookAt(html)
    judgement = judgePoster(look, plan, size)
    if (judgement.faults.length === 0) {
      bounds = { ...bounds, fits: Math.max(bounds.fits, plan.basePx) }
      if (!best || plan.basePx > best.plan.basePx) best = makeBest({ html, plan, rounds, look, judgement })
    } else if (judgement.fullest > 1 || judgement.sticksOut)
      bounds = { ...bounds, fails: Math.min(bounds.fails, plan.basePx) }
    const next = mendPlan({ content, plan, size, look, judgement, bounds })
    // Another arrangement or fewer words begin the search for the best size of type anew.
    if (next && (next.columns !== plan.columns || next.cuts !== plan.cuts))
      bounds = { fits: 0, fails: Number.POSITIVE_INFINITY }
    plan = next
  }
  if (best) return best
  throw new PublishError(
    `The poster does not fit on ${size.name}: ${judgement?.faults[0] ?? 'nothing was tried'}.`,
    {
      code: 'poster-does-not-fit',
      hint: 'Choose a larger sheet: --size a0.',
    },
  )
}

function makeBest({
  html,
  plan,
  rounds,
  look,
  judgement,
}: Pick<Poster, 'html' | 'plan' | 'rounds'> & {
  look: Awaited<ReturnType<LookAt>>
  judgement: Judgement
}): Poster {
  const { smallestPx } = look
  return { html, plan, rounds, fill: judgement.fullest, smallestPx, cut: Object.keys(plan.cuts) }
}
