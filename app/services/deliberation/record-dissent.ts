import { loadDissentCases } from '#app/adapters/db/dissent-facts.ts'
import { endDissent, insertDissent } from '#app/adapters/db/dissents.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  askDissent as decideAsking,
  type DissentFacts,
  withdrawDissent as decideWithdrawing,
} from '#app/domain/deliberation/dissent.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { inTwoLanguages } from '../in-two-languages.ts'
import { actInMeeting, type InMeeting } from './act-in-meeting.ts'

type Point = { readonly sessionId: string; readonly itemId: string }
type Recorded = Act<{ readonly dissentId: string }>

/** The member's own seat before the point, under the lock of the meeting. */
const onPoint = (
  ctx: Context,
  actor: Actor,
  where: Point,
  work: (unit: InMeeting, facts: DissentFacts) => Promise<Result<Recorded>>,
): Promise<Result<Recorded>> =>
  actInMeeting(ctx, actor, 'dissent.ask', where, async (unit) => {
    const seat = unit.meeting.seats.find(({ personId }) => personId === actor.personId)
    const found = seat && (await loadDissentCases(unit.tx, unit.meeting, seat.id)).get(where.itemId)
    if (!found) return refuse('not-found')
    const { awardName } = unit.meeting.campaign.regulation
    return work(unit, {
      ...found,
      told: { ...inTwoLanguages('campaign', awardName), sessionId: where.sessionId },
    })
  })

/**
 * A member who was in the room asks that a dissent on a voted point be recorded in the minutes (scoring.md section 6.3). It
 * discloses that the member dissents, of the member's own will; no paper is read for it.
 */
export const askDissent = (
  ctx: Context,
  actor: Actor,
  { reasons, ...where }: Point & { readonly reasons: string },
): Promise<Result<Recorded>> =>
  onPoint(ctx, actor, where, async ({ tx, now }, facts) => {
    const decision = decideAsking(facts, { id: ctx.ids.rowId(), reasons }, now)
    if (!decision.ok) return decision
    const { dissent, entry, notices } = decision.value
    await insertDissent(tx, dissent)
    return ok({ dissentId: dissent.id, entries: [entry], notices })
  })

/** The same member takes it back, until the minutes bear a signature. */
export const withdrawDissent = (ctx: Context, actor: Actor, where: Point): Promise<Result<Recorded>> =>
  onPoint(ctx, actor, where, async ({ tx, now }, facts) => {
    const decision = decideWithdrawing(facts, now)
    if (!decision.ok) return decision
    const { dissent, entry, notices } = decision.value
    await endDissent(tx, dissent)
    return ok({ dissentId: dissent.id, entries: [entry], notices })
  })
