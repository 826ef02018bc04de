import { PHASES } from '../campaign/phase.ts'
import { OFFICE_AND_NOMINATION } from './policy-office.ts'
import { JURY_AND_RESULTS } from './policy-jury.ts'
import type { Phase } from '../campaign/phase.ts'
import type { Action } from './action.ts'
import type { Rule } from './rule.ts'

/** The one table: for each action the rules that permit it, read top to bottom. No rule, no right. */
export const POLICY: Readonly<Record<Action, readonly Rule[]>> = {
  ...OFFICE_AND_NOMINATION,
  ...JURY_AND_RESULTS,
}

/** A phase column of the printed matrix. */
export const PHASE_LETTERS: Readonly<Record<Phase, string>> = {
  preparation: 'P',
  nominations: 'N',
  screening: 'S',
  evaluation: 'E',
  presentations: 'H',
  deliberation: 'D',
  embargo: 'M',
  published: 'U',
  archived: 'A',
}
export const phaseColumns = PHASES.map((phase) => PHASE_LETTERS[phase]).join('')
