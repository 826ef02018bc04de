import { lockAdministration, storeAdministrationState } from '#app/adapters/db/administrations.ts'
import { requestedMandates, storeMandate } from '#app/adapters/db/mandates.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { revokeMandate } from '#app/domain/administration/mandate.ts'
import { settleBody, type SettleBodyReason } from '#app/domain/administration/registration.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'
import type { Context } from '../context.ts'
import { type Act, run, type Unit } from '../run.ts'

/** A body of the register as its line was shown. */
export type SeenBody = { readonly administrationId: string; readonly version: number }
type Settlement = SeenBody & { readonly to: 'approved' | 'closed' }
export type SettleReason = SettleBodyReason | DenialReason | 'not-found' | 'stale-version'

/** Those who asked to act for a body that was turned away hear it. */
async function endRequests({ tx, now }: Unit, administrationId: string) {
  const entries: EntryDraft[] = []
  const notices: NoticeDraft[] = []
  for (const mandate of await requestedMandates(tx, administrationId)) {
    const ended = revokeMandate(mandate, now)
    if (!ended.ok) continue
    await storeMandate(tx, ended.value.mandate)
    entries.push(ended.value.entry)
    notices.push(...ended.value.notices)
  }
  return { entries, notices }
}

/** The register's decision on a requested body, unless a colleague was quicker; see approve-administration.ts and refuse-administration.ts. */
export const settleAdministration = (
  ctx: Context,
  actor: Actor,
  input: Settlement,
): Promise<Result<Act<{ readonly administrationId: string }>, SettleReason>> =>
  run(ctx, actor, { db: 'office', role: 'office' }, async (unit) => {
    const permit = decide(actor, 'administration.approve', { campaignId: null, phase: null })
    if (!permit.ok) return permit
    const administration = await lockAdministration(unit.tx, input.administrationId)
    if (!administration) return refuse('not-found')
    const { version } = administration
    if (version !== input.version) return refuse('stale-version', { version })
    const settled = settleBody(administration, input.to)
    if (!settled.ok) return settled
    await storeAdministrationState(unit.tx, settled.value.administration)
    const ended =
      input.to === 'closed' ? await endRequests(unit, administration.id) : { entries: [], notices: [] }
    return ok({
      administrationId: administration.id,
      entries: [settled.value.entry, ...ended.entries],
      notices: ended.notices,
    })
  })
