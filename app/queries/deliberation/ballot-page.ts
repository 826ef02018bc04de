import { loadCastingFacts } from '#app/adapters/db/casting.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { isSecrecyThin, type VoteKind } from '#app/domain/deliberation/ballot.ts'
import type { FlagQuestion } from '#app/domain/deliberation/flag.ts'
import { ballotReceipt } from '#app/domain/deliberation/receipt.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type BallotPage = {
  readonly motionId: string
  readonly sessionId: string
  readonly kind: VoteKind
  readonly secret: boolean
  readonly open: boolean
  readonly slotLabel: Localized
  readonly slotType: string
  readonly categoryName: Localized
  readonly majority: 'simple' | 'absolute' | 'two_thirds'
  readonly eligible: number
  readonly cast: number
  /** So few voters that the totals tell who voted how; said before the vote (scoring.md section 6.2). */
  readonly thin: boolean
  readonly present: boolean
  readonly candidates: readonly {
    readonly id: string
    readonly title: Localized
    readonly administration: Localized
  }[]
  /** Of a vote on a flag: its ground and reasons, never who raised it. */
  readonly flag: FlagQuestion | null
  /** Once voted: the receipt, and nothing of the choice. */
  readonly receipt: string | null
}
type Row = Pick<
  BallotPage,
  'slotLabel' | 'slotType' | 'categoryName' | 'majority' | 'eligible' | 'cast' | 'candidates' | 'flag'
> & {
  voted: boolean
  voters: number
}

/** One ballot from one's own seat. A recused member finds nothing here. */
export const ballotPage = (ctx: Context, actor: Actor, motionId: string): Promise<Result<BallotPage>> =>
  readAs(ctx.db.jury, actor.personId, async (tx): Promise<Result<BallotPage>> => {
    const facts = await loadCastingFacts(tx, motionId, actor.personId)
    if (!facts) return refuse('not-found')
    const { campaignId, phase, charterSigned, recused, present, seatId, kind, secret, sessionId } = facts
    if (!decide(actor, 'ballot.cast', { campaignId, phase, charterSigned, recused }).ok)
      return refuse('not-found')
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT p.label AS "slotLabel", p.type AS "slotType", k.name AS "categoryName", m.question ->> 'majority' AS majority,
        m.question -> 'flag' AS flag, (m.question ->> 'eligible')::int AS eligible,
        coalesce((m.question ->> 'present')::int, (m.question ->> 'eligible')::int) AS voters,
        (SELECT count(*)::int FROM motion_voter v WHERE v.motion_id = m.id) AS cast,
        EXISTS (SELECT 1 FROM motion_voter v WHERE v.motion_id = m.id AND v.seat_id = ${seatId}::uuid) AS voted,
        coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'administration', a.name) ORDER BY n.id)
          FROM nomination n JOIN administration a ON a.id = n.administration_id
          WHERE m.question -> 'candidates' ? n.id::text), '[]') AS candidates
      FROM motion m JOIN deliberation_item i ON i.id = m.item_id JOIN prize_slot p ON p.id = i.slot_id
        JOIN category k ON k.id = p.category_id WHERE m.id = ${motionId}::uuid`
    if (!row) return refuse('not-found')
    const { voted, voters, ...page } = row
    const receipt = ballotReceipt(motionId, seatId, (text) =>
      Buffer.from(ctx.crypto.hmac('ballot-receipt', text), 'hex'),
    )
    return ok({
      ...{ motionId, sessionId, kind, secret, present, open: facts.state === 'open' },
      ...page,
      thin: secret && isSecrecyThin(voters),
      receipt: voted && receipt.ok ? receipt.value : null,
    })
  })
