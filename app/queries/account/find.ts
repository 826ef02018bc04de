import { Prisma } from '#app/adapters/db/generated/client.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { likeText } from '../page.ts'
import { nominationCondition, scopeOf } from '../scope.ts'

/** Pages of a campaign, each with the act that opens it. */
const PAGES = {
  tower: 'campaign.read-tower',
  setup: 'campaign.read-setup',
  letters: 'outbox.read',
  queue: 'screening.read-queue',
  complaints: 'complaint.read',
  seats: 'seat.read',
  assignment: 'assignment.read',
  recusals: 'recusal.pin',
  progress: 'progress.read',
  release: 'release.read',
  office: 'role.grant',
} as const satisfies Record<string, Action>
export type CampaignPage = keyof typeof PAGES

export type CampaignFound = {
  readonly id: string
  readonly year: number
  readonly name: Localized
  readonly pages: readonly CampaignPage[]
}
export type NominationFound = {
  readonly id: string
  readonly campaignId: string
  readonly reference: string
  readonly title: Localized
  readonly administration: Localized
  /** The clerk's page of the file is open to this person. */
  readonly screened: boolean
}
export type BodyFound = { readonly id: string; readonly campaignId: string; readonly name: Localized }
export type FindScreen = {
  readonly asked: string
  readonly roles: readonly string[]
  readonly campaigns: readonly CampaignFound[]
  readonly nominations: readonly NominationFound[]
  readonly bodies: readonly BodyFound[]
}

const MOST = 8
const LISTS = ['organiser', 'secretariat', 'auditor'] as const
const BEFORE_DEPOSIT: readonly string[] = ['draft', 'awaiting_visa']
type Row = {
  id: string
  campaign_id: string
  reference: string
  state: string
  title: Localized
  administration: Localized
}
type Held = { readonly id: string; readonly phase: Phase }

/** What the lists of these campaigns would show: one condition, made by the policy alone. Null: no list is theirs. */
function listed(actor: Actor, campaigns: readonly Held[]): Prisma.Sql | null {
  const parts = campaigns.flatMap(({ id, phase }) => {
    const scope = scopeOf(actor, 'nomination', LISTS, { campaignId: id, phase })
    const mayList = decide(actor, 'campaign.read-tower', { campaignId: id, phase }).ok
    return scope && mayList ? [Prisma.sql`(${nominationCondition(scope)})`] : []
  })
  return parts.length === 0 ? null : Prisma.sql`(${Prisma.join(parts, ' OR ')})`
}

async function search({ db }: Context, where: Prisma.Sql, asked: string) {
  const like = likeText(asked)
  const named = Prisma.sql`(a.name->>'ar' ILIKE ${like} OR a.name->>'fr' ILIKE ${like} OR a.acronym ILIKE ${like})`
  return Promise.all([
    db.office.$queryRaw<Row[]>`
      SELECT n.id, n.campaign_id, n.reference, n.state, n.title, a.name AS administration
      FROM nomination n JOIN administration a ON a.id = n.administration_id
      WHERE ${where} AND (n.reference ILIKE ${like} OR n.title->>'ar' ILIKE ${like} OR n.title->>'fr' ILIKE ${like})
      ORDER BY n.reference DESC, n.id LIMIT ${MOST}`,
    db.office.$queryRaw<{ id: string; campaign_id: string; name: Localized }[]>`
      SELECT DISTINCT a.id, n.campaign_id, a.name
      FROM nomination n JOIN administration a ON a.id = n.administration_id
      WHERE ${where} AND ${named} ORDER BY a.id, n.campaign_id LIMIT ${MOST}`,
  ])
}

/**
 * Where somebody of the office may go: the pages of their campaigns, and the nominations and administrations of their
 * lists that hold the words asked. Three statements at most, whatever they hold; nobody else has this page.
 */
export async function findAtOffice(
  ctx: Context,
  actor: Actor,
  asked: string,
): Promise<Result<FindScreen, 'wrong-role'>> {
  const roles = [...new Set(actor.grants.map(({ role }) => role))]
  if (roles.length === 0) return refuse('wrong-role')
  const ids = actor.grants.flatMap(({ campaignId }) => (campaignId === null ? [] : [campaignId]))
  const rows = await ctx.db.office.campaign.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, year: true, awardName: true, phase: true },
    orderBy: [{ year: 'desc' }, { createdAt: 'desc' }],
    take: 50,
  })
  const held = rows.map((row) => ({ ...row, phase: row.phase as Phase }))
  const may = (action: Action, { id, phase }: Held): boolean =>
    decide(actor, action, { campaignId: id, phase }).ok
  const where = asked === '' ? null : listed(actor, held)
  const [nominations, bodies] = where === null ? [[], []] : await search(ctx, where, asked)
  const clerkOf = new Set(held.filter((one) => may('screening.read-queue', one)).map(({ id }) => id))
  return ok({
    asked,
    roles,
    campaigns: held.map((one) => ({
      id: one.id,
      year: one.year,
      name: one.awardName as Localized,
      pages: (Object.keys(PAGES) as CampaignPage[]).filter((page) => may(PAGES[page], one)),
    })),
    nominations: nominations.map(
      ({ id, campaign_id: campaignId, reference, state, title, administration }) => ({
        ...{ id, campaignId, reference, title, administration },
        screened: clerkOf.has(campaignId) && !BEFORE_DEPOSIT.includes(state),
      }),
    ),
    bodies: bodies.map(({ id, campaign_id: campaignId, name }) => ({ id, campaignId, name })),
  })
}
