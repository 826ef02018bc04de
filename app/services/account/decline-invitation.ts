import { seatersOf } from '#app/adapters/db/grants.ts'
import { findCampaignName, lockSeatAsked, storeSeatAnswer } from '#app/adapters/db/invitations.ts'
import { lockLink, spendLink } from '#app/adapters/db/tokens.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { notify } from '#app/domain/notice/notice.ts'
import type { Context } from '../context.ts'
import { inTwoLanguages } from '../in-two-languages.ts'
import { run, type Trace } from '../run.ts'
import { type Visit, visitor } from './visit.ts'

/**
 * Says no to an invitation, without any account: the link alone is enough to decline. A declined seat stays empty until
 * the office, which is told, promotes the alternate or invites another person.
 */
export const declineInvitation = (
  ctx: Context,
  visit: Visit,
  input: { readonly token: string },
): Promise<Result<Trace, 'link-dead' | 'already-answered'>> =>
  run(
    ctx,
    visitor(visit),
    { db: 'applicant', role: 'public' },
    async ({ tx, now }): Promise<Result<Trace, 'link-dead' | 'already-answered'>> => {
      const link = await lockLink(tx, ctx.crypto.tokenDigest(input.token), now)
      if (!link || !link.kind.startsWith('invitation-')) return refuse('link-dead')
      await spendLink(tx, link.id, now)
      if (link.kind === 'invitation-office') {
        const { role, campaignId } = link.payload
        const facts = { role: String(role) }
        const of = typeof campaignId === 'string' ? campaignId : null
        return ok({
          entries: [
            {
              act: 'invitationDeclined' as const,
              subject: { type: 'one_time_token', id: link.id },
              campaignId: of,
              facts,
            },
          ],
          notices: [],
        })
      }
      const seat =
        typeof link.payload.seatId === 'string' ? await lockSeatAsked(tx, link.payload.seatId) : null
      if (!seat || seat.inviteeEmail !== link.email) return refuse('link-dead')
      if (seat.state !== 'invited') return refuse('already-answered')
      await storeSeatAnswer(tx, seat.id, { state: 'declined', personId: null }, now)
      const entry = {
        act: 'seatDeclined' as const,
        subject: { type: 'seat', id: seat.id },
        campaignId: seat.campaignId,
        facts: { code: seat.code },
      }
      const campaign = await findCampaignName(tx, seat.campaignId)
      const told = {
        ...inTwoLanguages('campaign', campaign?.awardName ?? {}),
        ...inTwoLanguages('seat', seat.label),
        seatId: seat.id,
      }
      const office = await seatersOf(tx, seat.campaignId)
      return ok({ entries: [entry], notices: notify('seat-declined', office, seat.campaignId, told) })
    },
  )
