// Keyboard, light and dark, marks, copying, and search in a site of files. Everything else works without it.
const root = document.documentElement
const isApp = root.dataset.mode === 'app'

// What a private window refuses to keep is kept for this page only.
const memory = new Map()
const store = {
  get(key) {
    try {
      return localStorage.getItem(key) ?? memory.get(key) ?? null
    } catch {
      return memory.get(key) ?? null
    }
  },
  set(key, value) {
    memory.set(key, value)
    try {
      localStorage.setItem(key, value)
    } catch {}
  },
}

const theme = store.get('paperbrief-theme')
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
for (const button of document.querySelectorAll('[data-theme-toggle]')) {
  button.hidden = false
  button.addEventListener('click', () => {
    const isDark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = isDark ? 'light' : 'dark'
    store.set('paperbrief-theme', root.dataset.theme)
  })
}

/* Marks: with a server they are kept there, else in this browser. */
const MARKS_KEY = 'paperbrief-marks'
const KINDS = ['saved', 'read', 'hidden']

function readLocalMarks() {
  try {
    const marks = Object.entries(JSON.parse(store.get(MARKS_KEY) ?? '{}'))
    // Whatever else stands there, nobody has put it there with our buttons.
    return Object.fromEntries(marks.map(([id, kinds]) => [id, KINDS.filter(kind => kinds?.includes?.(kind))]))
  } catch {
    return {}
  }
}

async function loadMarks(ids) {
  if (!isApp) return readLocalMarks()
  const query = new URLSearchParams(ids.map(id => ['id', id]))
  const answer = await fetch(`${toRoot()}marks?${query}`, { headers: { accept: 'application/json' } })
  return answer.ok ? answer.json() : {}
}

