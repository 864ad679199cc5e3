/** The style of a poster: one size of running text, everything else a multiple of it. */
import type { PosterSize } from './poster-size.ts'

const HAN = '"PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei"'

export function posterStyle({ width, height, page }: PosterSize, basePx: number): string {
  // Margins and gaps belong to the sheet and not to the type, which shrinks where there is much to say.
  const unit = Math.round(Math.min(width, height) / 100)
  return `
@page { size: ${page}; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; } html { font-size: ${basePx.toFixed(2)}px; }
body { width: ${width}px; height: ${height}px; overflow: hidden; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.poster { width: ${width}px; height: ${height}px; overflow: hidden; display: flex; flex-direction: column;
  background: #f4f6f3; color: #1c2426; font: 1rem / 1.5 system-ui, ${HAN}, sans-serif; overflow-wrap: anywhere; text-autospace: normal; }
:lang(zh), :lang(ja) { line-break: strict; }
a { color: inherit; text-decoration: none; }
code { font-family: ui-monospace, "Noto Sans Mono", monospace; font-size: .86em; }
.head { flex: none; background: #0b4f50; color: #fff; padding: ${unit * 3}px ${unit * 4}px ${unit * 2.4}px; }
h1 { line-height: 1.22; font-weight: 700; text-wrap: balance; }
.original { font-size: .95rem; line-height: 1.35; color: #cfe6e2; margin-top: .3em; }
.authors { font-size: .84rem; line-height: 1.4; color: #a9d8d2; margin-top: .35em; }
.chips { font-size: .78rem; line-height: 1.3; display: flex; flex-wrap: wrap; gap: .45em; margin-top: .7em; }
.chip { border: 1px solid #5d9c98; border-radius: 2em; padding: .16em .8em; }
.chip.notice { background: #fbf3df; color: #7a5200; border-color: #fbf3df; }
.hero { flex: none; display: flex; gap: ${unit * 2.4}px; padding: ${unit * 2.4}px ${unit * 4}px 0; }
.tall .hero { flex-direction: column; }
.lead { font-size: 1.32rem; line-height: 1.45; font-weight: 600; color: #0b4f50; align-self: center; flex: 1 1 0; }
.tall .lead { align-self: stretch; flex: none; }
.figures { list-style: none; display: flex; gap: ${unit * 1.6}px; flex: 1.25 1 0; }
.tall .figures { flex: none; }
.figures li { flex: 1 1 0; min-width: 0; background: #fff; border-radius: ${unit * 0.8}px; padding: .7em .9em; border: 1px solid #dfe5e1; }
.wide .figures.single { flex: .42 1 0; }
.tall .figures.single li { display: flex; gap: 1em; align-items: center; }
.tall .figures.single b { flex: none; max-width: 60%; }
.figures b { display: block; font-size: 2.3rem; line-height: 1.12; font-weight: 750; color: #b4501e; letter-spacing: -.01em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.figures b.long { font-size: 1.55rem; line-height: 1.3; }
.figures span { display: block; font-size: .78rem; line-height: 1.4; color: #46565a; margin-top: .3em; }
.split { flex: 1 1 0; min-width: 0; min-height: 0; display: flex; gap: ${unit * 1.6}px; }
.split.row { flex-direction: row; }
.split.column { flex-direction: column; }
.poster > .split { padding: ${unit * 2.4}px ${unit * 4}px ${unit * 1.6}px; }
.panel { flex: 1 1 0; min-height: 0; min-width: 0; background: #fff; border: 1px solid #dfe5e1; border-left: ${Math.max(3, unit * 0.5)}px solid #0b6f6d; border-radius: ${unit * 0.8}px; padding: ${unit * 1.3}px ${unit * 1.8}px; overflow: hidden; }
.inner { overflow-wrap: anywhere; }
h2 { font-size: 1.08rem; line-height: 1.3; color: #0b6f6d; margin-bottom: .35em; }
.panel p + p { margin-top: .55em; }
.main-figure { border-left-color: #b4501e; }
.main-figure.pictured { display: flex; flex-direction: column; gap: .5em; }
.main-figure img { flex: 1 1 0; min-height: 0; width: 100%; object-fit: contain; }
.main-figure .inner { flex: none; }
.caption { font-size: .78rem; line-height: 1.4; color: #46565a; }
.foot { flex: none; display: flex; justify-content: space-between; gap: 2em; font-size: .74rem; line-height: 1.4; color: #5d6c6f; padding: 0 ${unit * 4}px ${unit * 1.8}px; }
.facts { display: flex; flex-wrap: wrap; column-gap: 1em; } .foot > :last-child { text-align: right; }
`
}
