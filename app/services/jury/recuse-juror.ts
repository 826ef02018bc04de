import { hasDecidedPrize } from '#app/adapters/db/agenda.ts'
import { loadCampaignName } from '#app/adapters/db/presiding.ts'
import { actsForCompetitor } from '#app/adapters/db/own-files.ts'
import { findNominationId, loadRecusalSubject } from '#app/adapters/db/recusals.ts'
import { loadCurrentSheet } from '#app/adapters/db/score-sheets.ts'
import { holdCounted } from '#app/adapters/db/tallies.ts'
import { type Actor, holdsGrant } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { InterestKind } from '#app/domain/jury/conflict.ts'
import { recuse } from '#app/domain/jury/recusal.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { tallyAgain } from '#app/services/tally.ts'
import { storeRecusalEffects } from './automatic-recusals.ts'
import { inTwoLanguages } from '../in-two-languages.ts'

/**
 * The secretariat recuses a seat from a file. Pinned: only the secretariat may lift it. A sheet that exists is voided: not by
 * somebody who acts for a body of the file.
 */
export const recuseJuror = (
  ctx: Context,
  actor: Actor,
  input: {
    readonly seatId: string
    readonly nominationId: string
    readonly ground: Exclude<InterestKind, 'none'>
  },
): Promise<Result<Act<{ readonly campaignId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async (unit): Promise<Result<Act<{ campaignId: string }>>> => {
      const { tx, now } = unit
      const { seatId, nominationId } = input
      await holdCounted(tx, { seatId })
      const subject = await loadRecusalSubject(tx, seatId, nominationId)
      if (!subject?.personId) return refuse('not-found')
      const { campaignId, personId, phase, assigned, existing } = subject
      const permit = decide(actor, 'recusal.pin', { campaignId, phase })
      if (!permit.ok) return permit
      if (await actsForCompetitor(tx, actor.personId, nominationId)) return refuse('actor-conflicted')
      const sheet = await loadCurrentSheet(tx, seatId, nominationId)
      const isPrizeDecided = await hasDecidedPrize(tx, nominationId)
      const facts = { campaignId, seatId, personId, nominationId, assigned, sheet, existing, isPrizeDecided }
      const effects = recuse(facts, { origin: 'pinned', ground: input.ground }, now)
      if (!effects.ok) return effects
      await storeRecusalEffects(ctx, unit, effects.value, facts)
      const tallied = await tallyAgain(unit, { id: campaignId, phase }, ctx)
      if (!tallied.ok) return tallied
      const name = await loadCampaignName(tx, campaignId)
      const told = { ...inTwoLanguages('campaign', name), reference: subject.reference }
      return ok({
        campaignId,
        entries: effects.value.entries,
        notices: effects.value.notices.map((notice) => ({ ...notice, facts: told })),
      })
    },
  )

/** The same for a clerk who types the reference of the file: nobody else learns which references exist. */
export async function recuseByReference(
  ctx: Context,
  actor: Actor,
  input: {
    readonly campaignId: string
    readonly seatId: string
    readonly reference: string
    readonly ground: Exclude<InterestKind, 'none'>
  },
): Promise<Result<Act<{ readonly campaignId: string }>>> {
  if (!holdsGrant(actor, 'secretariat', input.campaignId)) return refuse('wrong-role')
  const nominationId = await findNominationId(ctx.db.office, input.campaignId, input.reference.toUpperCase())
  if (!nominationId)
    return refuse(
      'reference-unknown',
      { reference: input.reference },
      { reference: 'jury.errors.referenceUnknown' },
    )
  return recuseJuror(ctx, actor, { seatId: input.seatId, nominationId, ground: input.ground })
}
