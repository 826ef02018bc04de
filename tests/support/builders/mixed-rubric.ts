import type { Criterion, Regulation } from '#app/domain/campaign/regulation.ts'
import { gridLevels } from '#app/domain/scoring/grid.ts'

/** 0 to 20 by halves: 41 levels numbered from 0. */
export const HALVES = { min: '0', max: '20', step: '0.5' } as const

/** The criterion marked in steps, sentences at both ends, a comment asked at the highest. */
export function inSteps(criterion: Criterion): Criterion {
  const made = gridLevels(HALVES)
  const steps = made.ok ? made.value : []
  const anchors = new Map([
    [0, { ar: 'لا شيء', fr: 'Rien' }],
    [steps.length - 1, { ar: 'نموذجي', fr: 'Exemplaire' }],
  ])
  return {
    ...criterion,
    grid: HALVES,
    levels: steps.map((step) => ({ ...step, anchor: anchors.get(step.level) ?? null })),
    commentAt: [steps.length - 1],
  }
}

/** The first category's first criterion in steps of another range, brought to 0..1 with the levels of the others. */
export const withSteps = (regulation: Regulation): Regulation => ({
  ...regulation,
  categories: regulation.categories.map((category, place) =>
    place > 0
      ? category
      : {
          ...category,
          rubric: {
            ...category.rubric,
            ranges: 'normalised',
            criteria: category.rubric.criteria.map((one, at) => (at === 0 ? inSteps(one) : one)),
          },
        },
  ),
})
