/** By what the calls of models are added up. */
export const callGroupings = ['day', 'edition', 'model', 'step'] as const
export type CallGrouping = (typeof callGroupings)[number]
