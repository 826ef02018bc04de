import { loadRegister } from '#app/adapters/db/campaign-documents.ts'
import { phaseSince } from '#app/adapters/db/campaigns.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok } from '#app/domain/kernel/result.ts'
import type { Context } from './context.ts'
import { type Draft, issueDocuments } from './issue.ts'
import { run, type Trace, type Unit } from './run.ts'

/** The register of nominations as it stands now. */
export async function registerDraft({ tx }: Unit, campaignId: string, closedAt: Instant): Promise<Draft> {
  const body = { closedAt, categories: await loadRegister(tx, campaignId) }
  return { kind: 'register', subjectId: campaignId, isPublic: false, body }
}

/** Draws it again for a file that arrived before the closing and was received while the register was being drawn. */
export async function drawRegisterAnew(ctx: Context, campaignId: string): Promise<void> {
  await run<Trace, never>(ctx, SYSTEM_ACTOR, { db: 'office', role: 'system' }, async (unit) => {
    const closedAt = await phaseSince(unit.tx, campaignId)
    await issueDocuments(ctx, unit, campaignId, [await registerDraft(unit, campaignId, closedAt)])
    return ok({ entries: [], notices: [] })
  })
}
