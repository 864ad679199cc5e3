/** How many tokens a call used, and how many it can use at most. */
import { z } from 'zod'
import type { CompletionRequest, TokenUsage } from './engine.ts'

// No tokenizer makes more tokens than there are bytes; the rest is what a chat template adds.
const TEMPLATE_TOKENS = 64
const BYTES_PER_TOKEN = 4
const BYTES_PER_ANSWERED_TOKEN = 3

// DeepSeek and Moonshot name their cache hits beside OpenAI's prompt_tokens_details.
const cacheHitsSchema = z.looseObject({
  prompt_cache_hit_tokens: z.number().optional(),
  cached_tokens: z.number().optional(),
})

/** As `generateText` of the AI SDK gives it; `raw` is the provider's own. */
export interface SdkUsage {
  inputTokens: number | undefined
  outputTokens: number | undefined
  inputTokenDetails: { cacheReadTokens: number | undefined }
  raw?: unknown
}

/** The usage as told; undefined where the server tells none. */
export function readUsage({
  inputTokens,
  outputTokens,
  inputTokenDetails,
  raw,
}: SdkUsage): TokenUsage | undefined {
  if (!inputTokens && !outputTokens) return undefined
  const { data: hits } = cacheHitsSchema.safeParse(raw)
  const cached =
    inputTokenDetails.cacheReadTokens || hits?.prompt_cache_hit_tokens || hits?.cached_tokens || 0
  return { in: inputTokens ?? 0, out: outputTokens ?? 0, cached }
}

/** A likely usage, for calls whose usage nobody told: the budget must not take them to be free. */
export function estimateUsage(request: CompletionRequest, answer: string): TokenUsage {
  const inBytes = Buffer.byteLength(request.system) + Buffer.byteLength(request.prompt)
  return {
    in: Math.ceil(inBytes / BYTES_PER_TOKEN),
    out: Math.ceil(Buffer.byteLength(answer) / BYTES_PER_ANSWERED_TOKEN),
    cached: 0,
  }
}

/** An upper bound of what the call can use. */
export function estimateMost({ system, prompt, maxOutputTokens }: CompletionRequest): {
  in: number
  out: number
} {
  return { in: Buffer.byteLength(system) + Buffer.byteLength(prompt) + TEMPLATE_TOKENS, out: maxOutputTokens }
}
