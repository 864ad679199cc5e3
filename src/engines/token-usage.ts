/** How many tokens a call used, is likely to use, and can use at most. */
import { z } from 'zod'
import type { CompletionRequest, TokenUsage } from './engine.ts'

// No tokenizer makes more tokens than there are bytes; the rest is what a chat template adds.
const TEMPLATE_TOKENS = 64
// English and code take four bytes a token and more; a Chinese character (three bytes) takes one or a little less.
const BYTES_PER_ASCII_TOKEN = 4
const BYTES_PER_OTHER_TOKEN = 3
// A good answer takes a quarter of what it is allowed, so that a model which thinks aloud has room.
const FIRST_OUT_PER_ALLOWED = 0.25
const LEARNING = 0.1

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
  return {
    in: estimateTokens(request.system) + estimateTokens(request.prompt),
    out: estimateTokens(answer),
    cached: 0,
  }
}

/**
 * An upper bound of what the call can use: a token stands for one byte of UTF-8 at least (byte-level BPE,
 * SentencePiece with byte fallback), so there are never more tokens than bytes, whatever the tokenizer and the
 * language; out, what the server is told to stop at.
 */
export function estimateMost({ system, prompt, maxOutputTokens }: CompletionRequest): {
  in: number
  out: number
} {
  return { in: Buffer.byteLength(system) + Buffer.byteLength(prompt) + TEMPLATE_TOKENS, out: maxOutputTokens }
}

function estimateTokens(text: string): number {
  const bytes = Buffer.byteLength(text)
  // Of a character beyond ASCII, UTF-8 has two or three bytes for one unit of UTF-16.
  const beyond = bytes - text.length
  return Math.ceil((bytes - 1.5 * beyond) / BYTES_PER_ASCII_TOKEN + (1.5 * beyond) / BYTES_PER_OTHER_TOKEN)
}

/** What calls of one kind are likely to use in all, for limits on tokens: it learns from what they used. */
export class TokenForecast {
  #outPerAllowed = FIRST_OUT_PER_ALLOWED

  expect(request: CompletionRequest): number {
    return estimateUsage(request, '').in + Math.ceil(request.maxOutputTokens * this.#outPerAllowed)
  }

  note({ maxOutputTokens }: CompletionRequest, { out }: TokenUsage): void {
    this.#outPerAllowed += LEARNING * (out / Math.max(1, maxOutputTokens) - this.#outPerAllowed)
  }
}
