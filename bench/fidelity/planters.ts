/** All sorts of planted faults, with the recall that the checks are to reach. */
import type { Planter } from './plant.ts'
import { plantInjections } from './plant-injections.ts'
import { plantLanguage } from './plant-language.ts'
import { plantLinks } from './plant-links.ts'
import { plantMarkup } from './plant-markup.ts'
import { plantLostNames, plantNames } from './plant-names.ts'
import { plantDirections, plantNegations } from './plant-negations.ts'
import { plantLostFigures, plantNumbers, plantSwaps } from './plant-numbers.ts'
import {
  plantAddedSentences,
  plantLostSentences,
  plantRepetitions,
  plantTruncations,
} from './plant-sentences.ts'
import { plantStructure } from './plant-structure.ts'
import { plantTerms } from './plant-terms.ts'

export interface FaultSort {
  name: string
  plant: Planter
  /** Share of the faults that must be found. */
  goal?: number
}

export const faultSorts: readonly FaultSort[] = [
  { name: 'numbers', plant: plantNumbers, goal: 0.98 },
  { name: 'names', plant: plantNames, goal: 0.98 },
  { name: 'links', plant: plantLinks, goal: 0.98 },
  { name: 'truncation', plant: plantTruncations, goal: 0.98 },
  { name: 'repetition', plant: plantRepetitions, goal: 0.98 },
  { name: 'markup', plant: plantMarkup, goal: 0.98 },
  { name: 'structure', plant: plantStructure, goal: 0.98 },
  { name: 'terms', plant: plantTerms, goal: 0.9 },
  { name: 'lost sentences', plant: plantLostSentences, goal: 0.9 },
  { name: 'wrong language', plant: plantLanguage, goal: 0.9 },
  { name: 'negation', plant: plantNegations, goal: 0.6 },
  { name: 'swapped results', plant: plantSwaps, goal: 0.6 },
  { name: 'lost figures', plant: plantLostFigures },
  { name: 'lost names', plant: plantLostNames },
  { name: 'added sentences', plant: plantAddedSentences },
  { name: 'directions', plant: plantDirections },
  { name: 'injection', plant: plantInjections },
]
