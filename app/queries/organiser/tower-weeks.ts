import type { Prisma } from '#app/adapters/db/generated/client.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Context } from '#app/services/context.ts'

export type WeekCount = { readonly category: string; readonly week: Instant; readonly count: number }
/** The edition before, over its own time of submission: opening and closing are its own. */
export type PreviousEdition = {
  readonly year: number
  readonly opens: Instant
  readonly closes: Instant
  readonly weeks: readonly WeekCount[]
}

/** Submitted in each week that received any, by category. */
export async function weeksOf(ctx: Context, seen: Prisma.Sql): Promise<readonly WeekCount[]> {
  const rows = await ctx.db.office.$queryRaw<{ category: string; week: Date; count: number }[]>`
    SELECT k.code AS category, date_trunc('week', n.submitted_at) AS week, count(*)::int AS count
      FROM nomination n JOIN category k ON k.id = n.category_id
     WHERE ${seen} AND n.submitted_at IS NOT NULL AND n.state <> 'withdrawn'
     GROUP BY 1, 2 ORDER BY 2`
  return rows.map((row) => ({ ...row, week: instantOf(row.week) }))
}

type PreviousRow = {
  year: number
  opens_at: Date
  closes_at: Date
  category: string
  week: Date
  count: number
}

/** The newest edition of an earlier year whose results are out and whose files came through the platform: counts alone. */
export async function previousEdition(ctx: Context, year: number): Promise<PreviousEdition | null> {
  const rows = await ctx.db.office.$queryRaw<PreviousRow[]>`
    SELECT p.year, p.opens_at, p.closes_at, k.code AS category,
           date_trunc('week', n.submitted_at) AS week, count(*)::int AS count
      FROM (SELECT c.id, c.year, c.opens_at, c.closes_at FROM campaign c
             WHERE c.year < ${year} AND c.phase IN ('published', 'archived')
               AND c.opens_at IS NOT NULL AND c.closes_at > c.opens_at
               AND EXISTS (SELECT 1 FROM nomination s WHERE s.campaign_id = c.id AND s.submitted_at IS NOT NULL)
             ORDER BY c.year DESC, c.slug LIMIT 1) p
      JOIN nomination n ON n.campaign_id = p.id AND n.submitted_at IS NOT NULL AND n.state <> 'withdrawn'
      JOIN category k ON k.id = n.category_id
     GROUP BY 1, 2, 3, 4, 5 ORDER BY 5`
  const [first] = rows
  if (!first) return null
  return {
    year: first.year,
    opens: instantOf(first.opens_at),
    closes: instantOf(first.closes_at),
    weeks: rows.map(({ category, week, count }) => ({ category, week: instantOf(week), count })),
  }
}
