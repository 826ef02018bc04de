import { legalDate } from '../kernel/working-days.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'
import type { OffsetAt } from '../kernel/working-days.ts'

/** Nominees range from ministries to communes, agencies, régies, state companies and a foundation. */
export const ADMINISTRATION_TYPES = [
  'ministry',
  'department',
  'agency',
  'public_establishment',
  'state_company',
  'region',
  'province',
  'commune',
  'university',
  'constitutional_body',
  'foundation',
  'other',
] as const
export type AdministrationType = (typeof ADMINISTRATION_TYPES)[number]

export const ADMINISTRATION_STATES = ['requested', 'approved', 'closed'] as const
export type AdministrationState = (typeof ADMINISTRATION_STATES)[number]

/** A name and the days on which it was official; an open end is null. */
export type DatedName = {
  readonly name: Localized
  readonly from: string | null
  readonly until: string | null
}

/** A public body. `parentId` is its supervising body (tutelle). */
export type Administration = {
  readonly id: string
  readonly name: Localized
  readonly names: readonly DatedName[]
  readonly type: AdministrationType
  readonly parentId: string | null
  readonly state: AdministrationState
}

/** The official name on the legal day of an instant; today's name when the history is silent about that day. */
export function nameAt(administration: Administration, at: Instant, offsetAt: OffsetAt): Localized {
  const day = legalDate(at, offsetAt)
  const then = administration.names.find(
    ({ from, until }) => (from === null || from <= day) && (until === null || day <= until),
  )
  return then?.name ?? administration.name
}

/**
 * The bodies that count as one for incompatibility: the body itself, its supervising bodies upwards and its
 * supervised bodies one level down (product.md section 5). `bodies` is the whole register; a ring ends the walk.
 */
export function relatedBodies(
  id: string,
  bodies: readonly Pick<Administration, 'id' | 'parentId'>[],
): ReadonlySet<string> {
  const related = new Set([id])
  let parent = bodies.find((body) => body.id === id)?.parentId ?? null
  while (parent !== null && !related.has(parent)) {
    related.add(parent)
    const above: string = parent
    parent = bodies.find((body) => body.id === above)?.parentId ?? null
  }
  for (const body of bodies) if (body.parentId === id) related.add(body.id)
  return related
}
