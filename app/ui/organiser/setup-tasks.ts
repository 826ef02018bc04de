import type { Blocker, Screen } from '#app/domain/campaign/blocker.ts'

/** The blockers of one task of the set-up. */
export const blockersOf = (
  blockers: readonly Blocker[],
  screens: readonly Screen[],
  id?: string,
): readonly Blocker[] =>
  blockers.filter(({ target }) => screens.includes(target.screen) && (id === undefined || target.id === id))
