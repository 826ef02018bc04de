import { administrationState } from '#app/adapters/db/administrations.ts'
import { lockMandate, seatConflictFacts, storeMandate } from '#app/adapters/db/mandates.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { approveMandate, type ApproveReason } from '#app/domain/administration/mandate.ts'
import { mayBeActedFor } from '#app/domain/administration/registration.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

/** A mandate as its line was shown. */
export type SeenMandate = { readonly mandateId: string; readonly version: number }
export type GrantReason =
  | ApproveReason
  | Exclude<DenialReason, 'wrong-role'>
  | 'administration-not-approved'
  | 'not-found'
  | 'stale-version'

/** Grants a requested mandate, until an instant or until revoked. */
export const grantMandate = (
  ctx: Context,
  actor: Actor,
  input: SeenMandate & { readonly expiresAt: Instant | null },
): Promise<Result<Act<{ readonly mandateId: string }>, GrantReason>> =>
  run(ctx, actor, { db: 'applicant', role: 'registrar' }, async ({ tx, now }) => {
    const found = await lockMandate(tx, input.mandateId)
    if (!found) return refuse('not-found')
    const { mandate, version } = found
    const { administrationId } = mandate
    const permit = decide(actor, 'mandate.approve', { campaignId: null, phase: null, administrationId })
    if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : refuse(permit.reason)
    if (version !== input.version) return refuse('stale-version', { version })
    const body = mayBeActedFor((await administrationState(tx, administrationId)) ?? 'closed')
    if (!body.ok) return body
    const facts = await seatConflictFacts(tx, mandate.personId)
    const decision = approveMandate(mandate, actor.personId, input.expiresAt, facts, now)
    if (!decision.ok) return decision
    await storeMandate(tx, decision.value.mandate)
    return ok({ mandateId: mandate.id, entries: [decision.value.entry], notices: decision.value.notices })
  })
