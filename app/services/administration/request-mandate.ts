import { administrationState, registrars } from '#app/adapters/db/administrations.ts'
import { insertMandate, mandatesFor } from '#app/adapters/db/mandates.ts'
import type { Actor, MandateRole } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { requestMandate as ask, type RequestReason } from '#app/domain/administration/mandate.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

export type MandateRequest = { readonly administrationId: string; readonly role: MandateRole }

/** Somebody asks to act for an administration, as editor or as signatory. */
export const requestMandate = (
  ctx: Context,
  actor: Actor,
  input: MandateRequest,
): Promise<Result<Act<{ readonly mandateId: string }>, RequestReason | DenialReason | 'not-found'>> =>
  run(ctx, actor, { db: 'applicant', role: 'applicant' }, async ({ tx, now }) => {
    const permit = decide(actor, 'mandate.request', { campaignId: null, phase: null })
    if (!permit.ok) return permit
    const state = await administrationState(tx, input.administrationId)
    if (!state) return refuse('not-found')
    const existing = await mandatesFor(tx, actor.personId, input.administrationId)
    const asked = { id: ctx.ids.rowId(), personId: actor.personId, ...input }
    const decision = ask(asked, { state }, existing, await registrars(tx), now)
    if (!decision.ok) return decision
    const { mandate, entry, notices } = decision.value
    await insertMandate(tx, mandate)
    // The row refers to the body's: whoever turns the body away waits for it and ends it, or was quicker and is seen now.
    if ((await administrationState(tx, input.administrationId)) === 'closed')
      return refuse('administration-closed')
    return ok({ mandateId: mandate.id, entries: [entry], notices })
  })
