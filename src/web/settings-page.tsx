/** `/settings`: `paperbrief.yaml` in a text field, judged before it is saved. */
import { type Context, Hono } from 'hono'
import { SettingsConflictError, type SettingsFile, type SettingsText } from '../jobs/settings-file.ts'
import { PaperbriefError } from '../paper/error.ts'
import { Backstage, Fault, type Frame } from './backstage.tsx'
import { readForm } from './read-form.ts'
import { wordsOfApp } from './wording.ts'

export interface SettingsOptions {
  settingsFile: SettingsFile
  frame: Frame
}

export function createSettingsPage({ settingsFile, frame }: SettingsOptions): Hono {
  const app = new Hono()
  // What is in the field may be nobody else's business: no cache keeps it.
  const show = (context: Context, view: SettingsView, status: 200 | 409 | 422 = 200) => {
    context.header('cache-control', 'no-store')
    return context.html(<SettingsPage frame={frame} {...view} />, status)
  }
  app.get('/', context =>
    show(context, { given: settingsFile.read(), isSaved: context.req.query('saved') !== undefined }),
  )
  app.post('/', async context => {
    const { text, version } = await readForm(context, ['text', 'version'])
    try {
      await settingsFile.save({ text, version })
      return context.redirect('settings?saved', 303)
    } catch (fault) {
      if (!(fault instanceof PaperbriefError)) throw fault
      const { path } = settingsFile.read()
      return show(
        context,
        { given: { text, version, path }, fault },
        fault instanceof SettingsConflictError ? 409 : 422,
      )
    }
  })
  return app
}

interface SettingsView {
  given: SettingsText
  fault?: PaperbriefError
  isSaved?: boolean
}

const FEWEST_ROWS = 20
const MOST_ROWS = 60

function SettingsPage({
  frame,
  given: { text, version, path },
  fault,
  isSaved,
}: SettingsView & { frame: Frame }) {
  const words = wordsOfApp(frame.site.language)
  const rows = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, text.split('\n').length + 2))
  return (
    <Backstage frame={frame} tab="settings">
      {fault && <Fault message={fault.message} hint={fault.hint} />}
      {fault instanceof SettingsConflictError && (
        <p>
          <a href="settings">{words.reopen}</a>
        </p>
      )}
      {isSaved && (
        <p class="notice" role="status">
          {words.settingsSaved}
        </p>
      )}
      <p id="settings-hint">
        {words.settingsHint} {text.includes('"hidden 1"') && words.settingsHidden}
      </p>
      <form method="post" action="settings" class="wide-form">
        <label for="settings-text">
          {words.settingsFile} <code>{path}</code>
        </label>
        <textarea
          id="settings-text"
          name="text"
          class="code"
          rows={rows}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-describedby="settings-hint"
          wrap="off"
        >
          {`\n${text}`}
        </textarea>
        <input type="hidden" name="version" value={version} />
        <p>
          <button type="submit">{words.save}</button>
        </p>
      </form>
    </Backstage>
  )
}
