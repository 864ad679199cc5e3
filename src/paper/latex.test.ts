import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFormulas, maskMath } from './formulas.ts'
import { latexToText } from './latex.ts'

const conversions: Record<string, [latex: string, text: string][]> = {
  'unwraps text commands': [
    ['We present \\textbf{FooNet}, an \\emph{open} model.', 'We present FooNet, an open model.'],
    ['{\\bf FooNet} and {\\it bar \\texttt{x_y}}', 'FooNet and bar x_y'],
    ['\\textcolor{red}{hot} \\underline{K}orean \\textsc{Bar-7B}', 'hot Korean Bar-7B'],
    ['\\footnotesize{a} {yes, no}', 'a {yes, no}'],
    ['on COCO-20\\textsuperscript{i} and 1\\textsuperscript{st}', 'on COCO-20ⁱ and 1ˢᵗ'],
  ],
  'keeps links whole': [
    ['See \\url{https://a.org/x\\_y--z}.', 'See https://a.org/x_y--z.'],
    ['\\href{https://a.org/x}{the code}', 'the code (https://a.org/x)'],
    ['\\href{https://a.org/x}{https://a.org/x}', 'https://a.org/x'],
    ['at https://a.edu/~me/p\\_1 now', 'at https://a.edu/~me/p_1 now'],
    ['$\\href{https://a.org/x}{\\text{link}}$', 'link (https://a.org/x)'],
  ],
  'drops citations with their space and inlines notes': [
    ['as shown~\\cite{a,b}, it', 'as shown, it'],
    ['dataset \\citep[p.~3]{x}.', 'dataset.'],
    ['models\\footnote{Code at \\url{https://a.org}} win', 'models (Code at https://a.org) win'],
  ],
  'unescapes signs': [
    ['a 5\\% gain for R\\&D at \\$5 in a\\_b \\#1 \\{x\\}', 'a 5% gain for R&D at $5 in a_b #1 {x}'],
    ['about \\num{5.0}\\,\\pct{} or \\SI{7}{\\percent}', 'about 5.0 % or 7%'],
    ['pass\\^{}k and 360{\\deg} or 10\\textdegree', 'pass^k and 360° or 10°'],
  ],
  'sets quotes, dashes and ties': [
    ["the ``pivot'' token, ``so\"", 'the “pivot” token, “so”'],
    ["a `small' step", 'a ‘small’ step'],
    ['pages 1--3 --- and Claude Opus~4', 'pages 1–3 — and Claude Opus 4'],
    ['about ~30 or 93~99% with --flag', 'about ~30 or 93~99% with --flag'],
  ],
  'composes accents': [
    [
      'Fr\\\'{e}chet, Erd\\H{o}s, \\"{U}ber, espa\\~nol, \\v{Z}i\\v{z}ek, na\\"{\\i}ve',
      'Fréchet, Erdős, Über, español, Žižek, naïve',
    ],
    ['Stra{\\ss}e, S\\o ren, \\AA ngstr\\"om, Fran\\c{c}ois', 'Straße, Søren, Ångström, François'],
    ['the \\b{eta}-VAE', 'the β-VAE'],
  ],
  'writes simple formulas in Unicode': [
    ['$10^{-3}$ and $L_2$ with $R^2=0.9$', '10⁻³ and L₂ with R²=0.9'],
    ['$\\sim$30\\% at $256 \\times 256$', '~30% at 256 × 256'],
    ['gains of 5.2$\\times$ and $\\pm 0.3$', 'gains of 5.2× and ±0.3'],
    ['$O(n \\log n)$ or $\\mathcal{O}(\\sqrt{T})$', 'O(n log n) or O(√T)'],
    ['$1{,}000$ $\\mathbf{x} \\in \\mathbb{R}^d$', '1,000 x ∈ ℝᵈ'],
    ['$\\alpha \\leq 0.5$, $\\tilde{O}(n)$', 'α ≤ 0.5, Õ(n)'],
    ['the $\\pi_{0.5}$ and $d_{\\text{model}}$', 'the π₀.₅ and d_model'],
    ['\\(7\\times\\) and $\\texttt{a_b}$', '7× and a_b'],
    ['CO$_2$ at 30$^\\circ$C, $n^{1/2}$', 'CO₂ at 30°C, n^(1/2)'],
    ['$\\textbf{H$^3$DP}$', 'H³DP'],
    ['achieves$\\sim$30 points, $x\\sim y$', 'achieves ~30 points, x ~ y'],
  ],
  'keeps a formula that plain text cannot say': [
    ['bound $\\binom{n}{2}$ holds', 'bound $\\binom{n}{2}$ holds'],
    ['with $\\frac{a}{b}x$ for \\(\\method{}\\)', 'with $\\frac{a}{b}x$ for $\\method{}$'],
    ['$F_q^n$', '$F_q^n$'],
  ],
  'lets money be money': [
    ['between $5 million and $6 million', 'between $5 million and $6 million'],
    ['only \\$42 and $20-$30', 'only $42 and $20-$30'],
    ['costs $5, so $x$ falls', 'costs $5, so x falls'],
  ],
  'gives undefined macros their name': [
    ['We propose \\method{}, and \\ours wins.', 'We propose method, and ours wins.'],
    ['\\eg~light, \\ie, the rest \\etc.', 'e.g. light, i.e., the rest etc.'],
  ],
}

describe('latexToText', () => {
  for (const [title, pairs] of Object.entries(conversions))
    it(title, () => {
      expect(pairs.map(([latex]) => latexToText(latex))).toEqual(pairs.map(([, text]) => text))
    })

  it('passes plain text through unchanged', () => {
    const plain =
      'A "plain" text: p < 0.05, a/b, x_1, C:/tmp, it\'s 5" wide {a} — done; Größe 你好。\n\nNext.'
    expect(latexToText(plain)).toBe(plain)
  })

  it('is idempotent on anything', () => {
    const piece = fc.constantFrom(
      ...'\\ { } $ ~ ` \' " - -- ^ _ 5 a b . , ( ) [ ]'.split(' '),
      ...[
        '\\textbf',
        '\\sim',
        '\\frac',
        '\\text{',
        '\\$',
        '\\\\',
        '\\{',
        '``',
        "''",
        '\\(',
        '\\)',
        '\\[',
        '\\]',
      ],
      ...[
        '\\textbackslash',
        '\\href{u}{',
        '\\footnote{',
        '\\cite{',
        '\\b{eta}',
        '\\unicode{x005c}',
        'http://',
        ' ',
      ],
    )
    const latex = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(latex, text => {
        const once = latexToText(text)
        return latexToText(once) === once
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '\\',
    '{',
    '$',
    '$$',
    '`',
    '{\\bf ',
    '\\textbf{',
    '$x^{',
    '\\(',
    '~',
    '--',
    "''",
    'a$',
    '\\href{',
    'http://',
  ])('stays linear on a megabyte of %j', unit => {
    const started = performance.now()
    latexToText(unit.repeat(1_000_000 / unit.length))
    expect(performance.now() - started).toBeLessThan(4000)
  })
})

describe('findFormulas', () => {
  it('tells formulas from money', () => {
    const text = 'For $5 or $6 we bound $\\binom{n}{2}$ and $$x$$, not \\$7.'
    expect(findFormulas(text).map(({ tex }) => tex)).toEqual(['\\binom{n}{2}', 'x'])
  })
})

describe('maskMath', () => {
  it('blanks formulas and moves nothing', () => {
    expect(maskMath('a $x_1$ b')).toBe('a       b')
  })
})
