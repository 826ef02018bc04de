import { PHASES } from '../campaign/phase.ts'
import type { Phase } from '../campaign/phase.ts'

/** The phases from one to another, both included. */
export const between = (first: Phase, last: Phase): readonly Phase[] =>
  PHASES.slice(PHASES.indexOf(first), PHASES.indexOf(last) + 1)

export const only = (...phases: readonly Phase[]): readonly Phase[] => phases
export const fromNominations = between('nominations', 'archived')
export const RELEASED = only('published', 'archived')
