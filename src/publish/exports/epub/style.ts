/** The style of a book: little, since readers set their own type. */

export const bookStyle = `body { margin: 0 4%; line-height: 1.6; overflow-wrap: break-word; }
h1 { font-size: 1.4em; }
h2 { font-size: 1.25em; line-height: 1.35; margin: 1em 0 .4em; }
h2 .number { opacity: .6; }
h3 { font-size: .85em; margin: 1.2em 0 .2em; opacity: .75; }
p { margin: 0 0 .6em; }
.cover { margin: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 100vh; }
.original { font-style: italic; }
.authors, .links { font-size: .85em; }
.notice { border-left: .25em solid #b98a1d; padding-left: .6em; font-size: .9em; }
.sentence p { font-weight: bold; }
nav ol { padding-left: 0; list-style: none; }
nav li { margin: .5em 0; }
`
