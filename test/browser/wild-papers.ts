/** Papers and answers that would run, redirect, restyle or break a page if any of their text were taken for markup. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Sets this name on the window of a page that lets it run; a test looks for it there. */
export const RAN = 'wildRan'

const RUN = `window.${RAN}=1`
/** Nobody's: a request to it is a fault. */
const ELSEWHERE = 'https://elsewhere.example'

/** Each is tried as a title, an abstract, an author and a category. */
export const wildTexts = [
  `<script>${RUN}</script>`,
  `</script></title></pre></textarea><script src=${ELSEWHERE}/a.js></script>`,
  `"><img src=x onerror="${RUN}"><svg/onload="${RUN}">`,
  `<iframe srcdoc="<script>parent.${RAN}=1</script>"></iframe><object data="javascript:${RUN}"></object>`,
  `<meta http-equiv="refresh" content="0;url=${ELSEWHERE}/"><base href="${ELSEWHERE}/">`,
  `<link rel="stylesheet" href="${ELSEWHERE}/a.css"><style>body{display:none}</style>`,
  `[press](javascript:${RUN}) ![seen](${ELSEWHERE}/pixel.png) <javascript:${RUN}>`,
  `$\\href{javascript:${RUN}}{x}$ and $\\includegraphics{${ELSEWHERE}/a.png}$ and $\\htmlStyle{position:fixed}{y}$`,
  `&lt;script&gt;${RUN}&lt;/script&gt; &#60;script&#62;${RUN}&#60;/script&#62;`,
  `https://a.example/"onmouseover="${RUN} javascript:${RUN}`,
  'paper \u202egnp.exe\u202c and \u2067backwards\u2069 words\u0000\u0007\u001b[2J',
  `<form action="${ELSEWHERE}"><input name=q autofocus onfocus="${RUN}"><button>Go</button></form>`,
  `{{constructor.constructor('${RUN}')()}} \${${RUN}} <%= ${RUN} %> <!--`,
]

const LONG_WORD = 'x'.repeat(1900)
const LONGER_WORD = 'w'.repeat(99_000)

export const WILD_PAPERS = wildTexts.length + 2

/** `papers.jsonl`: one line of our own format for each, and one with words as long as a source may send. `feed.xml`: one more. */
export function writeWildPapers(folder: string): void {
  const papers = wildTexts.map((text, at) => ({
    id: nameWildPaper(at),
    version: 1,
    title: `Wild ${text}`,
    authors: [`Ada ${text}`, text],
    categories: ['cs.CL', text],
    abstract: `${text} We train a model of 7B parameters. It gains 5 points, ${text} and it is robust. ${text}`,
    comment: text,
    journalRef: text,
    links: [
      { kind: 'code', url: `javascript:${RUN}` },
      { kind: 'project', url: `data:text/html,<script>${RUN}</script>` },
      { kind: 'media', url: `${ELSEWHERE}/"><script>${RUN}</script>` },
      { kind: 'other', url: text },
    ],
  }))
  const long = {
    id: nameWildPaper(wildTexts.length),
    title: LONG_WORD,
    authors: [LONG_WORD, 'Bo Li'],
    categories: ['cs.CL'],
    abstract: `${LONGER_WORD} is a word. It is long.`,
  }
  const lines = [...papers, long].map(paper => `${JSON.stringify(paper)}\n`)
  writeFileSync(join(folder, 'papers.jsonl'), lines.join(''))
  writeFileSync(join(folder, 'feed.xml'), makeWildFeed(nameWildPaper(wildTexts.length + 1)))
}

/** As arXiv answers; every field holds code, escaped and not. */
function makeWildFeed(id: string): string {
  const code = `&lt;script&gt;${RUN}&lt;/script&gt; <![CDATA["><img src=x onerror="${RUN}">]]>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <title>${code}</title><id>javascript:${RUN}</id><updated>2025-05-28T00:00:00Z</updated>
  <entry>
    <id>http://arxiv.org/abs/${id}v1</id>
    <updated>2025-05-27T00:00:00Z</updated><published>2025-05-27T00:00:00Z</published>
    <title>Wild ${code}</title>
    <summary>${code} We gain 5 points.</summary>
    <author><name>${code}</name></author>
    <arxiv:comment>${code}</arxiv:comment><arxiv:journal_ref>${code}</arxiv:journal_ref>
    <link href="javascript:${RUN}" rel="alternate" type="text/html"/>
    <arxiv:primary_category term="cs.CL"/><category term="cs.CL"/><category term="&quot;&gt;${RUN}"/>
  </entry>
</feed>
`
}

export function nameWildPaper(at: number): string {
  return `2505.1${String(at).padStart(4, '0')}`
}
