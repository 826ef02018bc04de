import type { Tx } from '#app/adapters/db/client.server.ts'
import { filesActedFor } from '#app/adapters/db/own-files.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type RecusalsPage = {
  readonly campaignId: string
  readonly campaign: Localized
  readonly recusals: readonly {
    readonly seatId: string
    readonly nominationId: string
    readonly juror: string
    readonly reference: string
    readonly source: string
    readonly ground: string
    readonly at: number
    /** The proposal to lift it that waits for a second hand. */
    readonly lift: {
      readonly id: string
      readonly reason: string
      readonly by: string
      readonly at: number
      readonly mine: boolean
    } | null
  }[]
  readonly seats: readonly { readonly id: string; readonly name: string }[]
  readonly can: { readonly pin: boolean }
  /** Recusals from files of bodies that the reader acts for are left out. */
  readonly hidesOwn: boolean
}

/** Recusals that stand, but for those from files for whose bodies the reader acts, and the seats that one may be recorded for. */
export const recusalsPage = (ctx: Context, actor: Actor, campaignId: string): Promise<Result<RecusalsPage>> =>
  readAs(ctx.db.office, actor.personId, async (tx): Promise<Result<RecusalsPage>> => {
    const campaign = await tx.campaign.findUnique({
      where: { id: campaignId },
      select: { phase: true, awardName: true },
    })
    if (!campaign) return refuse('not-found')
    const access = { campaignId, phase: campaign.phase as Phase }
    const permit = decide(actor, 'recusal.pin', access)
    if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
    const ownFiles = await filesActedFor(tx, actor, campaignId)
    const rows = await standing(tx, campaignId, ownFiles)
    const seats = await tx.seat.findMany({
      where: { campaignId, state: 'accepted' },
      select: { id: true, code: true, person: { select: { name: true } } },
      orderBy: { code: 'asc' },
    })
    return ok({
      campaignId,
      campaign: campaign.awardName as Localized,
      recusals: rows.map((row) => ({
        seatId: row.seatId,
        nominationId: row.nominationId,
        juror: row.seat.person?.name ?? row.seat.code,
        reference: row.nomination.reference,
        source: row.source,
        ground: row.kind,
        at: row.at.getTime(),
        lift: waitingLift(row.lifts, actor),
      })),
      seats: seats.map((seat) => ({ id: seat.id, name: seat.person?.name ?? seat.code })),
      can: { pin: true },
      hidesOwn: ownFiles.length > 0,
    })
  })

const standing = (tx: Tx, campaignId: string, hidden: string[]) =>
  tx.recusal.findMany({
    where: { liftedAt: null, seat: { campaignId }, nominationId: { notIn: hidden } },
    select: {
      seatId: true,
      nominationId: true,
      source: true,
      kind: true,
      at: true,
      nomination: { select: { reference: true } },
      seat: { select: { code: true, person: { select: { name: true } } } },
      lifts: {
        where: { settledAt: null },
        select: {
          id: true,
          reason: true,
          proposedBy: true,
          proposedAt: true,
          proposer: { select: { name: true } },
        },
      },
    },
    orderBy: [{ nomination: { reference: 'asc' } }, { seatId: 'asc' }],
    take: 1000,
  })

type Lifts = Awaited<ReturnType<typeof standing>>[number]['lifts']

const waitingLift = ([lift]: Lifts, actor: Actor): RecusalsPage['recusals'][number]['lift'] =>
  lift
    ? {
        id: lift.id,
        reason: lift.reason,
        by: lift.proposer.name,
        at: lift.proposedAt.getTime(),
        mine: lift.proposedBy === actor.personId,
      }
    : null
