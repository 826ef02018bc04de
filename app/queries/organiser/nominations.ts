import { UNDER_APPEAL } from '#app/adapters/db/appeals.ts'
import { Prisma } from '#app/adapters/db/generated/client.ts'
import { filesActedFor } from '#app/adapters/db/own-files.ts'
import { loadOpenDisqualifications } from '#app/adapters/db/disqualifications.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { bodiesOf } from '#app/domain/access/own-files.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Cursor, decodeCursor, likeText, PAGE_SIZE, type Page, pageOf } from '../page.ts'
import { nominationCondition, scopeOf, type ScopeOf } from '../scope.ts'
import { campaignFor, type CampaignHead, headOf } from './reading.ts'

export type NominationSort = 'reference' | 'recent' | 'title'
export type NominationAsk = {
  readonly q?: string | undefined
  readonly state?: string | undefined
  readonly category?: string | undefined
  readonly sort: NominationSort
  readonly after?: string | undefined
}
export type NominationLine = {
  readonly id: string
  readonly reference: string
  /** Stored, or `appeal` while one waits for its answer. */
  readonly state: string
  readonly title: Localized
  readonly submittedAt: Instant | null
  readonly category: Localized
  readonly administration: Localized
}
export type NominationsScreen = {
  readonly head: CampaignHead
  readonly page: Page<NominationLine>
  /** How many match, whatever the page. */
  readonly count: number
  readonly categories: readonly { readonly code: string; readonly name: Localized }[]
  /** Disqualifications that wait for an organiser. */
  readonly toSettle: readonly { readonly id: string; readonly reference: string }[]
  /** Files of bodies that the reader acts for are left out, from the count too. */
  readonly hidesOwn: boolean
}

type Row = {
  id: string
  reference: string
  state: string
  appealed: boolean
  title: Localized
  submitted_at: Date | null
  category: Localized
  administration: Localized
  sort_value: string
}

/** Each order is a text that only rises, so that one comparison continues it; ids break ties. */
const SORT: Readonly<Record<NominationSort, { value: Prisma.Sql; order: Prisma.Sql; beyond: Prisma.Sql }>> = {
  reference: { value: Prisma.sql`n.reference`, order: Prisma.sql`ASC`, beyond: Prisma.sql`>` },
  title: {
    value: Prisma.sql`lower(coalesce(n.title->>'fr', n.title->>'ar', ''))`,
    order: Prisma.sql`ASC`,
    beyond: Prisma.sql`>`,
  },
  recent: {
    value: Prisma.sql`to_char(coalesce(n.submitted_at, n.created_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
    order: Prisma.sql`DESC`,
    beyond: Prisma.sql`<`,
  },
}

function conditions(scope: ScopeOf<'nomination'>, ask: NominationAsk): Prisma.Sql {
  const parts = [nominationCondition(scope)]
  if (ask.state) parts.push(Prisma.sql`n.state = ${ask.state}`)
  if (ask.category) parts.push(Prisma.sql`k.code = ${ask.category}`)
  if (ask.q) {
    const like = likeText(ask.q)
    parts.push(Prisma.sql`(n.reference ILIKE ${like} OR n.title->>'ar' ILIKE ${like} OR n.title->>'fr' ILIKE ${like}
      OR a.name->>'ar' ILIKE ${like} OR a.name->>'fr' ILIKE ${like})`)
  }
  return Prisma.join(parts, ' AND ')
}

const FROM = Prisma.sql`FROM nomination n JOIN category k ON k.id = n.category_id JOIN administration a ON a.id = n.administration_id`

/** Category and administration are joined to be searched; a count that asks neither reads the nominations alone. */
const countedFrom = ({ q, category }: NominationAsk): Prisma.Sql =>
  q || category ? FROM : Prisma.sql`FROM nomination n`

function rowsSql(where: Prisma.Sql, sort: NominationSort, cursor: Cursor | null): Prisma.Sql {
  const { value, order, beyond } = SORT[sort]
  const from = cursor
    ? Prisma.sql`AND (${value}, n.id) ${beyond} (${cursor.value}, ${cursor.id}::uuid)`
    : Prisma.empty
  return Prisma.sql`SELECT n.id, n.reference, n.state, ${UNDER_APPEAL} AS appealed, n.title, n.submitted_at, k.name AS category,
      a.name AS administration, ${value} AS sort_value
    ${FROM} WHERE ${where} ${from} ORDER BY ${value} ${order}, n.id ${order} LIMIT ${PAGE_SIZE + 1}`
}

const toLine = (row: Row): NominationLine => ({
  id: row.id,
  reference: row.reference,
  state: row.appealed ? 'appeal' : row.state,
  title: row.title,
  submittedAt: row.submitted_at && instantOf(row.submitted_at),
  category: row.category,
  administration: row.administration,
})

/** One page of a campaign's nominations: a constant number of statements, whatever the number of rows. */
export async function nominationsList(
  ctx: Context,
  actor: Actor,
  campaignId: string,
  ask: NominationAsk,
): Promise<Result<NominationsScreen, 'not-found'>> {
  const found = await campaignFor(ctx, actor, campaignId, 'campaign.read-tower')
  if (!found.ok) return found
  const { campaign, now } = found.value
  const facts = { campaignId: campaign.id, phase: campaign.phase }
  const scope = scopeOf(actor, 'nomination', ['organiser', 'secretariat', 'auditor'], facts)
  if (!scope) return refuse('not-found')
  const where = conditions(scope, ask)
  const db = ctx.db.office
  const [rows, [counted]] = await Promise.all([
    db.$queryRaw<Row[]>(rowsSql(where, ask.sort, decodeCursor(ask.after))),
    db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${countedFrom(ask)} WHERE ${where}`,
  ])
  const page = pageOf(rows, (row) => ({ value: row.sort_value, id: row.id }))
  return ok({
    head: headOf(campaign, actor, now),
    page: { rows: page.rows.map(toLine), next: page.next },
    count: counted?.count ?? 0,
    toSettle: await loadOpenDisqualifications(db, campaign.id, bodiesOf(actor)),
    hidesOwn: (await filesActedFor(db, actor, campaign.id)).length > 0,
    categories: campaign.regulation.categories.map(({ code, name }) => ({ code, name })),
  })
}
