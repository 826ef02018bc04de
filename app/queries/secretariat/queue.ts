import { UNDER_APPEAL } from '#app/adapters/db/appeals.ts'
import { filesActedFor } from '#app/adapters/db/own-files.ts'
import { documentLinks } from '../files/permitted-document.ts'
import { Prisma } from '#app/adapters/db/generated/client.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { NominationState } from '#app/domain/nomination/nomination.ts'
import type { Context } from '#app/services/context.ts'
import { decodeInstantCursor, PAGE_SIZE, pageOf } from '../page.ts'
import { nominationCondition, scopeOf } from '../scope.ts'

export const QUEUE_VIEWS = ['open', 'to-validate', 'waiting', 'appeals', 'decided'] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]

const CONDITIONS: Readonly<Record<QueueView, Prisma.Sql>> = {
  open: Prisma.sql`n.state = 'submitted' AND d.id IS NULL`,
  'to-validate': Prisma.sql`n.state = 'submitted' AND d.state = 'proposed'`,
  waiting: Prisma.sql`n.state = 'completion_requested'`,
  appeals: UNDER_APPEAL,
  decided: Prisma.sql`n.state IN ('admissible', 'inadmissible', 'disqualified')`,
}

type Row = {
  id: string
  reference: string
  state: NominationState
  title: Localized
  category: Localized
  administration: Localized
  submitted_at: Date
  /** Of a completion that is waited for, or of the answer to an appeal. */
  due_at: Date | null
  appealed: boolean
  checked: number
  proposed_by: string | null
  sort_at: string
}

function beyond(after: string | null): Prisma.Sql {
  const cursor = decodeInstantCursor(after)
  return cursor
    ? Prisma.sql`AND (q.sort_at, q.id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty
}

/** What waits longest comes first: the due instant of a completion or of an appeal, else the deposit. 50 a page, by key. */
export async function screeningQueue(
  ctx: Context,
  actor: Actor,
  campaignId: string,
  asked: { readonly view: QueueView; readonly after: string | null },
) {
  const db = ctx.db.office
  const campaign = await db.campaign.findUnique({
    where: { id: campaignId },
    select: { id: true, slug: true, year: true, phase: true, awardName: true },
  })
  const phase = (campaign?.phase ?? null) as Phase | null
  const scope = scopeOf(actor, 'nomination', ['secretariat', 'auditor'], { campaignId, phase })
  const permit = decide(actor, 'screening.read-queue', { campaignId, phase })
  if (!campaign || !scope || !permit.ok) return refuse('not-found') as Result<never, 'not-found'>
  const after = beyond(asked.after)
  const rows = await db.$queryRaw<Row[]>`
    SELECT q.*, to_char(q.sort_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS sort_at FROM (
      SELECT n.id, n.reference, n.state, n.title, k.name AS category, a.name AS administration, n.submitted_at,
        CASE WHEN ${UNDER_APPEAL} THEN e.due_at ELSE r.due_at END AS due_at, ${UNDER_APPEAL} AS appealed,
        (SELECT count(*)::int FROM screening_check s WHERE s.nomination_id = n.id) AS checked,
        d.proposed_by,
        coalesce(CASE WHEN ${UNDER_APPEAL} THEN e.due_at END, r.due_at, n.submitted_at, n.created_at) AS sort_at
      FROM nomination n JOIN category k ON k.id = n.category_id JOIN administration a ON a.id = n.administration_id
        LEFT JOIN completion_request r ON r.nomination_id = n.id AND r.answered_at IS NULL AND r.lapsed_at IS NULL
        LEFT JOIN appeal e ON e.nomination_id = n.id
        LEFT JOIN screening_decision d ON d.nomination_id = n.id AND d.state IN ('proposed', 'validated')
      WHERE n.campaign_id = ${campaignId}::uuid AND ${nominationCondition(scope)} AND ${CONDITIONS[asked.view]}) q
    WHERE true ${after} ORDER BY q.sort_at, q.id LIMIT ${PAGE_SIZE + 1}`
  const page = pageOf(rows, (row) => ({ value: row.sort_at, id: row.id }))
  return ok({
    now: await awardNow(db),
    campaign: {
      id: campaign.id,
      slug: campaign.slug,
      year: campaign.year,
      phase,
      name: campaign.awardName as Localized,
    },
    view: asked.view,
    documents: await documentLinks(ctx, actor, [campaign.id], ['register']),
    next: page.next,
    hidesOwn: (await filesActedFor(db, actor, campaign.id)).length > 0,
    rows: page.rows.map((row) => ({
      id: row.id,
      reference: row.reference,
      state: row.state,
      appealed: row.appealed,
      title: row.title,
      category: row.category,
      administration: row.administration,
      submittedAt: row.submitted_at?.getTime() ?? null,
      dueAt: row.due_at?.getTime() ?? null,
      checked: row.checked,
      isOwnProposal: row.proposed_by === actor.personId,
    })),
  })
}

/** The campaigns in which this person is a clerk. */
export async function clerkCampaigns(ctx: Context, actor: Actor) {
  const ids = actor.grants.flatMap(({ role, campaignId }) =>
    role === 'secretariat' && campaignId ? [campaignId] : [],
  )
  const rows = await ctx.db.office.campaign.findMany({
    where: { id: { in: ids } },
    select: { id: true, year: true, slug: true, phase: true, awardName: true },
    orderBy: [{ year: 'desc' }, { slug: 'asc' }],
    take: 50,
  })
  return rows.map(({ id, year, slug, phase, awardName }) => ({
    id,
    year,
    slug,
    phase: phase as Phase,
    name: awardName as Localized,
  }))
}
