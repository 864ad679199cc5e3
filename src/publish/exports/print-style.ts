/** The style of a printed digest: A4, quiet, made to be read on paper. */

const HAN = '"PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei"'

/** Page numbers stand in the margin boxes of CSS Paged Media, which Chromium knows since 131. */
export const printStyle = `
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #667; } }
* { box-sizing: border-box; }
html { font: 10.5pt / 1.62 system-ui, ${HAN}, sans-serif; color: #1c2426; text-autospace: normal; }
body { margin: 0; overflow-wrap: anywhere; }
:lang(zh), :lang(ja) { line-break: strict; text-align: justify; }
p:lang(en) { font-family: "Iowan Old Style", "Source Serif 4", Charter, Georgia, serif; hyphens: auto; text-align: start; }
a { color: #0b5f5f; text-decoration: none; }
.contents li, .original { text-align: start; }
h1, h2, h3, p, ol { margin: 0; }
h1 { font-size: 20pt; line-height: 1.25; }
h1, h2, h3 { text-align: start; break-after: avoid; }
.masthead { border-bottom: 1.5pt solid #0b5f5f; padding-bottom: 4mm; margin-bottom: 6mm; }
.masthead p { color: #566467; }
.contents ol { padding-left: 2.2em; text-align: start; }
.contents li { padding-left: .2em; margin-bottom: .25em; line-height: 1.4; break-inside: avoid; }
.contents li::marker { color: #566467; font-variant-numeric: tabular-nums; }
.contents a { color: inherit; }
article { margin-top: 9mm; padding-top: 5mm; border-top: .5pt solid #cfd6d3; }
article > header { break-inside: avoid; break-after: avoid; }
h2 { font-size: 13.5pt; line-height: 1.35; }
h2 .number { color: #0b5f5f; font-variant-numeric: tabular-nums; margin-right: .25em; }
h3 { font-size: 9pt; color: #0b5f5f; letter-spacing: .02em; }
.original { color: #566467; }
.authors, .links { font-size: 9pt; color: #566467; }
.links a { margin-right: .4em; }
.notice { background: #fbf3df; color: #7a5200; padding: 1mm 2.5mm; font-size: 9pt; margin-top: 1.5mm; }
.field { margin-top: 2.6mm; }
.field p { orphans: 2; widows: 2; }
.field p + p { margin-top: 1.6mm; }
.field.keywords p { color: #566467; }
.field.sentence p { font-weight: 600; }
code { font-family: ui-monospace, "Noto Sans Mono", monospace; font-size: .9em; }
.foot { margin-top: 10mm; font-size: 8.5pt; color: #566467; }
`