async function saveMark(id, kind, isOn) {
  if (!isApp) {
    const marks = readLocalMarks()
    const kinds = new Set(marks[id] ?? [])
    if (isOn) kinds.add(kind)
    else kinds.delete(kind)
    store.set(MARKS_KEY, JSON.stringify({ ...marks, [id]: [...kinds] }))
    return true
  }
  const answer = await fetch(`${toRoot()}marks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-paperbrief': '1' },
    body: JSON.stringify({ id, kind, on: isOn }),
  })
  return answer.ok
}

// The script knows its own address, and the site's root from it.
const ownAddress = document.currentScript?.src ?? new URL('assets/paperbrief.js', location.href).href
function toRoot() {
  return new URL('..', ownAddress).href
}

function showMark(article, kind, isOn) {
  article.classList.toggle(`is-${kind}`, isOn)
  for (const button of article.querySelectorAll(`[data-mark="${kind}"]`))
    button.setAttribute('aria-pressed', String(isOn))
}

async function toggleMark(article, kind) {
  const isOn = !article.classList.contains(`is-${kind}`)
  showMark(article, kind, isOn)
  if (!(await saveMark(article.dataset.paper, kind, isOn).catch(() => false))) showMark(article, kind, !isOn)
}

// Whole papers with their buttons, and papers in lists, which the keyboard marks.
const articles = [...document.querySelectorAll('[data-paper]')]
const markButtons = document.getElementById('mark-buttons')
for (const article of articles) {
  for (const marks of article.querySelectorAll('.marks')) marks.append(markButtons.content.cloneNode(true))
  for (const button of article.querySelectorAll('[data-mark]'))
    button.addEventListener('click', () => toggleMark(article, button.dataset.mark))
}
if (articles.length > 0)
  loadMarks(articles.map(article => article.dataset.paper))
    .then(marks => {
      for (const article of articles)
        for (const kind of marks[article.dataset.paper] ?? []) showMark(article, kind, true)
    })
    .catch(() => {})

/* Copying. */
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  const name = button.textContent
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy)?.textContent ?? '')
    button.textContent = button.dataset.copied
    setTimeout(() => {
      button.textContent = name
    }, 2000)
  })
}

/* Keyboard: j and k go from paper to paper, o opens, s saves, / searches. */
let current = null
const STOP = '.entry, .hits > li'

/** The paper that has the focus, else the one that the keys have come to. */
function findStop() {
  return document.activeElement?.closest(STOP) ?? (current?.isConnected ? current : null)
}

function go(step) {
  const list = [...document.querySelectorAll(STOP)]
  if (list.length === 0) return
  const index = list.indexOf(findStop()) + step
  const stop = list[Math.max(0, Math.min(list.length - 1, index))]
  current?.classList.remove('here')
  current = stop
  stop.classList.add('here')
  stop.setAttribute('tabindex', '-1')
  stop.focus({ preventScroll: true })
  stop.scrollIntoView({ block: 'start' })
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const target = event.target
  if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')) {
    if (event.key === 'Escape') target.blur()
    return
  }
  const here = findStop() ?? document.querySelector('article.paper')
  if (event.key === 'j') go(1)
  else if (event.key === 'k') go(-1)
  else if (event.key === 'o' || event.key === 'Enter') {
    if (event.key === 'Enter' && target !== here) return
    here?.querySelector('a.open')?.click()
    return
  } else if (event.key === 's' && here?.matches('[data-paper]')) toggleMark(here, 'saved')
  else if (event.key === '/') document.getElementById('seek')?.focus()
  else return
  event.preventDefault()
})

/* The app: the reader's note on the page of a paper. */
const paper = document.querySelector('article.paper[data-paper]')
if (isApp && paper) loadNote(paper).catch(() => {})

async function loadNote(article) {
  const slug = location.pathname.split('/').at(-1)
  const answer = await fetch(new URL(`notes/${slug}?part`, toRoot()))
  if (!answer.ok) return
  // Made by our own server, in which what people wrote is escaped.
  const part = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const editor = part.querySelector('.note-editor')
  if (!editor) return
  article.insertBefore(document.adoptNode(editor), article.querySelector('.facts'))
  if (location.hash === '#note') editor.scrollIntoView()
}

/* The app: how far a run is. */
for (const section of isApp ? document.querySelectorAll('[data-events]') : []) watchRun(section)

function watchRun(section) {
  const events = new EventSource(new URL(section.dataset.events, toRoot()))
  const place = section.querySelector('[data-run-status]')
  const line = section.querySelector('[data-run-line]')
  const nameRun = () => place.querySelector('[data-run]')?.dataset.run ?? ''
  const shown = nameRun()
  events.addEventListener('status', event => {
    place.innerHTML = event.data
    // A run that has begun or ended changes the rest of the page too.
    if (nameRun() !== shown) {
      events.close()
      location.reload()
      return
    }
    const notes = place.querySelector('.run-notes ul')
    if (notes) notes.scrollTop = notes.scrollHeight
    // Said aloud where it says something new, which is not at every paper.
    const text = place.querySelector('[data-line]')?.textContent ?? ''
    if (line.textContent !== text) line.textContent = text
  })
  addEventListener('pagehide', () => events.close())
}

/* Search in a site of files: the index lies beside the pages and is asked here. */
const results = document.getElementById('results')
if (!isApp && results) {
  const query = new URLSearchParams(location.search).get('q') ?? ''
  const input = document.querySelector('.search input')
  if (input) input.value = query
  if (query.trim() !== '')
    searchFiles(query).catch(error => showText(results, String(error?.message ?? error)))
}

function showText(place, text) {
  const line = document.createElement('p')
  line.className = 'notice bad'
  line.textContent = text
  place.replaceChildren(line)
}

// Chinese and Japanese are indexed by word: the browser that asks cuts its question the same way.
function segment(text) {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) || !('Segmenter' in Intl))
    return text
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)
  return [...words]
    .map(word => word.segment)
    .join(' ')
    .replace(/\s+/g, ' ')
}

// The index is in parts, one for each month, so that a new day touches one of them.
async function openIndex() {
  const answer = await fetch(new URL('pagefind/parts.json', toRoot()))
  const [first, ...others] = answer.ok ? await answer.json() : []
  if (!first) throw new Error(results.dataset.nothing)
  const folder = name => new URL(`pagefind/${name}/`, toRoot())
  const pagefind = await import(new URL('pagefind.js', folder(first.name)).href)
  const baseUrl = new URL(toRoot()).pathname
  await pagefind.options({ baseUrl })
  await pagefind.init()
  for (const { name } of others) await pagefind.mergeIndex(folder(name).href, { baseUrl })
  return pagefind
}

// The index holds a space between Han words, which nobody wants to read; a mark may stand beside it.
const HAN = '[\\p{Script=Han}\\u3001-\\u301f\\uff01-\\uff5e]'
const SPACES_BESIDE_HAN = new RegExp(`(?<=${HAN}(?:</?mark>)?) +(?=(?:</?mark>)?${HAN})`, 'gu')

function countPapers(count) {
  const { one, many } = results.dataset
  return count === 1 ? one : many.replace('2', String(count))
}

async function searchFiles(query) {
  const id = /^\s*(?:arxiv:)?(\d{4}\.\d{4,5})(?:v\d+)?\s*$/i.exec(query)?.[1]
  const isOnDisk = location.protocol === 'file:'
  if (id) {
    const page = new URL(`papers/${id}.html`, toRoot())
    // On a disk nobody can be asked whether it is there.
    const isThere = isOnDisk || (await fetch(page, { method: 'HEAD' }).catch(() => undefined))?.ok
    if (isThere) location.replace(page)
    else showCount(0)
    return
  }
  if (isOnDisk) throw new Error(results.dataset.needsServer)
  const pagefind = await openIndex()
  const found = await pagefind.search(segment(query))
  const list = document.createElement('ol')
  list.className = 'hits'
  const pages = await Promise.all(found.results.slice(0, 30).map(result => result.data()))
  for (const page of pages) {
    const item = document.createElement('li')
    const heading = document.createElement('h2')
    const link = document.createElement('a')
    link.className = 'open'
    link.href = page.url
    link.textContent = page.meta?.title ?? page.url
    heading.append(link)
    const fragment = document.createElement('p')
    fragment.className = 'fragment'
    for (const [index, piece] of String(page.excerpt ?? '')
      .replace(SPACES_BESIDE_HAN, '')
      .split(/<\/?mark>/)
      .entries()) {
      // The excerpt is text with marks; it never becomes markup here.
      const text = piece
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
      if (index % 2 === 0) fragment.append(text)
      else fragment.append(Object.assign(document.createElement('mark'), { textContent: text }))
    }
    item.append(heading, fragment)
    list.append(item)
  }
  showCount(found.results.length, list)
}

function showCount(number, ...more) {
  const count = document.createElement('p')
  count.className = 'count'
  count.textContent = countPapers(number)
  results.replaceChildren(count, ...more)
}
