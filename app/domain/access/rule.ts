import type { Phase } from '../campaign/phase.ts'
import type { MandateRole, OfficeRole, SeatRole } from './actor.ts'

/** Everyone who can ask: `public` needs no account, `account` is any signed-in person, `system` the platform. */
export const ROLES = [
  'public',
  'account',
  'editor',
  'signatory',
  'secretariat',
  'organiser',
  'juror',
  'chair',
  'deputy',
  'expert',
  'publisher',
  'auditor',
  'administrator',
  'system',
] as const
export type Role = 'public' | 'account' | 'system' | MandateRole | OfficeRole | SeatRole

/** What must be true of the thing asked about, beside role and phase. Unknown counts as false. */
export type Condition =
  | 'own'
  | 'self'
  | 'not-recused'
  | 'charter-signed'
  | 'declared'
  | 'assigned'
  | 'deputises'
  | 'other-clerk'
  | 'uninvolved'
  | 'appealed'
  | 'own-sealed'
  | 'list-public'
  | 'evaluation-closed'

export type Rule = {
  readonly as: readonly Role[]
  /** Null: the phase does not matter, also where there is no campaign. */
  readonly during: readonly Phase[] | null
  readonly given: readonly Condition[]
}

export const may = (
  as: readonly Role[],
  during: readonly Phase[] | null,
  ...given: readonly Condition[]
): Rule => ({
  as,
  during,
  given,
})
