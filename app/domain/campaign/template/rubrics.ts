import { MOBILE_AND_PARTICIPATION_CRITERIA } from './criteria-mobile-participation.ts'
import { PROCEDURE_AND_CONTENT_CRITERIA } from './criteria-procedure-content.ts'
import { SHARED_CRITERIA } from './criteria-shared.ts'
import type { Criterion, Rubric } from '../regulation.ts'
import type { CriterionText } from './criterion-text.ts'

const CRITERIA: Readonly<Record<string, CriterionText>> = {
  ...SHARED_CRITERIA,
  ...PROCEDURE_AND_CONTENT_CRITERIA,
  ...MOBILE_AND_PARTICIPATION_CRITERIA,
}

/** Weight of each criterion in percent, in the order of the sheet; each column adds up to 100. */
export const EXAMPLE_WEIGHTS = {
  'e-demarche': {
    demat: '25',
    simplif: '15',
    impact: '20',
    securite: '15',
    inclusion: '10',
    innovation: '10',
    perennite: '5',
  },
  'e-contenu': {
    editorial: '25',
    ux: '15',
    transpar: '15',
    inclusion: '20',
    impact: '15',
    securite: '5',
    perennite: '5',
  },
  'app-mobile': {
    mobile: '25',
    valeur: '15',
    impact: '15',
    securite: '15',
    inclusion: '15',
    innovation: '10',
    perennite: '5',
  },
  'e-participation': {
    interaction: '25',
    influence: '20',
    inclusion: '20',
    impact: '15',
    securite: '5',
    innovation: '10',
    perennite: '5',
  },
} as const

export type TemplateCategory = keyof typeof EXAMPLE_WEIGHTS

/** Levels 1 to 5 worth 0, 25, 50, 75 and 100 points; 2 and 4 lie between the anchors beside them. */
function exampleCriterion(code: string, text: CriterionText, weight: string): Criterion {
  const [first, middle, last] = text.anchors
  const anchors = [first, null, middle, null, last]
  return {
    code,
    name: text.name,
    weight,
    levels: anchors.map((anchor, index) => ({ level: index + 1, points: String(25 * index), anchor })),
    threshold: null,
  }
}

/** The example rubric of a category; `example` makes every screen say so until an organiser replaces it. */
export const exampleRubric = (category: TemplateCategory): Rubric => ({
  example: true,
  criteria: Object.entries(EXAMPLE_WEIGHTS[category]).flatMap(([code, weight]) => {
    const text = CRITERIA[code]
    return text === undefined ? [] : [exampleCriterion(code, text, weight)]
  }),
  missingPolicy: 'exclude_sheet',
  commentRequiredAt: [1, 2, 5],
})
