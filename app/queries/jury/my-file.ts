import { Prisma } from '#app/adapters/db/generated/client.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { loadOpeningFacts } from '#app/adapters/db/opened-sheets.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { readDossier, type ReadDossier } from './dossier.ts'

export type MyFilePage = {
  readonly campaignId: string
  readonly dossier: ReadDossier
  /** The sheet that stands, or null: then the page offers to begin one, or says why not. */
  readonly sheetId: string | null
  readonly can: { readonly score: boolean; readonly reason: string | null }
}

/** One file as its reader opens it. Before the declaration the answer is the gate, not the content. */
export const myFile = (ctx: Context, actor: Actor, nominationId: string): Promise<Result<MyFilePage>> =>
  readAs(ctx.db.jury, actor.personId, async (tx): Promise<Result<MyFilePage>> => {
    const facts = await loadOpeningFacts(tx, actor.personId, nominationId)
    if (!facts) return refuse('not-found')
    const permit = decide(actor, 'dossier.read', facts.access)
    if (!permit.ok)
      return refuse(permit.reason, { campaignId: facts.campaignId, phase: facts.access.phase ?? '' })
    const dossier = await readDossier(tx, Prisma.sql`${nominationId}::uuid`)
    if (!dossier) return refuse('not-found')
    const scoring = decide(actor, 'sheet.save', facts.access)
    return ok({
      campaignId: facts.campaignId,
      dossier,
      sheetId: facts.current && facts.current.state !== 'voided' ? facts.current.id : null,
      can: { score: scoring.ok, reason: scoring.ok ? null : scoring.reason },
    })
  })
