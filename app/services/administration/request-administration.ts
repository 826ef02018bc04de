import {
  administrationsNamed,
  administrationState,
  insertAdministration,
  registrars,
} from '#app/adapters/db/administrations.ts'
import { insertMandate } from '#app/adapters/db/mandates.ts'
import type { Actor, MandateRole } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { requestMandate, type RequestReason } from '#app/domain/administration/mandate.ts'
import { requestBody, type RequestBodyReason } from '#app/domain/administration/registration.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

export type AdministrationRequest = {
  readonly name: Localized
  readonly acronym: string | null
  readonly type: string
  readonly parentId: string | null
  /** In which capacity the person who asks will act for it. */
  readonly role: MandateRole
}
export type AdministrationReason = RequestBodyReason | RequestReason | DenialReason | 'parent-unknown'

/** A body missing from the register is asked for together with the first mandate to act for it. */
export const requestAdministration = (
  ctx: Context,
  actor: Actor,
  input: AdministrationRequest,
): Promise<
  Result<Act<{ readonly administrationId: string; readonly mandateId: string }>, AdministrationReason>
> =>
  run(ctx, actor, { db: 'applicant', role: 'applicant' }, async ({ tx, now }) => {
    const permit = decide(actor, 'administration.request', { campaignId: null, phase: null })
    if (!permit.ok) return permit
    const { role, acronym, ...asked } = input
    if (asked.parentId !== null && (await administrationState(tx, asked.parentId)) !== 'approved')
      return refuse('parent-unknown', {}, { parentId: 'errors.choice' })
    const body = requestBody({ id: ctx.ids.rowId(), ...asked }, await administrationsNamed(tx, asked.name))
    if (!body.ok) return body
    const { administration } = body.value
    const wanted = {
      id: ctx.ids.rowId(),
      personId: actor.personId,
      administrationId: administration.id,
      role,
    }
    const mandate = requestMandate(wanted, administration, [], await registrars(tx), now)
    if (!mandate.ok) return mandate
    await insertAdministration(tx, ctx.ids, { ...administration, acronym, demonstration: false }, now)
    await insertMandate(tx, mandate.value.mandate)
    return ok({
      administrationId: administration.id,
      mandateId: mandate.value.mandate.id,
      entries: [body.value.entry, mandate.value.entry],
      notices: mandate.value.notices,
    })
  })
