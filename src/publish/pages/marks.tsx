/** The buttons that mark a paper: written once, and put beside each paper by the script that serves them. */
import type { Wording } from './wording.ts'

/** Once in a page. */
export function MarkButtons({ words }: { words: Wording }) {
  const kinds = { saved: words.save, read: words.read, hidden: words.hide }
  return (
    <template id="mark-buttons">
      {Object.entries(kinds).map(([kind, name]) => (
        <button type="button" data-mark={kind} aria-pressed="false">
          {name}
        </button>
      ))}
    </template>
  )
}

/** Where they stand; empty without the script. */
export function Marks() {
  return <span class="marks" />
}
