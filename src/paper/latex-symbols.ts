/** What LaTeX's named symbols, accents and letter styles are in Unicode. */

/** `name char name char …` as one string: a table that reads like a font chart. */
function readPairs(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.trim().split(/\s+/)
  const table = new Map<string, string>()
  for (let index = 0; index + 1 < words.length; index += 2)
    table.set(words[index] ?? '', words[index + 1] ?? '')
  return table
}

/** Letters and other symbols that stand for themselves, in formulas and in text. */
export const letterSymbols = readPairs(`
  alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
  lambda λ mu μ upmu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
  phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ
  Psi Ψ Omega Ω ell ℓ hbar ℏ imath ı jmath ȷ Re ℜ Im ℑ wp ℘ aleph ℵ infty ∞ partial ∂ nabla ∇ emptyset ∅
  varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ triangle △ square □ Box □
  blacksquare ■ Diamond ◇ diamond ⋄ star ⋆ bigstar ★ checkmark ✓ dagger † ddagger ‡ prime ′ degree ° deg °
  textdegree ° sum ∑ prod ∏ coprod ∐ int ∫ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁
  bigwedge ⋀ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lVert ‖ rVert ‖ Vert ‖ lvert | rvert |
  vert | lbrace { rbrace } lbrack [ rbrack ] ldots … dots … dotsc … dotsb … cdots ⋯ vdots ⋮ ddots ⋱
  textellipsis … S § P ¶ copyright © textcopyright © circledR ® textregistered ® texttrademark ™ pounds £
  euro € texteuro € textyen ¥ clubsuit ♣ heartsuit ♥ spadesuit ♠ diamondsuit ♦ sharp ♯ flat ♭ natural ♮
  colon : slash / textless < textgreater > textbar | textquotesingle ' textquotedblleft “ textquotedblright ”
  textquoteleft ‘ textquoteright ’ lq ‘ rq ’ textemdash — textendash – textbullet • textmu μ texttimes ×
  textpm ± backslash ＼ textunderscore _ textasciicircum ^ textnumero № lbrack [`)

/** Operators and relations: a space after the command ends its name and is no space of the formula. */
export const operatorSymbols = readPairs(`
  times × div ÷ pm ± mp ∓ cdot · ast * circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ cap ∩ cup ∪
  uplus ⊎ sqcap ⊓ sqcup ⊔ setminus ∖ smallsetminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ leq ≤ le ≤ leqslant ⩽ geq ≥
  ge ≥ geqslant ⩾ neq ≠ ne ≠ approx ≈ approxeq ≊ simeq ≃ cong ≅ equiv ≡ doteq ≐ triangleq ≜ propto ∝ ll ≪
  gg ≫ prec ≺ succ ≻ preceq ⪯ succeq ⪰ lesssim ≲ gtrsim ≳ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆
  supseteq ⊇ subsetneq ⊊ supsetneq ⊋ sqsubseteq ⊑ sqsupseteq ⊒ mid | nmid ∤ parallel ∥ perp ⊥ vdash ⊢ dashv ⊣
  models ⊨ vDash ⊨ to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔
  Rightarrow ⇒ implies ⟹ Longrightarrow ⟹ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ mapsto ↦ uparrow ↑ downarrow ↓
  updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ rightharpoonup ⇀ leftharpoonup ↼
  rightleftharpoons ⇌ hookrightarrow ↪ rightsquigarrow ⇝ leadsto ⇝ nrightarrow ↛ lt < gt > asymp ≍ bowtie ⋈
  triangleright ▷ triangleleft ◁ ltimes ⋉ rtimes ⋊ dagger † amalg ⨿ between ≬ therefore ∴ because ∵`)

/** Upright function names; `log n` keeps its space. */
export const functionNames: ReadonlySet<string> = new Set(
  `arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
  limsup ln log max min mod Pr sec sin sinh sup tan tanh`.split(/\s+/),
)

/** Commands of formulas that change the face of a letter and nothing else. */
export const plainStyles: ReadonlySet<string> = new Set(
  `mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm pmb mathop mathbin mathrel mathord smash ensuremath`.split(
    ' ',
  ),
)

/** Commands whose argument is text inside a formula. */
export const textStyles: ReadonlySet<string> = new Set(
  `text textbf textit textrm texttt textsc textsf textsl textup textnormal textmd mbox hbox emph underline
  operatorname operatorname* uline`.split(/\s+/),
)

