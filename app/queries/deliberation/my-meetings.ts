import { type Actor, seatIn } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type DocumentLink, documentLinks } from '../files/permitted-document.ts'

export type MyMeetings = readonly {
  readonly campaignId: string
  readonly award: Localized
  readonly year: number
  readonly mayConvene: boolean
  /** The room of whoever presides or keeps the record; others go to their own seat. */
  readonly leads: boolean
  readonly sessions: readonly { readonly id: string; readonly state: string; readonly convenedFor: number }[]
  /** The letters that called this member. */
  readonly documents: readonly DocumentLink[]
}[]
type Row = Pick<MyMeetings[number], 'campaignId' | 'award' | 'year' | 'sessions'> & {
  phase: Phase
  charter: boolean
}

/** The campaigns in which somebody takes part in the deliberation, newest first, each with its meetings. */
export async function myMeetings(ctx: Context, actor: Actor): Promise<Result<MyMeetings>> {
  const ids = [
    ...actor.seats.filter(({ accepted }) => accepted).map(({ campaignId }) => campaignId),
    ...actor.grants.flatMap(({ role, campaignId }) =>
      campaignId !== null && (role === 'secretariat' || role === 'auditor') ? [campaignId] : [],
    ),
  ]
  const rows = await ctx.db.office.$queryRaw<Row[]>`
    SELECT c.id AS "campaignId", c.award_name AS award, c.year, c.phase,
      EXISTS (SELECT 1 FROM seat t WHERE t.campaign_id = c.id AND t.person_id = ${actor.personId}::uuid
        AND t.state = 'accepted' AND t.charter_signed_at IS NOT NULL) AS charter,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'state', s.state,
        'convenedFor', (extract(epoch FROM s.convened_for) * 1000)::float8) ORDER BY s.convened_for DESC)
        FROM deliberation_session s WHERE s.campaign_id = c.id), '[]') AS sessions
    FROM campaign c WHERE c.id = ANY (${ids}::uuid[]) ORDER BY c.year DESC, c.created_at DESC LIMIT 50`
  const seen = rows.flatMap(({ phase, charter, ...row }) => {
    const facts = { campaignId: row.campaignId, phase, charterSigned: charter }
    const mayConvene = decide(actor, 'session.convene', facts).ok
    const permit = decide(actor, 'session.read', facts)
    if (!permit.ok && !mayConvene) return []
    const seat = actor.seats.find(({ campaignId, accepted }) => accepted && campaignId === row.campaignId)
    const leads = seat === undefined || seat.role === 'chair' || seat.role === 'deputy'
    return [{ ...row, mayConvene, leads, sessions: permit.ok ? row.sessions : [] }]
  })
  const called: MyMeetings[number][] = []
  for (const campaign of seen) {
    const seat = seatIn(actor, campaign.campaignId)
    const letters = seat ? await documentLinks(ctx, actor, [seat.seatId], ['convocation']) : []
    const listed = await documentLinks(ctx, actor, [campaign.campaignId], ['shortlisting_minutes'])
    called.push({ ...campaign, documents: [...letters, ...listed] })
  }
  return ok(called)
}
