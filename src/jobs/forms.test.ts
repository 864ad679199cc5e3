/** Tests of reading forms and labels that the settings name. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findForm } from '../paper/form-book.ts'
import { readSettings } from '../settings.ts'
import { SettingsError } from '../settings-yaml.ts'
import { explainMissingLabels, loadForms } from './forms.ts'

const NOTE = `name: note
fields:
  - key: claim
    kind: sentence
    labels: { en: Claim, pt: Tese }
    instruction: what it claims, in \${braces}
`
const LABELS = `language: pt
fields:
  keywords: Palavras-chave
  gist: Em uma frase
  question: Pergunta
  method: Como
  results: Achados
  practice: Para a prática
`
const SETTINGS = 'forms: [forms/note.yaml]\nlabels: [pt.yaml]\neditions:\n  notes: { form: note }\n'

function load(files: Record<string, string>) {
  const home = mkdtempSync(join(tmpdir(), 'forms-'))
  const all = { 'paperbrief.yaml': SETTINGS, 'forms/note.yaml': NOTE, 'pt.yaml': LABELS, ...files }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  return loadForms(readSettings({ home, env: {} }))
}

function failure(files: Record<string, string>): SettingsError {
  try {
    load(files)
  } catch (error) {
    if (error instanceof SettingsError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('loadForms', () => {
  it('gives the forms of the user beside the built-in ones, and labels in further languages', () => {
    const book = load({})
    expect(findForm('form:note', book)?.fields[0]?.instruction).toBe('what it claims, in ${braces}')
    expect(findForm('bilingual', book)?.name).toBe('translation')
    expect(findForm('summary', book)?.fields[3]?.labels.pt).toBe('Como')
    expect(explainMissingLabels('pt-BR', book)).toBeUndefined()
    expect(explainMissingLabels('it', book)).toMatch(/no labels for the language "it"/)
  })

  const note = (text: string) => ({ 'forms/note.yaml': text })
  it.each([
    ['broken YAML', note('name: note\nfields: [\n'), /^forms\/note\.yaml, line [23]:/],
    ['a key twice', note(`name: a\n${NOTE}`), /^forms\/note\.yaml, line 2: Map keys must be unique/],
    [
      'an unknown key',
      note(NOTE.replace('kind:', 'kinds:')),
      /^forms\/note\.yaml, line 4: "fields\.0\.kinds" is not a setting/,
    ],
    [
      'a wrong kind',
      note(NOTE.replace('sentence', 'poem')),
      /^forms\/note\.yaml, line 4: "fields\.0\.kind" is wrong/,
    ],
    [
      'a field without labels',
      note(NOTE.replace(/ {4}labels.*\n/, '')),
      /^forms\/note\.yaml, line 3: "fields\.0" has no labels/,
    ],
    [
      'a template in a block with an unknown slot',
      note(`${NOTE}layout:\n  paper: |\n    # {{title}}\n    {{field.clam}}\n`),
      /^forms\/note\.yaml, line 10: \{\{field\.clam\}\} stands for nothing\./,
    ],
    [
      'a template on one line with HTML',
      note(`${NOTE}layout: <b>{{title}}</b>\n`),
      /^forms\/note\.yaml, line 7: HTML cannot stand in a template\./,
    ],
    ['a list in place of a form', note('- a\n'), /^forms\/note\.yaml/],
    ['an empty file', note(''), /^forms\/note\.yaml/],
    [
      'a label that is missing',
      { 'pt.yaml': LABELS.replace(/ {2}gist.*\n/, '') },
      /^pt\.yaml, line 2: "fields\.gist" is wrong/,
    ],
    [
      'a form that no file has',
      { 'paperbrief.yaml': SETTINGS.replace('form: note', 'form: notes') },
      /^paperbrief\.yaml, line 4: the edition "notes" is written in the form "notes", which is not there/,
    ],
    [
      'a file that is not there',
      { 'paperbrief.yaml': SETTINGS.replace('pt.yaml', 'xx.yaml') },
      /^paperbrief\.yaml, line 2: xx\.yaml cannot be read/,
    ],
    [
      'a form in two files',
      { 'paperbrief.yaml': SETTINGS.replace('forms/note.yaml', 'forms/note.yaml, forms/note.yaml') },
      /line 1: two files give the form "note"/,
    ],
  ])('refuses %s', (_, files, message) => {
    expect(failure(files).message).toMatch(message)
  })

  it('takes a bomb of aliases for broken YAML', () => {
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1,1]\n${'bcdefghi'
      .split('')
      .map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(9)}*${'abcdefghi'[at]}]`)
      .join('\n')}\n`
    expect(() => load(note(bomb))).toThrow()
  })
})

describe('an edition', () => {
  const edition = (text: string) => ({ 'paperbrief.yaml': SETTINGS.replace('{ form: note }', text) })

  it.each([
    ['neither layout nor form', '{ papers: 3 }', /"editions\.notes" needs a layout/],
    ['both', '{ form: note, layout: table }', /"editions\.notes\.form" cannot stand beside "layout"/],
    ['a key that nobody knows', '{ from: note, fom: note }', /"editions\.notes\.fom" is not a setting/],
  ])('may not have %s', (_, text, message) => {
    expect(failure(edition(text)).message).toMatch(message)
  })

  it('is written from the full text where it says so', () => {
    expect(() => load(edition('{ form: note, read: full }'))).not.toThrow()
  })
})
