import type { Actor } from '#app/domain/access/actor.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import type { Choice } from '#app/domain/deliberation/ballot.ts'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { closeSession } from '#app/services/deliberation/close-session.ts'
import { conveneSession } from '#app/services/deliberation/convene-session.ts'
import { decideAward } from '#app/services/deliberation/decide-award.ts'
import { openItem } from '#app/services/deliberation/open-item.ts'
import { openMotion } from '#app/services/deliberation/open-motion.ts'
import { openSession } from '#app/services/deliberation/open-session.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { atOnce } from './at-once.ts'
import type { Cast } from './cast.ts'
import type { PlannedDecision } from './edition-plan.ts'
import { must } from './must.ts'
import { holders } from './seat-jury.ts'
import { actorFor, moveClock, type Stage } from './stage.ts'

export type Meeting = {
  readonly campaignId: string
  readonly regulation: Regulation
  readonly decisions: readonly PlannedDecision[]
  readonly nominations: ReadonlyMap<string, string>
}
type Room = { readonly chair: Actor; readonly members: readonly Actor[] }

/** The reason is not in the record; this one is the replay's, and its wording says so. */
const WITHHELD = {
  reason: 'insufficient_level',
  wording: {
    ar: 'الجائزة محجوبة حسب السجل المنشور، الذي لا يذكر السبب؛ السبب المسجل هنا خاص بإعادة التمثيل.',
    fr: 'Prix non attribué selon le palmarès publié, qui n’en donne pas le motif ; le motif inscrit ici est celui du rejeu.',
  },
} as const
const AWARDED = {
  ar: 'قرار وارد في السجل المنشور، معاد تمثيله بأصوات اصطناعية.',
  fr: 'Décision du palmarès publié, rejouée avec des votes synthétiques.',
} as const

/** The meeting of the jury, from convocation to its last decision: everybody is there, and votes as the record says. */
export async function deliberate(stage: Stage, cast: Cast, of: Meeting): Promise<string> {
  const { ctx } = stage
  const { campaignId, regulation } = of
  const clerk = await actorFor(stage, cast.clerks[0].personId)
  const seats = await ctx.db.office.seat.findMany({ where: { campaignId }, select: { id: true, code: true } })
  const seatOf = (code: string): string => seats.find((seat) => seat.code === code)?.id ?? ''
  const convened = await conveneSession(ctx, clerk, {
    campaignId,
    convenedFor: regulation.calendar.deliberation,
    place: { ar: 'الرباط (إعادة تمثيل)', fr: 'Rabat (rejeu)' },
    secretarySeatId: seatOf('deputy'),
  })
  const { sessionId } = must('convene', convened)
  await moveClock(stage, regulation.calendar.deliberation)
  const sitting = holders(cast).filter(([code]) => seatOf(code) !== '')
  for (const [code] of sitting) {
    const movement = { sessionId, seatId: seatOf(code), movement: 'arrives' } as const
    must(`${code} arrives`, await recordAttendance(ctx, clerk, movement))
  }
  const members = await Promise.all(sitting.map(([, { personId }]) => actorFor(stage, personId)))
  const chair = await actorFor(stage, cast.chair.personId)
  must('open the session', await openSession(ctx, chair, { sessionId }))
  for (const { id, decision } of await agendaOf(stage, of, sessionId)) {
    await decideItem(stage, { chair, members }, of, { id, decision })
  }
  must('close the session', await closeSession(ctx, chair, { sessionId }))
  return sessionId
}

/** The points of the agenda with what the record decided of each, in the order of the regulation. */
async function agendaOf({ ctx }: Stage, { decisions }: Meeting, sessionId: string) {
  const rows = await ctx.db.office.deliberationItem.findMany({
    where: { sessionId },
    select: { id: true, slot: { select: { code: true, category: { select: { code: true } } } } },
  })
  return decisions.map((decision) => {
    const row = rows.find(
      ({ slot }) => slot.code === decision.slot && slot.category.code === decision.category,
    )
    if (!row) throw new Error(`${decision.category}/${decision.slot} is on no agenda`)
    return { id: row.id, decision }
  })
}

async function decideItem(
  stage: Stage,
  room: Room,
  { nominations }: Meeting,
  item: { readonly id: string; readonly decision: PlannedDecision },
): Promise<void> {
  const { ctx } = stage
  const { outcome } = item.decision
  const itemId = item.id
  const winners = item.decision.winners.map((key) => nominations.get(key) ?? '')
  must('open the item', await openItem(ctx, room.chair, { itemId }))
  const choice = outcome === 'withheld' ? ('withhold' as const) : ('award' as const)
  await vote(stage, room, itemId, { kind: 'award', choice })
  // Two winners of unequal rank share only if the jury ranks them equal.
  if (winners.length > 1) await vote(stage, room, itemId, { kind: 'ranking', ranking: [winners] })
  const decided = await decideAward(ctx, room.chair, {
    itemId,
    outcome,
    winners,
    reason: outcome === 'withheld' ? WITHHELD.reason : null,
    wording: outcome === 'withheld' ? WITHHELD.wording : AWARDED,
  })
  must(`decide ${item.decision.category}/${item.decision.slot}`, decided)
}

/** One vote in which everybody says the same: the record tells the outcome, never who voted how. */
async function vote(
  stage: Stage,
  { chair, members }: Room,
  itemId: string,
  choice: Exclude<Choice, { readonly kind: 'flag' }>,
): Promise<void> {
  const { ctx } = stage
  const { motionId } = must('open a vote', await openMotion(ctx, chair, { itemId, kind: choice.kind }))
  await atOnce(members, 4, async (member) =>
    must(`${member.name} votes`, await castBallot(ctx, member, { motionId, choice })),
  )
  must('close a vote', await closeMotion(ctx, chair, { motionId }))
}
