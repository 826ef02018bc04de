import { type CastingFacts, loadCastingFacts } from '#app/adapters/db/casting.ts'
import { insertOpenBallot, insertSealedBallot, markVoter } from '#app/adapters/db/motions.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { castBallot as decideCasting, type Choice, type Vote } from '#app/domain/deliberation/ballot.ts'
import { ballotReceipt } from '#app/domain/deliberation/receipt.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { sealPaper } from './ballot-paper.ts'

const voteFrom = (
  id: string,
  { campaignId, sessionId, itemId, slot, kind, secret, state, candidates }: CastingFacts,
): Vote => ({
  ...{ id, campaignId, sessionId, itemId, slot, kind, secret, state, candidates },
})

/**
 * Puts one paper in the box from one's own seat, once. A secret one lies encrypted until the count; the receipt says
 * that the seat voted, never what.
 */
export const castBallot = (
  ctx: Context,
  actor: Actor,
  { motionId, choice }: { readonly motionId: string; readonly choice: Choice },
): Promise<Result<Act<{ readonly receipt: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'jury', role: 'juror' },
    async ({ tx }): Promise<Result<Act<{ receipt: string }>>> => {
      const facts = await loadCastingFacts(tx, motionId, actor.personId)
      if (!facts) return refuse('not-found')
      const { campaignId, phase, charterSigned, recused, present, seatId } = facts
      const permit = decide(actor, 'ballot.cast', { campaignId, phase, charterSigned, recused })
      if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
      const presence = {
        seatIds: [seatId],
        recusedSeatIds: recused ? [seatId] : [],
        presentSeatIds: present ? [seatId] : [],
      }
      const decision = decideCasting(voteFrom(motionId, facts), presence, seatId, choice)
      if (!decision.ok) return decision
      if (!(await markVoter(tx, motionId, seatId))) return refuse('already-voted')
      const paper = decision.value.choice
      if (facts.secret)
        await insertSealedBallot(tx, motionId, seatId, sealPaper(ctx, motionId, seatId, paper))
      else await insertOpenBallot(tx, { id: ctx.ids.uuid(), motionId, seatId, choice: paper })
      const receipt = ballotReceipt(motionId, seatId, (text) =>
        Buffer.from(ctx.crypto.hmac('ballot-receipt', text), 'hex'),
      )
      if (!receipt.ok) return receipt
      return ok({
        receipt: receipt.value,
        entries: [decision.value.entry],
        notices: [],
        actedAs: permit.value.as,
      })
    },
  )
