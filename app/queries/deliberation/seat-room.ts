import { kindFrom } from '#app/adapters/db/motions.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { VoteKind } from '#app/domain/deliberation/ballot.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

type Point = {
  readonly id: string
  readonly state: 'pending' | 'open' | 'decided'
  readonly slotLabel: Localized
  readonly slotType: string
  readonly categoryName: Localized
  readonly mustLeave: boolean
  readonly leaving: readonly { readonly label: Localized }[]
  readonly finalists: readonly { readonly id: string; readonly title: Localized }[]
}
export type SeatRoom = {
  readonly sessionId: string
  readonly campaignId: string
  readonly state: 'convened' | 'open' | 'closed'
  readonly convenedFor: number
  readonly place: Localized | null
  readonly present: boolean
  readonly presides: boolean
  readonly points: readonly Point[]
  readonly vote: {
    readonly id: string
    readonly kind: VoteKind
    readonly secret: boolean
    readonly voted: boolean
  } | null
}
type Row = Omit<SeatRoom, 'points' | 'vote'> & { phase: Phase; charter: boolean; seatId: string }
type VoteRow = { id: string; kind: string; secret: boolean; voted: boolean }

/** What a member of the jury has before them: the point, who must leave, the vote. No score, no rank. */
export const seatRoom = (ctx: Context, actor: Actor, sessionId: string): Promise<Result<SeatRoom>> =>
  readAs(ctx.db.jury, actor.personId, async (tx): Promise<Result<SeatRoom>> => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT s.id AS "sessionId", c.id AS "campaignId", c.phase, s.state, s.place, t.id AS "seatId",
        (extract(epoch FROM s.convened_for) * 1000)::float8 AS "convenedFor", t.charter_signed_at IS NOT NULL AS charter,
        EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id AND a.seat_id = t.id AND a.left_at IS NULL) AS present,
        t.role IN ('chair', 'deputy') AS presides
      FROM deliberation_session s JOIN campaign c ON c.id = s.campaign_id
        JOIN seat t ON t.campaign_id = c.id AND t.person_id = ${actor.personId}::uuid AND t.state = 'accepted'
      WHERE s.id = ${sessionId}::uuid`
    if (!row) return refuse('not-found')
    const { phase, charter, seatId, ...head } = row
    const permit = decide(actor, 'session.read', {
      campaignId: row.campaignId,
      phase,
      charterSigned: charter,
    })
    if (!permit.ok) return refuse('not-found')
    const points = await tx.$queryRaw<Point[]>`
      SELECT i.id, i.state, p.label AS "slotLabel", p.type AS "slotType", k.name AS "categoryName",
        item_recused(i.id, ${seatId}::uuid) AS "mustLeave",
        coalesce((SELECT jsonb_agg(jsonb_build_object('label', o.label) ORDER BY o.code) FROM seat o
          WHERE o.campaign_id = k.campaign_id AND item_recused(i.id, o.id)), '[]') AS leaving,
        coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title) ORDER BY n.id) FROM nomination n
          WHERE i.finalists ? n.id::text), '[]') AS finalists
      FROM deliberation_item i JOIN prize_slot p ON p.id = i.slot_id JOIN category k ON k.id = p.category_id
      WHERE i.session_id = ${sessionId}::uuid ORDER BY i.position`
    const [vote] = await tx.$queryRaw<VoteRow[]>`
      SELECT m.id, m.kind, m.secret,
        EXISTS (SELECT 1 FROM motion_voter v WHERE v.motion_id = m.id AND v.seat_id = ${seatId}::uuid) AS voted
      FROM motion m JOIN deliberation_item i ON i.id = m.item_id
      WHERE i.session_id = ${sessionId}::uuid AND m.state = 'open' AND NOT item_recused(i.id, ${seatId}::uuid)
        AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = ${seatId}::uuid AND r.lifted_at IS NULL
          AND m.question -> 'candidates' ? r.nomination_id::text) LIMIT 1`
    return ok({ ...head, points, vote: vote ? { ...vote, kind: kindFrom(vote.kind) } : null })
  })
