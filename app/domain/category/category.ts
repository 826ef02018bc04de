import { ok, refuse } from '../kernel/result.ts'
import type { Refusal, Result } from '../kernel/result.ts'
import type { CategoryRule, Regulation } from '../campaign/regulation.ts'

/** A nomination as counted against the quota: withdrawn and disqualified ones free their place. */
export type Counted = {
  readonly categoryCode: string
  readonly administrationId: string
  readonly state: string
}

const countsNow = ({ state }: Counted): boolean => state !== 'withdrawn' && state !== 'disqualified'

/**
 * Whether an administration may enter one more nomination in a category (regulation:
 * `participation.perAdministrationAndCategory`). Refuses an unknown category and a full quota; which field of which form
 * asked for it is its caller's to say (`atCategory`).
 */
export function mayEnter(
  regulation: Regulation,
  categoryCode: string,
  administrationId: string,
  existing: readonly Counted[],
): Result<CategoryRule, 'unknown-category' | 'quota-reached'> {
  const category = regulation.categories.find(({ code }) => code === categoryCode)
  if (category === undefined) return refuse('unknown-category', { category: categoryCode })
  const limit = regulation.participation.perAdministrationAndCategory
  const count = existing.filter(
    (other) =>
      countsNow(other) && other.categoryCode === categoryCode && other.administrationId === administrationId,
  ).length
  return count < limit ? ok(category) : refuse('quota-reached', { limit, count })
}

/** That refusal at the field in which somebody chose the category. */
export const atCategory = <R extends 'unknown-category' | 'quota-reached'>(
  refused: Refusal<R>,
  field: string,
): Refusal<R> => ({
  ...refused,
  fields: { [field]: refused.reason === 'quota-reached' ? 'errors.quota' : 'errors.choice' },
})

/** A category with a single candidate is normal (2016), and the jury is told: withholding has its own reason. */
export const competition = (admissible: number): 'none' | 'lone' | 'contest' =>
  admissible === 0 ? 'none' : admissible === 1 ? 'lone' : 'contest'
