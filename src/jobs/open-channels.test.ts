import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtInBook } from '../paper/form-book.ts'
import { readSettings } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import { openChannels } from './open-channels.ts'

async function open(yaml: string, env: Record<string, string> = {}) {
  const home = mkdtempSync(join(tmpdir(), 'channels-'))
  writeFileSync(join(home, 'paperbrief.yaml'), yaml)
  const channels = await openChannels(readSettings({ home, env }), builtInBook)
  await channels.close()
  return channels.list
}

async function refuse(yaml: string, env: Record<string, string> = {}): Promise<string> {
  const error = await open(yaml, env).then(
    () => undefined,
    thrown => thrown,
  )
  if (!(error instanceof SettingsError)) throw new Error('was not refused')
  return `${error.message} ${error.hint}`
}

describe('openChannels', () => {
  it('makes a channel of each reader and each chat, by the names of the settings', async () => {
    const list = await open(
      [
        'publish:',
        '  mail: { to: [ada@example.org, "Bo <bo@example.org>"], from: n@example.org, smtp: "smtps://u:${P}@mail.example.org" }',
        '  chat:',
        '    feishu: { url: "https://open.feishu.cn/${P}" }',
        '    team: { service: slack, url: "https://hooks.slack.com/${P}", editions: [weekly], show: titles }',
        '',
      ].join('\n'),
      { P: 'very-secret' },
    )
    expect(list.map(({ name, editions }) => [name, editions])).toEqual([
      ['mail:ada@example.org', undefined],
      ['mail:bo@example.org', undefined],
      ['feishu', undefined],
      ['team', ['weekly']],
    ])
    expect(JSON.stringify(list)).not.toContain('very-secret')
  })

  it('has none where none are set', async () => {
    expect(await open('language: en\n')).toEqual([])
  })

  it('names the services there are', async () => {
    expect(await refuse('publish:\n  chat:\n    icq: { url: "https://x.example" }\n')).toMatch(
      /line 3: there is no service "icq".*feishu, dingtalk/,
    )
  })

  it('names the line of a misspelt key and the nearest one, and prints no secret', async () => {
    const said = await refuse(
      'publish:\n  chat:\n    slack:\n      ulr: "https://hooks.slack.com/very-secret"\n',
    )
    expect(said).toMatch(/line 4: "publish\.chat\.slack\.ulr" is not a setting.*Did you mean "url"/)
    expect(said).not.toContain('very-secret')
    expect(
      await refuse('publish:\n  chat:\n    slack: { url: "https://x.example/abc", shwo: full }\n'),
    ).toContain('"show"')
  })

  it('refuses an address without TLS, and does not print it', async () => {
    const said = await refuse('publish: { chat: { slack: { url: "http://hooks.slack.com/very-secret" } } }\n')
    expect(said).toContain('begins with https://')
    expect(said).not.toContain('very-secret')
  })

  it('refuses editions that there are not', async () => {
    expect(
      await refuse('publish: { chat: { slack: { url: "https://x.example/abc", editions: [dialy] } } }\n'),
    ).toMatch(/"dialy".*daily, weekly/)
  })

  it('refuses what is no mail address', async () => {
    for (const to of ['"a@b.example, c@d.example"', '"A <a@b.example>\\nBcc: x@y.example"', 'somebody'])
      expect(
        await refuse(`publish: { mail: { to: ${to}, from: n@example.org, smtp: "smtp://localhost" } }\n`),
      ).toContain('is not an address')
  })

  it('takes a mail server by its address or in parts, and demands TLS unless told otherwise', () => {
    const smtpOf = (smtp: string) => {
      const home = mkdtempSync(join(tmpdir(), 'channels-'))
      writeFileSync(
        join(home, 'paperbrief.yaml'),
        `publish: { mail: { to: a@example.org, from: n@example.org, smtp: ${smtp} } }\n`,
      )
      return readSettings({ home, env: { P: 'p@ss' } }).publish.mail?.smtp
    }
    expect(smtpOf('"smtp://me:p%40ss@mail.example.org"')).toEqual({
      host: 'mail.example.org',
      port: 587,
      secure: false,
      user: 'me',
      password: 'p@ss',
      tls: 'required',
    })
    expect(smtpOf('"smtps://mail.example.org"')).toMatchObject({ port: 465, secure: true })
    expect(smtpOf('{ host: relay.lan, port: 25, tls: optional, user: me, password: "${P}" }')).toMatchObject({
      port: 25,
      tls: 'optional',
      password: 'p@ss',
    })
    expect(() => smtpOf('mail.example.org')).toThrow('neither an address such as')
    expect(() => smtpOf('{ host: a, prot: 25 }')).toThrow('"publish.mail.smtp.prot" is not a setting')
  })
})
