/** Reads Markdown back as plain text: exactly where we wrote it, by its visible words where others did. */
import { unescapeMarkdown } from './escape.ts'

const STRONG = /(?<!\\)\*\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*\\])\*\*/g
const CODE = /(?<!\\)`([^`\n]{1,2000})`/g
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

export function readPlainText(markdown: string, { ours }: { ours: boolean }): string {
  if (ours) return unescapeMarkdown(markdown)
  const unmarked = markdown.replace(STRONG, '$1').replace(CODE, '$1')
  // Entities that stand behind a backslash are text.
  return unescapeMarkdown(
    unmarked.replace(
      /(?<!\\)&(amp|lt|gt|quot|#39|nbsp);/g,
      (entity, name: string) => ENTITIES[name] ?? entity,
    ),
  )
}