/** Accents of text (`\'e`, `\v{z}`) and of formulas (`\hat{x}`), as combining characters. */
export const accents: ReadonlyMap<string, string> = new Map([
  ["'", '\u0301'],
  ['`', '\u0300'],
  ['^', '\u0302'],
  ['"', '\u0308'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['u', '\u0306'],
  ['v', '\u030c'],
  ['H', '\u030b'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['r', '\u030a'],
  ['d', '\u0323'],
  ['b', '\u0331'],
])

export const formulaAccents: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0304'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['vec', '\u20d7'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['breve', '\u0306'],
  ['check', '\u030c'],
])

/** Letters with a command of their own; the space that ends the command is not part of the word. */
export const textLetters = readPairs(`
  ss ß o ø O Ø ae æ AE Æ oe œ OE Œ aa å AA Å l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ`)

const superscriptPairs = readPairs(`
  0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ − ⁻ = ⁼ ( ⁽ ) ⁾ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ h ʰ i ⁱ j ʲ k ᵏ
  l ˡ m ᵐ n ⁿ o ᵒ p ᵖ r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ A ᴬ B ᴮ D ᴰ E ᴱ G ᴳ H ᴴ I ᴵ J ᴶ K ᴷ L ᴸ M ᴹ N ᴺ O ᴼ
  P ᴾ R ᴿ T ᵀ U ᵁ V ⱽ W ᵂ α ᵅ β ᵝ γ ᵞ δ ᵟ θ ᶿ φ ᵠ χ ᵡ ⊤ ᵀ ∘ ° ° ° * * ∗ * ⋆ ⋆ ′ ′ ' ′ † † ‡ ‡ ™ ™ ® ® . .`)
const subscriptPairs = readPairs(`
  0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋ − ₋ = ₌ ( ₍ ) ₎ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ n ₙ o ₒ p ₚ
  r ᵣ s ₛ t ₜ u ᵤ v ᵥ x ₓ β ᵦ γ ᵧ ρ ᵨ φ ᵩ χ ᵪ ∞ ∞ . .`)

function spell(text: string, table: ReadonlyMap<string, string>): string | undefined {
  const spelled: string[] = []
  for (const char of text) {
    const small = table.get(char)
    if (small === undefined) return undefined
    spelled.push(small)
  }
  return spelled.join('')
}

/** `-3` → `⁻³`; undefined where Unicode lacks one of the characters. */
export function spellSuperscript(text: string): string | undefined {
  return spell(text, superscriptPairs)
}

/** `10` → `₁₀`; undefined where Unicode lacks one of the characters. */
export function spellSubscript(text: string): string | undefined {
  return spell(text, subscriptPairs)
}

// The blocks of mathematical letters have holes where Unicode had the letter already.
const OLDER_LETTERS = readPairs(`
  bbC ℂ bbH ℍ bbN ℕ bbP ℙ bbQ ℚ bbR ℝ bbZ ℤ calB ℬ calE ℰ calF ℱ calH ℋ calI ℐ calL ℒ calM ℳ calR ℛ
  cale ℯ calg ℊ calo ℴ frakC ℭ frakH ℌ frakI ℑ frakR ℜ frakZ ℨ`)
const UPPER_STARTS = { bb: 0x1d538, cal: 0x1d49c, frak: 0x1d504 } as const
const DIGIT_STARTS = { bb: 0x1d7d8 } as const

export type LetterStyle = keyof typeof UPPER_STARTS

/** `R` as blackboard bold is `ℝ`; undefined where the style has no such character. */
export function styleLetter(char: string, style: LetterStyle): string | undefined {
  const older = OLDER_LETTERS.get(style + char)
  if (older) return older
  const code = char.charCodeAt(0)
  if (/^[A-Z]$/.test(char)) return String.fromCodePoint(UPPER_STARTS[style] + code - 65)
  if (/^[a-z]$/.test(char)) return String.fromCodePoint(UPPER_STARTS[style] + 26 + code - 97)
  if (/^\d$/.test(char) && style === 'bb') return String.fromCodePoint(DIGIT_STARTS.bb + code - 48)
  return undefined
}

/** Commands that set their letters in a style which Unicode has. */
export const letterStyles: ReadonlyMap<string, LetterStyle> = new Map([
  ['mathbb', 'bb'],
  ['Bbb', 'bb'],
  ['mathcal', 'cal'],
  ['mathscr', 'cal'],
  ['mathfrak', 'frak'],
  ['frak', 'frak'],
])
