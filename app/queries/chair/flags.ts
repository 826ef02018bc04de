import { Prisma } from '#app/adapters/db/generated/client.ts'
import { loadCategoriesBarredToChair } from '#app/adapters/db/meeting-seats.ts'
import { filesActedFor, isOfBodies } from '#app/adapters/db/own-files.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { type Actor, seatIn } from '#app/domain/access/actor.ts'
import { bodiesOf } from '#app/domain/access/own-files.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Flag, FlagGround } from '#app/domain/deliberation/flag.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

/** More than any edition has seen; the rest is counted. */
const SHOWN = 100

export type FlagLine = {
  readonly id: string
  readonly reference: string
  readonly title: Localized
  readonly category: Localized
  readonly ground: FlagGround
  readonly text: string
  readonly state: Flag['state']
  readonly raisedAt: Instant
  readonly endedAt: Instant | null
  /** Who raised it: for whoever presides over the file alone. */
  readonly by: string | null
}
export type Flags = {
  readonly campaignId: string
  readonly campaign: Localized
  readonly flags: readonly FlagLine[]
  readonly others: number
  /** Files of bodies that the reader acts for are left out. */
  readonly hidesOwn: boolean
}
type Row = Omit<FlagLine, 'raisedAt' | 'endedAt'> & {
  raisedAt: Date
  endedAt: Date | null
  code: string
  chairRecused: boolean
  total: number
}

/** Flags of a campaign that the reader may know of: not of files they are recused from, nor of bodies they act for. */
const knownTo = (actor: Actor, campaignId: string): Prisma.Sql =>
  Prisma.sql`n.campaign_id = ${campaignId}::uuid
    AND NOT EXISTS (SELECT 1 FROM recusal r JOIN seat o ON o.id = r.seat_id WHERE r.nomination_id = n.id
      AND r.lifted_at IS NULL AND o.person_id = ${actor.personId}::uuid)
    AND NOT ${isOfBodies(bodiesOf(actor))}`

/** How many open flags the reader would find in the list below. */
export async function countOpenFlags(ctx: Context, actor: Actor, campaignId: string): Promise<number> {
  const [row] = await ctx.db.office.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM flag f JOIN nomination n ON n.id = f.nomination_id
    WHERE f.state = 'open' AND ${knownTo(actor, campaignId)}`
  return row?.count ?? 0
}

/**
 * What is flagged in a campaign, open ones first: for the chair with the name of the juror, for organisers, secretariat and
 * auditor without. Absent: files from which the reader is recused, and those of the bodies the reader acts for.
 */
export const flagList = (ctx: Context, actor: Actor, campaignId: string): Promise<Result<Flags>> =>
  readAs(ctx.db.office, actor.personId, async (tx): Promise<Result<Flags>> => {
    const campaign = await tx.campaign.findUnique({
      where: { id: campaignId },
      select: { phase: true, awardName: true },
    })
    if (!campaign) return refuse('not-found')
    const held = seatIn(actor, campaignId)
    const own =
      held && (await tx.seat.findUnique({ where: { id: held.seatId }, select: { charterSignedAt: true } }))
    const permit = decide(actor, 'flag.read', {
      ...{ campaignId, phase: campaign.phase as Phase, charterSigned: own?.charterSignedAt != null },
      deputises: held?.role === 'deputy',
    })
    if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
    const rows = await tx.$queryRaw<Row[]>`
      SELECT f.id, f.ground, f.text, f.state, f.raised_at AS "raisedAt", f.ended_at AS "endedAt", p.name AS by, n.reference, n.title,
        k.code, k.name AS category, count(*) OVER ()::int AS total, EXISTS (SELECT 1 FROM recusal r JOIN seat o ON o.id = r.seat_id
          WHERE r.nomination_id = n.id AND r.lifted_at IS NULL AND o.role = 'chair') AS "chairRecused"
      FROM flag f JOIN nomination n ON n.id = f.nomination_id JOIN category k ON k.id = n.category_id
        JOIN seat t ON t.id = f.seat_id LEFT JOIN person p ON p.id = t.person_id
      WHERE ${knownTo(actor, campaignId)}
      ORDER BY f.state = 'open' DESC, f.raised_at DESC, f.id LIMIT ${SHOWN}`
    const barred = await loadCategoriesBarredToChair(tx, campaignId)
    const hand = permit.value.as
    const presides = ({ code, chairRecused }: Row): boolean => {
      const isDeputys = chairRecused || barred.has(code)
      return (hand === 'chair' && !isDeputys) || (hand === 'deputy' && isDeputys)
    }
    return ok({
      campaignId,
      campaign: campaign.awardName as Localized,
      hidesOwn: (await filesActedFor(tx, actor, campaignId)).length > 0,
      others: Math.max(0, (rows[0]?.total ?? 0) - SHOWN),
      flags: rows.map((row) => {
        const { id, reference, title, category, ground, text, state, by } = row
        return {
          ...{ id, reference, title, category, ground, text, state },
          raisedAt: instantOf(row.raisedAt),
          endedAt: row.endedAt && instantOf(row.endedAt),
          by: presides(row) ? by : null,
        }
      }),
    })
  })
