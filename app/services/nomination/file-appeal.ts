import { insertAppeal, loadAppeal, loadAppealDesk } from '#app/adapters/db/appeals.ts'
import { takeNumbers } from '#app/adapters/db/documents.ts'
import { organisersOf } from '#app/adapters/db/grants.ts'
import { holdPhase, loadCircle, loadNomination } from '#app/adapters/db/nominations.ts'
import { loadDecisions } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { tellMissing } from '#app/domain/access/answer-hands.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import {
  APPEAL_SERIES,
  appealNumber,
  appealReceived,
  type AppealReason,
  appealTerm,
  contestable,
  fileAppeal as decideAppeal,
} from '#app/domain/nomination/appeal.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'

export type FileAppealReason = AppealReason | PermitReason
type Filed = Act<{ readonly nominationId: string; readonly appealId: string; readonly number: string }>

const offsetAt = (at: Instant): number => legalOffsetMinutes(at)

/**
 * The signatory appeals, once, against inadmissibility. The window runs from the notification of the decision, in working
 * days of the regulation; `received` is the database's clock when the request arrived.
 */
export const fileAppeal = (
  ctx: Context,
  actor: Actor,
  input: { readonly nominationId: string; readonly received: Instant; readonly grounds: string },
): Promise<Result<Filed, FileAppealReason>> =>
  run<Filed, FileAppealReason>(ctx, actor, { db: 'applicant', role: 'signatory' }, async ({ tx }) => {
    await holdPhase(tx, input.nominationId)
    const found = await loadNomination(tx, input.nominationId, 'lock')
    if (!found) return refuse('not-found')
    const permit = permitOnNomination(actor, 'nomination.appeal', found)
    if (!permit.ok) return permit
    const { nomination, campaign } = found
    const decision = contestable(await loadDecisions(tx, nomination.id))
    if (decision === null) return refuse('wrong-state', { state: nomination.state })
    const number = appealNumber(campaign.year, await takeNumbers(tx, APPEAL_SERIES, campaign.year, 1))
    const filed = decideAppeal(
      {
        ...{ nomination, decision },
        until: appealTerm(decision.settledAt, campaign.regulation, offsetAt),
        dueAt: appealTerm(input.received, campaign.regulation, offsetAt),
        earlier: await loadAppeal(tx, nomination.id),
      },
      actor,
      { id: ctx.ids.rowId(), number, grounds: input.grounds },
      input.received,
    )
    if (!filed.ok) return filed
    const { appeal, entry } = filed.value
    await insertAppeal(tx, appeal)
    const desk = await loadAppealDesk(tx, appeal.id)
    const open = {
      number,
      campaignId: campaign.id,
      dueAt: appeal.dueAt,
      hands: 2,
      desk,
      proposedBy: null,
    } as const
    const notices = [
      ...appealReceived(appeal, nomination, await loadCircle(tx, found), desk),
      ...tellMissing(open, await organisersOf(tx, campaign.id)),
    ]
    return ok({ nominationId: nomination.id, appealId: appeal.id, number, entries: [entry], notices })
  })
