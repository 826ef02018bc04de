import { loadCampaignName } from '#app/adapters/db/presiding.ts'
import { storeLiftAnswer } from '#app/adapters/db/recusal-lifts.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { type LiftAnswer, settleLift } from '#app/domain/jury/lift-recusal.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { digestOfReason, type LiftInput, loadLiftSubject } from './lift-subject.ts'
import { inTwoLanguages } from '../in-two-languages.ts'

/**
 * The second hand confirms or refuses the proposal that it saw. Confirmed, the file shows again and the juror is told;
 * the reading does not come back by itself.
 */
export const settleRecusalLift = (
  ctx: Context,
  actor: Actor,
  input: LiftInput & LiftAnswer & { readonly liftId: string },
): Promise<Result<Act<{ readonly outcome: LiftAnswer['outcome'] }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }): Promise<Result<Act<{ outcome: LiftAnswer['outcome'] }>>> => {
      const subject = await loadLiftSubject(tx, actor, 'recusal.settle-lift', input)
      if (!subject.ok) return subject
      const { facts, recusalId, reference } = subject.value
      const { outcome, words, liftId } = input
      const decision = settleLift(facts, actor, liftId, { outcome, words }, digestOfReason(ctx))
      if (!decision.ok) return decision
      const answer = { outcome, words, personId: actor.personId, at: now }
      await storeLiftAnswer(tx, { id: liftId, recusalId }, answer)
      const campaign = inTwoLanguages('campaign', await loadCampaignName(tx, facts.campaignId))
      const notices = decision.value.notices.map((notice) => ({
        ...notice,
        facts: { ...campaign, reference, reason: notice.facts.reason ?? '' },
      }))
      return ok({ outcome, entries: [decision.value.entry], notices })
    },
  )
