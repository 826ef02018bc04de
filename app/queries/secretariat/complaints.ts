import { Prisma } from '#app/adapters/db/generated/client.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { loadComplaintRule } from '#app/adapters/db/complaints.ts'
import { targetDays } from '#app/domain/complaint/complaint.ts'
import type { ComplaintKind, ComplaintState, ComplaintSubject } from '#app/domain/complaint/complaint.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { awardYears } from '#app/i18n/award-years.ts'
import { readTransitions } from '#app/i18n/legal-zone.ts'
import type { Context } from '#app/services/context.ts'
import { decodeInstantCursor, PAGE_SIZE, pageOf } from '../page.ts'
import { complaintCondition, type ScopeOf, scopeOf } from '../scope.ts'

export const COMPLAINT_VIEWS = ['open', 'answered'] as const
export type ComplaintView = (typeof COMPLAINT_VIEWS)[number]

type Row = {
  id: string
  number: string
  kind: ComplaintKind
  about: ComplaintSubject
  state: ComplaintState
  filed_at: Date
  due_at: Date
  administration: Localized
  sort_at: string
}

const CONDITIONS: Readonly<Record<ComplaintView, Prisma.Sql>> = {
  open: Prisma.sql`c.state <> 'answered'`,
  answered: Prisma.sql`c.state = 'answered'`,
}

/** The campaign and its complaints for those who answer or audit them; anybody else finds nothing. */
export async function complaintScope(ctx: Context, actor: Actor, campaignId: string) {
  const campaign = await ctx.db.office.campaign.findUnique({
    where: { id: campaignId },
    select: { id: true, year: true, phase: true, awardName: true },
  })
  const phase = (campaign?.phase ?? null) as Phase | null
  const scope = scopeOf(actor, 'complaint', ['secretariat', 'organiser', 'auditor'], { campaignId, phase })
  return campaign && scope ? { campaign, scope } : null
}

/** What waits for an answer, the nearest due instant first, 50 a page by key; beside it the figures of the edition. */
export async function complaintDesk(
  ctx: Context,
  actor: Actor,
  campaignId: string,
  asked: { readonly view: ComplaintView; readonly after: string | null },
) {
  const db = ctx.db.office
  const seen = await complaintScope(ctx, actor, campaignId)
  if (!seen) return refuse('not-found') as Result<never, 'not-found'>
  const { campaign, scope } = seen
  const cursor = decodeInstantCursor(asked.after)
  const after = cursor
    ? Prisma.sql`AND (c.due_at, c.id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.number, c.kind, c.about, c.state, c.filed_at, c.due_at, a.name AS administration,
      to_char(c.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS sort_at
    FROM complaint c JOIN administration a ON a.id = c.administration_id
    WHERE ${complaintCondition(scope)} AND ${CONDITIONS[asked.view]} ${after}
    ORDER BY c.due_at, c.id LIMIT ${PAGE_SIZE + 1}`
  const page = pageOf(rows, (row) => ({ value: row.sort_at, id: row.id }))
  return ok({
    now: await awardNow(db),
    campaign: { id: campaign.id, year: campaign.year, name: campaign.awardName as Localized },
    view: asked.view,
    next: page.next,
    rows: page.rows.map(({ filed_at, due_at, sort_at: _, ...row }) => ({
      ...row,
      filedAt: filed_at.getTime(),
      dueAt: due_at.getTime(),
    })),
    ...(await complaintFigures(ctx, scope, campaign.id)),
  })
}

/** One line a kind: how many came, what became of them, and how many legal days the first answer took: 0 on the same. */
export type ComplaintFigures = {
  readonly kind: ComplaintKind
  readonly received: number
  readonly open: number
  readonly reopened: number
  readonly answered: number
  readonly unfounded: number
  readonly materialError: number
  readonly procedureBreach: number
  /** Null while nothing was answered. */
  readonly medianDays: number | null
  readonly longestDays: number | null
  readonly withinTarget: number
}

/** The legal day of an instant, by the hours of `legal`: the server's zone tables and not those of PostgreSQL decide. */
const legalDay = (at: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT (${at} + make_interval(mins => l.minutes))::date FROM legal l WHERE l.since <= ${at} ORDER BY l.since DESC LIMIT 1)`

/** The yearly statistics of the complaints that a scope shows, beside the target of their edition. */
export async function complaintFigures({ db }: Context, scope: ScopeOf<'complaint'>, campaignId: string) {
  const days = targetDays(await loadComplaintRule(db.office, campaignId))
  const hours = readTransitions(awardYears())
  const figures = await db.office.$queryRaw<ComplaintFigures[]>`
    WITH legal AS MATERIALIZED (SELECT * FROM unnest(${hours.map(({ from }) => new Date(from))}::timestamptz[],
      ${hours.map(({ offsetMinutes }) => offsetMinutes)}::int[]) AS l (since, minutes))
    SELECT k.kind, count(c.id)::int AS received, count(*) FILTER (WHERE c.state <> 'answered')::int AS open,
      count(c.reopened_at)::int AS reopened,
      count(*) FILTER (WHERE c.state = 'answered' AND l.outcome = 'answered')::int AS answered,
      count(*) FILTER (WHERE c.state = 'answered' AND l.outcome = 'unfounded')::int AS unfounded,
      count(*) FILTER (WHERE c.state = 'answered' AND l.outcome = 'material_error')::int AS "materialError",
      count(*) FILTER (WHERE c.state = 'answered' AND l.outcome = 'procedure_breach')::int AS "procedureBreach",
      percentile_disc(0.5) WITHIN GROUP (ORDER BY d.days) AS "medianDays", max(d.days) AS "longestDays",
      count(*) FILTER (WHERE d.days <= ${days}::int)::int AS "withinTarget"
    FROM unnest(ARRAY['complaint', 'observation', 'proposition']) WITH ORDINALITY k (kind, at)
      LEFT JOIN (SELECT * FROM complaint c WHERE ${complaintCondition(scope)}) c ON c.kind = k.kind
      LEFT JOIN LATERAL (SELECT a.outcome FROM complaint_answer a WHERE a.complaint_id = c.id ORDER BY a.round DESC LIMIT 1) l ON true
      LEFT JOIN LATERAL (SELECT ${legalDay(Prisma.sql`a.answered_at`)} - ${legalDay(Prisma.sql`c.filed_at`)} AS days
        FROM complaint_answer a WHERE a.complaint_id = c.id AND a.round = 1) d ON true
    GROUP BY k.kind, k.at ORDER BY k.at`
  return { figures, targetDays: days }
}
