import { underAppeal } from '#app/adapters/db/appeals.ts'
import { awardNow, readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { Prisma } from '#app/adapters/db/generated/client.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { NominationState } from '#app/domain/nomination/nomination.ts'
import { standingOf } from '#app/domain/nomination/standing.ts'
import type { Context } from '#app/services/context.ts'
import { decodeCursor, PAGE_SIZE, pageOf } from '../page.ts'
import { nominationCondition, scopeOf } from '../scope.ts'
import { outcomesOf } from './outcomes.ts'

type Row = {
  id: string
  reference: string
  state: NominationState
  phase: Phase
  campaign_id: string
  title: Localized
  category: Localized
  administration: Localized
  year: number
  closes_at: Date | null
  due_at: Date | null
  submitted_at: Date | null
}

/** Which of them wait for the answer to an appeal; nothing is asked where none was refused. */
async function appealedAmong(
  { db }: Context,
  actor: Actor,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  const refused = rows.flatMap(({ id, state }) => (state === 'inadmissible' ? [id] : []))
  if (refused.length === 0) return new Set()
  return readAs(db.applicant, actor.personId, (tx) => underAppeal(tx, refused))
}

/** The nominations of one's administrations, newest first, 50 a page; the campaigns one can still enter. */
export async function applicantHome(ctx: Context, actor: Actor, cursorText: string | null) {
  const db = ctx.db.applicant
  const scope = scopeOf(actor, 'nomination', ['signatory', 'editor'], { campaignId: null, phase: null })
  const cursor = decodeCursor(cursorText)
  const after = cursor
    ? Prisma.sql`AND (n.reference, n.id) < (${cursor.value}, ${cursor.id}::uuid)`
    : Prisma.empty
  const rows = scope
    ? await db.$queryRaw<Row[]>`
        SELECT n.id, n.reference, n.state, n.title, k.name AS category, a.name AS administration, c.year, c.closes_at,
          c.phase, n.campaign_id, r.due_at, n.submitted_at
        FROM nomination n JOIN category k ON k.id = n.category_id JOIN administration a ON a.id = n.administration_id
          JOIN campaign c ON c.id = n.campaign_id
          LEFT JOIN completion_request r ON r.nomination_id = n.id AND r.answered_at IS NULL AND r.lapsed_at IS NULL
        WHERE ${nominationCondition(scope)} ${after}
        ORDER BY n.reference DESC, n.id DESC LIMIT ${PAGE_SIZE + 1}`
    : []
  const page = pageOf(rows, (row) => ({ value: row.reference, id: row.id }))
  const appealed = await appealedAmong(ctx, actor, page.rows)
  const outcomes = await outcomesOf(
    ctx.db.public,
    page.rows.map(({ campaign_id: campaignId, ...row }) => ({ ...row, campaignId })),
  )
  return {
    now: await awardNow(db),
    nominations: page.rows.map((row) => ({
      id: row.id,
      reference: row.reference,
      state: row.state,
      standing: standingOf(row.state, row.phase, outcomes.get(row.id) ?? null),
      appealed: appealed.has(row.id),
      title: row.title,
      category: row.category,
      administration: row.administration,
      year: row.year,
      dueAt: (row.due_at ?? row.closes_at)?.getTime() ?? null,
      submittedAt: row.submitted_at?.getTime() ?? null,
    })),
    next: page.next,
    administrations: await ownAdministrations(ctx, actor),
    campaigns: await openCampaigns(ctx),
  }
}

export async function ownAdministrations(ctx: Context, actor: Actor) {
  const ids = [...new Set(actor.mandates.map(({ administrationId }) => administrationId))]
  const rows = await ctx.db.applicant.administration.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, type: true, state: true },
    orderBy: { createdAt: 'asc' },
    take: 100,
  })
  return rows.map(({ id, name, type, state }) => ({
    id,
    name: name as Localized,
    type,
    isApproved: state === 'approved',
    signs: actor.mandates.some((mandate) => mandate.administrationId === id && mandate.role === 'signatory'),
  }))
}

/** Campaigns that take nominations at this instant. */
export async function openCampaigns(ctx: Context) {
  const rows = await ctx.db.applicant.$queryRaw<
    { id: string; slug: string; year: number; award_name: Localized; closes_at: Date }[]
  >`SELECT id, slug, year, award_name, closes_at FROM campaign
    WHERE phase = 'nominations' AND closes_at > award_now() ORDER BY closes_at, id LIMIT 20`
  return rows.map(({ id, slug, year, award_name, closes_at }) => ({
    id,
    slug,
    year,
    name: award_name,
    closesAt: closes_at.getTime(),
  }))
}
