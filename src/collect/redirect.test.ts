/** Tests of followRedirect. */
import { describe, expect, it } from 'vitest'
import { followRedirect } from './redirect.ts'

describe('followRedirect', () => {
  it.each([
    ['http://export.arxiv.org/api/query', 'https://export.arxiv.org/api/query'],
    ['https://export.arxiv.org/api/query', 'https://arxiv.org/api/query'],
    ['https://huggingface.co/api', 'https://eu.huggingface.co/api'],
    ['https://mirror.example:8443/a', '/b'],
  ])('leads from %s to %s', (from, to) => {
    expect(followRedirect(new URL(from), to).href).toBe(new URL(to, from).href)
  })

  it.each([
    ['https://export.arxiv.org/a', 'https://arxiv.org.evil.example/a'],
    ['https://export.arxiv.org/a', 'https://notarxiv.org/a'],
    ['https://export.arxiv.org/a', 'http://export.arxiv.org/a'],
    ['https://export.arxiv.org/a', 'https://huggingface.co/a'],
    ['https://export.arxiv.org/a', 'https://user:pass@export.arxiv.org/a'],
    ['https://export.arxiv.org/a', 'file:///etc/passwd'],
    ['http://127.0.0.1:8080/a', 'http://127.0.0.1:9090/a'],
    ['https://export.arxiv.org/a', 'http://['],
  ])('refuses to lead from %s to %s', (from, to) => {
    expect(() => followRedirect(new URL(from), to)).toThrow('redirects to')
  })

  it('refuses a redirect that does not say where', () => {
    expect(() => followRedirect(new URL('https://arxiv.org'), null)).toThrow('nowhere')
  })
})
