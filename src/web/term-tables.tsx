/** The form for one term, and the tables of all that hold. */
import type { Term } from '../paper/glossary-term.ts'
import type { AppWording } from './wording.ts'

/** As the form sends them. `before…`: which rule is changed; empty: none. */
export type TermFields = Record<
  | 'act'
  | 'language'
  | 'edition'
  | 'source'
  | 'target'
  | 'abbreviation'
  | 'keep'
  | 'avoid'
  | 'accept'
  | 'forms'
  | 'except'
  | 'note'
  | 'beforeSource'
  | 'beforeEdition',
  string
>

const MAX_TERM = 120
const MAX_LIST = 4000
const MAX_NOTE = 500
const FURTHER = ['avoid', 'accept', 'forms', 'except'] as const

export function TermForm({
  fields,
  languages,
  editions,
  words,
}: {
  fields: TermFields
  languages: readonly string[]
  editions: readonly string[]
  words: AppWording
}) {
  const text = (name: keyof TermFields, label: string, maxlength: number) => (
    <label>
      {label}
      <input type="text" name={name} value={fields[name]} maxlength={maxlength} dir="auto" />
    </label>
  )
  return (
    <form method="post" action="glossary" class="fields-form">
      <h2>{fields.beforeSource ? words.changeTerm : words.addTerm}</h2>
      <input type="hidden" name="act" value="save" />
      <input type="hidden" name="beforeSource" value={fields.beforeSource} />
      <input type="hidden" name="beforeEdition" value={fields.beforeEdition} />
      {text('source', words.source, MAX_TERM)}
      {text('target', words.target, MAX_TERM)}
      {text('abbreviation', words.abbreviation, MAX_TERM)}
      <Choice name="language" chosen={fields.language} options={languages} label={words.language} />
      <Choice
        name="edition"
        chosen={fields.edition}
        options={['', ...editions]}
        label={words.edition}
        empty={words.everyEdition}
      />
      <label class="tick">
        <input type="checkbox" name="keep" checked={fields.keep !== ''} /> {words.keep}
      </label>
      <details open={FURTHER.some(name => fields[name] !== '')}>
        <summary>{words.more}</summary>
        {FURTHER.map(name => text(name, words[name], MAX_LIST))}
        {text('note', words.note, MAX_NOTE)}
      </details>
      <p>
        <button type="submit">{fields.beforeSource ? words.save : words.add}</button>
      </p>
    </form>
  )
}

function Choice({
  name,
  chosen,
  options,
  label,
  empty,
}: {
  name: string
  chosen: string
  options: readonly string[]
  label: string
  empty?: string
}) {
  return (
    <label>
      {label}
      <select name={name}>
        {options.map(option => (
          <option value={option} selected={option === chosen}>
            {option || empty}
          </option>
        ))}
      </select>
    </label>
  )
}

export function OwnTerms({
  terms,
  language,
  words,
}: {
  terms: readonly Term[]
  language: string
  words: AppWording
}) {
  return (
    <section>
      <h2>{words.ownTerms}</h2>
      {terms.length === 0 && <p>{words.noOwnTerms}</p>}
      <ul class="terms">
        {terms.map(term => (
          <li>
            <TermLine term={term} words={words} />
            <span class="act">
              <a href={`glossary?${addressOf(term, language)}`} aria-label={`${words.edit}: ${term.source}`}>
                {words.edit}
              </a>
              <form method="post" action="glossary">
                <input type="hidden" name="act" value="remove" />
                <input type="hidden" name="language" value={language} />
                <input type="hidden" name="source" value={term.source} />
                <input type="hidden" name="edition" value={term.edition ?? ''} />
                <button type="submit" aria-label={`${words.remove}: ${term.source}`}>
                  {words.remove}
                </button>
              </form>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function addressOf({ source, edition }: Term, language: string): URLSearchParams {
  return new URLSearchParams({ lang: language, source, ...(edition !== undefined && { edition }) })
}

// The others are there to be looked up; nobody reads a thousand.
const MAX_SHOWN = 300

export function OtherTerms({
  terms,
  total,
  words,
}: {
  terms: readonly Term[]
  total: number
  words: AppWording
}) {
  const shown = terms.slice(0, MAX_SHOWN)
  return (
    <section>
      <h2>
        {words.otherTerms} <small>{words.termCount(shown.length, total)}</small>
      </h2>
      <ul class="terms">
        {shown.map(term => (
          <li>
            <TermLine term={term} words={words} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function TermLine({ term, words }: { term: Term; words: AppWording }) {
  const { source, target, abbreviation, keep, avoid, note, scope, edition } = term
  const place = edition ?? words.scopes[scope]
  return (
    <span class="term">
      <b lang="en">{source}</b>
      {abbreviation && <span lang="en"> ({abbreviation})</span>} → {keep ? words.keep : target}
      {avoid.length > 0 && (
        <>
          {' '}
          <s>{avoid.join(' | ')}</s>
        </>
      )}
      {note && <small> {note}</small>}
      {place && <small class="place"> {place}</small>}
    </span>
  )
}
