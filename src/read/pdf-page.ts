/** What is known of a PDF page before its text is read: runs of characters with places, and drawn rules. */

export interface FontStyle {
  bold: boolean
  italic: boolean
  /** Typewriter. */
  mono: boolean
  /** A font of mathematical letters or signs. */
  math: boolean
  /** Small capitals. */
  caps: boolean
}

/** Places are in points, from the page's upper left corner. */
export interface PdfRun {
  text: string
  x: number
  /** The base line. */
  y: number
  width: number
  /** Size of the type, in points. */
  size: number
  style: FontStyle
}

/** A thin horizontal line. */
export interface PdfRule {
  x0: number
  x1: number
  y: number
}

export interface PdfPage {
  width: number
  height: number
  /** In the order in which the file draws them. */
  runs: PdfRun[]
  rules: PdfRule[]
}

const BOLD = /bold|black|heavy|-?medi(?![a-z])|cmbx|cmb\d|sfbx|ptmb|-b(?:d)?$|\.b$|semibold|demi(?!light)/i
const ITALIC = /ital|obli|cmti|cmsl|cmmi|slant|-it$|kursiv|sfti/i
const MONO = /cmtt|mono|courier|typewriter|consol|nimbusmon|sftt|-tt/i
const MATH =
  /cmmi|cmsy|cmex|cmbsy|cmmib|msam|msbm|math|symbol|eufm|eurm|rsfs|mtsy|mtmi|mtex|txsy|txex|txmi|pxsy|pxmi|stmary|esint|wasy|lasy|dsrom|bbm|bbold/i
const CAPS = /csc|smallcap|-sc(?![a-z])|caps/i

/** LaTeX's picture fonts: their letters are strokes. */
export function isDrawingFont(fontName: string): boolean {
  return /(?:^|\+)(?:line|linew|lcircle|lcirclew)\d+$/i.test(fontName.slice(0, 200))
}

/** Read from a font's name, with or without its subset prefix: `RMAMKO+NimbusRomNo9L-Medi`. */
export function judgeFont(fontName: string): FontStyle {
  const name = fontName.slice(0, 200).replace(/^[A-Z]{6}\+/, '')
  return {
    bold: BOLD.test(name),
    italic: ITALIC.test(name),
    mono: MONO.test(name),
    math: MATH.test(name),
    caps: CAPS.test(name),
  }
}
