import type { Localized } from '../kernel/localized.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { TOTAL } from '../scoring/rubric-problems.ts'
import { cleanLocalizedAt } from './localized-edit.ts'
import type { Criterion, Rubric } from './regulation.ts'
import { typedNumber } from './weights.ts'

/** Which criteria a rubric has, in which order, and whether it is still the example. */
export type CriteriaEdit =
  | {
      readonly kind: 'criterion-added'
      readonly category: string
      /** Its code, which sheets and exports name it by; it never changes afterwards. */
      readonly criterion: string
      readonly name: Localized
      /** Typed text, `12.5` or `100/3`. */
      readonly weight: string
    }
  | { readonly kind: 'criterion-removed'; readonly category: string; readonly criterion: string }
  | {
      readonly kind: 'criterion-moved'
      readonly category: string
      readonly criterion: string
      readonly towards: 'start' | 'end'
    }
  | { readonly kind: 'rubric-adopted'; readonly category: string }

export type CriteriaReason =
  | 'unknown-criterion'
  | 'unreadable-weight'
  | 'unreadable-text'
  | 'criterion-code-unreadable'
  | 'criterion-code-taken'
  | 'too-many-criteria'
  | 'last-criterion'
  | 'criterion-at-the-end'
  | 'rubric-already-adopted'
type Edited = Result<Rubric, CriteriaReason>

/** More than anybody reads on one sheet. */
export const MOST_CRITERIA = 30
/** It stands in addresses and in the names of columns. */
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const LONGEST_CODE = 40

/** Levels 1 to 5 worth 0 to 100 points, as in the example rubrics: where no criterion is there to take a scale from. */
const FIRST_SCALE: Pick<Criterion, 'levels'> = {
  levels: ['0', '25', '50', '75', '100'].map((points, at) => ({ level: at + 1, points, anchor: null })),
}

/**
 * A new criterion takes the scale of the last one, so that the range stays one; its sentences are its own and are still to
 * be written, which the check before opening says.
 */
function scaleAfter(last: Criterion | undefined): Pick<Criterion, 'levels' | 'grid' | 'commentAt'> {
  if (last === undefined) return FIRST_SCALE
  const levels = last.levels.map((level) => ({ ...level, anchor: null }))
  return last.grid === undefined ? { levels } : { levels, grid: last.grid, commentAt: [] }
}

function addCriterion(rubric: Rubric, edit: Extract<CriteriaEdit, { kind: 'criterion-added' }>): Edited {
  const { criterion: code, weight } = edit
  const { criteria } = rubric
  if (criteria.length >= MOST_CRITERIA) return refuse('too-many-criteria', { most: MOST_CRITERIA })
  if (!CODE.test(code) || code.length > LONGEST_CODE)
    return refuse('criterion-code-unreadable', {}, { criterion: 'errors.slug' })
  // The threshold on all criteria together is named so.
  if (code === TOTAL || criteria.some((one) => one.code === code))
    return refuse('criterion-code-taken', { code }, { criterion: 'errors.taken' })
  const name = cleanLocalizedAt(edit.name, 'name')
  if (!name.ok) return name
  if (typedNumber(weight) === null) return refuse('unreadable-weight', {}, { weight: 'errors.number' })
  const added: Criterion = { code, name: name.value, weight, threshold: null, ...scaleAfter(criteria.at(-1)) }
  return ok({ ...rubric, criteria: [...criteria, added] })
}

function removeCriterion(rubric: Rubric, code: string): Edited {
  const kept = rubric.criteria.filter((one) => one.code !== code)
  if (kept.length === rubric.criteria.length) return refuse('unknown-criterion', { code })
  if (kept.length === 0) return refuse('last-criterion', { code })
  return ok({ ...rubric, criteria: kept })
}

function moveCriterion(rubric: Rubric, code: string, towards: 'start' | 'end'): Edited {
  const found = rubric.criteria.find((one) => one.code === code)
  if (found === undefined) return refuse('unknown-criterion', { code })
  const others = rubric.criteria.filter((one) => one !== found)
  const place = rubric.criteria.indexOf(found)
  const to = towards === 'start' ? place - 1 : place + 1
  if (to < 0 || to > others.length) return refuse('criterion-at-the-end', { code })
  return ok({ ...rubric, criteria: [...others.slice(0, to), found, ...others.slice(to)] })
}

/**
 * The rubric with one criterion more, less or elsewhere, or declared the organiser's own. Weights are left as they are:
 * where they no longer add up, the check before opening names it. Refused: a code that is taken or no address could hold,
 * a weight that is no number, a criterion that is not there, the last one removed, a move past the end, an example that
 * is none any more.
 */
export function editCriteria(rubric: Rubric, edit: CriteriaEdit): Edited {
  switch (edit.kind) {
    case 'criterion-added':
      return addCriterion(rubric, edit)
    case 'criterion-removed':
      return removeCriterion(rubric, edit.criterion)
    case 'criterion-moved':
      return moveCriterion(rubric, edit.criterion, edit.towards)
    case 'rubric-adopted':
      return rubric.example ? ok({ ...rubric, example: false }) : refuse('rubric-already-adopted')
  }
}
