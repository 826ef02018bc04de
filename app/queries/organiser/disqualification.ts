import { loadDisqualifications, loadJuryHold } from '#app/adapters/db/disqualifications.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Disqualification } from '#app/domain/nomination/disqualification.ts'
import { NOMINATION_TRANSITIONS } from '#app/domain/nomination/nomination.ts'
import type { Context } from '#app/services/context.ts'
import { documentLinks } from '../files/permitted-document.ts'
import { mayOn } from './reading.ts'

const shownOf = ({ id, reason, text, state, proposedAt, note, settledAt }: Disqualification) => ({
  ...{ id, reason, text, state, proposedAt, note, settledAt },
})

/** What stands against a nomination and what this person may do about it; nothing for whoever acts for its bodies. */
export async function disqualificationDesk(ctx: Context, actor: Actor, id: string) {
  const db = ctx.db.office
  const found = await loadNomination(db, id, 'read')
  const bodies = found && [found.nomination.administrationId, ...found.nomination.partnerIds]
  const conflicted = actor.mandates.some(({ administrationId }) => bodies?.includes(administrationId))
  if (!found || conflicted || !mayOn(actor, 'campaign.read-tower', found.campaign))
    return refuse('not-found') as Result<never, 'not-found'>
  const { nomination, campaign } = found
  const made = await loadDisqualifications(db, id)
  const live = made.find(({ state }) => state !== 'returned') ?? null
  const hold = await loadJuryHold(db, id)
  const may = (action: Action): boolean =>
    decide(actor, action, {
      campaignId: campaign.id,
      phase: campaign.phase,
      administrationId: nomination.administrationId,
      recused: false,
      firstHand: live?.proposedBy ?? null,
    }).ok
  const mayLeave = (NOMINATION_TRANSITIONS.disqualify.from as readonly string[]).includes(nomination.state)
  return ok({
    now: await awardNow(db),
    head: {
      id,
      reference: nomination.reference,
      state: nomination.state,
      title: nomination.title,
      category: found.category.name,
      administration: found.administration.name,
      campaignId: campaign.id,
    },
    screeningVersion: found.screeningVersion,
    live: live && shownOf(live),
    earlier: made.filter(({ state }) => state === 'returned').map(shownOf),
    held: hold.isVoted ? ('vote-open' as const) : hold.isAwarded ? ('already-awarded' as const) : null,
    documents: await documentLinks(ctx, actor, [id], ['disqualification']),
    can: {
      propose: live === null && mayLeave && may('screening.propose-disqualification'),
      settle: live?.state === 'proposed' && may('screening.disqualify'),
    },
  })
}
