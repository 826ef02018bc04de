import { blocker } from './blocker.ts'
import { isBilingual, repeated } from './bilingual.ts'
import { compare } from '../kernel/rational.ts'
import { rubricProblems as problemsOf } from '../scoring/rubric-problems.ts'
import { scoreRange, totalRange } from '../scoring/score-range.ts'
import { compareDecimals, numberText, typedNumber, weightSum } from './weights.ts'
import type { RubricProblemCode } from '../scoring/rubric-problems.ts'
import type { Range } from '../scoring/score-range.ts'
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

/** What the core would refuse to score with, and this check does not name by itself. */
const FROM_THE_CORE: Readonly<Partial<Record<RubricProblemCode, string>>> = {
  'ranges-differ': 'scales-differ',
  'grid-malformed': 'steps-unreadable',
  'levels-off-grid': 'steps-unreadable',
  'threshold-off-range': 'threshold-off-range',
}
function coreProblems(category: string, rubric: Rubric): readonly Blocker[] {
  const found = problemsOf(rubric).flatMap(({ code, criterion }) => {
    const named = FROM_THE_CORE[code]
    return named === undefined ? [] : [{ named, criterion: criterion ?? '' }]
  })
  // Ranges differ between criteria: one sentence says so for the whole rubric.
  const once = found.filter(
    ({ named }, at) => named !== 'scales-differ' || found.findIndex((one) => one.named === named) === at,
  )
  return once.map(({ named, criterion }) =>
    blocker(named, 'rubric', { category, ...(named === 'scales-differ' ? {} : { criterion }) }, category),
  )
}

const isInside = (text: string, range: Range | null): boolean => {
  const value = typedNumber(text)
  return value !== null && range !== null && compare(value, range.low) >= 0 && compare(value, range.high) <= 0
}

/** The threshold on the total, with the bounds it must lie between. */
function totalProblems(category: string, rubric: Rubric): readonly Blocker[] {
  const range = totalRange(rubric)
  if (rubric.totalThreshold === undefined || range === null || isInside(rubric.totalThreshold, range))
    return []
  const facts = { category, low: numberText(range.low), high: numberText(range.high) }
  return [blocker('total-off-range', 'rubric', facts, category)]
}

/** A comment is asked at levels of the rubric, or at a criterion's own. */
function commentProblems(category: string, { criteria, commentRequiredAt }: Rubric): readonly Blocker[] {
  const shared = criteria.filter(({ commentAt }) => commentAt === undefined)
  const known = new Set(shared.flatMap(({ levels }) => levels.map(({ level }) => level)))
  const isKnown =
    (shared.length === 0 || commentRequiredAt.every((level) => known.has(level))) &&
    criteria.every(({ levels, commentAt = [] }) =>
      commentAt.every((level) => levels.some((one) => one.level === level)),
    )
  return isKnown ? [] : [blocker('comment-level-unknown', 'rubric', { category }, category)]
}

function rubricProblems(category: string, rubric: Rubric): readonly Blocker[] {
  const { sum, isHundred } = weightSum(rubric.criteria.map(({ weight }) => weight))
  return [
    ...(isHundred ? [] : [blocker('weights-not-100', 'rubric', { category, sum: sum ?? '?' }, category)]),
    ...repeated(rubric.criteria.map(({ code }) => code)).map((criterion) =>
      blocker('criterion-repeated', 'rubric', { category, criterion }, category),
    ),
    ...coreProblems(category, rubric),
    ...totalProblems(category, rubric),
    ...commentProblems(category, rubric),
    ...rubric.criteria.flatMap((criterion) => criterionProblems(category, criterion)),
  ]
}

const slotProblems = ({ code: category, slots, rubric }: CategoryRule): readonly Blocker[] => [
  ...(slots.length === 0 ? [blocker('no-slot', 'slots', { category }, category)] : []),
  ...repeated(slots.map(({ code }) => code)).map((slot) =>
    blocker('slot-repeated', 'slots', { category, slot }, category),
  ),
  ...slots
    .filter(({ label }) => !isBilingual(label))
    .map(({ code }) => blocker('slot-untranslated', 'slots', { category, slot: code }, category)),
  ...slots
    .filter(({ advisoryThreshold: limit }) => limit !== null && !isInside(limit, scoreRange(rubric)))
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
