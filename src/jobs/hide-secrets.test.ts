import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideSecrets, restoreSecrets } from './hide-secrets.ts'

const YAML = `# My settings
engine:
  fallbacks:
    - { baseUrl: "https://models.example.org/v1", model: m, apiKey: sk-plain-1234, keyEnv: OTHER_KEY }
    - baseUrl: https://models.example.net/v1
      apiKey: \${SAFE_KEY}
  tokensPerMinute: 1000
publish:
  mail:
    smtp: smtps://ada:pa55word@smtp.example.org
    from: ada@example.org
  chat:
    team: { url: "https://chat.example.org/hook/abcdef", secret: 'it''s one' }
    other: { url: "\${HOOK}" }
read: { baseUrl: https://arxiv.org, tokensPerPaper: 500 }
`

describe('hideSecrets', () => {
  const shown = hideSecrets(YAML)

  it('shows no key, password or address of a chat', () => {
    expect(shown).not.toMatch(/sk-plain|pa55word|abcdef|it''s one/)
    expect(shown.match(/"hidden \d+"/g)).toEqual(['"hidden 1"', '"hidden 2"', '"hidden 3"', '"hidden 4"'])
  })

  it('shows everything else as it is', () => {
    for (const line of ['# My settings', 'keyEnv: OTHER_KEY', 'apiKey: ${SAFE_KEY}', 'from: ada@example.org'])
      expect(shown).toContain(line)
    expect(shown).toContain('read: { baseUrl: https://arxiv.org, tokensPerPaper: 500 }')
    expect(shown).toContain('other: { url: "${HOOK}" }')
  })

  it('is undone by restoreSecrets, also where lines were moved', () => {
    expect(restoreSecrets(shown, YAML)).toBe(YAML)
    expect(restoreSecrets('a: "hidden 3"\nb: "hidden 1"\n', YAML)).toBe(
      'a: "https://chat.example.org/hook/abcdef"\nb: sk-plain-1234\n',
    )
  })

  it('knows no number that was not shown', () => {
    expect(restoreSecrets('a: "hidden 9"\n', YAML)).toBeUndefined()
  })

  it('hides the lines of a block', () => {
    const block =
      'publish:\n  mail:\n    smtp:\n      password: |\n        two\n        lines\n      host: h\n'
    expect(hideSecrets(block)).not.toContain('lines')
    expect(restoreSecrets(hideSecrets(block), block)).toBe(block)
  })

  it('hides what looks like a secret where YAML is broken', () => {
    const broken = 'engine: { apiKey: sk-plain-1234, model: m\npublish: [\n  password: "pa55"\n'
    expect(hideSecrets(broken)).not.toMatch(/sk-plain|pa55/)
    expect(restoreSecrets(hideSecrets(broken), broken)).toBe(broken)
  })

  it('gives any text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        expect(restoreSecrets(hideSecrets(text), text)).toBe(text)
      }),
    )
  })
})
