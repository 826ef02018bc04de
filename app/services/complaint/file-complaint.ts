import { insertComplaint, loadReleasedAt } from '#app/adapters/db/complaints.ts'
import { takeNumbers } from '#app/adapters/db/documents.ts'
import { loadOutcome, storeOutcome } from '#app/adapters/db/idempotency.ts'
import { loadNomination, type NominationCase } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  type ComplaintKind,
  type ComplaintSubject,
  fileComplaint as decideFiling,
  type FileReason,
} from '#app/domain/complaint/complaint.ts'
import { COMPLAINT_SERIES, complaintNumber } from '#app/domain/complaint/number.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '../context.ts'
import { issueDocuments } from '../issue.ts'
import { type Act, run, type Unit } from '../run.ts'
import { receiptDraft } from './letters.ts'
import { type ComplaintPermitReason, permitOnComplaint } from './permit.ts'
import { tellDesk } from './tell-desk.ts'

export type FileComplaintReason = FileReason | ComplaintPermitReason
export type Filing = {
  readonly nominationId: string
  readonly kind: ComplaintKind
  readonly about: ComplaintSubject
  readonly text: string
  /** Made by the page of the form: a repeated post of the same words finds the first complaint. */
  readonly key: string
}
type Filed = { readonly complaintId: string; readonly number: string }

const ACT = 'complaint.file'

/**
 * Whoever goes back to a sent form and writes something else means a second complaint, with the key of the first: only
 * the same words are the same post.
 */
const onceKey = ({ crypto }: Context, { key, nominationId, kind, about, text }: Filing): string =>
  crypto.sha256(JSON.stringify([key, nominationId, kind, about, text]))

async function fileOnce(
  ctx: Context,
  unit: Unit,
  actor: Actor,
  found: NominationCase,
  input: Filing,
): Promise<Result<Act<Filed>, FileComplaintReason>> {
  const { tx, now } = unit
  const { nomination, campaign } = found
  const { kind, about, text } = input
  const sequence = await takeNumbers(tx, COMPLAINT_SERIES, campaign.year, 1)
  const decision = decideFiling(
    {
      ...{ id: ctx.ids.rowId(), campaignId: campaign.id, nominationId: nomination.id },
      ...{ administrationId: nomination.administrationId, kind, about, text },
      number: complaintNumber(campaign.year, sequence),
      days: campaign.regulation.publication.complaintDays,
      releasedAt: await loadReleasedAt(tx, campaign.id),
    },
    actor,
    now,
    (at) => legalOffsetMinutes(at),
  )
  if (!decision.ok) return decision
  const { complaint, entry } = decision.value
  await insertComplaint(tx, complaint)
  await issueDocuments(ctx, unit, campaign.id, [receiptDraft(found, complaint)])
  const filed = { complaintId: complaint.id, number: complaint.number }
  await storeOutcome(tx, onceKey(ctx, input), { personId: actor.personId, act: ACT, outcome: filed, at: now })
  return ok({ ...filed, entries: [entry], notices: await tellDesk(tx, complaint) })
}

/** The signatory files an observation, a proposition or a complaint about a nomination of their administration. */
export const fileComplaint = (
  ctx: Context,
  actor: Actor,
  input: Filing,
): Promise<Result<Act<Filed>, FileComplaintReason>> =>
  run<Act<Filed>, FileComplaintReason>(ctx, actor, { db: 'applicant', role: 'signatory' }, async (unit) => {
    const found = await loadNomination(unit.tx, input.nominationId, 'lock')
    if (!found) return refuse('not-found')
    const { administrationId } = found.nomination
    const about = { administrationId, authorId: actor.personId }
    const permit = permitOnComplaint(actor, 'complaint.file', about, found)
    if (!permit.ok) return permit
    const earlier = await loadOutcome<Filed>(unit.tx, onceKey(ctx, input), actor.personId, ACT)
    if (earlier) return ok({ ...earlier, entries: [], notices: [] })
    return fileOnce(ctx, unit, actor, found, input)
  })
