import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { loadPlenaryFacts } from '#app/adapters/db/plenary-facts.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import { isRecusedPerson } from '#app/adapters/db/recusals.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { type Actor, seatIn } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { PlenaryReason, SheetFigures } from '#app/domain/scoring/plenary.ts'
import { hasQuorum, isInReach, type PlenaryFacts } from '#app/domain/scoring/send-to-plenary.ts'
import type { Context } from '#app/services/context.ts'

export type PlenaryScreen = {
  readonly campaignId: string
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly version: number
  readonly figures: SheetFigures
  readonly open: number
  readonly closesAt: number
  readonly sent: {
    readonly reason: PlenaryReason
    readonly text: { readonly ar: string; readonly fr: string }
    readonly sentAt: number
  } | null
  /** Why it cannot be sent now; null where it can, or is. */
  readonly held: 'quorum-reached' | 'quorum-in-reach' | 'phase-closed' | null
  /** Sent, and its quorum is reached since. */
  readonly needless: boolean
  readonly may: boolean
}

function heldBy(facts: PlenaryFacts, now: Instant): PlenaryScreen['held'] {
  if (!facts.isRoundOpen) return 'phase-closed'
  if (facts.live !== null) return null
  if (hasQuorum(facts.figures)) return 'quorum-reached'
  return isInReach(facts, now) ? 'quorum-in-reach' : null
}

/** How many sheets one file has and needs, never what is in them. A file hidden from the chair does not exist here. */
export const plenaryScreen = (
  ctx: Context,
  actor: Actor,
  nominationId: string,
): Promise<Result<PlenaryScreen>> =>
  readAs(ctx.db.office, actor.personId, async (tx, now): Promise<Result<PlenaryScreen>> => {
    const found = await loadNomination(tx, nominationId, 'read')
    const held = found && seatIn(actor, found.campaign.id)
    if (!found || (held?.role !== 'chair' && held?.role !== 'deputy')) return refuse('not-found')
    if (found.nomination.state !== 'admissible') return refuse('not-found')
    if (await isRecusedPerson(tx, actor.personId, nominationId)) return refuse('not-found')
    const campaign = await loadCampaign(tx, found.campaign.id)
    if (!campaign) return refuse('not-found')
    const loaded = await loadPlenaryFacts(tx, campaign, found.nomination)
    if (!loaded.ok) return refuse('not-found')
    const facts = loaded.value
    const own = await tx.seat.findUnique({ where: { id: held.seatId }, select: { charterSignedAt: true } })
    const permit = decide(actor, 'plenary.send', {
      ...{ campaignId: campaign.id, phase: campaign.phase, recused: false },
      charterSigned: own?.charterSignedAt != null,
      deputises: facts.presiding === 'deputy',
    })
    const { figures, open, closesAt, live, version, isRoundOpen } = facts
    return ok({
      ...{ campaignId: campaign.id, nominationId, version, figures, open, closesAt },
      ...{ reference: found.nomination.reference, title: found.nomination.title },
      sent: live && { reason: live.reason, text: live.text, sentAt: live.sentAt },
      held: heldBy(facts, now),
      needless: live !== null && isRoundOpen && hasQuorum(figures),
      may: permit.ok && isRoundOpen,
    })
  })
