import { loadDeclarationSubjects, loadOwnSeat, storeCharter } from '#app/adapters/db/interests.ts'
import { holdCounted } from '#app/adapters/db/tallies.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { type Seat, signCharter as sign } from '#app/domain/jury/panel.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { issueDocuments } from '#app/services/issue.ts'
import { tallyAsOffice } from '#app/services/tally.ts'
import { charterDraft } from './member-documents.ts'
import { recuseFromOwnBodies, type Recused } from './automatic-recusals.ts'

/**
 * Signs the charter, once. The files of the juror's own bodies close at the same moment, and where the sheets were counted
 * they are counted again: one reader fewer may change a quorum.
 */
export const signCharter = (
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly charterText: string },
): Promise<Result<Act<Recused>>> =>
  run(ctx, actor, { db: 'jury', role: 'juror' }, async (unit): Promise<Result<Act<Recused>>> => {
    await holdCounted(unit.tx, input)
    const own = await loadOwnSeat(unit.tx, actor.personId, input.campaignId)
    if (!own) return refuse('not-found')
    const permit = decide(actor, 'charter.sign', { campaignId: own.campaignId, phase: own.phase })
    if (!permit.ok) return permit
    const since = own.charterSignedAt ?? instant(0)
    const seat: Seat = {
      id: own.seatId,
      campaignId: own.campaignId,
      code: own.code,
      role: own.role,
      institutionId: own.ties.institution?.administrationId ?? null,
      categories: null,
      holder: { personId: actor.personId, answer: 'accepted', invitedAt: since, answeredAt: since },
      alternate: null,
      charterSignedAt: own.charterSignedAt,
    }
    const textSha256 = ctx.crypto.sha256(input.charterText)
    const signed = sign(seat, actor, textSha256, unit.now)
    if (!signed.ok) return signed
    await storeCharter(unit.tx, own.seatId, unit.now)
    const charter = charterDraft(actor, own, { at: unit.now, textSha256 })
    await issueDocuments(ctx, unit, own.campaignId, [charter])
    const closed = await recuseFromOwnBodies(ctx, unit, own, await loadDeclarationSubjects(unit.tx, own))
    if (!closed.ok) return closed
    const isClosed = closed.value.nominationIds.length > 0
    const tallied = isClosed ? await tallyAsOffice(unit, { ...own, id: own.campaignId }, ctx) : ok(null)
    if (!tallied.ok) return tallied
    return ok({
      ...closed.value,
      entries: [signed.value.entry, ...closed.value.entries],
      actedAs: permit.value.as,
    })
  })
