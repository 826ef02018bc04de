import { blocker } from './blocker.ts'
import { isBilingual, repeated } from './bilingual.ts'
import { compareDecimals, typedNumber, weightSum } from './weights.ts'
import type { Blocker } from './blocker.ts'
import type { CategoryRule, Criterion, Rubric } from './regulation.ts'

function criterionProblems(category: string, criterion: Criterion): readonly Blocker[] {
  const { code, levels, threshold } = criterion
  const at = (problem: string) => blocker(problem, 'rubric', { category, criterion: code }, category)
  const numbers = levels.map(({ level }) => level)
  const rising = levels.every((level, index) => {
    const previous = levels[index - 1]
    if (previous === undefined) return typedNumber(level.points) !== null
    return level.level === previous.level + 1 && compareDecimals(previous.points, level.points) === -1
  })
  const anchors = levels.flatMap(({ anchor }) => (anchor === null ? [] : [anchor]))
  return [
    ...(isBilingual(criterion.name) ? [] : [at('criterion-untranslated')]),
    ...(levels.length >= 2 && rising && repeated(numbers.map(String)).length === 0
      ? []
      : [at('levels-not-rising')]),
    // A level without an anchor lies between two that have one, so the ends need theirs.
    ...(levels[0]?.anchor && levels.at(-1)?.anchor ? [] : [at('anchor-missing')]),
    ...(anchors.every(isBilingual) ? [] : [at('anchor-untranslated')]),
    ...(threshold === null || typedNumber(threshold) !== null ? [] : [at('threshold-unreadable')]),
  ]
}

function rubricProblems(category: string, rubric: Rubric): readonly Blocker[] {
  const { sum, isHundred } = weightSum(rubric.criteria.map(({ weight }) => weight))
  const scales = rubric.criteria.map(({ levels }) =>
    levels.map(({ level, points }) => `${level}=${points}`).join(' '),
  )
  const known = new Set(rubric.criteria.flatMap(({ levels }) => levels.map(({ level }) => level)))
  return [
    ...(isHundred ? [] : [blocker('weights-not-100', 'rubric', { category, sum: sum ?? '?' }, category)]),
    ...repeated(rubric.criteria.map(({ code }) => code)).map((criterion) =>
      blocker('criterion-repeated', 'rubric', { category, criterion }, category),
    ),
    ...(rubric.ranges === 'normalised' || new Set(scales).size <= 1
      ? []
      : [blocker('scales-differ', 'rubric', { category }, category)]),
    ...(rubric.commentRequiredAt.every((level) => known.has(level))
      ? []
      : [blocker('comment-level-unknown', 'rubric', { category }, category)]),
    ...rubric.criteria.flatMap((criterion) => criterionProblems(category, criterion)),
  ]
}

const isPercent = (text: string): boolean => typedNumber(text) !== null && compareDecimals(text, '100') !== 1

const slotProblems = ({ code: category, slots }: CategoryRule): readonly Blocker[] => [
  ...(slots.length === 0 ? [blocker('no-slot', 'slots', { category }, category)] : []),
  ...repeated(slots.map(({ code }) => code)).map((slot) =>
    blocker('slot-repeated', 'slots', { category, slot }, category),
  ),
  ...slots
    .filter(({ label }) => !isBilingual(label))
    .map(({ code }) => blocker('slot-untranslated', 'slots', { category, slot: code }, category)),
  ...slots
    .filter(({ advisoryThreshold: limit }) => limit !== null && !isPercent(limit))
    .map(({ code }) => blocker('threshold-unreadable', 'slots', { category, slot: code }, category)),
]

/** Every hole of the categories, their rubrics and prize slots; weights are summed exactly. */
export const categoryProblems = (categories: readonly CategoryRule[]): readonly Blocker[] => [
  ...(categories.length === 0 ? [blocker('no-category', 'category')] : []),
  ...repeated(categories.map(({ code }) => code)).map((code) =>
    blocker('category-repeated', 'category', { code }, code),
  ),
  ...categories.flatMap((category) => [
    ...(isBilingual(category.name) && isBilingual(category.description)
      ? []
      : [blocker('category-untranslated', 'category', { code: category.code }, category.code)]),
    ...rubricProblems(category.code, category.rubric),
    ...slotProblems(category),
  ]),
]
