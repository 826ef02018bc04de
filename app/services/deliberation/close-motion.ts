import { findSessionOfMotion } from '#app/adapters/db/deliberations.ts'
import { presidingSeat, recusedSeats } from '#app/adapters/db/meetings.ts'
import {
  loadMotions,
  loadOpenBox,
  loadSealedBox,
  lockMotion,
  type MotionResult,
  type MotionRow,
  storeMotionResult,
  storeSecretPapers,
} from '#app/adapters/db/motions.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { type BoxedBallot, closeVote, type Vote } from '#app/domain/deliberation/ballot.ts'
import { itemQuorum } from '#app/domain/deliberation/quorum.ts'
import { presentSeats } from '#app/domain/deliberation/session.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actInMeeting, type InMeeting, type Item } from './act-in-meeting.ts'
import { openPaper, permutationFrom, SHUFFLE_BYTES } from './ballot-paper.ts'
import { countVote, presidingPaper } from './count-vote.ts'
import { settleFlags } from './settle-flags.ts'

const voteOf = ({ meeting }: InMeeting, item: Item, motion: MotionRow): Vote => ({
  id: motion.id,
  campaignId: meeting.campaign.id,
  sessionId: meeting.row.id,
  itemId: motion.itemId,
  slot: item.row.slotCode,
  kind: motion.kind,
  secret: motion.secret,
  state: motion.state,
  candidates: motion.question.candidates,
})

async function openBox(ctx: Context, { tx }: InMeeting, motion: MotionRow): Promise<readonly BoxedBallot[]> {
  if (!motion.secret) return loadOpenBox(tx, motion.id)
  const sealed = await loadSealedBox(tx, motion.id)
  return sealed.map(({ seatId, cipher }) => ({ seatId, choice: openPaper(ctx, motion.id, seatId, cipher) }))
}

function quorumNow({ meeting }: InMeeting, item: Item) {
  const presence = {
    seatIds: meeting.seatIds,
    recusedSeatIds: recusedSeats(meeting, item),
    presentSeatIds: presentSeats(meeting.session),
  }
  return itemQuorum(presence, meeting.quorum)
}

/**
 * Ends a vote and counts it. In one transaction the papers of a secret vote are opened, shuffled by randomness drawn
 * before, stored without voter or time, and their encrypted rows deleted (product.md section 9). The paper of a seat that was
 * recused after it voted is not counted: it is not of the quorum either.
 */
export async function closeMotion(
  ctx: Context,
  actor: Actor,
  { motionId }: { readonly motionId: string },
): Promise<Result<Act<{ readonly sessionId: string; readonly result: MotionResult }>>> {
  const place = await findSessionOfMotion(ctx.db.office, motionId)
  if (!place) return refuse('not-found')
  const keys = ctx.crypto.randomBytes(SHUFFLE_BYTES)
  return actInMeeting(ctx, actor, 'session.close-item', place, async (unit, item) => {
    const { tx, now, meeting } = unit
    await lockMotion(tx, motionId)
    const motion = (await loadMotions(tx, place.sessionId)).find(({ id }) => id === motionId)
    if (!item || !motion) return refuse('not-found')
    const presiding = presidingSeat(meeting, item)
    if (presiding?.personId !== actor.personId) return refuse('not-chair')
    const recused = recusedSeats(meeting, item)
    const cast = motion.state === 'open' ? await openBox(ctx, unit, motion) : []
    const box = cast.filter(({ seatId }) => !recused.includes(seatId))
    const decision = closeVote(voteOf(unit, item, motion), box, permutationFrom(keys, box.length))
    if (!decision.ok) return decision
    const { papers, bySeat, entry } = decision.value
    if (motion.secret) {
      await storeSecretPapers(
        tx,
        motionId,
        papers.map((choice) => ({ id: ctx.ids.uuid(), choice })),
      )
    }
    const result = countVote(motion.kind, {
      ...{ papers, candidates: motion.question.candidates, presiding: presidingPaper(bySeat, presiding.id) },
      ...{
        quorum: quorumNow(unit, item),
        share: meeting.quorum,
        rules: meeting.campaign.regulation.deliberation,
      },
    })
    await storeMotionResult(tx, motionId, { ...result, counted: papers.length }, now)
    const settled = await settleFlags(ctx, unit, meeting.campaign.id, motion, result)
    if (!settled.ok) return settled
    const { entries, notices } = settled.value
    return ok({ sessionId: place.sessionId, result, entries: [entry, ...entries], notices })
  })
}
