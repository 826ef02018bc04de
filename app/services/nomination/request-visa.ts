import { loadDossierFacts } from '#app/adapters/db/dossier-facts.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import { requestVisa as decideVisa, type VisaReason } from '#app/domain/nomination/visa.ts'
import type { Context } from '../context.ts'
import { actOnNomination, type Moved, type MoveReason, type Seen } from './act-on-nomination.ts'

export type RequestVisaReason = VisaReason | MoveReason

/** Freezes the complete dossier and asks its signatories for the visa. */
export const requestVisa = (
  ctx: Context,
  actor: Actor,
  seen: Seen,
): Promise<Result<Moved, RequestVisaReason>> =>
  actOnNomination(ctx, actor, { ...seen, action: 'nomination.request-visa' }, async ({ tx, now }, found) =>
    decideVisa(await loadDossierFacts(tx, found), actor, now),
  )
