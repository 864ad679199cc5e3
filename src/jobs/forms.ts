/** Reads the forms and labels that the settings name. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { formOfLayout } from '../paper/edition.ts'
import { errorMessage } from '../paper/error.ts'
import type { Form, FormLayout } from '../paper/form.ts'
import { builtInBook, type FormBook, makeFormBook } from '../paper/form-book.ts'
import { completeLabels, hasLabels, type Labels, labelFileSchema } from '../paper/labels.ts'
import { layoutSlots } from '../publish/markdown/custom.ts'
import { compileTemplate, TemplateError } from '../publish/markdown/template.ts'
import { SETTINGS_FILE, type Settings } from '../settings.ts'
import { describeIssue, type LineOf, readYaml, SettingsError } from '../settings-yaml.ts'
import { customFormSchema, makeCustomForm } from '../write/custom-form.ts'

/**
 * The built-in forms and labels with those of the settings' `forms` and `labels`.
 * @throws SettingsError names the file, the line and the mend
 */
export function loadForms(settings: Settings): FormBook {
  const custom = new Map<string, Form>()
  for (const [index, file] of settings.forms.entries()) {
    const { name, form } = loadForm(settings, { file, index })
    if (custom.has(name)) throw refuseDouble({ settings, path: ['forms', index], what: `the form "${name}"` })
    custom.set(name, form)
  }
  const labels: Labels[] = []
  for (const [index, file] of settings.labels.entries()) {
    const read = loadLabels(settings, { file, index })
    if (labels.some(({ language }) => language === read.language))
      throw refuseDouble({ settings, path: ['labels', index], what: `labels for "${read.language}"` })
    labels.push(read)
  }
  refuseUnknownForms(settings, custom)
  return custom.size + labels.length > 0 ? makeFormBook({ labels, custom }) : builtInBook
}

/** One sentence for whoever publishes in a language without labels; undefined where there are some. */
export function explainMissingLabels(language: string, { labels }: FormBook): string | undefined {
  if (hasLabels(language, labels)) return undefined
  return `there are no labels for the language "${language}", so the digest has English ones: a label file (docs/languages.md) mends that`
}

interface NamedFile {
  /** As the settings name it. */
  file: string
  index: number
}

function loadForm(settings: Settings, named: NamedFile): { name: string; form: Form } {
  const { parsed, lineOf, text } = loadFile(settings, {
    ...named,
    setting: 'forms',
    schema: customFormSchema,
  })
  const form = makeCustomForm(parsed)
  const isText = typeof parsed.layout === 'string'
  for (const part of ['header', 'paper', 'footer'] as const)
    checkTemplate(form, {
      part,
      file: named.file,
      line: lineOf(isText ? ['layout'] : ['layout', part]),
      text,
    })
  return { name: parsed.name, form }
}

function loadLabels(settings: Settings, named: NamedFile): Labels {
  return completeLabels(loadFile(settings, { ...named, setting: 'labels', schema: labelFileSchema }).parsed)
}

function loadFile<T extends z.ZodType>(
  settings: Settings,
  { file, index, setting, schema }: NamedFile & { setting: 'forms' | 'labels'; schema: T },
): { parsed: z.infer<T>; lineOf: LineOf; text: string } {
  const text = readText(settings, { file, path: [setting, index] })
  // `${NAME}` is text there: a form is written for a model, not for this machine.
  const { content, lineOf } = readYaml(text, file, name => `\${${name}}`)
  const result = schema.safeParse(content)
  if (!result.success) throw describeIssue(result.error, schema, { file, lineOf })
  return { parsed: result.data, lineOf, text }
}

function readText(settings: Settings, { file, path }: { file: string; path: PropertyKey[] }): string {
  try {
    return readFileSync(resolve(settings.home, file), 'utf8')
  } catch (cause) {
    throw new SettingsError(
      `${SETTINGS_FILE}${atLine(settings.lineOf(path))}: ${file} cannot be read: ${errorMessage(cause)}`,
      {
        code: 'settings-file-unreadable',
        hint: `Correct the path under "${String(path[0])}"; it is relative to ${settings.home}.`,
        cause,
      },
    )
  }
}

interface TemplateCase {
  part: keyof FormLayout
  file: string
  /** On which the part begins. */
  line: number | undefined
  /** Of the whole file. */
  text: string
}

function checkTemplate(form: Form, { part, file, line, text }: TemplateCase): void {
  const template = form.layout?.[part]
  if (template === undefined) return
  try {
    compileTemplate(template, layoutSlots(part, form))
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    // A block (`paper: |`) begins on the line below its key.
    const isBlock = line !== undefined && /:\s+[|>][-+\d]*\s*(?:#.*)?$/.test(text.split('\n')[line - 1] ?? '')
    const at = line === undefined ? undefined : isBlock ? line + error.line : line
    throw new SettingsError(`${file}${atLine(at)}: ${error.message}.`, {
      code: 'settings-template',
      hint: error.hint ?? 'docs/forms.md shows what can stand in a layout.',
      cause: error,
    })
  }
}

function refuseUnknownForms(settings: Settings, custom: ReadonlyMap<string, Form>): void {
  for (const [name, { layout }] of Object.entries(settings.editions)) {
    const wanted = formOfLayout(layout)
    if (wanted === undefined || custom.has(wanted)) continue
    const nearest = [...custom.keys()].toSorted((a, b) => distance(a, wanted) - distance(b, wanted))[0]
    const line = settings.lineOf(['editions', name, 'form'])
    throw new SettingsError(
      `${SETTINGS_FILE}${atLine(line)}: the edition "${name}" is written in the form "${wanted}", which is not there.`,
      {
        code: 'settings-unknown-form',
        hint: nearest
          ? `Did you mean "${nearest}"? Known here: ${[...custom.keys()].join(', ')}.`
          : 'Name its file under "forms", such as forms: [forms/reading-note.yaml]. The built-in forms go by "layout".',
      },
    )
  }
}

function refuseDouble({
  settings,
  path,
  what,
}: {
  settings: Settings
  path: PropertyKey[]
  what: string
}): SettingsError {
  return new SettingsError(`${SETTINGS_FILE}${atLine(settings.lineOf(path))}: two files give ${what}.`, {
    code: 'settings-double',
    hint: `Remove one of them from "${String(path[0])}".`,
  })
}

function atLine(line: number | undefined): string {
  return line === undefined ? '' : `, line ${line}`
}
