/** Asks whether an Ollama runs on this machine, and which models it has. */
import { z } from 'zod'

export const OLLAMA_URL = 'http://127.0.0.1:11434'
const PROBE_MS = 300

const tagsSchema = z.object({ models: z.array(z.object({ name: z.string() })) })

/** Names of the models that can write, newest first as Ollama lists them; undefined where none answers in 300 ms. */
export async function probeOllama(fetch: typeof globalThis.fetch): Promise<string[] | undefined> {
  try {
    const response = await fetch(`${OLLAMA_URL}/api/tags`, { signal: AbortSignal.timeout(PROBE_MS) })
    const { models } = tagsSchema.parse(await response.json())
    return models.map(({ name }) => name).filter(name => !/embed|bge-|minilm|rerank/i.test(name))
  } catch {
    return undefined
  }
}
