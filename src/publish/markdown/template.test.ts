/** Tests of reading templates. */
import { describe, expect, it } from 'vitest'
import { compileTemplate, TemplateError } from './template.ts'

const KNOWN = ['title', 'id', 'link.abs', 'field.gist', 'field.method']

function failure(template: string): TemplateError {
  try {
    compileTemplate(template, KNOWN)
  } catch (error) {
    if (error instanceof TemplateError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const places = (template: string) =>
  compileTemplate(template, KNOWN).flatMap(piece =>
    typeof piece === 'string' ? [] : [`${piece.place}${piece.isStrict ? ' strict' : ''}`],
  )

describe('compileTemplate', () => {
  it('keeps what is no slot letter for letter', () => {
    const pieces = compileTemplate('# {{ title }} \n\n- a {b} $x_i$\n\n', KNOWN)
    expect(pieces.map(piece => (typeof piece === 'string' ? piece : `<${piece.name}>`)).join('')).toBe(
      '# <title> \n\n- a {b} $x_i$',
    )
  })

  it.each([
    ['## {{title}}', ['heading']],
    ['## [{{title}}]({{link.abs}})', ['link', 'heading']],
    ['| {{title}} |', ['cell']],
    ['{{field.gist}}', ['block']],
    ['- {{field.gist}}', ['block']],
    ['> {{field.gist}}', ['block']],
    ['**Gist**: {{field.gist}}', ['inline']],
    ['*{{field.gist}}*', ['inline strict']],
    ['{{title}} by {{id}}', ['block strict', 'inline']],
    ['{{title}}\n{{id}}', ['block strict', 'block strict']],
    ['| [{{title}}]({{link.abs}}) |', ['link strict', 'cell']],
  ])('knows the places in %j', (template, expected) => {
    expect(places(template)).toEqual(expected)
  })

  it('names an unknown slot with its line and the nearest known one', () => {
    const error = failure('# {{title}}\n\n{{field.methods}}')
    expect(error.line).toBe(3)
    expect(error.message).toBe('{{field.methods}} stands for nothing')
    expect(error.hint).toMatch(/^Did you mean \{\{field\.method\}\}\?/)
  })

  it.each([
    ['a slot that is not closed', 'a {{title', /no partner/],
    ['nested braces', '{{a{{title}}}}', /no partner/],
    ['HTML', '<b>{{title}}</b>', /HTML/],
    ['a comment', '<!-- paperbrief edition=evil -->', /HTML/],
    ['a tag made of a slot', '<{{title}}>', /HTML/],
    ['a block of code', '```\n{{title}}\n```', /block of code/],
    ['code', '`{{title}}`', /code marks/],
    ['indented code', '    {{title}}', /indented/],
    ['an escape before a slot', '\\{{title}}', /backslash/],
    ['text in an address', '[x]({{title}})', /address/],
    ['code that runs code', '{{process.exit()}}', /stands for nothing/],
    ['the prototype', '{{constructor}}', /stands for nothing/],
  ])('refuses %s', (_, template, message) => {
    expect(failure(template).message).toMatch(message)
  })

  it('takes linear time on a megabyte', () => {
    const start = performance.now()
    for (const unit of ['{{', '}}', '[', '](', '* ', '`', '{{title}} ', '| '])
      try {
        compileTemplate(unit.repeat(20_000 / unit.length), KNOWN)
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error
      }
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
