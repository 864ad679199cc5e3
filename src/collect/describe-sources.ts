/** Writes the documentation of the sources from their declarations. */
import { z } from 'zod'
import type { SourceDeclaration } from './source-declaration.ts'

/** Markdown, one section a source. */
export function describeSources(declarations: readonly SourceDeclaration[]): string {
  const example = declarations.map(declaration => `  - ${declaration.example}`)
  return [
    '# Sources',
    '<!-- Written by scripts/write-sources-doc.ts from the declarations in src/collect: do not edit here. -->',
    'Where papers come from. Each entry of `sources:` in `paperbrief.yaml` names one source and its settings:',
    ['```yaml', 'sources:', ...example, '```'].join('\n'),
    ...declarations.map(describeSource),
  ]
    .join('\n\n')
    .concat('\n')
}

function describeSource({ name, summary, settings, example }: SourceDeclaration): string {
  const { properties = {}, required = [] } = z.toJSONSchema(settings, { io: 'input' })
  const rows = Object.entries(properties).map(([key, property]) => {
    const { description = '', default: value } = typeof property === 'object' ? property : {}
    const fallback = value !== undefined ? `\`${String(value)}\`` : required.includes(key) ? 'required' : ''
    return `| \`${key}\` | ${typeOf(property)} | ${fallback} | ${escapeCell(description)} |`
  })
  const table = ['| setting | type | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')
  return `## \`${name}\`\n\n${summary}\n\n\`\`\`yaml\n- ${example}\n\`\`\`\n\n${table}`
}

function typeOf(property: z.core.JSONSchema._JSONSchema): string {
  if (typeof property !== 'object') return ''
  if (property.enum) return property.enum.map(value => `\`${String(value)}\``).join(', ')
  if (property.type === 'array') return 'list'
  if (property.type === 'number') return 'number'
  return property.format === 'uri' ? 'address' : 'text'
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|')
}
