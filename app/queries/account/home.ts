import type { Db } from '#app/adapters/db/client.server.ts'
import type { Actor, MandateRole, OfficeRole, SeatRole } from '#app/domain/access/actor.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'

type CampaignHeld = { readonly id: string; readonly year: number; readonly awardName: Localized }
export type AccountHome = {
  readonly grants: readonly { readonly role: OfficeRole; readonly campaign: CampaignHeld | null }[]
  readonly seats: readonly {
    readonly role: SeatRole
    readonly accepted: boolean
    readonly campaign: CampaignHeld
  }[]
  readonly mandates: readonly { readonly role: MandateRole; readonly administration: Localized }[]
  readonly unread: number
}

/** What a person holds, with the names of campaigns and administrations. Three statements whatever they hold. */
export async function accountHome(db: Db, actor: Actor): Promise<AccountHome> {
  const campaignIds = [...actor.grants, ...actor.seats].flatMap(({ campaignId }) =>
    campaignId ? [campaignId] : [],
  )
  const [campaigns, administrations, unread] = await Promise.all([
    db.applicant.campaign.findMany({
      where: { id: { in: campaignIds } },
      select: { id: true, year: true, awardName: true },
    }),
    db.applicant.administration.findMany({
      where: { id: { in: actor.mandates.map(({ administrationId }) => administrationId) } },
      select: { id: true, name: true },
    }),
    unreadNotices(db, actor),
  ])
  const campaignOf = (id: string | null): CampaignHeld | null => {
    const found = campaigns.find((campaign) => campaign.id === id)
    return found ? { id: found.id, year: found.year, awardName: found.awardName as Localized } : null
  }
  return {
    grants: actor.grants.map(({ role, campaignId }) => ({ role, campaign: campaignOf(campaignId) })),
    seats: actor.seats.flatMap(({ role, accepted, campaignId }) => {
      const campaign = campaignOf(campaignId)
      return campaign ? [{ role, accepted, campaign }] : []
    }),
    mandates: actor.mandates.map(({ role, administrationId }) => ({
      role,
      administration: (administrations.find(({ id }) => id === administrationId)?.name ?? {}) as Localized,
    })),
    unread,
  }
}

export const unreadNotices = (db: Db, actor: Actor): Promise<number> =>
  db.applicant.notice.count({ where: { personId: actor.personId, readAt: null } })
