import { lockMandate, storeMandate } from '#app/adapters/db/mandates.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { revokeMandate as revoke, type RevokeReason } from '#app/domain/administration/mandate.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import type { SeenMandate } from './grant-mandate.ts'

export type RevokeRefusal = RevokeReason | Exclude<DenialReason, 'wrong-role'> | 'not-found' | 'stale-version'

/** Ends a live mandate at once, or turns a requested one away. */
export const revokeMandate = (
  ctx: Context,
  actor: Actor,
  input: SeenMandate,
): Promise<Result<Act<{ readonly mandateId: string }>, RevokeRefusal>> =>
  run(ctx, actor, { db: 'applicant', role: 'registrar' }, async ({ tx, now }) => {
    const found = await lockMandate(tx, input.mandateId)
    if (!found) return refuse('not-found')
    const { mandate, version } = found
    const { administrationId } = mandate
    const permit = decide(actor, 'mandate.revoke', { campaignId: null, phase: null, administrationId })
    if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : refuse(permit.reason)
    if (version !== input.version) return refuse('stale-version', { version })
    const decision = revoke(mandate, now)
    if (!decision.ok) return decision
    await storeMandate(tx, decision.value.mandate)
    return ok({ mandateId: mandate.id, entries: [decision.value.entry], notices: decision.value.notices })
  })
