import { lockCampaign } from '#app/adapters/db/campaigns.ts'
import { loadFreeSlots } from '#app/adapters/db/agenda.ts'
import { hasLiveSession, insertSession } from '#app/adapters/db/deliberations.ts'
import { loadCampaignSeats, type VotingSeat } from '#app/adapters/db/meeting-seats.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type Permit } from '#app/domain/access/policy.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { BilingualText } from '#app/domain/campaign/regulation.ts'
import { conveneSession as decideConvening, type Session } from '#app/domain/deliberation/session.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { issueDocuments } from '#app/services/issue.ts'
import { convocationDrafts } from './convocations.ts'
import { inTwoLanguages } from '../in-two-languages.ts'

export type Convening = {
  readonly campaignId: string
  readonly convenedFor: Instant
  /** In both official languages, as the convocation and the minutes print it; null when it is not said. */
  readonly place: BilingualText | null
  /** The member who keeps the record and signs the minutes after the president. */
  readonly secretarySeatId: string
}

/** The chair presides; the deputy where the seat of the chair is empty. */
const presidingOf = (seats: readonly VotingSeat[]): VotingSeat | undefined =>
  seats.find(({ role }) => role === 'chair') ?? seats.find(({ role }) => role === 'deputy')

function sessionFor(
  ids: { readonly id: string; readonly presiding: VotingSeat; readonly secretary: VotingSeat },
  input: Convening,
  items: readonly { readonly id: string; readonly category: string }[],
): Session {
  return {
    id: ids.id,
    campaignId: input.campaignId,
    state: 'convened',
    convenedFor: input.convenedFor,
    presidingSeatId: ids.presiding.id,
    presidingPersonId: ids.presiding.personId,
    secretaryPersonId: ids.secretary.personId,
    attendance: [],
    items: items.map(({ id, category }) => ({
      id,
      category,
      nominationIds: [],
      openedAt: null,
      closedAt: null,
    })),
  }
}

const mayConvene = (actor: Actor, campaign: Campaign, seats: readonly VotingSeat[]): Result<Permit> => {
  const own = seats.find(({ personId }) => personId === actor.personId)
  const permit = decide(actor, 'session.convene', {
    campaignId: campaign.id,
    phase: campaign.phase,
    charterSigned: own?.charterSigned ?? false,
    deputises: own?.role === 'deputy' && presidingOf(seats)?.id === own.id,
  })
  return !permit.ok && permit.reason === 'wrong-role' ? refuse('not-found') : permit
}

/** Calls the jury to deliberate on every prize slot that is not on an agenda yet; each seat gets its convocation. */
export const conveneSession = (
  ctx: Context,
  actor: Actor,
  input: Convening,
): Promise<Result<Act<{ readonly sessionId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }): Promise<Result<Act<{ sessionId: string }>>> => {
      const campaign = await lockCampaign(tx, input.campaignId)
      if (!campaign) return refuse('not-found')
      const seats = await loadCampaignSeats(tx, campaign.id)
      const permit = mayConvene(actor, campaign, seats)
      if (!permit.ok) return permit
      const presiding = presidingOf(seats)
      if (!presiding) return refuse('chair-missing')
      const secretary = seats.find(({ id }) => id === input.secretarySeatId)
      if (!secretary || secretary.id === presiding.id) {
        return refuse('secretary-unsuitable', {}, { secretarySeatId: 'deliberation.errors.secretary' })
      }
      if (await hasLiveSession(tx, campaign.id)) return refuse('session-live')
      const slots = await loadFreeSlots(tx, campaign.id)
      const items = slots.map(({ id, category }) => ({ id: ctx.ids.rowId(), slotId: id, category }))
      const session = sessionFor({ id: ctx.ids.rowId(), presiding, secretary }, input, items)
      const seatPersons = new Map(seats.map(({ id, personId }) => [id, personId]))
      const decision = decideConvening({ phase: campaign.phase, seatPersons }, session)
      if (!decision.ok) return decision
      await insertSession(tx, {
        ...{ id: session.id, campaignId: campaign.id, place: input.place, convenedFor: input.convenedFor },
        ...{ presidingSeatId: presiding.id, secretarySeatId: secretary.id, now },
        items: items.map(({ id, slotId }) => ({ id, slotId })),
      })
      const meeting = { convenedFor: input.convenedFor, venue: input.place, presiding, secretary, slots }
      const letters = convocationDrafts(campaign.regulation, seats, meeting)
      await issueDocuments(ctx, { tx, now }, campaign.id, letters)
      const told = {
        ...inTwoLanguages('campaign', campaign.regulation.awardName),
        ...inTwoLanguages('place', input.place ?? {}),
        ...{ sessionId: session.id, startsAt: input.convenedFor },
      }
      const notices = decision.value.notices.map((notice) => ({ ...notice, facts: told }))
      return ok({
        ...{ sessionId: session.id, entries: [decision.value.entry], notices },
        actedAs: permit.value.as,
      })
    },
  )
