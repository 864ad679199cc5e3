/** Tests of the list of sources, and of the documentation made from it. */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { systemClock } from '../paper/clock.ts'
import { describeSources } from './describe-sources.ts'
import { openPoliteFetch } from './polite-fetch.ts'
import { sourceDeclarations } from './registry.ts'

const fetch = openPoliteFetch({ version: '0', clock: systemClock })
afterAll(() => fetch.close())
const means = { fetch, clock: systemClock, resolvePath: (path: string) => path }

describe('sourceDeclarations', () => {
  it('are what docs/sources.md says', () => {
    const text = readFileSync(new URL('../../docs/sources.md', import.meta.url), 'utf8')
    expect(text, 'run `node scripts/write-sources-doc.ts`').toBe(describeSources(sourceDeclarations))
  })

  it('have names of their own', () => {
    expect(new Set(sourceDeclarations.map(({ name }) => name)).size).toBe(sourceDeclarations.length)
  })

  it.each(sourceDeclarations.map(declaration => [declaration.name, declaration] as const))(
    '%s opens with its example, and describes every setting',
    (name, { example, settings, open }) => {
      const entry: unknown = parse(example)
      expect(Object.keys(entry as object)).toEqual([name])
      const source = open((entry as Record<string, unknown>)[name], means)
      expect(source.name).toBe(name)
      for (const setting of Object.values(settings.shape)) {
        expect((setting as { description?: string }).description).toBeTruthy()
      }
    },
  )

  it('refuse settings that they do not know', () => {
    for (const { open } of sourceDeclarations) expect(() => open({ colour: 'blue' }, means)).toThrow('colour')
  })
})
