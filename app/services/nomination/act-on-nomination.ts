import {
  holdPhase,
  loadNomination,
  type NominationCase,
  storeNomination,
} from '#app/adapters/db/nominations.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Changed } from '#app/domain/nomination/nomination.ts'
import type { Context } from '../context.ts'
import { type Act, run, type Unit } from '../run.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'

export type Moved = Act<{ readonly nominationId: string; readonly version: number }>
/** The version of the dossier on the page from which the act was asked. */
export type Seen = { readonly nominationId: string; readonly version: number }
export type MoveReason = PermitReason | 'stale-version'

type Move = Seen & {
  readonly action: Action
  /** The office's role where the move reaches what the team may not touch. */
  readonly db?: 'office'
}

/**
 * What every move of a nomination by its team shares: a phase that stays, lock, ask the policy, refuse when a colleague was
 * quicker than the page, decide, store over the version decided on, and what follows from it elsewhere.
 */
export const actOnNomination = <R extends string>(
  ctx: Context,
  actor: Actor,
  of: Move,
  decideOn: (unit: Unit, found: NominationCase) => Promise<Result<Changed, R>>,
  follow: (unit: Unit, found: NominationCase) => Promise<Result<null, R>> = () => Promise.resolve(ok(null)),
): Promise<Result<Moved, R | MoveReason>> =>
  run<Moved, R | MoveReason>(ctx, actor, { db: of.db ?? 'applicant', role: 'applicant' }, async (unit) => {
    await holdPhase(unit.tx, of.nominationId)
    const found = await loadNomination(unit.tx, of.nominationId, 'lock')
    if (!found) return refuse('not-found')
    const permit = permitOnNomination(actor, of.action, found)
    if (!permit.ok) return permit
    if (found.nomination.version !== of.version)
      return refuse('stale-version', { version: found.nomination.version })
    const decision = await decideOn(unit, found)
    if (!decision.ok) return decision
    const { nomination, entry, notices } = decision.value
    if (!(await storeNomination(unit.tx, found.nomination, nomination))) return refuse('stale-version')
    const followed = await follow(unit, found)
    if (!followed.ok) return followed
    return ok({ nominationId: nomination.id, version: nomination.version, entries: [entry], notices })
  })
