/** `/glossary`: the terms that hold, and a form that adds, changes and removes the reader's own. */
import { type Context, Hono } from 'hono'
import type { FoundTerms, GlossaryDesk } from '../jobs/glossary-desk.ts'
import { PaperbriefError } from '../paper/error.ts'
import type { Term } from '../paper/glossary-term.ts'
import { Backstage, Fault, type Frame } from './backstage.tsx'
import { readForm } from './read-form.ts'
import { OtherTerms, OwnTerms, type TermFields, TermForm } from './term-tables.tsx'
import { wordsOfApp } from './wording.ts'

export interface GlossaryOptions {
  glossaryDesk: GlossaryDesk
  frame: Frame
}

const FIELDS = [
  'act',
  'language',
  'edition',
  'source',
  'target',
  'abbreviation',
  'keep',
  'avoid',
  'accept',
  'forms',
  'except',
  'note',
  'beforeSource',
  'beforeEdition',
] as const

/** `GET /glossary?lang=&q=&source=&edition=`; `POST /glossary` with `act` `save` or `remove`. */
export function createGlossary({ glossaryDesk, frame }: GlossaryOptions): Hono {
  const app = new Hono()
  const show = async (
    context: Context,
    { fields, fault }: { fields?: TermFields; fault?: PaperbriefError },
  ) => {
    const languages = glossaryDesk.languages()
    const wanted = fields?.language ?? context.req.query('lang') ?? ''
    const language = languages.includes(wanted) ? wanted : (languages[0] ?? '')
    const query = context.req.query('q')?.slice(0, 200) ?? ''
    const found = await glossaryDesk.find(language, query)
    const view = { languages, language, query, found, editions: glossaryDesk.editions() }
    const chosen = fields ?? fieldsOf(await findOwn(glossaryDesk, context, language), language)
    return context.html(
      <GlossaryPage frame={frame} view={view} fields={chosen} fault={fault} />,
      fault ? 422 : 200,
    )
  }
  app.get('/', context => show(context, {}))
  app.post('/', async context => {
    const fields = await readForm(context, FIELDS)
    try {
      if (fields.act === 'remove') await remove(glossaryDesk, fields)
      else await save(glossaryDesk, fields)
      return context.redirect(`glossary?${new URLSearchParams({ lang: fields.language })}`, 303)
    } catch (fault) {
      if (!(fault instanceof PaperbriefError)) throw fault
      return show(context, { fields, fault })
    }
  })
  return app
}

async function remove(desk: GlossaryDesk, { language, source, edition }: TermFields): Promise<void> {
  await desk.remove({ language, source, ...(edition && { edition }) })
}

async function save(desk: GlossaryDesk, fields: TermFields): Promise<void> {
  const { language, edition, source, target, abbreviation, keep, note, beforeSource, beforeEdition } = fields
  await desk.save(
    {
      source,
      keep: keep !== '',
      avoid: fields.avoid,
      accept: fields.accept,
      forms: fields.forms,
      except: fields.except,
      ...(target && { target }),
      ...(abbreviation && { abbreviation }),
      ...(note && { note }),
    },
    {
      language: desk.languages().includes(language) ? language : (desk.languages()[0] ?? ''),
      ...(desk.editions().includes(edition) && { edition }),
      ...(beforeSource && {
        before: { source: beforeSource, ...(beforeEdition && { edition: beforeEdition }) },
      }),
    },
  )
}

/** The rule that the address names, to be changed. */
async function findOwn(desk: GlossaryDesk, context: Context, language: string): Promise<Term | undefined> {
  const source = context.req.query('source')
  if (source === undefined) return undefined
  const edition = context.req.query('edition') || undefined
  const { own } = await desk.find(language, '')
  return own.find(term => term.source === source && term.edition === edition)
}

function fieldsOf(term: Term | undefined, language: string): TermFields {
  return {
    act: 'save',
    language,
    edition: term?.edition ?? '',
    source: term?.source ?? '',
    target: term?.target ?? '',
    abbreviation: term?.abbreviation ?? '',
    keep: term?.keep ? 'on' : '',
    avoid: term?.avoid.join(' | ') ?? '',
    accept: term?.accept.join(' | ') ?? '',
    forms: term?.forms.join(' | ') ?? '',
    except: term?.except.join(' | ') ?? '',
    note: term?.note ?? '',
    beforeSource: term?.source ?? '',
    beforeEdition: term?.edition ?? '',
  }
}

interface GlossaryView {
  languages: readonly string[]
  language: string
  editions: readonly string[]
  query: string
  found: FoundTerms
}

function GlossaryPage({
  frame,
  view,
  fields,
  fault,
}: {
  frame: Frame
  view: GlossaryView
  fields: TermFields
  fault: PaperbriefError | undefined
}) {
  const words = wordsOfApp(frame.site.language)
  const { languages, language, editions, query, found } = view
  return (
    <Backstage frame={frame} tab="glossary">
      <p>{words.glossaryHint}</p>
      {fault && <Fault message={fault.message} hint={fault.hint} />}
      <TermForm fields={fields} languages={languages} editions={editions} words={words} />
      <search>
        <form class="search" method="get" action="glossary">
          <input type="search" name="q" value={query} aria-label={words.find} maxlength={200} />
          <input type="hidden" name="lang" value={language} />
          <button type="submit">{words.find}</button>
        </form>
      </search>
      <OwnTerms terms={found.own} language={language} words={words} />
      <OtherTerms terms={found.others} total={found.total} words={words} />
    </Backstage>
  )
}
