/** Tests of the notes for Obsidian: safe names, safe text, and nothing lost that their owner wrote. */
import fc from 'fast-check'
import { micromark } from 'micromark'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { makeDigest, wildDigest, wildLine } from '../../../test/wild-digest.ts'
import { escapeObsidian } from './obsidian/escape.ts'
import { makeNoteName } from './obsidian/note-name.ts'
import { exportObsidian, readNoteId, type VaultNote, writeNote } from './obsidian.ts'

const digest = makeDigest('summary', [
  {
    paper: { id: '2505.17894', title: 'Tides: [[A]] #Model/Story | 50%?' },
    fields: { keywords: '潮汐（tide）、小 模型' },
  },
  { paper: { id: 'math/0611800', title: 'A: B' } },
])

function noteOf(notes: readonly VaultNote[], start: string): VaultNote {
  const note = notes.find(({ path }) => path.startsWith(start))
  if (!note) throw new Error(`no note ${start}`)
  return note
}

describe('exportObsidian', () => {
  it('writes a note for each paper and one that links to all of them', () => {
    const notes = exportObsidian(digest)
    expect(notes.map(({ path }) => path)).toEqual([
      'Papers/2505.17894 Tides A Model Story 50.md',
      'Papers/math-0611800 A B.md',
      'Digests/weekly 2025-07-04 zh-Hans.md',
    ])
    const links = [...noteOf(notes, 'Digests').body.matchAll(/\[\[(.+?)\]\]/g)].map(match => match[1])
    expect(links).toEqual(['2505.17894 Tides A Model Story 50', 'math-0611800 A B'])
  })

  it('gives a paper its properties, tags that Obsidian takes, and a way back', () => {
    const text = writeNote(noteOf(exportObsidian(digest), 'Papers/2505')) ?? ''
    expect(parse(text.split('---\n')[1] ?? '')).toEqual({
      id: '2505.17894',
      title: 'Tides: [[A]] #Model/Story | 50%?',
      authors: ['Ada Lovelace', 'Emil Núñez'],
      categories: ['cs.CL', 'cs.AI'],
      date: '2025-07-01',
      links: ['https://arxiv.org/abs/2505.17894', 'https://arxiv.org/pdf/2505.17894'],
      tags: ['paper', 'cs/CL', 'cs/AI', '潮汐', '小-模型'],
      aliases: ['Tides: [[A]] #Model/Story | 50%?'],
      digests: ['[[weekly 2025-07-04 zh-Hans]]'],
    })
  })

  it('keeps what its owner wrote below the line, and properties and tags of theirs', () => {
    const note = noteOf(exportObsidian(digest), 'Papers/2505')
    const first = writeNote(note) ?? ''
    const mine = `${first.replace('tags:\n', 'rating: 5\ntags:\n  - "mine"\n')}\nMy thoughts. %% hidden %%\n`
    const renewed = writeNote({ ...note, body: 'Another text.' }, mine) ?? ''
    expect(renewed).toContain('Another text.')
    expect(renewed).toMatch(/%% Paperbrief [^\n]+\n\nMy thoughts\. %% hidden %%\n$/)
    expect(parse(renewed.split('---\n')[1] ?? '')).toMatchObject({
      rating: 5,
      tags: expect.arrayContaining(['mine', 'paper']),
    })
    expect(writeNote({ ...note, body: 'Another text.' }, renewed)).toBe(renewed)
  })

  it.each([
    ['has no front matter', 'My own note.'],
    ['has lost its line', '---\nid: "2505.17894"\n---\n\nText.'],
    ['has properties that are no YAML', '---\n{{title}}: [\n---\n%% Paperbrief\n'],
  ])('leaves a file alone that %s', (_, old) => {
    expect(writeNote(noteOf(exportObsidian(digest), 'Papers/2505'), old)).toBeUndefined()
  })

  it('finds a note again that its owner has renamed', () => {
    const text = writeNote(noteOf(exportObsidian(digest), 'Papers/2505')) ?? ''
    const known = new Map([[readNoteId(text) ?? '', 'Tides (read)']])
    const notes = exportObsidian(digest, { known })
    expect(notes[0]?.path).toBe('Papers/Tides (read).md')
    expect(noteOf(notes, 'Digests').body).toContain('[[Tides (read)]]')
  })

  it('stays one note with its own properties, whatever the papers say', () => {
    fc.assert(
      fc.property(wildDigest('bilingual'), wild => {
        const notes = exportObsidian(wild)
        expect(notes).toHaveLength(wild.entries.length + 1)
        for (const note of notes) {
          expect(note.path).toMatch(/^(?:Papers|Digests)\/[^/\\:*?"<>|#^[\]\r\n]{1,200}\.md$/u)
          const text = writeNote(note) ?? ''
          const [, yaml = '', ...rest] = text.split(/^---\n/m)
          expect(Object.keys(parse(yaml))).toEqual(Object.keys(note.properties))
          expect(rest.join('').match(/^%% Paperbrief /gm)).toHaveLength(1)
          expect(writeNote(note, text)).toBe(text)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('makeNoteName', () => {
  it('keeps ids apart that look the same once they are names', () => {
    const names = ['a:b', 'a/b', 'a b', 'A:b', 'doi:10.1/x', '../x', 'con'].map(id =>
      makeNoteName(id, 'T').toLowerCase(),
    )
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[^./][^/\\:]*$/)
  })

  it('cuts a long title at a word, below what file systems take', () => {
    const name = makeNoteName('2505.17894', '很长的标题 '.repeat(100))
    expect(Buffer.byteLength(name)).toBeLessThan(200)
    expect(name.endsWith('标题')).toBe(true)
  })
})

describe('escapeObsidian', () => {
  it.each([
    ['[[Note]] and ![[Note]]', '\\[\\[Note\\]\\] and !\\[\\[Note\\]\\]'],
    ['a %%hidden%% ==mark== #tag ^block', 'a \\%%hidden\\%% \\==mark\\== \\#tag \\^block'],
    ['snake_case stays, _this_ too', 'snake_case stays, \\_this\\_ too'],
    ['costs $5 and `x`', 'costs \\$5 and \\`x\\`'],
    ['a formula $x_i^2$ stays', 'a formula $x_i^2$ stays'],
    ['see https://a.example/_x_y.', 'see <https://a.example/_x_y>.'],
    ['- no list', '\\- no list'],
    ['12. no list', '12\\. no list'],
    ['# no heading #', '\\# no heading \\#'],
  ])('writes %s', (text, written) => {
    expect(escapeObsidian(text)).toBe(written)
  })

  it('shows nothing but text and links, whatever it is given', () => {
    fc.assert(
      fc.property(wildLine, line => {
        fc.pre(!line.includes('$'))
        const html = micromark(escapeObsidian(line), { allowDangerousHtml: true })
        expect(html.replace(/<\/?p>|<a href="[^"]*">|<\/a>/g, '')).not.toMatch(/[<>]/)
        // In an address no mark counts.
        const prose = escapeObsidian(line).replace(/<https?:[^<>]+>/gi, '')
        expect(prose).not.toMatch(/(?<!\\)(?:\\\\)*(?:\[\[|%%|==)/)
      }),
      { numRuns: 500 },
    )
  })
})
