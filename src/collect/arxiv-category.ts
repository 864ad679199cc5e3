/** Tells arXiv's categories from the other codes that stand beside them. */

// MSC (`68T45, 62H30`) and ACM (`I.5.3; I.2.10`) codes stand in the same lists; they begin otherwise.
const CATEGORY = /^[a-z-]{2,20}(?:\.[A-Za-z-]{2,20})?$/

/** `cs.CL`, `cond-mat.mes-hall`, or an archive as a whole: `hep-th`, `cs`. */
export function isArxivCategory(text: string): boolean {
  return CATEGORY.test(text)
}

/** The arXiv categories among `codes`, each once, in their order. */
export function keepArxivCategories(codes: readonly string[]): string[] {
  return [...new Set(codes.map(code => code.trim()).filter(isArxivCategory))]
}
